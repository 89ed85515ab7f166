import type { Command } from '#shared/command/envelope.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import type { PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockRow } from '#shared/ledger/stock-row.ts';
import type { LicensePlateThing, LocationThing, PlateContent } from '#shared/ledger/thing.ts';
import { decidePick, type PickBody, type PickFacts, pick } from '#shared/replenishment/pick.ts';
import { decidePut, type PutFacts, put } from '#shared/replenishment/put.ts';
import type { Effect } from '../store/effects.ts';
import { freedBy, workOf } from '../store/pick-works.ts';
import { deviceOperation } from '../store/provisional.ts';

/** Taking goods out of reserve, as the device judges it of work that it has a copy of. */
export const fillPickOnDevice = deviceOperation({
  operation: pick,
  facts: async (command, read): Promise<PickFacts | null> => {
    const thing = await read.thing('pickWork', command.body.work);
    const [line] = thing?.lines ?? [];
    if (!thing || !line) return null;
    const plate = line.licensePlate === '' ? undefined : await read.thing('licensePlate', line.licensePlate);
    const item = (await read.thing('item', line.item)) ?? null;
    const onPlate = plate?.contents ?? [];
    const goods = item?.isSerialTracked ? piecesOf(thing, line, command, onPlate) : countedOf(thing, line, command);
    return {
      work: workOf(thing, command),
      line: {
        ...line,
        status: line.status as NonNullable<PickFacts['line']>['status'],
        promised: goods.promised.filter(({ quantityBase }) => quantityBase > 0),
      },
      item,
      rows: goods.rows,
      plateRows: onPlate.map((one) => ({ ...rowOf(line), ...one, reservedBase: 0 })),
      orderedSerials: [],
      ...{ unitCost: null, valueLimit: null, adjustedLatelyBase: 0, isMoveNews: false, isWorkNews: false },
    };
  },
  decide: decidePick,
  effects: (_command, { work, line, quantityBase, left }): Effect[] => {
    if (quantityBase === 0) return [{ does: 'close-pick-work', work }];
    const picked: Effect = { does: 'pick-line', work, line: line.line, atLeastBase: quantityBase };
    return left.length === 0 ? [picked] : [picked, { does: 'end-line', work, line: line.line, status: 'short' }];
  },
});

interface There {
  readonly promised: readonly Reservation[];
  readonly rows: readonly StockRow[];
}

function countedOf(thing: PickWorkThing, line: PickLineThing, command: Command<unknown>): There {
  const wantedBase = leftBase(line);
  const row = { ...rowOf(line), quantityBase: wantedBase + (line.moreBase ?? 0), reservedBase: wantedBase };
  return { promised: [promiseOf(thing, line, command, wantedBase, line.location)], rows: [row] };
}

/** Which of the pieces somebody waits for, only the server knows: those that are taken first, as far as here is known. */
function piecesOf(
  thing: PickWorkThing,
  line: PickLineThing,
  command: Command<PickBody>,
  onPlate: readonly PlateContent[],
): There {
  const own = onPlate.filter(({ item, lot }) => item === line.item && lot === line.lot);
  const known = own.map(({ serial }) => serial);
  const serials = command.body.serials ?? known;
  const rows = (known.length > 0 ? known : serials).map((serial) => {
    return { ...rowOf(line), serial, quantityBase: 10 ** line.decimals, reservedBase: 0 };
  });
  const there = rows.filter(({ serial }) => serials.includes(serial));
  let wantedBase = leftBase(line);
  const promised = there.flatMap(({ serial, quantityBase }) => {
    if (wantedBase < quantityBase) return [];
    wantedBase -= quantityBase;
    const promise = promiseOf(thing, line, command, quantityBase, line.location);
    return [{ ...promise, serial, id: `${promise.id}.${serial}` }];
  });
  return { promised: [...promised, promiseOf(thing, line, command, wantedBase, line.location)], rows };
}

/** Putting goods down at the pick face. */
export const fillPutOnDevice = deviceOperation({
  operation: put,
  facts: async (command, read): Promise<(PutFacts & { readonly freed: readonly Effect[] }) | null> => {
    const { body: asked, operator } = command;
    const thing = await read.thing('pickWork', asked.work);
    const [line] = thing?.lines ?? [];
    const to = await read.thing('location', asked.location);
    if (!thing || !line) return null;
    const carried = promiseOf(thing, line, command, line.pickedBase, handsOf(operator));
    const plate = line.licensePlate === '' ? undefined : await read.thing('licensePlate', line.licensePlate);
    const onPlate = plate?.location === carried.location ? plate.contents.filter(({ serial }) => serial !== '') : [];
    const pieces = onPlate.map(({ serial, quantityBase }) => {
      return { ...carried, serial, quantityBase, id: `${carried.id}.${serial}` };
    });
    const inHand = pieces.length > 0 ? pieces : [carried];
    const isTurnedBack = thing.putTo === line.location;
    return {
      work: workOf(thing, command),
      face: thing.putTo ?? '',
      isTurnedBack,
      joins:
        isTurnedBack && [line.location, asked.location].every((at) => at === plate?.location)
          ? line.licensePlate
          : null,
      to: to ? { ...to, code: asked.location } : null,
      inHand: line.status !== 'open' && line.pickedBase > 0 ? inHand : [],
      freed: line.status === 'picked' && to ? await freedBy(read, thing.work, standsAt(line, to, plate, carried)) : [],
      item: (await read.thing('item', line.item)) ?? null,
      isWorkNews: false,
    };
  },
  decide: decidePut,
  // Whoever brings goods for a line of their own goes on with it at once; others hear of it from the server.
  effects: (_command, { work }, { freed }): Effect[] => [{ does: 'close-pick-work', work }, ...freed],
});

/** Where goods stand that were put down: on their plate, where that came along. */
function standsAt(
  { lot, licensePlate }: PickLineThing,
  { code: location, walkSequence }: LocationThing,
  plate: LicensePlateThing | undefined,
  carried: Reservation,
) {
  return { location, walkSequence, lot, licensePlate: plate?.location === carried.location ? licensePlate : '' };
}

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
