import type { Command } from '#shared/command/envelope.ts';
import { handsOf } from '#shared/ledger/location-type.ts';
import type { PickLineThing, PickWorkThing, ShipmentGoods } from '#shared/ledger/outbound-thing.ts';
import { leftBase, type PickLine } from '#shared/ledger/pick-work.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import type { TargetPlate } from '#shared/picking/into-hands.ts';
import type { PickBody, PickFacts, PickPlan } from '#shared/picking/pick.ts';
import type { PickRow } from '#shared/picking/taken-goods.ts';
import type { Effect } from '../store/effects.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { workOf } from '../store/pick-works.ts';
import type { ReadThings } from '../store/read-things.ts';

/** A line with what is promised to it, as far as a device can know: as much as is left of it, where it says. */
export function lineOf(thing: PickWorkThing, number: number, warehouse: string): PickLine | null {
  const line = thing.lines.find((each) => each.line === number);
  if (!line) return null;
  const promised = { ...reservationOf(thing, line, warehouse), quantityBase: leftBase(line) };
  return {
    ...line,
    status: line.status as PickLine['status'],
    order: thing.order,
    shipment: thing.shipment,
    promised: promised.quantityBase > 0 ? [promised] : [],
  };
}

function reservationOf(thing: PickWorkThing, line: PickLineThing, warehouse: string): Reservation {
  const { location, licensePlate, item, owner, lot, serial, inventoryStatus, quantityBase } = line;
  const { work, shipment, order } = thing;
  return {
    ...{ id: `${work}.${line.line}`, warehouse, location, licensePlate, item, owner, lot, serial, inventoryStatus },
    ...{ quantityBase, order: order ?? '', line: line.orderLine ?? 0, shipment, work, workLine: line.line },
    state: 'work',
  };
}

/** Everything that the rule of a pick asks; null where the device has no copy of the work. */
export async function pickFacts(command: Command<PickBody>, read: ReadThings): Promise<PickFacts | null> {
  const { body: asked, warehouse, occurredAt } = command;
  const thing = await read.thing('pickWork', asked.work);
  if (!thing) return null;
  const meant = lineOf(thing, asked.line, warehouse);
  const item = (meant && (await read.thing('item', meant.item))) ?? null;
  const line = meant && item?.isSerialTracked ? await withSerials(meant, item, asked, read) : meant;
  const known = thing.lines.find((each) => each.line === asked.line);
  const plate = asked.licensePlate ?? line?.licensePlate ?? '';
  return {
    work: workOf(thing, command),
    line,
    item,
    rows: known && line ? [ownRow(known), ...otherRows(known), ...(await rowsOnPlate(plate, known, read))] : [],
    plateRows: await rowsOnPlate(plate, null, read),
    shippedSerials: [],
    toPlate: await targetPlate(asked.toLicensePlate, warehouse, read),
    today: occurredAt.slice(0, 10),
    goodUntil: null,
    isMoveNews: false,
    isWorkNews: false,
  };
}

/**
 * Where the order asked for no certain piece, any will do that nobody else was promised. Which those are nobody sent the
 * device: the pieces that were scanned are taken for the promised ones, but for those that are in hand already.
 */
async function withSerials(
  line: PickLine,
  { decimals }: Pick<StockItem, 'decimals'>,
  { serials = [], lot, licensePlate }: PickBody,
  read: ReadThings,
): Promise<PickLine> {
  const [promised] = line.promised;
  if (line.serial !== '' || !promised || serials.length === 0) return line;
  const shipment = line.shipment === null ? undefined : await read.thing('shipment', line.shipment);
  const inHand = (shipment?.goods ?? []).filter(({ item }) => item === line.item).map(({ serial }) => serial);
  const oneBase = 10 ** decimals;
  const pieces = [...new Set(serials)]
    .filter((serial) => !inHand.includes(serial))
    .map(
      (serial): Reservation => ({
        ...{ ...promised, id: `${promised.id}.${serial}`, serial, quantityBase: oneBase },
        ...{ lot: line.isLotFixed ? line.lot : (lot ?? line.lot), licensePlate: licensePlate ?? line.licensePlate },
      }),
    );
  const restBase = promised.quantityBase - pieces.length * oneBase;
  return { ...line, promised: restBase > 0 ? [...pieces, { ...promised, quantityBase: restBase }] : pieces };
}

