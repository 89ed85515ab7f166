import type { ExceptionThing } from '#shared/ledger/thing.ts';
import { withoutStock } from '../platform/facts/withhold.ts';
import type { LoadThings } from '../platform/thing-loaders.ts';

/** How long a device is reminded of what was decided. */
const rememberedMs = 7 * 24 * 60 * 60 * 1000;

/**
 * How much stood somewhere is for desks to know: a device keeps its copy longer than anybody knows who will count there
 * with it.
 */
function toldOf({ code, params }: ExceptionThing['problem']): ExceptionThing['problem'] {
  return withoutStock({ code, ...(params && { params }) });
}

/** The exceptions that devices keep a copy of: open ones, and those decided in the last days. Discrepancies are for desks. */
export function loadExceptions(now: () => number): LoadThings {
  return async (read, keys) => {
    const rows = await read.k
      .selectFrom('exception_case')
      .select(['id', 'kind', 'status', 'command_id', 'problem', 'action', 'reason'])
      .where('id', 'in', keys)
      .where('kind', '<>', 'discrepancy')
      .where((eb) => eb.or([eb('resolved_at', 'is', null), eb('resolved_at', '>', now() - rememberedMs)]))
      .execute();
    return new Map(
      rows.map((row): [string, ExceptionThing] => [
        row.id,
        {
          exception: row.id,
          kind: row.kind,
          status: row.status,
          command: row.command_id,
          problem: toldOf(JSON.parse(row.problem) as ExceptionThing['problem']),
          ...(row.action !== null && { action: row.action }),
          ...(row.reason !== null && { reason: row.reason }),
        },
      ]),
    );
  };
}
