import type { Found, LookUpAnswer, StockTotal } from '#shared/inventory/look-up.ts';
import type { HistoryLine } from '#shared/inventory/look-up-history.ts';
import type { FoundLoad } from '#shared/inventory/look-up-inbound.ts';
import type { StockLine } from '#shared/inventory/stock-line.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { badgeOfHands } from '#shared/ledger/location-type.ts';
import type { Prompt, Row, World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, codeWords, problemWords, type TextKey, type Words, words } from '../ui/words.ts';
import type { Meant } from './look-up.states.ts';
import { paperRows, paperSummary } from './look-up-paper.answer.ts';

type Detail = NonNullable<Prompt['details']>[number];

/** What the server is asked for a code. */
export function lookUpPath(code: string): string {
  return `look-up?${new URLSearchParams({ code })}`;
}

/** Every meaning that the server knows of a code; null: it was not asked yet, or cannot be reached. */
export function meaningsOf(code: string, world: World): readonly Found[] | null {
  const answered = world.asked(lookUpPath(code));
  return answered ? (answered.body as LookUpAnswer).items : null;
}

/** What the server says of one meaning; null where it says nothing. */
export function foundFor({ code, kind, name, sourceSystem }: Meant, world: World): Found | null {
  const isMeant = (found: Found) =>
    found.kind === kind && found.name === name && (found.sourceSystem ?? null) === sourceSystem;
  return meaningsOf(code, world)?.find(isMeant) ?? null;
}

export function meant(kind: Meant['kind'], name: string): Meant {
  return { code: name, kind, name, sourceSystem: null };
}

/** The same for an item or an order by its key. */
export function meantByKey(kind: 'item' | 'order', key: string): Meant {
  const name = itemNumberOf(key);
  return { code: name, kind, name, sourceSystem: sourceSystemOf(key) };
}

/** When what is shown was so: now, by the server; or when the device was last in step. */
export function asOf(code: string, world: World): Detail[] {
  const answered = world.asked(lookUpPath(code));
  if (answered) return [{ label: 'lookUp.asOf', value: words('lookUp.server', { time: { atMs: answered.atMs } }) }];
  const { syncedAtMs } = world;
  const time = syncedAtMs === null ? '–' : { atMs: syncedAtMs };
  return [{ label: 'lookUp.asOf', value: words('lookUp.thisDevice', { time }) }];
}

/** What the server knows of something, for the steps that ask what it is, where it is and how much. */
export function foundPrompt(found: Found): Prompt {
  return {
    ...titleOf(found),
    ...(found.whyNot && { notice: problemWords(found.whyNot) }),
    details: [
      ...detailsOf(found),
      ...(found.load ? loadDetails(found.load) : []),
      ...(found.paper ? paperSummary(found.paper) : []),
      ...found.totals.slice(0, 3).flatMap((total) => totalOf(total, found)),
      ...expectedIn(found),
      ...(found.crossDock ?? []).map(waitedForBy),
    ],
    rows: firstOf(rowsOf(found)),
  };
}

/** So many rows are shown at once: more would have to be scrolled through with gloves on. */
export const rowsAtOnce = 12;

/** The first rows of a long list, and how many there are besides. */
function firstOf(rows: readonly Row[]): Row[] {
  if (rows.length <= rowsAtOnce) return [...rows];
  const more = words('lookUp.moreOf', { count: rows.length - rowsAtOnce });
  return [...rows.slice(0, rowsAtOnce), { title: more }];
}

/** An order that waits for goods at the dock. */
function waitedForBy({ order, quantity, unit, location }: NonNullable<Found['crossDock']>[number]): Detail {
  const value = words('lookUp.crossDockTo', { order, quantity, unit, location: location ?? '–' });
  return { label: 'lookUp.crossDock', value };
}

/** Lines of a paper, else where the goods are. */
export function rowsOf(found: Found): Row[] {
  if (found.paper && found.kind !== 'carton') return paperRows(found);
  if (found.order) return orderRows(found.order);
  return found.load ? found.load.lines.map(loadRow) : stockRows(found);
}

export const kindNames = {
  location: 'lookUp.location',
  licensePlate: 'lookUp.plateTitle',
  item: 'lookUp.item',
  order: 'lookUp.order',
  load: 'lookUp.load',
  lot: 'lookUp.lotTitle',
  serial: 'lookUp.serialTitle',
  outboundOrder: 'lookUp.outboundOrder',
  shipment: 'lookUp.shipment',
  outboundLoad: 'lookUp.outboundLoad',
  carton: 'lookUp.carton',
  work: 'lookUp.workTitle',
  wave: 'lookUp.wave',
} as const satisfies Record<Found['kind'], TextKey>;

export function kindName(kind: Found['kind']): Words {
  return words(kindNames[kind]);
}

