import type {
  AnnouncedPlate,
  OnLoad,
  ReceivingLine,
  ReceivingOrder,
  RegisterLoadFacts,
} from '#shared/receiving/facts.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isPlanned } from '../platform/facts/loads.queries.ts';
import { announcedOfItem, findLoad, findLoadLine } from './load-facts.queries.ts';
import { ordersOnLoad } from './notice.queries.ts';

/** A load as registering needs it. */
export async function loadFacts(read: Runner, number: string): Promise<RegisterLoadFacts | null> {
  const row = await read.one(findLoad, { load: number });
  if (!row) return null;
  const { made_by: madeBy, ...load } = row;
  const orders = await read.all(ordersOnLoad, { load: number });
  return { ...load, isPlanned: isPlanned(madeBy), orders: orders.map(({ order_key }) => order_key) };
}

/** The plate as its load announces it, as far as the item is concerned. */
export async function announcedPlate(
  read: Runner,
  plate: { readonly load: string; readonly licensePlate: string; readonly itemKey: string },
): Promise<AnnouncedPlate> {
  const rows = await read.all(announcedOfItem, plate);
  const lines = rows.map((row) => ({
    position: row.position,
    order: row.order_key,
    line: row.line_number,
    item: row.item_key,
    lot: row.lot,
    expectedBase: row.quantity_base,
    registeredBase: row.registered_base,
  }));
  return { load: plate.load, lines };
}

interface Asked {
  /** The load that is meant; null: the one that the first registration makes. */
  readonly load: RegisterLoadFacts | null;
  readonly announced: AnnouncedPlate | null;
  readonly lot: string | null;
}

/**
 * The lines with what the load is to bring of each. A load that nobody planned brings whatever its orders still expect:
 * so does one that is yet to be made.
 */
export async function linesOnLoad(
  read: Runner,
  lines: readonly ReceivingLine[],
  { load, announced, lot }: Asked,
): Promise<ReceivingLine[]> {
  const onLoad: ReceivingLine[] = [];
  for (const line of lines) {
    const announcedBase = announced && leftOn(announced, line, lot);
    const said = load && (await lineOnLoad(read, load.number, line));
    const unplanned = { expectedBase: expectedOf(line), overPercent: line.overPercent, registeredBase: 0 };
    onLoad.push({
      ...line,
      onLoad: said ?? (load?.isPlanned ? null : unplanned),
      ...(announcedBase !== null && { announcedBase }),
    });
  }
  return onLoad;
}

/** What a load is to bring of a line; null where nothing was said of it. */
export async function lineOnLoad(
  read: Runner,
  load: string,
  { order, line }: Pick<ReceivingLine, 'order' | 'line'>,
): Promise<OnLoad | null> {
  const row = await read.one(findLoadLine, { load, orderKey: order, line });
  if (!row) return null;
  return {
    expectedBase: row.expected_base,
    overPercent: Number(row.over_percent),
    registeredBase: row.registered_base,
  };
}

function leftOn(announced: AnnouncedPlate, line: ReceivingLine, lot: string | null): number {
  return announced.lines
    .filter((each) => each.order === line.order && each.line === line.line && (each.lot === null || each.lot === lot))
    .reduce((sum, each) => sum + Math.max(0, each.expectedBase - each.registeredBase), 0);
}

/** What a load brings of a line that nobody spoke of: all that its order still expects. */
export function expectedOf(line: Pick<ReceivingLine, 'orderedBase' | 'receivedBase'>): number {
  return Math.max(0, line.orderedBase - line.receivedBase);
}

/** The load that a registration is for, where it matters: named, announcing the plate, or the only one and capped. */
export function loadInQuestion(
  named: string | undefined,
  announcedOn: string | null,
  [order]: readonly ReceivingOrder[],
): string | null {
  const only = order?.openLoads.length === 1 ? order.openLoads[0] : undefined;
  return named ?? announcedOn ?? (order?.settings?.overReceipt === 'block' ? (only ?? null) : null);
}
