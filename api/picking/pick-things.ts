import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import type { PickAlternative, PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { isToDo } from '#shared/ledger/pick-work.ts';
import { availableBase } from '#shared/ledger/stock-row.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { candidatesFor } from '../platform/facts/candidates.queries.ts';
import { firstPlaceOf } from '../platform/facts/places.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { holdOf } from './pick-facts.ts';
import { claimedWork, linesShown, linesWaitingFor, platesBroughtBack } from './pick-things.queries.ts';

/** Devices know the pick work that somebody has claimed, with all that is needed to do it without a network. */
export function addPickThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('pickWork', async (read, ids, warehouse) => {
    const things = new Map<string, PickWorkThing>();
    for (const id of ids) {
      const thing = await thingOf(read, id, warehouse);
      if (thing) things.set(id, thing);
    }
    return things;
  });
}

async function thingOf(read: Runner, id: string, warehouse: string): Promise<PickWorkThing | null> {
  const work = await read.one(claimedWork, { id, warehouse });
  if (!work) return null;
  const stock = new Map<string, Awaited<ReturnType<typeof candidatesFor>>>();
  const lines: PickLineThing[] = [];
  const isBack = work.type === 'put_back';
  const plates = new Map(
    isBack ? (await read.all(platesBroughtBack, { work: id })).map((row) => [row.work_line, row.license_plate]) : [],
  );
  for (const row of await read.all(linesShown, { work: id })) {
    const isOpen = !isBack && isToDo(row);
    const rows = stock.get(row.item_key) ?? (isOpen ? await candidatesFor(read, warehouse, row.item_key) : []);
    stock.set(row.item_key, rows);
    const more = {
      ...(work.type === 'replenish' && { moreBase: freeBeside(row, rows) }),
      ...(isBack && { goodsOn: plates.get(row.line) ?? '' }),
    };
    lines.push({ ...lineOf(row, alternativesOf(row, rows)), ...more });
  }
  const { consignee } = JSON.parse(work.document ?? '{}') as { consignee?: { name?: string } };
  return {
    work: work.id,
    type: work.type,
    status: work.status,
    order: work.order_key,
    orderNumber: work.order_number,
    shipment: work.shipment,
    load: work.load_number,
    wave: work.wave,
    priority: work.priority ?? 0,
    zone: work.zone ?? '',
    customer: consignee?.name ?? null,
    claimedBy: work.claimed_by,
    claimedUntil: work.claimed_at === null ? null : work.claimed_at + claimLeaseMs,
    trolleyPosition: work.trolley_position,
    targetPlate: work.target_plate,
    putTo: isBack ? null : await putToOf(read, warehouse, work),
    ...(isBack && { goodsAt: work.from_location }),
    ...(work.type === 'replenish' && {
      waitingLines: Number((await read.one(linesWaitingFor, { work: id }))?.lines ?? 0),
    }),
    lines,
  };
}

type WorkRow = RowOf<typeof claimedWork>;

/** The face that is meant; or where its shipment's goods stand, will stand, or mostly do. */
async function putToOf(read: Runner, warehouse: string, work: WorkRow): Promise<string | null> {
  if (work.type === 'replenish') return work.planned_location;
  return work.staging ?? work.to_location ?? (await firstPlaceOf(read, warehouse, 'staging'))?.code ?? null;
}

/** What stands with the goods of a line and nobody was promised. */
function freeBeside(row: LineRow, rows: Awaited<ReturnType<typeof candidatesFor>>): number {
  const beside = rows.filter(
    (one) =>
      one.location === row.location &&
      one.licensePlate === row.license_plate &&
      one.owner === row.owner &&
      one.lot === row.lot &&
      one.inventoryStatus === row.inventory_status,
  );
  return beside.reduce((sum, one) => sum + availableBase(one, one.locationType), 0);
}

type LineRow = RowOf<typeof linesShown>;

function lineOf(row: LineRow, alternatives: readonly PickAlternative[]): PickLineThing {
  const isInUnit = row.numerator !== null && row.denominator !== null;
  const substitutes = JSON.parse(row.substitutes ?? '[]') as string[];
  return {
    line: row.line,
    status: row.status,
    location: row.location,
    walkSequence: row.walk_sequence,
    licensePlate: row.license_plate,
    item: row.item_key,
    itemNumber: row.number,
    description: row.description,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    expiryDate: row.expiry_date,
    inventoryStatus: row.inventory_status,
    quantityBase: row.quantity_base,
    pickedBase: row.picked_base,
    unit: isInUnit ? row.unit : row.base_unit,
    unitFraction: isInUnit
      ? { numerator: row.numerator ?? 1, denominator: row.denominator ?? 1 }
      : { numerator: 1, denominator: 1 },
    baseUnit: row.base_unit,
    decimals: row.decimals,
    orderLine: row.order_line,
    isLotFixed: row.ordered_lot !== null || row.ordered_serial !== null,
    alternatives,
    substitutes: substitutes.map((number) => itemKey(row.source_system, number)),
    blockedBy: row.blocked_by,
    ...holdOf(row),
  };
}

const alternativesAtMost = 8;

/** Where else such goods are that nobody was promised, in walking order. */
function alternativesOf(row: LineRow, rows: Awaited<ReturnType<typeof candidatesFor>>): PickAlternative[] {
  const isLotFixed = row.ordered_lot !== null;
  return rows
    .filter((one) => one.owner === row.owner && one.inventoryStatus === row.inventory_status)
    .filter((one) => !isLotFixed || one.lot === row.lot)
    .filter((one) => one.location !== row.location || one.licensePlate !== row.license_plate || one.lot !== row.lot)
    .map((one) => ({ one, availableBase: availableBase(one, one.locationType) }))
    .filter((each) => each.availableBase > 0)
    .sort((a, b) => a.one.walkSequence - b.one.walkSequence)
    .slice(0, alternativesAtMost)
    .map(({ one: { location, licensePlate, lot, serial, ...one }, availableBase: freeBase }) => ({
      ...{ location, licensePlate, lot, serial, availableBase: freeBase },
      ...{ walkSequence: one.walkSequence, expiryDate: one.expiryDate, firstAt: one.firstAt },
    }));
}
