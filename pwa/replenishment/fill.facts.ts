import type { Command } from '#shared/command/envelope.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { decidePick, type PickFacts, pick } from '#shared/replenishment/pick.ts';
import { decidePut, type PutFacts, put } from '#shared/replenishment/put.ts';
import type { Effect } from '../store/effects.ts';
import { workOf } from '../store/pick-works.ts';
import { deviceOperation } from '../store/provisional.ts';

/** Taking goods out of reserve, as the device judges it of work that it has a copy of. */
export const fillPickOnDevice = deviceOperation({
  operation: pick,
  facts: async (command, read): Promise<PickFacts | null> => {
    const thing = await read.thing('pickWork', command.body.work);
    const [line] = thing?.lines ?? [];
    if (!thing || !line) return null;
    const promised = promiseOf(thing, line, command, leftBase(line), line.location);
    const thereBase = leftBase(line) + (line.moreBase ?? 0);
    const plate = line.licensePlate === '' ? undefined : await read.thing('licensePlate', line.licensePlate);
    const row = { ...rowOf(line), quantityBase: thereBase, reservedBase: leftBase(line) };
    return {
      work: workOf(thing, command),
      line: {
        ...line,
        status: line.status as NonNullable<PickFacts['line']>['status'],
        promised: leftBase(line) > 0 ? [promised] : [],
      },
      item: (await read.thing('item', line.item)) ?? null,
      row,
      plateRows: (plate?.contents ?? []).map((one) => ({ ...row, ...one, reservedBase: 0 })),
      ...{ unitCost: null, valueLimit: null, isMoveNews: false, isWorkNews: false },
    };
  },
  decide: decidePick,
  effects: (_command, { work, line, quantityBase, left }): Effect[] => {
    if (quantityBase === 0) return [{ does: 'close-pick-work', work }];
    const picked: Effect = { does: 'pick-line', work, line: line.line, atLeastBase: quantityBase };
    return left.length === 0 ? [picked] : [picked, { does: 'end-line', work, line: line.line, status: 'short' }];
  },
});

/** Putting goods down at the pick face. */
export const fillPutOnDevice = deviceOperation({
  operation: put,
  facts: async (command, read): Promise<PutFacts | null> => {
    const { body: asked, operator } = command;
    const thing = await read.thing('pickWork', asked.work);
    const [line] = thing?.lines ?? [];
    const to = await read.thing('location', asked.location);
    if (!thing || !line) return null;
    const inHand = promiseOf(thing, line, command, line.pickedBase, handsOf(operator));
    return {
      work: workOf(thing, command),
      face: thing.putTo ?? '',
      to: to ? { ...to, code: asked.location } : null,
      inHand: line.status !== 'open' && line.pickedBase > 0 ? [inHand] : [],
      item: (await read.thing('item', line.item)) ?? null,
      isWorkNews: false,
    };
  },
  decide: decidePut,
  effects: (_command, { work }): Effect[] => [{ does: 'close-pick-work', work }],
});

/** Whoever waits for the goods, as one: who they are, only the server knows. */
function promiseOf(
  { work }: PickWorkThing,
  line: PickLineThing,
  { warehouse }: Command<unknown>,
  quantityBase: number,
  location: string,
): Reservation {
  return {
    ...{ ...rowOf(line), id: `${work}.${line.line}`, warehouse, location, quantityBase },
    ...{ order: '', line: 0, shipment: null, work, workLine: line.line, state: 'work', broughtBy: work },
  };
}

function rowOf({ location, licensePlate, item, owner, lot, serial, inventoryStatus }: PickLineThing) {
  return { location, licensePlate, item, owner, lot, serial, inventoryStatus };
}
