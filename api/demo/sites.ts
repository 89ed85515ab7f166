import { locationCheckDigits } from '#shared/scan/check-digits.ts';
import { tokenHash } from '../platform/auth.ts';
import { hashSecret } from '../platform/secrets.ts';
import type { AppStore, AppTrx } from '../platform/store.ts';
import { seedPrinters } from './printers.ts';

/** The keys of demo mode. Known to everybody, so refused in any other mode. */
export const demoKeys = [
  { key: 'demo-erp-key', name: 'Demo ERP', scopes: ['erp'], sourceSystem: 'DEMO' },
  { key: 'demo-planning-key', name: 'Demo planning', scopes: ['planning', 'planning:publish'], sourceSystem: null },
  { key: 'demo-monitor-key', name: 'Demo monitor', scopes: ['monitor'], sourceSystem: null },
] as const;

/** The people of demo mode, with their PINs. */
export const demoPeople = [
  { badge: 'W-1001', name: 'Wanda Worker', pin: '1001', role: 'worker', language: 'en' },
  { badge: 'S-2001', name: 'Sven Supervisor', pin: '2001', role: 'supervisor', language: 'de' },
  { badge: 'A-3001', name: 'Ada Administrator', pin: '3001', role: 'administrator', language: 'en' },
] as const;

interface LocationSeed {
  readonly code: string;
  readonly type: 'receiving' | 'storage' | 'pick' | 'quarantine' | 'packing' | 'staging' | 'door';
  readonly zone: string;
  readonly capacityPlates: number | null;
}

/** Aisle, bay, level and position: level 1 of aisle A are pick faces, everything above and beyond is storage. */
function rackLocations(): LocationSeed[] {
  const seeds: LocationSeed[] = [];
  for (const aisle of ['A', 'B']) {
    for (let bay = 1; bay <= 12; bay += 1) {
      for (let level = 1; level <= 4; level += 1) {
        for (let position = 1; position <= 2; position += 1) {
          const code = `${aisle}-${pad(bay)}-${pad(level)}-${position}`;
          const isFace = aisle === 'A' && level === 1;
          seeds.push({ code, type: isFace ? 'pick' : 'storage', zone: aisle, capacityPlates: isFace ? null : 4 });
        }
      }
    }
  }
  return seeds;
}

const fixedLocations: readonly LocationSeed[] = [
  { code: 'DOCK-01', type: 'receiving', zone: 'DOCK', capacityPlates: null },
  { code: 'DOCK-02', type: 'receiving', zone: 'DOCK', capacityPlates: null },
  { code: 'QC-01', type: 'quarantine', zone: 'QC', capacityPlates: null },
  { code: 'PACK-01', type: 'packing', zone: 'PACK', capacityPlates: null },
  { code: 'STAGE-01', type: 'staging', zone: 'STAGE', capacityPlates: null },
  { code: 'STAGE-02', type: 'staging', zone: 'STAGE', capacityPlates: null },
  { code: 'DOOR-01', type: 'door', zone: 'DOOR', capacityPlates: null },
  { code: 'DOOR-02', type: 'door', zone: 'DOOR', capacityPlates: null },
];

const warehouses = [
  { code: 'EAST', name: 'East', timeZone: 'Europe/Berlin' },
  { code: 'WEST', name: 'West', timeZone: 'Europe/Berlin' },
] as const;

/** True when nothing was seeded yet. */
export async function isEmpty(store: AppStore): Promise<boolean> {
  return (await store.read.k.selectFrom('warehouse').select('code').limit(1).execute()).length === 0;
}

/** True when the database lets in whoever has read about demo mode. */
export async function holdsDemoKeys(store: AppStore): Promise<boolean> {
  const hashes = demoKeys.map(({ key }) => tokenHash(key));
  const found = await store.read.k.selectFrom('api_key').select('id').where('hash', 'in', hashes).execute();
  return found.length > 0;
}

/** Sites, people, the source system `DEMO` and the keys of demo mode, in one transaction. */
export async function seedSites(store: AppStore): Promise<void> {
  const people = await Promise.all(
    demoPeople.map(async (person) => ({ ...person, pinHash: await hashSecret(person.pin) })),
  );
  await store.write(async (trx) => {
    for (const { code, name, timeZone } of warehouses) {
      await trx.k.insertInto('warehouse').values({ code, name, time_zone: timeZone, version: 1 }).execute();
      await insertLocations(trx, code, [...fixedLocations, ...rackLocations()]);
    }
    await seedPrinters(
      trx,
      warehouses.map(({ code }) => code),
    );
    await trx.k
      .insertInto('source_system')
      .values({
        code: 'DEMO',
        name: 'Demo ERP',
        settings: '{}',
        warehouses: JSON.stringify(['EAST', 'WEST']),
        owners: JSON.stringify(['DEMO']),
        version: 1,
      })
      .execute();
    for (const { badge, name, role, language, pinHash } of people) {
      await trx.k
        .insertInto('person')
        .values({
          badge,
          name,
          language,
          pin_hash: pinHash,
          password_hash: pinHash,
          roles: JSON.stringify({ '*': role }),
          failed_attempts: 0,
          version: 1,
        })
        .execute();
    }
    for (const { key, name, scopes, sourceSystem } of demoKeys) {
      const row = { id: `demo-${scopes[0]}`, hash: tokenHash(key), name, scopes: JSON.stringify(scopes) };
      await trx.k
        .insertInto('api_key')
        .values({ ...row, source_system: sourceSystem, created_at: trx.now })
        .execute();
    }
  });
}

async function insertLocations(trx: AppTrx, warehouse: string, seeds: readonly LocationSeed[]): Promise<void> {
  for (const [index, seed] of seeds.entries()) {
    await trx.k
      .insertInto('location')
      .values({
        warehouse,
        code: seed.code,
        type: seed.type,
        zone: seed.zone,
        walk_sequence: index + 1,
        check_digit: locationCheckDigits(seed.code),
        capacity_plates: seed.capacityPlates,
        mixed_items: seed.type === 'storage' || seed.type === 'pick' ? 0 : 1,
        mixed_lots: 1,
        fixed_item: null,
        active: 1,
        version: 1,
      })
      .execute();
    trx.publish({ kind: 'thing', thing: 'location', key: seed.code, warehouse, deleted: false });
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
