import type { PutawayOrigin, PutawayRule } from '#shared/ledger/putaway-rule.ts';
import { rulesInForce } from '#shared/putaway/default-rules.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import { receivingType } from '../platform/facts/literals.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';

const rulesOf = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('putaway_rule')
    .select('rule')
    .where('warehouse', '=', p('warehouse'))
    .orderBy('position')
    .orderBy('code'),
);

const dock = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('location')
    .select('code')
    .where('warehouse', '=', p('warehouse'))
    .where('type', '=', receivingType)
    .orderBy('walk_sequence')
    .limit(1),
);

/** The dock that goods come in at unless somebody says otherwise; '' where there is none. */
export async function firstDock(read: Runner, warehouse: string): Promise<string> {
  return (await read.one(dock, { warehouse }))?.code ?? '';
}

/** The rules that a warehouse has of its own, in their order. */
export async function ownRules(read: Runner, warehouse: string): Promise<PutawayRule[]> {
  return (await read.all(rulesOf, { warehouse })).map(({ rule }) => JSON.parse(rule) as PutawayRule);
}

/** The rules that hold in a warehouse, in the order in which they are tried. */
export async function rulesFor(read: Runner, warehouse: string): Promise<readonly PutawayRule[]> {
  return rulesInForce(await ownRules(read, warehouse));
}

/** Where goods come from, as rules of put-away ask; null for a place that is not known. */
export async function originAt(read: Runner, warehouse: string, code: string): Promise<PutawayOrigin | null> {
  const found = await placeNamed(read, warehouse, code);
  return found ? { zone: found.zone, walkSequence: found.walkSequence } : null;
}
