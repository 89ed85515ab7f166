import type { DocumentRow, PerUnit } from '../outside/books.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { Deed } from './deeds.ts';
import type { ErpBooks } from './erp-books.ts';
import { exactly, sumBy } from './exact.ts';
import { type KnownRegistration, reportedAt } from './registrations.ts';

/** The documents that one ERP was given. */
export type Told = Pick<ErpBooks, 'sourceSystem' | 'receipts' | 'journals' | 'slips' | 'perUnit'>;

/**
 * Receipts tell of every registration that stood when they were made, of each once, as it was made, and of nothing else;
 * the deltas of a registration say which receipt that is.
 */
export function checkReceipts(told: Told, registrations: readonly KnownRegistration[]): string[] {
  const own = new Map(
    registrations.filter((each) => each.sourceSystem === told.sourceSystem).map((each) => [each.id, each]),
  );
  const wrong = told.receipts.flatMap((row) => whatIsWrongWith(row, own, told.perUnit));
  const reported = reportedAt(told.receipts);
  for (const { id, delta, undoneAt, isLogged } of own.values()) {
    const receipt = reported.get(id);
    if (receipt && undoneAt !== undefined) wrong.push(`${receipt.documentNumber} tells of ${id}, which was undone`);
    const told = isLogged ? 'reported' : receipt ? `reported ${receipt.documentNumber}` : 'pending';
    const expected = undoneAt !== undefined && !isLogged ? 'withdrawn' : told;
    const covered = delta?.coveredBy;
    const found = [covered?.state, covered?.documentNumber].filter(Boolean).join(' ');
    if (delta && found !== expected) wrong.push(`delta ${delta.position} of ${id} is ${found}, and it is ${expected}`);
  }
  return wrong;
}

function whatIsWrongWith(
  row: DocumentRow,
  registrations: ReadonlyMap<string, KnownRegistration>,
  perUnit: PerUnit,
): string[] {
  const wrong: string[] = [];
  const say = (what: string): number => wrong.push(`${row.documentNumber}/${row.version}: ${what}`);
  const seen = new Set<string>();
  for (const {
    item,
    unit,
    orderNumber,
    lineNumber,
    receivedQuantity = 0,
    remainingQuantity = 0,
    details = [],
  } of row.lines) {
    const sum = details.reduce((total, { quantity }) => total + exactly(quantity), 0);
    const received = exactly(receivedQuantity * perUnit(item, unit));
    if (sum !== received) say(`the details of ${item} are ${sum / 1000}, the line ${received / 1000}`);
    if (remainingQuantity < 0) say(`less than nothing remains of ${item}`);
    for (const { id, licensePlate, lot, serial, owner, quantity } of details) {
      if (seen.has(id)) say(`${id} is there twice`);
      seen.add(id);
      const known = registrations.get(id);
      const expected = known && [known.order, known.line, known.item, ...goodsOf(known.delta)].join('/');
      const found = [orderNumber, lineNumber, item, licensePlate, lot, serial, owner, exactly(quantity)].join('/');
      if (expected !== found) say(`${id} is told of as ${found}, and is ${expected}`);
    }
  }
  return wrong;
}

function goodsOf(delta: KnownRegistration['delta']): unknown[] {
  return delta ? [delta.licensePlate, delta.lot, delta.serial, delta.owner, exactly(delta.quantity)] : ['no delta'];
}

/** Whatever stood registered on a load when it was completed, and was not told of yet, is told of by its receipts. */
export function checkCompletions(
  told: readonly Told[],
  deeds: readonly Deed[],
  registrations: readonly KnownRegistration[],
): string[] {
  const all = told.flatMap(({ receipts }) => receipts);
  const issued = new Map(all.filter(({ active }) => active).map((row) => [keyOf(row), row]));
  return deeds.flatMap(({ id, type, made }) => {
    if (type !== 'receiving.complete' || !made) return [];
    const named = (made.documents as { documentNumber: string; version: number }[]).map(keyOf);
    const receipts = named.flatMap((key) => issued.get(key) ?? []);
    const [first] = receipts;
    if (!first) return [];
    const at = Math.min(...receipts.map(({ position }) => position));
    const before = reportedAt(all, at - 1);
    const tells = new Set(
      receipts.flatMap(({ lines }) => lines.flatMap(({ details = [] }) => details.map((d) => d.id))),
    );
    const missing = registrations.filter(({ id: registration, load, delta, undoneAt = Number.POSITIVE_INFINITY }) => {
      const stood = load === first.load && delta !== undefined && delta.position < at && undoneAt > at;
      return stood && !before.has(registration) && !tells.has(registration);
    });
    return missing.map((each) => `${id} completed ${first.load}, and none of its receipts tells of ${each.id}`);
  });
}

