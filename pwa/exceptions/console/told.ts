import type { DecisionRow } from '#shared/exceptions/console.ts';
import type { ConsoleKey, Params, Speak } from '../../ui/console/words.ts';

/** What a command did, and what to do with its goods until somebody has decided, by its type. */
const told: Readonly<Record<string, { readonly did: ConsoleKey; readonly goods: ConsoleKey }>> = {
  'receiving.register': { did: 'did.register', goods: 'goods.register' },
  'receiving.undo_registration': { did: 'did.undoRegistration', goods: 'goods.undoRegistration' },
  'receiving.complete': { did: 'did.complete', goods: 'goods.complete' },
  'putaway.put': { did: 'did.put', goods: 'goods.put' },
  'inventory.move': { did: 'did.move', goods: 'goods.move' },
  'inventory.adjust': { did: 'did.adjust', goods: 'goods.adjust' },
  'inventory.change_status': { did: 'did.changeStatus', goods: 'goods.changeStatus' },
  'inventory.release_lot': { did: 'did.releaseLot', goods: 'goods.releaseLot' },
};

/** In a sentence, what the worker did; the name of the command where there is no sentence for it. */
export function did(say: Speak, command: DecisionRow['command']): string {
  const key = told[command.type]?.did;
  return key ? begun(say(key, paramsOf(say, command.body))) : say('did.other', { type: command.type });
}

/** What to do with the goods in hand. */
export function goods(say: Speak, { command }: DecisionRow): string {
  return begun(say(told[command.type]?.goods ?? 'goods.other', paramsOf(say, command.body)));
}

/** A sentence may begin with what is filled in. */
function begun(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

/** Every name that a sentence may fill in, from the body; what the worker did not say is a dash. */
function paramsOf(say: Speak, body: Readonly<Record<string, unknown>>): Params {
  const text = (member: string): string => {
    const value = body[member];
    if (typeof value === 'number') return say.number(value);
    if (typeof value !== 'string') return '–';
    return value.startsWith('command:') ? say('did.earlier') : value;
  };
  const quantity = typeof body.quantity === 'number' ? `${say.number(body.quantity)} ${text('unit')}` : say('did.all');
  const plate = text('licensePlate');
  const item = text('item');
  const signed = typeof body.quantity === 'number' && body.quantity > 0 ? `+${quantity}` : quantity;
  return {
    order: body.order === undefined ? text('load') : text('order'),
    item,
    quantity,
    signed,
    /** A plate where it is one, else so much of an item. */
    what: plate === '–' ? `${quantity} ${item}` : item === '–' ? plate : `${quantity} ${item} (${plate})`,
    from: text('from'),
    to: text('to'),
    location: body.location === undefined ? say('did.dock') : text('location'),
    reason: say.label('reasonCode', text('reason')),
    /** Where it is: on a plate, or at a place. */
    where: plate === '–' ? text('location') : plate,
    status: say.label('status', text('to')),
    hold: text('hold'),
  };
}