function titleOf(found: Found): Pick<Prompt, 'ask' | 'large' | 'about'> {
  if (found.kind === 'licensePlate') {
    const large = found.plate?.location ?? words('lookUp.nowhere');
    return { ask: words('lookUp.plate'), large, about: grouped(found.name) };
  }
  if (found.kind === 'item') return { ask: found.description ?? '', large: found.name };
  if (found.kind === 'carton') {
    const large = found.plate?.location ?? codeWords('paperStatus', found.paper?.status ?? '');
    return { ask: kindName(found.kind), large, about: grouped(found.name) };
  }
  const about = found.of ? `${found.of.item} · ${found.of.description}` : aboutPaper(found);
  return { ask: kindName(found.kind), large: found.name, ...(about && { about }) };
}

/** Whom it is for or from; what kind of work it is. */
function aboutPaper({ kind, description, paper, order }: Found): Words | null | undefined {
  if (kind === 'work' && description !== null) {
    const type = codeWords('workType', description);
    return paper?.consignee ? words('lookUp.workFor', { type, consignee: paper.consignee }) : type;
  }
  return paper?.consignee ?? order?.consigner ?? description;
}

function detailsOf({ location, plate, item, order, of, work }: Found): Detail[] {
  const details: [TextKey, Words | null | undefined][] = [
    ['lookUp.type', location && codeWords('placeType', location.type)],
    ['lookUp.zone', location?.zone],
    ['lookUp.capacity', location?.capacityPlates == null ? null : `${location.plates} / ${location.capacityPlates}`],
    ['lookUp.weight', location?.capacityKg == null ? null : `${location.weightKg} / ${location.capacityKg} kg`],
    [
      'lookUp.volume',
      location?.capacityLitres == null ? null : `${roundLitres(location.volumeLitres)} / ${location.capacityLitres} l`,
    ],
    ['lookUp.fixedItem', location?.fixedItem],
    ['lookUp.parent', plate?.parent && grouped(plate.parent)],
    ['lookUp.nested', plate && plate.nested.length > 0 ? plate.nested.map(grouped).join(', ') : null],
    ['lookUp.announced', plate?.announcedOn],
    ['lookUp.belongsTo', item && item.fixedLocations.length > 0 ? item.fixedLocations.join(', ') : null],
    ['lookUp.status', order && codeWords('orderStatus', order.status)],
    ['lookUp.documents', order && order.documents.length > 0 ? order.documents.join(', ') : null],
    ['receive.expiry', of?.expiryDate],
    [
      'lookUp.waits',
      work.length > 0 ? words('lookUp.waiting', { count: work.length, from: work[0]?.from ?? '' }) : null,
    ],
  ];
  return details.flatMap(([label, value]): Detail[] => (value == null || value === '' ? [] : [{ label, value }]));
}

/** Nobody at a shelf reads millilitres. */
function roundLitres(litres: number): number {
  return Math.round(litres * 10) / 10;
}

/** How much of an item there is; of which item where there are several; and how much has which status. */
function totalOf({ item, unit, onHand, available, byStatus }: StockTotal, { totals }: Found): Detail[] {
  const all = words(onHand === available ? 'lookUp.quantity' : 'lookUp.onHandFree', {
    quantity: onHand,
    onHand,
    available,
    unit,
  });
  const value = totals.length === 1 ? all : words('lookUp.ofItem', { item, quantity: all });
  const parts = byStatus.map(({ inventoryStatus, onHand: quantity }) =>
    words('lookUp.withStatus', { quantity, status: codeWords('stockStatus', inventoryStatus) }),
  );
  const details: Detail[] = [{ label: 'lookUp.onHand', value }];
  return parts.length < 2
    ? details
    : [...details, { label: 'lookUp.byStatus', value: words('lookUp.list', { parts }) }];
}

function expectedIn({ expected, kind }: Found): Detail[] {
  const [first] = expected;
  if (!first || kind === 'order' || expected.some(({ unit }) => unit !== first.unit)) return [];
  const quantity = expected.reduce((sum, line) => sum + line.quantity, 0);
  return [{ label: 'lookUp.expected', value: amount(quantity, first.unit) }];
}

function stockRows({ kind, stock, hasMoreStock }: Found): Row[] {
  const rows = stock.map((line) =>
    kind === 'location' || kind === 'licensePlate' || kind === 'carton' ? whatRow(line) : whereRow(line),
  );
  return hasMoreStock ? [...rows, { title: words('lookUp.moreRows') }] : rows;
}

/** Stock by where it is. */
function whereRow(line: StockLine): Row {
  return { title: line.location, ...marksOf(line), value: quantities(line.onHand, line.available, line.unit) };
}

/** Stock by what it is. */
function whatRow(line: StockLine): Row {
  const { item, description, onHand, available, unit } = line;
  return { title: `${item} · ${description}`, ...marksOf(line), value: quantities(onHand, available, unit) };
}