/** What was not there where it was to be picked is written off like anything that is counted, and is put right again. */
const byTheWay: readonly string[] = [
  ...['picking.short_pick', 'picking.undo', 'replenishment.pick', 'counting.count', 'counting.review'],
];

const adjust = 'inventory.adjust';

const reversing: readonly string[] = ['receiving.reverse_completion', 'shipping.reverse_confirmation'];

/**
 * Every completion made the receipts that it answered, every confirmation its slips, every adjustment and every count its
 * journal; nobody made the others.
 */
export function checkMakers(told: readonly Told[], deeds: readonly Deed[], deltas: readonly DeltaRow[]): string[] {
  const wrong: string[] = [];
  const rows = Map.groupBy(
    told.flatMap((each) => [...each.receipts, ...each.journals, ...each.slips]),
    receiptKey,
  );
  for (const [what, same] of rows) if (same.length > 1) wrong.push(`${what} is in its feed ${same.length} times`);
  const receipts = new Set(told.flatMap((each) => [...each.receipts, ...each.slips].map(receiptKey)));
  const journals = new Map(
    told.flatMap(({ sourceSystem, journals: rows }) => rows.map((row) => [row.documentNumber, { sourceSystem, row }])),
  );
  const byCommand = Map.groupBy(deltas, ({ commandId }) => commandId);
  // An adjustment names its journal; what a count booked is found by what it says, among those that are left.
  const named = deeds.toSorted((one, other) => Number(other.type === adjust) - Number(one.type === adjust));
  for (const { id, type, body, made } of named) {
    const active = type === 'receiving.complete' || type === 'shipping.confirm';
    if ((active || reversing.includes(type)) && made) {
      for (const named of made.documents as { documentNumber: string; version: number }[]) {
        const key = receiptKey({ ...named, active });
        if (!receipts.delete(key)) wrong.push(`${id} made ${key}, which is not in its feed once`);
      }
    }
    if (byTheWay.includes(type) && made) {
      for (const [owner, rows] of Map.groupBy(byCommand.get(id) ?? [], (delta) => delta.owner)) {
        const own = changeOf(rows);
        const isIt = ([number, { sourceSystem, row }]: [string, { sourceSystem: string; row: DocumentRow }]): boolean =>
          sourceSystem === owner &&
          own === writtenOffBy(row) &&
          (own !== '' || number === made.journal || isCount(type));
        const told = [...journals].find(isIt);
        if (told) journals.delete(told[0]);
        else if (own !== '') wrong.push(`${type} ${id} made ${own}, and no journal says so`);
      }
    }
    if (type !== adjust || !made) continue;
    const journal = journals.get(String(made.journal));
    journals.delete(String(made.journal));
    const sum = (journal?.row.lines ?? []).reduce((total, { difference = 0 }) => total + exactly(difference), 0);
    const perUnit = told.find(({ sourceSystem }) => sourceSystem === body.sourceSystem)?.perUnit;
    const expected = exactly(Number(body.quantity) * (perUnit?.(String(body.item), String(body.unit)) ?? Number.NaN));
    const isRight = journal?.sourceSystem === body.sourceSystem && sum === expected;
    const items = new Set(journal?.row.lines.map(({ item, location }) => `${item} ${location}`));
    const isThere = items.size === 1 && items.has(`${body.item} ${body.location}`);
    if (!isRight || !isThere)
      wrong.push(`${id} counted ${expected / 1000}, its journal ${made.journal} says ${sum / 1000}`);
  }
  for (const key of [...receipts, ...journals.keys()]) wrong.push(`nobody made ${key}`);
  return wrong;
}

function isCount(type: string): boolean {
  return type.startsWith('counting.');
}

/** What a command changed of what there is, item by item; '' where it only moved things. */
function changeOf(deltas: readonly DeltaRow[]): string {
  return textOf(deltas.map(({ item, quantity }) => ({ item, quantity })));
}

function writtenOffBy({ lines }: DocumentRow): string {
  return textOf(lines.map(({ item, difference = 0 }) => ({ item, quantity: difference })));
}

function textOf(changes: readonly { readonly item: string; readonly quantity: number }[]): string {
  const sums = sumBy(
    changes,
    ({ item }) => item,
    ({ quantity }) => quantity,
  );
  return [...sums].flatMap(([item, sum]) => (sum === 0 ? [] : [`${sum / 1000} of ${item}`])).join(', ');
}

function receiptKey(row: { documentNumber: string; version: number; active: boolean }): string {
  return `${keyOf(row)} ${row.active ? 'issued' : 'reversed'}`;
}

function keyOf({ documentNumber, version }: { documentNumber: string; version: number }): string {
  return `${documentNumber}/${version}`;
}
