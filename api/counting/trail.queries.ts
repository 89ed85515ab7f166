import type { CountBody } from '#shared/counting/count.ts';
import type { TrailCommand } from '#shared/counting/trail.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';

const own = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('command')
    .select(['id', 'type', 'device', 'operator', 'sequence', 'occurred_at', 'body'])
    .where('id', '=', p('id')),
);

/** Ids begin with the instant at which their device made them, and are all that commands are sorted by. */
const before = statement<{
  device: string;
  from: number;
  to: number;
  operator: string;
  firstId: string;
  lastId: string;
}>()((k, p) =>
  k
    .selectFrom('command')
    .select(['id', 'type', 'occurred_at', 'body'])
    .where('id', '>=', p('firstId'))
    .where('id', '<', p('lastId'))
    .where('device', '=', p('device'))
    .where('sequence', '>=', p('from'))
    .where('sequence', '<', p('to'))
    .where('operator', '=', p('operator'))
    .where('outcome', '=', 'applied')
    .orderBy('sequence'),
);

/** What a command said was there, and when that was, ms; null where there is no such command. */
export async function countTold(
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
const msBack = 1_800_000;
/** Of commands that were made at the same moment any may have the smaller id. */
const momentMs = 1000;

/** What somebody did at their device before a command, and the command itself, in their order. */
export async function commandsUntil(read: Runner, id: string): Promise<TrailCommand[]> {
  const last = await read.one(own, { id });
  if (!last) return [];
  const { device, operator, sequence } = last;
  const madeAt = Number.parseInt(id.replace('-', '').slice(0, 12), 16);
  const asked = {
    ...{ device, operator, from: (sequence ?? 0) - commandsBack, to: sequence ?? 0 },
    ...{ firstId: firstIdAt(madeAt - msBack), lastId: firstIdAt(madeAt + momentMs) },
  };
  const earlier = sequence === null ? [] : await read.all(before, asked);
  return [...earlier, last].map((row) => ({
    id: row.id,
    type: row.type,
    occurredAt: row.occurred_at,
    body: JSON.parse(row.body) as TrailCommand['body'],
  }));
}

function firstIdAt(ms: number): string {
  return uuidV7(Math.max(0, ms), new Uint8Array(10));
}
