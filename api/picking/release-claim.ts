import type { Command } from '#shared/command/envelope.ts';
import { decideReleaseClaim, type ReleaseClaimBody, releaseClaim } from '#shared/picking/release-claim.ts';
import { lockInHandFor } from '../platform/facts/hands.queries.ts';
import { lockPickWork, workFacts } from '../platform/facts/pick-work.queries.ts';
import { handler } from '../platform/handler.ts';
import { setClaim } from './claim.queries.ts';

export const releaseClaimHandler = handler({
  operation: releaseClaim,
  facts: async (trx, { body: asked }: Command<ReleaseClaimBody>) => {
    const work = await lockPickWork(trx, asked.work);
    return {
      work: work ? workFacts(work, trx.now) : null,
      inHand: (await lockInHandFor(trx, work)).length,
      isWorkNews: false,
    };
  },
  decide: decideReleaseClaim,
  apply: async (trx, { warehouse }, { plan: { work } }) => {
    await trx.one(setClaim, { id: work, by: null, at: null, position: null });
    trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: true });
    return undefined;
  },
});
