import type { Reconciliation, ReconciliationHint, ReconciliationLine } from '#shared/documents/reconciliation.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { instant } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { Settlement } from '../platform/published-row.ts';
import { bookedByErp } from './booked-by-erp.ts';
import type { itemsOfNumber, ReconciledRow } from './reconcile.queries.ts';
import { documentsLastTold, reconciledRows, reversedDocuments } from './reconcile.queries.ts';

export type ReconciledItem = Awaited<ReturnType<typeof itemsOfNumber>>[number];

/** More lines than this are summed. */
const linesAtMost = 200;
const hintsAtMost = 20;

/**
 * Why the ERP says one number and the warehouse another: every change of an item that its ERP was not told of, or was told
 * of and did not confirm, so that what it must have and these lines come to what is on hand. With what the ERP says it has,
 * how far they explain it.
 */
export async function reconcile(
  read: Runner,
  item: ReconciledItem,
  asked: { readonly warehouse: string; readonly erpBase: number | null; readonly nowMs: number },
): Promise<Reconciliation> {
  const { warehouse, nowMs } = asked;
  const rows = await reconciledRows(read, { itemKey: item.item_key, warehouse }, nowMs);
  const inUnit = (base: number) => fromBase(base, item.decimals);
  const standing = rows.filter((row) => row.part === 'standing');
  const onHandBase = sumOf(standing);
  const gaps = gapsIn(rows.filter((row) => row.part === 'change'));
  const notToldBase = sumOf(gaps.filter((gap) => gap.number === null));
  const confirmedBase = onHandBase - sumOf(gaps);
  const more = gaps.slice(linesAtMost);
  const judged = bookedByErp({ ...asked, onHandBase, confirmedBase, reportedBase: onHandBase - notToldBase, gaps });
  const { booked, apartBase } = judged;
  return {
    item: item.number,
    description: item.description,
    sourceSystem: item.source_system,
    warehouse,
    unit: item.base_unit,
    position: rows[0]?.position ?? 0,
    onHand: inUnit(onHandBase),
    reportedToErp: inUnit(onHandBase - notToldBase),
    confirmed: inUnit(confirmedBase),
    inTransit: inUnit(sumOf(rows.filter((row) => row.part === 'coming'))),
    byStatus: standing
      .filter((row) => row.quantity_base !== 0)
      .map((row) => ({ inventoryStatus: row.inventory_status ?? '', onHand: inUnit(row.quantity_base) }))
      .sort((one, other) => (one.inventoryStatus < other.inventoryStatus ? -1 : 1)),
    lines: gaps.slice(0, linesAtMost).map((gap) => lineOf(gap, inUnit, booked)),
    more:
      more.length === 0
        ? null
        : {
            lines: more.length,
            quantity: inUnit(sumOf(more)),
            inErp: booked && inUnit(sumOf(more.filter((gap) => booked.has(gap)))),
          },
    hints: [
      ...(await reversalsOf(read, item, warehouse)),
      ...(apartBase.length === 0 ? [] : await suspects(read, item, warehouse, apartBase)),
    ],
    erp: judged.verdict && {
      quantity: inUnit(judged.erpBase),
      difference: inUnit(onHandBase - judged.erpBase),
      verdict: judged.verdict,
      unexplained: inUnit(apartBase[0] ?? 0),
    },
  };
}

/** Changes of one document, or of what waits for one, as one row: what came and went again is none. Newest first. */
function gapsIn(rows: readonly ReconciledRow[]): ReconciledRow[] {
  const gaps = new Map<string, ReconciledRow>();
  for (const row of rows) {
    const key = row.number === null ? `waits for ${row.coverage}` : `${row.number} ${row.version}`;
    const known = gaps.get(key);
    gaps.set(key, known ? { ...together(known, row), quantity_base: known.quantity_base + row.quantity_base } : row);
  }
  return [...gaps.values()]
    .filter((gap) => gap.quantity_base !== 0)
    .sort((one, other) => (other.at ?? 0) - (one.at ?? 0) || (keyOf(one) < keyOf(other) ? -1 : 1));
}

/** What two changes have in common. */
function together(one: ReconciledRow, other: ReconciledRow): ReconciledRow {
  const members = [
    'reason',
    'order_key',
    'load_number',
    'location',
    'license_plate',
    'lot',
    'inventory_status',
  ] as const;
  const differing = members.filter((member) => one[member] !== other[member]);
  return { ...one, ...Object.fromEntries(differing.map((member) => [member, null])) };
}

function keyOf(row: ReconciledRow): string {
  return row.number ?? row.coverage ?? '';
}

function lineOf(
  gap: ReconciledRow,
  inUnit: (base: number) => number,
  booked: ReadonlySet<ReconciledRow> | null,
): ReconciliationLine {
  const said = gap.acknowledgement === null ? null : (JSON.parse(gap.acknowledgement) as { reason: string | null });
  const told = said === null ? 'not-confirmed' : 'rejected';
  return {
    kind: gap.number === null ? 'not-told' : told,
    quantity: inUnit(gap.quantity_base),
    reason: gap.reason,
    at: instant(gap.at ?? 0),
    documentKind: gap.document_kind ?? '',
    documentNumber: gap.number,
    version: gap.version,
    said: said?.reason ?? null,
    order: gap.order_key === null ? null : gap.order_key.slice(gap.order_key.indexOf(':') + 1),
    load: gap.load_number,
    location: gap.location,
    licensePlate: gap.license_plate,
    lot: gap.lot,
    inventoryStatus: gap.inventory_status,
    by: gap.operator,
    commandId: gap.command_id,
    inErp: booked === null ? null : booked.has(gap),
  };
}

/** Documents that were taken back, of which the ERP may still have what they told. */
async function reversalsOf(read: Runner, item: ReconciledItem, warehouse: string): Promise<ReconciliationHint[]> {
  const rows = await reversedDocuments(read, { item, warehouse, limit: hintsAtMost });
  return rows.flatMap((row) => {
    const { legs, isReported } = JSON.parse(row.settles ?? '{"legs":[]}') as Settlement;
    const base = sumOf(legs.filter((leg) => leg.item_key === item.item_key));
    return isReported && base !== 0 ? [hint('reversed', row, fromBase(base, item.decimals))] : [];
  });
}

/** The last documents of the item that alone would make the difference: had the ERP booked one twice, or not at all. */
async function suspects(
  read: Runner,
  item: ReconciledItem,
  warehouse: string,
  apartBase: readonly number[],
): Promise<ReconciliationHint[]> {
  const documents = await documentsLastTold(read, { itemKey: item.item_key, warehouse });
  const found = documents.flatMap((row) => {
    const quantity = fromBase(row.quantity_base, item.decimals);
    if (apartBase.includes(row.quantity_base)) return [hint('booked-twice', row, quantity)];
    return row.isConfirmed && apartBase.includes(-row.quantity_base) ? [hint('not-booked', row, quantity)] : [];
  });
  return found.slice(0, hintsAtMost);
}

function hint(
  kind: ReconciliationHint['kind'],
  row: { readonly kind: string; readonly number: string; readonly version: number; readonly at: number },
  quantity: number,
): ReconciliationHint {
  const { kind: documentKind, number: documentNumber, version, at } = row;
  return { kind, quantity, at: instant(at), documentKind, documentNumber, version };
}

function sumOf(rows: readonly { readonly quantity_base: number }[]): number {
  return rows.reduce((sum, row) => sum + row.quantity_base, 0);
}
