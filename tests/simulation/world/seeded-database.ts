import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../../../api/app.ts';
import { seedSites } from '../../../api/demo/sites.ts';
import { tokenHash } from '../../../api/platform/auth.ts';
import type { Clock } from '../../../api/platform/clock.ts';
import type { AppTrx } from '../../../api/platform/store.ts';

/**
 * The floor of every world: two docks and a few racks, so that workers get in each other's way. A place in aisle A is
 * for one item, one in aisle B for whatever fits; below in aisle A are pick faces.
 */
export const floorLocations: readonly string[] = [
  'DOCK-01',
  'DOCK-02',
  ...['A', 'B'].flatMap((aisle) =>
    ['01', '02', '03'].flatMap((bay) => ['01', '02'].map((level) => `${aisle}-${bay}-${level}-1`)),
  ),
];

/** Where picked goods are put down, packed and loaded: one packing place, and two lanes and doors to choose from. */
export const outboundLocations = ['PACK-01', 'STAGE-01', 'STAGE-02', 'DOOR-01', 'DOOR-02'] as const;

/** Places for picking that belong to one item each, by its key: whoever wants less than a full plate takes it there. */
export const pickFaces: Readonly<Record<string, string>> = {
  'A-01-01-1': 'DEMO:I003',
  'A-02-01-1': 'DEMO:I009',
  'A-03-01-1': 'SHOP:I004',
};

async function keepFewLocations(trx: AppTrx): Promise<void> {
  const kept = [...floorLocations, ...outboundLocations];
  await trx.k.deleteFrom('location').where('code', 'not in', kept).execute();
  await trx.k.deleteFrom('location').where('warehouse', '=', 'WEST').execute();
  await trx.k.updateTable('location').set({ mixed_items: 1, capacity_plates: 40 }).where('zone', '=', 'B').execute();
  for (const [code, item] of Object.entries(pickFaces)) {
    await trx.k.updateTable('location').set({ fixed_item: item }).where('code', '=', code).execute();
  }
  const codes = trx.k.selectFrom('location').select('code');
  await trx.k.deleteFrom('thing_change').where('thing_key', 'not in', codes).execute();
  await trx.k.deleteFrom('thing_change').where('warehouse', '=', 'WEST').execute();
}

/** Who works on the floor besides supervisors; everybody's PIN is that of the first. */
export const workerBadges = ['W-1001', 'W-1002', 'W-1003', 'W-1004'] as const;

/** Whoever picks has goods in hand: several people, and some of them with two handhelds. */
async function addWorkers(trx: AppTrx): Promise<void> {
  const [first, ...others] = workerBadges;
  const known = await trx.k.selectFrom('person').selectAll().where('badge', '=', first).executeTakeFirstOrThrow();
  for (const badge of others) {
    await trx.k
      .insertInto('person')
      .values({ ...known, badge, name: `Worker ${badge}` })
      .execute();
  }
}

export const shopKey = 'sim-shop-key';

/** How long documents of each ERP can be reversed. */
export const postingDelaySeconds: Readonly<Record<string, number>> = { DEMO: 600, SHOP: 300 };

/** The ERP that caps what a load may bring. */
export const cappedSystem = 'SHOP';

/** The ERP that wants one shipment for one order. */
export const onlyOneSystem = 'SHOP';

/** A second ERP, with goods in the same warehouse; it books quantities from the update log and caps what a load may bring. */
async function addShop(trx: AppTrx): Promise<void> {
  const code = cappedSystem;
  await trx.k
    .insertInto('source_system')
    .values({
      ...{ code, name: 'Shop', version: 1 },
      settings: JSON.stringify({
        quantityChannel: { inbound: 'update-log', outbound: 'update-log' },
        overReceipt: 'block',
        shipmentOrderMatching: code === onlyOneSystem,
        postingDelaySeconds: postingDelaySeconds[code],
      }),
      warehouses: JSON.stringify(['EAST']),
      owners: JSON.stringify([code]),
    })
    .execute();
  const key = { id: 'sim-shop', hash: tokenHash(shopKey), name: 'Shop', source_system: code };
  await trx.k
    .insertInto('api_key')
    .values({ ...key, scopes: JSON.stringify(['erp']), created_at: trx.now })
    .execute();
}

/** Before every world begins. */
const stoppedClock: Clock = {
  now: () => Date.UTC(2026, 0, 1),
  monotonicMs: () => 0,
  every: () => ({ stop: () => {} }),
};

let made: Promise<string> | undefined;

/** A database with the demo's sites, people and keys and nothing else; made once for all worlds of a process. */
export function seededDatabase(): Promise<string> {
  made ??= makeSeeded();
  return made;
}

async function makeSeeded(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tallyman-seeded-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'seeded.db');
  const app = await openApp({ databaseUrl: `sqlite:${file}`, mode: 'demo', clock: stoppedClock });
  await seedSites(app.services.store);
  await app.services.store.write(async (trx) => {
    await keepFewLocations(trx);
    await addShop(trx);
    await addWorkers(trx);
    const settings = JSON.stringify({ postingDelaySeconds: postingDelaySeconds.DEMO });
    await trx.k.updateTable('source_system').set({ settings }).where('code', '=', 'DEMO').execute();
  });
  await app.close();
  return file;
}
