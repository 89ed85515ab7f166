import { totalBase } from '#shared/kernel/quantity.ts';
import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import { isOutside } from '#shared/ledger/place.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { decideUndo, type ShortTaken, type TakenEntry, type UndoFacts, undo } from '#shared/picking/undo.ts';
import type { Effect } from '../store/effects.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { deviceOperation, type Reversal } from '../store/provisional.ts';
import { type QueuedCommand, waitsFor } from '../store/queued-command.ts';
import type { ReadThings } from '../store/read-things.ts';
import { movedBy, type StockEffect } from '../store/stock-effects.ts';
import { lineOf, sumOf } from './pick-facts.ts';

/** A pick is taken back with its own operation, while the goods are in hand. */
export async function undoPick(queued: QueuedCommand): Promise<Reversal | null> {
  const { id, state } = queued;
  if ((state !== 'waiting' && state !== 'applied') || waitsFor(queued) !== null) return null;
  return { type: undo.type, version: undo.version, body: { pick: `command:${id}` } };
}

export const undoPickOnDevice = deviceOperation({
  operation: undo,
  facts: async ({ body: { pick } }, read) => factsOf(await read.queued(pick.replace('command:', '')), read),
  decide: decideUndo,
  effects: (_command, { work, back, short }, { line, pickedBase, shipment, goods }): Effect[] => {
    const backBase = totalBase(back);
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
    const away: Effect = { does: 'goods', shipment, where: 'picked', are: 'at-most', goods: gone };
    if (!short) return [unpicked, away];
    const cancelled = short.added.map((stop): Effect => {
      return { does: 'end-line', work, line: stop.line, status: 'cancelled' };
    });
    return [unpicked, away, { does: 'reopen-line', work, line }, ...cancelled];
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

const undone: readonly string[] = ['picking.pick', 'picking.short_pick', 'picking.substitute'];

async function factsOf(queued: QueuedCommand | undefined, read: ReadThings): Promise<Known | null> {
  if (!queued || !undone.includes(queued.command.type)) return null;
  const { work, line } = queued.command.body as { readonly work: string; readonly line: number };
  const thing = await read.thing('pickWork', work);
  const stop = thing?.lines.find((each) => each.line === line);
  const of = thing?.shipment;
  const shipment = of == null ? undefined : await read.thing('shipment', of);
  const none = { work, workStatus: 'closed', by: queued.badge, taken: [], short: null, line, pickedBase: 0 };
  if (!thing || !stop || !shipment) return { ...none, shipment: '', goods: [] };
  const moved = movedBy(queued.effects);
  const taken = moved.flatMap((entry, index): TakenEntry[] => {
    if (!isInHand(entry.to)) return [];
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
  const short = stop.status === 'short' ? shortOf(queued, moved, thing, stop) : null;
  const facts = { work, workStatus: thing.status, by: queued.badge, taken, short };
  return { ...facts, line, pickedBase: stop.pickedBase, shipment: shipment.shipment, goods: shipment.goods };
}

/** What a short pick did besides; whether somebody was promised those goods meanwhile, or counted them, it cannot tell. */
function shortOf(
  { id, effects, command: { warehouse } }: QueuedCommand,
  moved: readonly StockEffect[],
  thing: PickWorkThing,
  stop: PickLineThing,
): ShortTaken {
  const settled = moved.flatMap((entry, index): ShortTaken['settled'][number][] => {
    if (isInHand(entry.to)) return [];
    const { item, owner, lot, serial, quantityBase, from, to } = entry;
    const reason = isOutside(to.location) ? ('adjust' as const) : ('status' as const);
    return [{ entry: `${id}:${index}`, moved: { item, owner, lot, serial, quantityBase, from, to, reason } }];
  });
  const added = effects.flatMap((effect): ShortTaken['added'][number][] => {
    if (effect.does !== 'add-line') return [];
    const now = thing.lines.find(({ line }) => line === effect.line.line);
    return [{ line: effect.line.line, pickedBase: now?.pickedBase ?? 0, promised: [] }];
  });
  const missing = lineOf(thing, stop.line, warehouse)?.promised ?? [];
  const { line, decimals, baseUnit: unit } = stop;
  return { line, missing, settled, freeBase: leftBase(stop), decimals, unit, added, roomBase: null, isCounted: false };
}
