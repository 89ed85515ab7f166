import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import type { PickAlternative, PickLineThing, PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { isToDo } from '#shared/ledger/pick-work.ts';
import { availableBase } from '#shared/ledger/stock-row.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { candidatesForItems } from '../platform/facts/candidates.queries.ts';
import { firstPlaceOf } from '../platform/facts/places.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { holdOf } from './pick-facts.ts';
import {
  claimedWorks,
  linesShown,
  linesWaitingFor,
  platesBroughtBack,
  promisedOfBrought,
} from './pick-things.queries.ts';

/** Devices know the pick work that somebody has claimed, with all that is needed to do it without a network. */
export function addPickThings(_routes: Routes, { thingLoaders }: Services): void {
  thingLoaders.set('pickWork', loadPickWorks);
}

async function loadPickWorks(read: Runner, ids: readonly string[], warehouse: string) {
  const claimed = await read.all(claimedWorks, { ids, warehouse });
  if (claimed.length === 0) return new Map<string, PickWorkThing>();
  const around = await aroundOf(read, warehouse, claimed);
  return new Map(claimed.map((work) => [work.id, thingOf(work, around)]));
}

type WorkRow = RowOf<typeof claimedWorks>;
type LineRow = RowOf<typeof linesShown>;
type Stock = ReadonlyMap<string, readonly StockCandidate[]>;

interface Around {
  readonly lines: ReadonlyMap<string, readonly LineRow[]>;
  /** What stands of the items that are still to be picked. */
  readonly stock: Stock;
  /** By the work that brings goods back, what those of each line stand on. */
  readonly platesBack: ReadonlyMap<string | null, readonly RowOf<typeof platesBroughtBack>[]>;
  /** By the work that brings goods, how many lines wait for them. */
  readonly waiting: ReadonlyMap<string | null, number>;
  /** By the work that brings goods, how much of them is promised. */
  readonly promised: ReadonlyMap<string | null, number>;
  /** Where shipments are made up that nobody planned a place for. */
  readonly firstStaging: string | null;
}

async function aroundOf(read: Runner, warehouse: string, claimed: readonly WorkRow[]): Promise<Around> {
  const works = (isOfType: (type: string) => boolean) =>
    claimed.filter(({ type }) => isOfType(type)).map(({ id }) => id);
  const [back, brought] = [works((type) => type === 'put_back'), works((type) => type === 'replenish')];
  const lines = await read.all(linesShown, { works: works(() => true) });
  const picked = new Set(
    lines.filter((line) => isToDo(line) && !back.includes(line.work)).map((line) => line.item_key),
  );
  const plates = back.length > 0 ? await read.all(platesBroughtBack, { works: back }) : [];
  const waiting = brought.length > 0 ? await read.all(linesWaitingFor, { works: brought }) : [];
  const promised = brought.length > 0 ? await read.all(promisedOfBrought, { works: brought }) : [];
  const needsStaging = claimed.some((work) => ![...back, ...brought].includes(work.id) && plannedFor(work) === null);
  return {
    lines: Map.groupBy(lines, (line) => line.work),
    stock: picked.size > 0 ? await candidatesForItems(read, warehouse, picked) : new Map(),
    platesBack: Map.groupBy(plates, (row) => row.work),
    waiting: new Map(waiting.map((row) => [row.blocked_by, Number(row.lines)])),
    promised: new Map(promised.map((row) => [row.brought_by, Number(row.quantity_base)])),
    firstStaging: needsStaging ? ((await firstPlaceOf(read, warehouse, 'staging'))?.code ?? null) : null,
  };
}

function thingOf(work: WorkRow, around: Around): PickWorkThing {
  const isBack = work.type === 'put_back';
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
    putTo: isBack ? null : putToOf(work, around),
    ...(isBack && { goodsAt: work.from_location }),
    ...(work.type === 'replenish' && { waitingLines: around.waiting.get(work.id) ?? 0 }),
    lines: linesOf(work, around),
  };
}

/** The face that is meant; or where its shipment's goods stand, will stand, or mostly do. */
function putToOf(work: WorkRow, { firstStaging }: Around): string | null {
  return work.type === 'replenish' ? work.planned_location : (plannedFor(work) ?? firstStaging);
}

function plannedFor(work: WorkRow): string | null {
  return work.staging ?? work.to_location;
}

/** The lines in their order, those still to be picked with what else stands of their item. */
function linesOf(work: WorkRow, { lines, stock, platesBack, promised }: Around): PickLineThing[] {
  const isBack = work.type === 'put_back';
  const plates = new Map(platesBack.get(work.id)?.map((row) => [row.work_line, row.license_plate]));
  return (lines.get(work.id) ?? []).map((row) => {
    const rows = isToDo(row) && !isBack ? (stock.get(row.item_key) ?? []) : [];
    return {
      ...lineOf(row, alternativesOf(row, rows)),
      ...(work.type === 'replenish' && isToDo(row) && toBring(row, freeBeside(row, rows), promised.get(work.id) ?? 0)),
      ...(isBack && { goodsOn: plates.get(row.line) ?? '' }),
    };
  });
}

/** How much is to be brought to a pick face: no more than is promised to those who wait, and free; and what else is free. */
function toBring(row: LineRow, freeBase: number, promisedBase: number) {
  const quantityBase = Math.min(row.quantity_base, promisedBase + freeBase);
  return { quantityBase, moreBase: Math.max(0, promisedBase + freeBase - quantityBase) };
}

/** What stands with the goods of a line and nobody was promised. */
function freeBeside(row: LineRow, rows: readonly StockCandidate[]): number {
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
function alternativesOf(row: LineRow, rows: readonly StockCandidate[]): PickAlternative[] {
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
