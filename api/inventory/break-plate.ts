import type { Command } from '#shared/command/envelope.ts';
import {
  type BreakPlateBody,
  type BreakPlateFacts,
  breakPlate,
  decideBreakPlate,
} from '#shared/inventory/break-plate.ts';
import { lockLocation } from '../platform/facts/locations.queries.ts';
import { lockStockOfFamily, publishPlates } from '../platform/facts/plate-family.queries.ts';
import { takePlate } from '../platform/facts/plates.queries.ts';
import { settleWorkOfPlate } from '../platform/facts/settle-work.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { standOn } from './nesting.ts';
import { standingOn } from './promises.queries.ts';

export const breakPlateHandler = handler({
  operation: breakPlate,
  facts,
  decide: decideBreakPlate,
  apply: async (trx, { id: commandId, warehouse }, { plan }) => {
    const { plate, taken, location } = plan;
    trx.publish({ kind: 'thing', thing: 'location', key: location.code, warehouse, deleted: false });
    await publishPlates(trx, warehouse, [plate]);
    for (const number of taken) {
      await standOn(trx, warehouse, number, null);
      await publishPlates(trx, warehouse, [number]);
    }
    for (const number of [...taken, plate]) await settleWorkOfPlate(trx, { commandId, warehouse }, number);
    return undefined;
  },
});

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<BreakPlateBody>): Promise<BreakPlateFacts> {
  const plate = await takePlate(trx, asked.licensePlate);
  const number = plate?.number ?? '';
  const rows = await lockStockOfFamily(trx, number);
  const [first] = rows;
  return {
    plate,
    nested: plate ? await standingOn(trx, number) : [],
    hasGoods: rows.some(({ licensePlate }) => licensePlate === number),
    location: first ? await lockLocation(trx, warehouse, first.location) : null,
  };
}
