import { hash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** The names of statements that every connection prepares once, by their texts. */
const names = new Map<string, string>();

/** A list of all columns changes its shape when a migration adds one, which a prepared statement does not survive. */
const everyColumn = /(?:^|[\s,.])\*(?! from unnest)/;

/**
 * Has each connection prepare a statement of this text when it first comes, and only run it from then on. For texts that
 * stay the same however often they run: a list that grows makes a new text each time, and each would be kept for ever.
 */
export function nameStatement(text: string): void {
  if (!names.has(text) && !everyColumn.test(text)) names.set(text, `s_${hash('sha256', text, 'hex').slice(0, 40)}`);
}

/** The pool, on whose connections statements that have a name are prepared under it. A new connection knows none yet. */
export function naming(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      const wrapped = known.get(client) ?? namingClient(client);
      known.set(client, wrapped);
      return wrapped;
    },
    end: () => pool.end(),
  };
}

function namingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: unknown[]) => {
    const name = names.get(text);
    return client.query(name === undefined ? { text, values } : { name, text, values });
  };
  return {
    // Kysely's type has a second form, for cursors, which nothing here opens.
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy) => client.release(destroy),
  };
}
