import { isOutside } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { decideUndo, type TakenEntry, type UndoFacts, undo } from '#shared/picking/undo.ts';
import type { Effect } from '../store/effects.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { deviceOperation, type Reversal } from '../store/provisional.ts';
import type { QueuedCommand } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';
import { sumOf } from './pick-facts.ts';

/** A pick is taken back with its own operation, while the goods are in hand. */
export async function undoPick({ id, state }: QueuedCommand): Promise<Reversal | null> {
  if (state !== 'waiting' && state !== 'applied') return null;
  return { type: undo.type, version: undo.version, body: { pick: `command:${id}` } };
}

export const undoPickOnDevice = deviceOperation({
  operation: undo,
  facts: async ({ body: { pick } }, read) => factsOf(await read.queued(pick.replace('command:', '')), read),
  decide: decideUndo,
  effects: (_command, { work, back }, { line, pickedBase, shipment, goods }): Effect[] => {
    const backBase = back.reduce((sum, { quantityBase }) => sum + quantityBase, 0);
    const unpicked: Effect = { does: 'unpick-line', work, line, atMostBase: Math.max(0, pickedBase - backBase) };
    const gone = back.map(({ inHand, quantityBase }) => {
      const { id: reservation, order, line: orderLine, item, owner, lot, serial, inventoryStatus } = inHand;
      const { location, licensePlate } = inHand;
      const kind = { order, line: orderLine, item, lot, serial, work };
      return {
        ...{ ...kind, reservation, owner, inventoryStatus, location, licensePlate },
        quantityBase: Math.max(0, sumOf(goods, kind) - quantityBase),
      };
    });
    return [unpicked, { does: 'goods', shipment, where: 'picked', are: 'at-most', goods: gone }];
  },
  // What the pick was not told of yet cannot be undone before it.
  causedBy: async ({ pick }, read) => {
    const queued = await read.queued(pick.replace('command:', ''));
    return queued?.state === 'waiting' ? queued.id : null;
  },
});

interface Known extends UndoFacts {
  readonly line: number;
  readonly pickedBase: number;
  readonly shipment: string;
  readonly goods: Parameters<typeof sumOf>[0];
}

async function factsOf(queued: QueuedCommand | undefined, read: ReadThings): Promise<Known | null> {
  if (queued?.command.type !== 'picking.pick') return null;
  const { work, line } = queued.command.body as { readonly work: string; readonly line: number };
  const thing = await read.thing('pickWork', work);
  const stop = thing?.lines.find((each) => each.line === line);
  const of = thing?.shipment;
  const shipment = of == null ? undefined : await read.thing('shipment', of);
  const none = { work, workStatus: 'closed', by: queued.badge, taken: [], line, pickedBase: 0 };
  if (!thing || !stop || !shipment) return { ...none, shipment: '', goods: [] };
  const moved = queued.effects.flatMap((effect) => (effect.does === 'move-stock' ? effect.entries : []));
  const taken = moved.flatMap((entry, index): TakenEntry[] => {
    if (isOutside(entry.to.location)) return [];
    const kind = { item: entry.item, lot: entry.lot ?? '', serial: entry.serial ?? '' };
    const inHand = shipment.goods.find(
      (one) =>
        isInHand(one) &&
        one.work === work &&
        one.item === kind.item &&
        one.lot === kind.lot &&
        one.serial === kind.serial &&
        one.quantityBase >= entry.quantityBase,
    );
    const promise: Reservation | null = inHand
      ? {
          ...inHand,
          id: inHand.reservation,
          warehouse: queued.command.warehouse,
          shipment: shipment.shipment,
          work,
          workLine: line,
          state: 'picked',
        }
      : null;
    return [{ entry: `${queued.id}:${index}`, from: entry.from, quantityBase: entry.quantityBase, inHand: promise }];
  });
  const facts = { work, workStatus: thing.status, by: queued.badge, taken };
  return { ...facts, line, pickedBase: stop.pickedBase, shipment: shipment.shipment, goods: shipment.goods };
}
