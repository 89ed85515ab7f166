import { decideReleaseClaim, releaseClaim } from '#shared/putaway/release-claim.ts';
import { handler } from '../platform/handler.ts';
import { claimFacts, keepClaim } from './claim.queries.ts';

export const releaseClaimHandler = handler({
  operation: releaseClaim,
  facts: (trx, command) => claimFacts(trx, command.body.licensePlate),
  decide: decideReleaseClaim,
  apply: async (trx, { warehouse }, { plan }) => {
    await keepClaim(trx, plan, warehouse);
    return undefined;
  },
});