/** Plate, lot, serial and expiry date, and the status where it is not the usual one. */
function marksOf({ licensePlate, lot, serial, expiryDate, inventoryStatus }: StockLine): Pick<Row, 'detail' | 'tone'> {
  const marks = [licensePlate && grouped(licensePlate), lot, serial, expiryDate].filter((mark) => mark);
  if (inventoryStatus === 'available') return marks.length > 0 ? { detail: marks.join(' · ') } : {};
  const status = codeWords('stockStatus', inventoryStatus);
  return { detail: words('lookUp.marks', { marks: marks.join(' · '), status }), tone: 'warn' };
}

function orderRows({ lines }: NonNullable<Found['order']>): Row[] {
  return lines.map(({ item, description, registered, expected, unit }) => ({
    title: description,
    detail: item,
    value: words('lookUp.arrivedOf', { arrived: registered, expected, unit }),
    tone: registered >= expected ? ('good' as const) : ('open' as const),
  }));
}

/** How far a load is, and what came with its papers. */
export function loadDetails(load: Omit<FoundLoad, 'lines'>): Detail[] {
  const { status, expectedArrival, carrier, notes, orders, plates, documents } = load;
  const details: [TextKey, Words | null][] = [
    ['lookUp.status', codeWords('loadStatus', status)],
    ['lookUp.arrival', expectedArrival && words('lookUp.at', { time: { atMs: Date.parse(expectedArrival) } })],
    ['lookUp.carrier', carrier],
    ['lookUp.orders', orders.join(', ')],
    ['lookUp.platesIn', plates.announced > 0 ? `${plates.received} / ${plates.announced}` : null],
    ['lookUp.documents', documents.join(', ')],
    ['lookUp.notes', notes],
  ];
  return details.flatMap(([label, value]): Detail[] => (value === null || value === '' ? [] : [{ label, value }]));
}

/** What a load is to bring of an order line, and what came. */
export function loadRow({ order, line, item, description, expected, registered, unit }: FoundLoad['lines'][number]) {
  return {
    title: description,
    detail: words('receive.orderLine', { order, line, item }),
    value: words('lookUp.arrivedOf', { arrived: registered, expected, unit }),
    tone: registered >= expected ? ('good' as const) : ('open' as const),
  };
}

/** How many are there; and how many of them are free, where that differs. */
export function quantities(onHand: number, available: number, unit: string): Words {
  return onHand === available ? amount(onHand, unit) : words('lookUp.onHandFree', { onHand, available, unit });
}

export function expectedRows({ expected }: Found): Row[] {
  return expected.map(({ order, line, quantity, unit, from, plannedAt, licensePlate, description, load }) => ({
    title: words('lookUp.onOrder', { order, line }),
    value: amount(quantity, unit),
    detail: [description, from, licensePlate && grouped(licensePlate), load, plannedAt?.slice(0, 10)]
      .filter((part) => part)
      .join(' · '),
  }));
}

/** Movements in plain words: what was done with how much, from where to where, by whom and when. */
export function historyRows(lines: readonly HistoryLine[], of: Meant): Row[] {
  return lines.map((line) => ({
    title: words(historyKey(line), {
      what: of.kind === 'location' || of.kind === 'licensePlate' ? ` ${line.item}` : '',
      quantity: line.quantity,
      unit: line.unit,
    }),
    detail: turnWords(line),
  }));
}

/** From where to where; of goods whose status was changed, from which to which. Who did it, and when. */
function turnWords({ reason, from, to, fromStatus, toStatus, by, byName, at }: HistoryLine): Words {
  const told = { by: byName ?? by, time: { atMs: Date.parse(at) } };
  if (reason !== 'status') return words('lookUp.moved', { from: placeWords(from), to: placeWords(to), ...told });
  const [before, after] = [codeWords('stockStatus', fromStatus), codeWords('stockStatus', toStatus)];
  return words('lookUp.restated', { place: placeWords(from), from: before, to: after, ...told });
}

const historyKeys = ['receive', 'put', 'move', 'pick', 'ship', 'adjust', 'count', 'status', 'return'] as const;

function historyKey({ reason, isCorrection }: HistoryLine): TextKey {
  if (reason === 'receive' && isCorrection) return 'history.undo';
  const known = historyKeys.find((key) => key === reason);
  return known ? `history.${known}` : 'history.move';
}

const outsides = ['supplier', 'customer', 'scrap', 'adjustment', 'transit'] as const;

function placeWords(code: string) {
  const outside = outsides.find((name) => `@${name}` === code);
  if (outside) return words(`outside.${outside}`);
  const badge = badgeOfHands(code);
  return badge === null ? code : words('outside.hands', { badge });
}
