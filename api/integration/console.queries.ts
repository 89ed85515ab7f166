import type { Runner } from '../platform/db/connection.ts';

/** Every column but the body, which can be 5 MiB. */
const rowColumns = [
  'source_system',
  'message_id',
  'number',
  'type',
  'operation',
  'status',
  'order_number',
  'waiting_for',
  'errors',
  'origin',
  'received_at',
  'processed_at',
] as const;

export interface MessagesAsked {
  readonly sourceSystem?: string | undefined;
  readonly status?: string | undefined;
  /** The number of an order or the id of a message, whole. */
  readonly search?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** All source systems with the warehouses they work with. */
export async function sourceSystemsWithWarehouses(read: Runner) {
  const rows = await read.k.selectFrom('source_system').select(['code', 'warehouses']).orderBy('code').execute();
  return rows.map(({ code, warehouses }) => ({ code, warehouses: JSON.parse(warehouses) as readonly string[] }));
}

/**
 * Messages of one source system, newest first. With a status the index on it is walked backwards, so a page costs the
 * same however many messages there are.
 */
export function newestMessages(read: Runner, asked: MessagesAsked & { readonly sourceSystem: string }) {
  const { sourceSystem, status, search, before, limit } = asked;
  let query = read.k.selectFrom('message').select(rowColumns).where('source_system', '=', sourceSystem);
  if (status !== undefined) query = query.where('status', '=', status);
  if (search !== undefined) {
    query = query.where((eb) => eb.or([eb('order_number', '=', search), eb('message_id', '=', search)]));
  }
  if (before !== undefined) query = query.where('number', '<', before);
  return query.orderBy('number', 'desc').limit(limit).execute();
}

export type MessageColumns = Awaited<ReturnType<typeof newestMessages>>[number];

/** Messages that are not done, counted by status. */
export function openMessageCounts(read: Runner, sourceSystems: readonly string[]) {
  return read.k
    .selectFrom('message')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count')])
    .where('source_system', 'in', sourceSystems)
    .where('status', 'in', ['received', 'parked', 'failed', 'draft'])
    .groupBy('status')
    .execute();
}

/** The newest messages of one lane: about the same order, item or party. */
export function newestOfLane(read: Runner, sourceSystem: string, lane: string, limit: number) {
  return read.k
    .selectFrom('message')
    .select(rowColumns)
    .where('source_system', '=', sourceSystem)
    .where('lane', '=', lane)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
}