function ownRow({
  location,
  licensePlate,
  item,
  owner,
  lot,
  serial,
  inventoryStatus,
  ...line
}: PickLineThing): PickRow {
  const goods = { location, licensePlate, item, owner, lot, serial, inventoryStatus };
  const there = leftBase(line);
  return { ...goods, quantityBase: there, reservedBase: there, expiryDate: line.expiryDate };
}

/** The same goods at the same place that nobody was promised when the work was claimed. */
function otherRows({ location, item, owner, inventoryStatus, alternatives }: PickLineThing): PickRow[] {
  return alternatives
    .filter((one) => one.location === location)
    .map(({ licensePlate, lot, serial, availableBase: quantityBase, expiryDate = null }) => ({
      ...{ location, item, owner, inventoryStatus, licensePlate, lot, serial },
      ...{ quantityBase, reservedBase: 0, expiryDate },
    }));
}

/**
 * What the device knows to be on a plate; only the goods of a line, where one is named. Who was promised it, it cannot
 * know.
 */
async function rowsOnPlate(number: string, line: PickLineThing | null, read: ReadThings): Promise<PickRow[]> {
  if (number === '' || number === line?.licensePlate) return [];
  const plate = await read.thing('licensePlate', number);
  if (!plate || (line && plate.location !== line.location)) return [];
  return plate.contents
    .filter(({ item }) => line === null || item === line.item)
    .map((one) => ({
      ...one,
      location: plate.location ?? '',
      licensePlate: number,
      reservedBase: 0,
      expiryDate: null,
    }));
}

async function targetPlate(
  number: string | undefined,
  warehouse: string,
  read: ReadThings,
): Promise<TargetPlate | null> {
  if (number === undefined) return null;
  const plate = await read.thing('licensePlate', number);
  const location = plate && plate.contents.length > 0 ? plate.location : null;
  return { number, isNew: plate === undefined, warehouse, location };
}

/** What a pick does to the device's copy of its work and shipment. */
export async function pickEffects(
  { operator }: Pick<Command<unknown>, 'operator'>,
  { work, line, taken, quantityBase, licensePlate }: PickPlan,
  read: ReadThings,
): Promise<Effect[]> {
  const atLeastBase = line.pickedBase + quantityBase;
  const effects: Effect[] = [{ does: 'pick-line', work, line: line.line, atLeastBase }];
  const shipment = line.shipment === null ? undefined : await read.thing('shipment', line.shipment);
  if (!shipment) return effects;
  const goods = taken.map(({ reservation, insteadFrom, quantityBase: partBase }): ShipmentGoods => {
    const { item, owner, lot, serial, inventoryStatus } = insteadFrom ?? reservation;
    const own = { order: line.order ?? '', line: line.orderLine ?? 0, item, owner, lot, serial, inventoryStatus, work };
    const before = sumOf(shipment.goods, own);
    return {
      ...{ ...own, reservation: reservation.id, location: handsOf(operator), licensePlate: licensePlate ?? '' },
      quantityBase: before + partBase,
    };
  });
  return [...effects, { does: 'goods', shipment: shipment.shipment, where: 'picked', are: 'at-least', goods }];
}

type Kind = Pick<ShipmentGoods, 'order' | 'line' | 'item' | 'lot' | 'serial' | 'work'>;

/** How much of goods of one kind a shipment has; `isMeant` narrows it to some places. */
export function sumOf(
  goods: readonly ShipmentGoods[],
  kind: Kind,
  isMeant: (one: ShipmentGoods) => boolean = () => true,
): number {
  const isAlike = (one: ShipmentGoods) =>
    one.order === kind.order &&
    one.line === kind.line &&
    one.item === kind.item &&
    one.lot === kind.lot &&
    one.serial === kind.serial &&
    (one.work ?? null) === (kind.work ?? null);
  return goods.reduce((sum, one) => (isAlike(one) && isMeant(one) ? sum + one.quantityBase : sum), 0);
}

/** What of a work's goods is in somebody's hands. */
export function inHandFor(work: string, goods: readonly ShipmentGoods[]): ShipmentGoods[] {
  return goods.filter((one) => one.work === work && isInHand(one));
}
