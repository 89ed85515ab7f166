import type { Command } from '#shared/command/envelope.ts';
import { claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import { decideHold, type HoldBody, hold } from '#shared/waves/hold.ts';
import { handler } from '../platform/handler.ts';
import { waveMeant } from './release-facts.ts';
import { hideWorkOfWave } from './waves.queries.ts';
import { setWaveStatus } from './write-release.queries.ts';

export const holdHandler = handler({
  operation: hold,
  facts: async (trx, { warehouse, body: asked }: Command<HoldBody>) => ({
    wave: await waveMeant(trx, warehouse, asked.wave),
  }),
  decide: decideHold,
  apply: async (trx, _command, { plan: { wave, isNews } }) => {
    if (!isNews) return undefined;
    await trx.one(hideWorkOfWave, { wave, expired: trx.now - claimLeaseMs });
    await trx.one(setWaveStatus, { wave, status: 'held', processedAt: null, releasedAt: null });
    return undefined;
  },
});
