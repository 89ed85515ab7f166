import { decideReleaseClaim, releaseClaim } from '#shared/putaway/release-claim.ts';
import { handler } from '../platform/handler.ts';
import { claimFacts, keepClaim, renewClaims } from './claim.queries.ts';

export const releaseClaimHandler = handler({
  operation: releaseClaim,
  facts: (trx, command) => claimFacts(trx, command.body.licensePlate),
  decide: decideReleaseClaim,
  apply: async (trx, { warehouse, operator }, { plan }) => {
    await keepClaim(trx, plan, warehouse);
    await renewClaims(trx, operator);
    return undefined;
  },
});
