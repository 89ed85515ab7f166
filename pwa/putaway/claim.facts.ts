import { type Command, commandReference } from '#shared/command/envelope.ts';
import { type ClaimFacts, claim, decideClaim } from '#shared/putaway/claim.ts';
import { decideReleaseClaim, releaseClaim } from '#shared/putaway/release-claim.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { isTaken } from './taken.ts';

type OfPlate = { readonly licensePlate: string };

/** Taking a plate along, as the device judges it. */
export const claimOnDevice = deviceOperation({
  operation: claim,
  facts: claimFacts,
  decide: decideClaim,
  causedBy: ({ licensePlate }, read) => read.makerOfPlate(licensePlate),
  effects: (_command, plan) => [{ does: 'claim-work', ...plan }],
});

/** Leaving it where it was. */
export const releaseClaimOnDevice = deviceOperation({
  operation: releaseClaim,
  facts: claimFacts,
  decide: decideReleaseClaim,
  causedBy: ({ licensePlate }, read) => read.makerOfPlate(licensePlate),
  effects: (_command, plan) => [{ does: 'claim-work', ...plan }],
});

/** A plate of which the device does not know the put-away: the server says. */
async function claimFacts(
  { body, warehouse, occurredAt }: Command<OfPlate>,
  read: ReadThings,
): Promise<ClaimFacts | null> {
  const { licensePlate } = body;
  if (commandReference(licensePlate) !== null) return null;
  const [work] = foundOf(await read.byCodes([snapshotCode.workOfPlate(licensePlate)]), 'work');
  if (!work) return null;
  return {
    plate: { number: licensePlate, warehouse },
    work: { id: work.key, claimedBy: work.value.claimedBy ?? null, isExpired: !isTaken(work.value, occurredAt) },
    carrier: null,
  };
}
