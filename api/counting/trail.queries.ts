import type { CountBody } from '#shared/counting/count.ts';
import type { TrailCommand } from '#shared/counting/trail.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';

const own = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('command')
    .select(['id', 'type', 'device', 'operator', 'sequence', 'occurred_at', 'body'])
    .where('id', '=', p('id')),
);

const before = statement<{ device: string; from: number; to: number; operator: string; after: number }>()((k, p) =>
  k
    .selectFrom('command')
    .select(['id', 'type', 'occurred_at', 'body'])
    .where('device', '=', p('device'))
    .where('sequence', '>=', p('from'))
    .where('sequence', '<', p('to'))
    .where('operator', '=', p('operator'))
    .where('occurred_at', '>', p('after'))
    .where('outcome', '=', 'applied')
    .orderBy('sequence'),
);

/** What a command said was there, and when that was, ms; null where there is no such command. */
export async function countedBy(
  read: Runner,
  id: string,
): Promise<(Pick<CountBody, 'lines'> & { readonly at: number }) | null> {
  const row = await read.one(own, { id });
  if (!row) return null;
  const { lines = [] } = JSON.parse(row.body) as Partial<CountBody>;
  return { lines, at: row.occurred_at };
}

/** Nobody walks back further than this. */
const commandsBack = 40;
const msBack = 4 * 3_600_000;

/** What somebody did at their device before a command, and the command itself, in their order. */
export async function commandsUntil(read: Runner, id: string): Promise<TrailCommand[]> {
  const last = await read.one(own, { id });
  if (!last) return [];
  const { device, operator, sequence, occurred_at: at } = last;
  const asked = { device, operator, from: (sequence ?? 0) - commandsBack, to: sequence ?? 0, after: at - msBack };
  const earlier = sequence === null ? [] : await read.all(before, asked);
  return [...earlier, last].map((row) => ({
    id: row.id,
    type: row.type,
    occurredAt: row.occurred_at,
    body: JSON.parse(row.body) as TrailCommand['body'],
  }));
}
