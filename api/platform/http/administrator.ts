import { isPermitted } from '#shared/command/roles.ts';
import { uuidV7 } from '#shared/kernel/id.ts';
import { problem } from '#shared/kernel/problem.ts';
import { permitsIn } from '../auth.ts';
import { canonicalJson } from '../canonical-json.ts';
import type { Services } from '../services.ts';
import type { AppTrx } from '../store.ts';
import type { Caller, Person } from './caller.ts';
import { HttpProblem } from './problem.ts';
import { asPerson } from './routes.ts';

/** Stands for every warehouse, those to come included. */
export const everyWarehouse = '*';

/**
 * The caller as a person who holds the permit in each of these warehouses, else 403: whoever administers one warehouse
 * changes nothing that reaches into another.
 */
export function asPersonInAll(caller: Caller | undefined, warehouses: readonly string[], permit: string): Person {
  const person = asPerson(caller);
  const missing = warehouses.find((warehouse) => !isPermitted(permitsIn(person, warehouse), permit));
  if (missing === undefined) return person;
  throw new HttpProblem(403, problem('auth.permit_missing', { operation: permit, warehouse: missing }));
}

/** Whether two states of a thing are one: nothing is then written, and nobody else's knowledge of it grows stale. */
export function isSame(before: unknown, after: unknown): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

/** Writes into the audit log who changed what, with what it was before and what it is now; null for nothing. */
export function noteChange(
  { clock, random }: Pick<Services, 'clock' | 'random'>,
  trx: AppTrx,
  change: {
    readonly actor: Pick<Person, 'operator'>;
    readonly action: string;
    readonly subject: string;
    readonly before: unknown;
    readonly after: unknown;
  },
): void {
  const id = uuidV7(clock.now(), random.bytes(10));
  const actor = change.actor.operator;
  trx.publish({ kind: 'audit', ...change, id, at: trx.now, actor, commandId: null });
}
