import { statement } from '../platform/db/statement.ts';
import { rowByRow } from '../platform/facts/literals.ts';

/**
 * What the ERP sent of an order, newest first. An order that was changed more often while a device was away is looked at
 * no further.
 */
export const acceptedVersions = statement<{ sourceSystem: string; lane: string }>()((k, p) =>
  k
    .selectFrom('message')
    .select(['body', 'processed_at'])
    .where('source_system', '=', p('sourceSystem'))
    .where('lane', '=', p('lane'))
    .where('operation', '=', 'upsert')
    .where(rowByRow('status'), '=', 'accepted')
    .orderBy('number', 'desc')
    .limit(20),
);
