import { statement } from '../platform/db/statement.ts';
import { openStatus, replenishType } from '../platform/facts/literals.ts';

/** Work for pick faces that nobody has, or whose claim began before `expired`. */
export const fillsThatWait = statement<{ warehouse: string; expired: number }>()((k, p) =>
  k
    .selectFrom('work')
    .select((eb) => eb.fn.countAll<number>().as('works'))
    .where('type', '=', replenishType)
    .where('status', '=', openStatus)
    .where('warehouse', '=', p('warehouse'))
    .where((eb) => eb.or([eb('claimed_by', 'is', null), eb('claimed_at', '<', p('expired'))])),
);
