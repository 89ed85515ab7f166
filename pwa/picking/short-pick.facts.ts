import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { isLeft } from '#shared/ledger/pick-work.ts';
import { decideShortPick, type ShortPickFacts, shortPick } from '#shared/picking/short-pick.ts';
import type { Effect } from '../store/effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import type { ReadThings } from '../store/read-things.ts';
import { inHandFor, pickEffects, pickFacts } from './pick-facts.ts';
import { undoPick } from './undo.facts.ts';

/**
 * Less is there than the work says. The rest is taken from what else there was when the work was claimed: the same rule
 * chooses, and the new stops get the numbers that the server will give them, so that they can be picked without it.
 */
export const shortPickOnDevice = deviceOperation({
  operation: shortPick,
  facts: async (command, read): Promise<(ShortPickFacts & { read: ReadThings }) | null> => {
    const known = await pickFacts(command, read);
    const thing = await read.thing('pickWork', command.body.work);
    const line = thing?.lines.find((each) => each.line === command.body.line);
    if (!known || !thing || !line) return null;
    return {
      ...known,
      ...{ unitCost: null, valueLimit: null, adjustedLatelyBase: 0, goodUntil: null, read },
      candidates: line.alternatives.map((one) => candidateOf(one, line, thing.lines)),
    };
  },
  decide: decideShortPick,
  undo: undoPick,
  effects: async (command, plan, { read }): Promise<Effect[]> => {
    const thing = await read.thing('pickWork', command.body.work);
    const line = thing?.lines.find((each) => each.line === plan.line.line);
    const picked = plan.pick ? await pickEffects(command, plan.pick, read) : [];
    if (!thing || !line) return picked;
    const { work } = thing;
    const last = Math.max(...thing.lines.map((each) => each.line));
    const instead = plan.instead.map(({ row, quantityBase }, index): Effect => {
      const { location, walkSequence, licensePlate, lot, expiryDate } = row;
      const unit = { unit: line.baseUnit, unitFraction: { numerator: 1, denominator: 1 } };
      const stop: PickLineThing = {
        ...{ ...line, ...unit, line: last + index + 1, status: 'open', location, walkSequence, licensePlate, lot },
        ...{ expiryDate, serial: '', quantityBase, pickedBase: 0, blockedBy: null },
        alternatives: line.alternatives.filter((one) => one.location !== location),
      };
      return { does: 'add-line', work, line: stop };
    });
    const ended: Effect[] = [...picked, { does: 'end-line', work, line: line.line, status: 'short' }, ...instead];
    const isOver = instead.length === 0 && plan.pick === null && (await isLastOf(thing, line.line, read));
    return isOver ? [...ended, { does: 'close-pick-work', work }] : ended;
  },
});

/** Nothing else is to be fetched for the work, and nothing in hand: it is over. */
async function isLastOf(thing: PickWorkThing, number: number, read: ReadThings): Promise<boolean> {
  const others = thing.lines.filter(({ line }) => line !== number);
  const shipment = thing.shipment === null ? undefined : await read.thing('shipment', thing.shipment);
  return !others.some(isLeft) && inHandFor(thing.work, shipment?.goods ?? []).length === 0;
}

/** What the lines of this work take already is not there a second time. */
function candidateOf(
  one: PickLineThing['alternatives'][number],
  { item, owner, inventoryStatus }: PickLineThing,
  lines: readonly PickLineThing[],
) {
  const { location, licensePlate, lot, serial, availableBase, walkSequence = 0, expiryDate = null, firstAt = 0 } = one;
  const isAdded = (line: PickLineThing) =>
    line.location === location && line.licensePlate === licensePlate && line.lot === lot && line.item === item;
  const reservedBase = lines.filter(isAdded).reduce((sum, line) => sum + line.quantityBase, 0);
  return {
    ...{ location, licensePlate, lot, serial, item, owner, inventoryStatus },
    ...{ quantityBase: availableBase, reservedBase, locationType: 'pick', walkSequence, expiryDate, firstAt },
  };
}
