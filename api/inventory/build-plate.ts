import type { Command } from '#shared/command/envelope.ts';
import {
  asMove,
  type BuildPlaces,
  type BuildPlateBody,
  buildPlate,
  decideBuildPlate,
} from '#shared/inventory/build-plate.ts';
import { stockOfFamily } from '../platform/facts/plate-family.queries.ts';
import { plateNumberOf } from '../platform/facts/plates.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { applyMove, type KnownMoveFacts, moveFacts, moveNews } from './move.ts';

export const buildPlateHandler = handler({
  operation: buildPlate,
  facts,
  decide: decideBuildPlate,
  reconsider: async (trx, command, known) => ({
    ...known,
    ...(await moveNews(trx, asMove(command, known.places), known)),
  }),
  apply: (trx, command, decision, known) => applyMove(trx, asMove(command, known.places), decision, known),
});

interface Facts extends KnownMoveFacts {
  readonly places: BuildPlaces;
}

async function facts(trx: AppTrx, command: Command<BuildPlateBody>): Promise<Facts> {
  const { licensePlate, toLicensePlate } = command.body;
  const places = { from: await placeOf(trx, licensePlate), onto: await placeOf(trx, toLicensePlate) };
  return { ...(await moveFacts(trx, asMove(command, places))), places };
}

async function placeOf(trx: AppTrx, text: string): Promise<string | null> {
  const [row] = await stockOfFamily(trx, (await plateNumberOf(trx, text)) ?? '');
  return row?.location ?? null;
}
