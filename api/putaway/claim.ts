import { claim, decideClaim } from '#shared/putaway/claim.ts';
import { handler } from '../platform/handler.ts';
import { claimFacts, keepClaim, renewClaims } from './claim.queries.ts';

export const claimHandler = handler({
  operation: claim,
  facts: (trx, command) => claimFacts(trx, command.body.licensePlate),
  decide: decideClaim,
  apply: async (trx, { warehouse, operator }, { plan }) => {
    await keepClaim(trx, plan, warehouse);
    await renewClaims(trx, operator);
    return undefined;
  },
});
