import type { Runner } from '../platform/db/connection.ts';
import { firstCommandIdAt } from '../platform/facts/command-ids.ts';
import { openStatus, pickType } from '../platform/facts/literals.ts';

/** How many people have pick work that they were heard of since `since` (ms). */
export async function pickersNow(read: Runner, warehouse: string, since: number): Promise<number> {
  const row = await read.k
    .selectFrom('work')
    .select((eb) => eb.fn.count<number>('claimed_by').distinct().as('people'))
    .where('warehouse', '=', warehouse)
    .where('type', '=', pickType)
    .where('status', '=', openStatus)
    .where('claimed_at', '>', since)
    .executeTakeFirst();
  return Number(row?.people ?? 0);
}

/** As many picks as are looked at: the newest. */
const picksRead = 300;

/** As many commands as are searched for picks: somebody who looks at waves is never waited for. */
const commandsSearched = 3000;

/** Picks made in a warehouse since an instant (ms), the newest first, as far as they are among the newest commands. */
export function newestPicks(read: Runner, warehouse: string, since: number) {
  return read.k
    .selectFrom((eb) =>
      eb
        .selectFrom('command')
        .select(['id', 'body', 'operator', 'occurred_at', 'warehouse', 'type', 'outcome'])
        .where('id', '>=', firstCommandIdAt(since))
        .orderBy('id', 'desc')
        .limit(commandsSearched)
        .as('newest'),
    )
    .select(['body', 'operator', 'occurred_at'])
    .where('warehouse', '=', warehouse)
    .where('type', 'in', ['picking.pick', 'picking.short_pick', 'replenishment.pick'])
    .where('outcome', '=', 'applied')
    .orderBy('id', 'desc')
    .limit(picksRead)
    .execute();
}

/** Which of these works belong to which wave. */
export function wavesOfWorks(read: Runner, works: readonly string[]) {
  return read.k
    .selectFrom('work')
    .select(['id', 'wave'])
    .where('id', 'in', works)
    .where('wave', 'is not', null)
    .execute();
}
