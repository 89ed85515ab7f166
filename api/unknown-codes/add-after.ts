import { commandReference } from '#shared/command/envelope.ts';
import { addAfter, decideAddAfter } from '#shared/unknown-codes/add-after.ts';
import { handler } from '../platform/handler.ts';
import { setAfter, sightingWithId } from './unknown-codes.queries.ts';

export const addAfterHandler = handler({
  operation: addAfter,

  facts: async (trx, { body: asked }) => {
    const id = commandReference(asked.report) ?? asked.report;
    const row = await trx.one(sightingWithId.lock[trx.dialect], { id });
    return { sighting: row ? { id: row.id, after: JSON.parse(row.scans_after) as string[] } : null };
  },

  decide: decideAddAfter,

  apply: async (trx, _command, { plan }) => {
    await trx.one(setAfter, { id: plan.sighting, after: JSON.stringify(plan.after) });
    return undefined;
  },
});
