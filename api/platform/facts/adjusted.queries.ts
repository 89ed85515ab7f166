import { sql } from 'kysely';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { rowByRow } from './literals.ts';
import { limitsOf } from './people.queries.ts';

/** Word for word as in the index `ledger_adjusted`. */
const adjustedPlace = sql<string>`(case when e.to_location = '@adjustment' then e.from_location else e.to_location end)`;

const adjustedSince = statement<{
  itemKey: string;
  operator: string;
  location: string;
  since: number;
  warehouse: string;
}>()((k, p) =>
  k
    .selectFrom('ledger_entry as e')
    .select(sql<number>`cast(coalesce(sum(e.quantity_base), 0) as bigint)`.as('quantity_base'))
    .where('e.reason', '=', sql.lit('adjust'))
    .where('e.item_key', '=', p('itemKey'))
    .where('e.operator', '=', p('operator'))
    .where(adjustedPlace, '=', p('location'))
    .where('e.recorded_at', '>', p('since'))
    .where(rowByRow('e.warehouse'), '=', p('warehouse'))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('exception_case as x').select('x.id').whereRef('x.id', '=', 'e.command_id'))),
    ),
);

/** Rolling, so that nobody waits for midnight. */
const dayMs = 86_400_000;

/** What somebody may write off, or find, alone. */
export interface OwnLimit {
  /** What is worth more (quantity × unit cost) is for somebody else to decide on; null: nothing is. */
  readonly valueLimit: number | null;
  /**
   * How many base steps of the item they found or missed there within a day, without what somebody else had to decide
   * on: where their limit is one per day, what is split into many small ones is worth as much as all of them.
   */
  readonly adjustedLatelyBase: number;
}

/** How much of an item at a place somebody may still adjust alone. Who reads it holds the item, or the goods there. */
export async function ownLimit(
  trx: AppTrx,
  of: {
    readonly operator: string;
    readonly warehouse: string;
    readonly itemKey: string;
    readonly location: string;
  },
): Promise<OwnLimit> {
  const { value: valueLimit, perDay = false } = (await limitsOf(trx, of.operator)).adjustment;
  if (valueLimit === null || !perDay) return { valueLimit, adjustedLatelyBase: 0 };
  const row = await trx.one(adjustedSince, { ...of, since: trx.now - dayMs });
  return { valueLimit, adjustedLatelyBase: row?.quantity_base ?? 0 };
}
