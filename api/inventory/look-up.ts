import type { ExpectedLine, Found, StockLine, StockTotal } from '#shared/inventory/look-up.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { isClaimed } from '#shared/ledger/claim-lease.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { availableBase } from '#shared/ledger/stock-row.ts';
import type { Runner } from '../platform/db/connection.ts';
import { crossDockOffersFor, offersTold } from '../platform/facts/cross-dock.ts';
import { familyOf, stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import type { HistoryOf } from './history.queries.ts';
import { historyOf } from './history.ts';
import {
  documentsOf,
  expectedOnOrders,
  expectedOnPlate,
  fixedLocationsOf,
  itemRow,
  meaningsOf,
  nestingOf,
  openWorkOf,
  orderLinesOf,
  orderRow,
  type StockGroup,
  type StockOf,
  stockGroups,
} from './look-up.queries.ts';
import { foundLoad } from './look-up-load.ts';
import { locationShown } from './look-up-location.ts';

const stockShown = 60;
const expectedShown = 20;
const historyShown = 20;
const linesShown = 200;

/** Everything that a code can be the name of in a warehouse, each with where, how much, what is to come and what was. */
export async function lookUp(read: Runner, warehouse: string, code: string, nowMs: number): Promise<Found[]> {
  const meant = await meaningsOf(read, warehouse, code);
  const found = await Promise.all([
    ...(meant.plate === null ? [] : [foundPlate(read, warehouse, meant.plate, nowMs)]),
    ...(meant.location === null ? [] : [foundLocation(read, warehouse, meant.location, nowMs)]),
    ...meant.itemKeys.map((itemKey) => foundItem(read, warehouse, itemKey, nowMs)),
    ...meant.orderKeys.map((orderKey) => foundOrder(read, warehouse, orderKey)),
    ...(meant.load === null ? [] : [foundLoad(read, warehouse, meant.load)]),
    ...meant.lots.map((lot) => foundLot(read, warehouse, lot)),
    ...meant.serials.map((serial) => foundSerial(read, warehouse, code, serial)),
  ]);
  return found.filter((one) => one !== null);
}

async function foundPlate(read: Runner, warehouse: string, licensePlate: string, nowMs: number): Promise<Found> {
  const family = await familyOf(read, licensePlate);
  const plates = family.length > 0 ? family : [licensePlate];
  const [common, nesting, announced, work] = await Promise.all([
    commonOf(read, warehouse, { licensePlates: plates }, { of: 'licensePlate', licensePlate }),
    nestingOf(read, licensePlate),
    expectedOnPlate(read, warehouse, licensePlate),
    openWorkOf(read, warehouse, { licensePlates: plates }),
  ]);
  const announcedOn = announced[0]?.load_number ?? null;
  return {
    kind: 'licensePlate',
    name: licensePlate,
    sourceSystem: null,
    description: null,
    plate: { location: common.stock[0]?.location ?? null, ...nesting, announcedOn },
    ...common,
    expected: announced.map((row) => ({ ...expectedOf(row), licensePlate, load: row.load_number })),
    work: work.map((row) => workOf(row, nowMs)),
    ...(common.stock[0]?.locationType === 'receiving' && (await offered(read, warehouse, licensePlate, nowMs))),
  };
}

/** Orders that wait for what is on a plate at a dock. */
async function offered(
  read: Runner,
  warehouse: string,
  licensePlate: string,
  nowMs: number,
): Promise<Pick<Found, 'crossDock'>> {
  const rows = await stockOfFamily(read, licensePlate);
  const offers = await crossDockOffersFor(read, { warehouse, rows, nowMs });
  return offers.length > 0 ? { crossDock: await offersTold(read, offers) } : {};
}

async function foundLocation(read: Runner, warehouse: string, location: string, nowMs: number): Promise<Found | null> {
  const [common, shown, work] = await Promise.all([
    commonOf(read, warehouse, { location }, { of: 'location', location }),
    locationShown(read, warehouse, location),
    openWorkOf(read, warehouse, { location }),
  ]);
  if (!shown) return null;
  return {
    kind: 'location',
    name: location,
    sourceSystem: null,
    description: null,
    location: shown,
    ...common,
    expected: [],
    work: work.map((row) => workOf(row, nowMs)),
  };
}

async function foundItem(read: Runner, warehouse: string, itemKey: string, nowMs: number): Promise<Found | null> {
  const [common, item, fixedLocations, expected, work] = await Promise.all([
    commonOf(read, warehouse, { itemKey }, { of: 'item', itemKey }),
    itemRow(read, itemKey),
    fixedLocationsOf(read, warehouse, itemKey),
    expectedOnOrders(read, warehouse, { itemKey }, expectedShown),
    openWorkOf(read, warehouse, { itemKey }),
  ]);
  if (!item) return null;
  const weight = item.weight_milligrams;
  return {
    kind: 'item',
    name: item.number,
    sourceSystem: item.source_system,
    description: item.description,
    item: {
      category: item.category,
      abcClass: item.abc_class,
      weightKg: weight === null ? null : fromBase(weight, 6),
      fixedLocations,
      isActive: item.status === 'active',
    },
    ...common,
    expected: expected.map(expectedOf),
    work: work.map((row) => workOf(row, nowMs)),
  };
}

async function foundOrder(read: Runner, warehouse: string, orderKey: string): Promise<Found | null> {
  const [order, lines, documents, expected] = await Promise.all([
    orderRow(read, orderKey),
    orderLinesOf(read, orderKey, linesShown),
    documentsOf(read, orderKey),
    expectedOnOrders(read, warehouse, { orderKey }, linesShown),
  ]);
  if (!order) return null;
  return {
    kind: 'order',
    name: order.order_number,
    sourceSystem: order.source_system,
    description: null,
    order: {
      status: order.status,
      ...termsOf(order.document),
      documents,
      lines: lines.map((row) => ({
        line: row.line_number,
        item: row.number,
        description: row.description,
        status: row.status,
        expected: fromBase(row.quantity_base, row.decimals),
        registered: fromBase(row.registered_base, row.decimals),
        received: fromBase(row.received_base, row.decimals),
        unit: row.base_unit,
      })),
    },
    totals: [],
    stock: [],
    hasMoreStock: false,
    expected: expected.map(expectedOf),
    work: [],
    history: [],
    olderHistory: null,
    whyNot: null,
  };
}

interface OfItem {
  readonly item_key: string;
  readonly description: string;
  readonly source_system: string;
}

async function foundLot(
  read: Runner,
  warehouse: string,
  row: OfItem & { readonly lot: string; readonly expiry_date: string | null },
): Promise<Found> {
  const { item_key: itemKey, lot, expiry_date: expiryDate } = row;
  const [common, expected] = await Promise.all([
    commonOf(read, warehouse, { itemKey, lot }, { of: 'lot', itemKey, lot }),
    expectedOnOrders(read, warehouse, { itemKey, lot }, expectedShown),
  ]);
  return {
    kind: 'lot',
    name: lot,
    sourceSystem: row.source_system,
    description: null,
    of: { item: itemNumberOf(itemKey), description: row.description, expiryDate },
    ...common,
    expected: expected.map(expectedOf),
    work: [],
  };
}

async function foundSerial(read: Runner, warehouse: string, serial: string, row: OfItem): Promise<Found> {
  const { item_key: itemKey } = row;
  const common = await commonOf(read, warehouse, { itemKey, serial }, { of: 'serial', itemKey, serial });
  const expiryDate = common.stock[0]?.expiryDate ?? null;
  return {
    kind: 'serial',
    name: serial,
    sourceSystem: row.source_system,
    description: null,
    of: { item: itemNumberOf(itemKey), description: row.description, expiryDate },
    ...common,
    expected: [],
    work: [],
  };
}

type Common = Pick<Found, 'totals' | 'stock' | 'hasMoreStock' | 'history' | 'olderHistory' | 'whyNot'>;

/** What every meaning has: stock with its totals, and what became of it. */
async function commonOf(read: Runner, warehouse: string, meant: StockOf, asked: HistoryOf): Promise<Common> {
  const [groups, history] = await Promise.all([
    stockGroups(read, warehouse, meant),
    historyOf(read, warehouse, asked, null, historyShown),
  ]);
  return {
    totals: totalsOf(groups),
    stock: groups.slice(0, stockShown).map(stockLineOf),
    hasMoreStock: groups.length > stockShown,
    history: history.items,
    olderHistory: history.older,
    whyNot: whyNothingFree(groups),
  };
}

function freeBase(group: StockGroup): number {
  const { inventory_status: inventoryStatus, quantity_base: quantityBase, reserved_base: reservedBase } = group;
  return availableBase({ inventoryStatus, quantityBase, reservedBase }, group.location_type ?? '');
}

function stockLineOf(group: StockGroup): StockLine {
  const { decimals } = group;
  return {
    location: group.location,
    locationType: group.location_type ?? '',
    licensePlate: group.license_plate || null,
    item: group.number,
    sourceSystem: group.source_system,
    description: group.description,
    lot: group.lot || null,
    expiryDate: group.expiry_date,
    serial: group.serial || null,
    inventoryStatus: group.inventory_status,
    owner: group.owner,
    unit: group.base_unit,
    onHand: fromBase(group.quantity_base, decimals),
    reserved: fromBase(group.reserved_base, decimals),
    available: fromBase(freeBase(group), decimals),
  };
}

function totalsOf(groups: readonly StockGroup[]): StockTotal[] {
  const byItem = [...Map.groupBy(groups, ({ item_key }) => item_key).values()];
  return byItem.flatMap((ofItem) => {
    const [first] = ofItem;
    if (!first) return [];
    const sum = (read: (group: StockGroup) => number) =>
      fromBase(
        ofItem.reduce((total, group) => total + read(group), 0),
        first.decimals,
      );
    const byStatus = Map.groupBy(ofItem, ({ inventory_status }) => inventory_status);
    return {
      item: first.number,
      description: first.description,
      unit: first.base_unit,
      onHand: sum(({ quantity_base }) => quantity_base),
      reserved: sum(({ reserved_base }) => reserved_base),
      available: sum(freeBase),
      byStatus: [...byStatus].map(([inventoryStatus, of]) => ({
        inventoryStatus,
        onHand: fromBase(
          of.reduce((total, { quantity_base }) => total + quantity_base, 0),
          first.decimals,
        ),
      })),
    };
  });
}

/**
 * Why nothing of what is there can be promised: `stock.at_dock` it is not put away yet, `stock.in_quarantine`,
 * `stock.status_blocks` its status, `stock.all_reserved`. Null where something can, or nothing is there.
 */
function whyNothingFree(groups: readonly StockGroup[]): (Problem & { params: Record<string, string | number> }) | null {
  const [first] = groups;
  if (!first || groups.some((group) => freeBase(group) > 0)) return null;
  const every = (holds: (group: StockGroup) => boolean) => groups.every(holds);
  const params = { location: first.location, status: first.inventory_status };
  if (every(({ inventory_status }) => inventory_status !== 'available')) return told('stock.status_blocks', params);
  if (every(({ location_type }) => location_type === 'receiving')) return told('stock.at_dock', params);
  if (every(({ location_type }) => !useOf(location_type ?? '').isReservable)) return told('stock.not_for_sale', params);
  return told('stock.all_reserved', params);
}

function told(code: string, params: Record<string, string | number>) {
  return { ...problem(code, params), params };
}

interface ExpectedRow {
  readonly order_number: string;
  readonly document: string;
  readonly line_number: number;
  readonly lot: string | null;
  readonly quantity_base: number;
  readonly registered_base: number;
  readonly number: string;
  readonly description: string;
  readonly base_unit: string;
  readonly decimals: number;
}

function expectedOf(row: ExpectedRow): ExpectedLine {
  const { consigner, plannedAt } = termsOf(row.document);
  return {
    order: row.order_number,
    line: row.line_number,
    item: row.number,
    description: row.description,
    lot: row.lot,
    licensePlate: null,
    load: null,
    quantity: fromBase(row.quantity_base - row.registered_base, row.decimals),
    of: fromBase(row.quantity_base, row.decimals),
    unit: row.base_unit,
    plannedAt,
    from: consigner,
  };
}

/** Who sends an order and when it is planned to arrive, as its ERP wrote them. */
function termsOf(document: string): { readonly consigner: string | null; readonly plannedAt: string | null } {
  const { consigner, plannedReceiptStart } = JSON.parse(document) as {
    readonly consigner?: { readonly name?: string | null; readonly account?: string | null } | null;
    readonly plannedReceiptStart?: string | null;
  };
  return { consigner: consigner?.name ?? consigner?.account ?? null, plannedAt: plannedReceiptStart ?? null };
}

function workOf(row: Awaited<ReturnType<typeof openWorkOf>>[number], nowMs: number): Found['work'][number] {
  return {
    work: row.id,
    type: row.type,
    licensePlate: row.license_plate,
    item: row.item_key && itemNumberOf(row.item_key),
    from: row.from_location,
    claimedBy: isClaimed(row.claimed_by, row.claimed_at, nowMs) ? row.claimed_by : null,
  };
}
