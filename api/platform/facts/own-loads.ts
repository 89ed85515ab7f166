import type { AppTrx } from '../store.ts';
import { expectOnLoad, publishLoad } from './loads.queries.ts';
import { dropForgotten, dropLoad, dropShipment, forgetLoadLines, lackingOf, openLoads } from './own-loads.queries.ts';

/**
 * Where loads are made with the message, the order's own load is to bring all that no other load does: after another one
 * was planned, or what was planned changed, it brings the rest. One that has nothing left to bring is gone.
 */
export async function refillOwnLoad(trx: AppTrx, orderKey: string): Promise<void> {
  const loads = await trx.all(openLoads, { orderKey });
  const own = loads.find((load) => load.made_by === 'message');
  if (!own) return;
  const { load_number: load, warehouse } = own;
  await trx.one(forgetLoadLines, { load, orderKey });
  for (const line of await lacking(trx, orderKey, load)) await expectOnLoad(trx, { load, orderKey, ...line });
  await trx.one(dropForgotten, { load, orderKey });
  if (await trx.one(dropShipment, { orderKey, load })) await trx.one(dropLoad, { load });
  publishLoad(trx, load, warehouse);
}

/** What lines of an order still lack, other loads counted as if they brought what they are to bring. */
export async function lacking(trx: AppTrx, orderKey: string, load: string) {
  const rows = await trx.all(lackingOf, { orderKey, load });
  return rows
    .filter((row) => row.lacking_base > 0)
    .map((row) => ({
      line: row.line_number,
      expectedBase: row.lacking_base,
      overPercent: Number(row.over_percent),
    }));
}
