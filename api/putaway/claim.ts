import { claim, decideClaim } from '#shared/putaway/claim.ts';
import { handler } from '../platform/handler.ts';
import { claimFacts, keepClaim } from './claim.queries.ts';

export const claimHandler = handler({
  operation: claim,
  facts: (trx, command) => claimFacts(trx, command.body.licensePlate),
  decide: decideClaim,
  apply: async (trx, { warehouse }, { plan }) => {
    await keepClaim(trx, plan, warehouse);
    return undefined;
  },
});
