import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { openApp } from '../../api/app.ts';
import { migrations } from '../../migrations/all.ts';
import { createDatabase } from '../support/postgres.ts';

type AnyTables = Record<string, Record<string, string | number | null>>;

/** Ten received with a receipt, four registered only, one found with its journal: a database from before the channels. */
async function fill(k: Kysely<AnyTables>): Promise<void> {
  const insert = async (table: string, ...rows: AnyTables[string][]) => {
    for (const row of rows) await k.insertInto(table).values(row).execute();
  };
  const of = { warehouse: 'EAST', item_key: 'DEMO:A1', owner: 'DEMO' };
  const settings = { settings: '{}', warehouses: '["EAST"]', owners: '["DEMO"]', version: 1 };
  await insert('source_system', { code: 'DEMO', name: 'Demo', ...settings });
  const line = { order_key: 'DEMO:PO-1', line_number: 1, lot: 'L1', serial: null, inventory_status: 'available' };
  const registered = (id: string, quantity: number, document: string | null) => ({
    ...{ id, command_id: id, load_number: 'LD-1', license_plate: 'P1', location: 'DOCK-01', entry_id: `${id}:0` },
    ...{ ...line, item_key: of.item_key, owner: of.owner, quantity_base: quantity, status: 'active' },
    ...{ document_number: document, occurred_at: 1 },
  });
  await insert('registration', registered('r1', 7, 'SR-1'), registered('r2', 3, 'SR-1'), registered('r3', 4, null));
  const load = { status: 'open', source_system: 'DEMO', created_at: 1, version: 1 };
  await insert('inbound_load', { load_number: 'LD-1', warehouse: 'EAST', ...load });
  const document = (kind: string, number: string, command: string) => ({
    ...{ kind, number, version: 1, active: 1, supersedes: null, posting_status: 'ready', source_system: 'DEMO' },
    ...{ warehouse: 'EAST', body: '{}', made_at: 1, command_id: command },
  });
  await insert('document', document('shipment-receipt', 'SR-1', 'c1'), document('counting-journal', 'CJ-1', 'c2'));
  const entry = { serial: null, from_plate: null, to_plate: null, from_status: 'available', to_status: 'available' };
  await insert('ledger_entry', {
    ...{ id: 'c2:0', command_id: 'c2', ...of, lot: 'L1', quantity_base: 1, ...entry },
    ...{
      from_location: 'DOCK-01',
      to_location: '@adjustment',
      reason: 'adjust',
      reason_code: 'damaged',
      corrects: null,
    },
    ...{ coverage: 'c2', operator: 'W', device: 'HH', occurred_at: 1, recorded_at: 1 },
  });
  const covered = (id: string, kind: string, number: string | null) => ({
    ...{ id, kind, state: number === null ? 'pending' : 'reported', document_number: number },
  });
  await insert('coverage', covered('r1', 'shipment-receipt', 'SR-1'), covered('r2', 'shipment-receipt', 'SR-1'));
  await insert('coverage', covered('r3', 'shipment-receipt', null), covered('c2', 'counting-journal', 'CJ-1'));
  const sums = { location_on_hand_after: '0', on_hand_after: '0', warehouse_level: 1, at: 1, source_system: 'DEMO' };
  for (const [position, id, quantity] of [
    [1, 'r1', 7],
    [2, 'r2', 3],
    [3, 'r3', 4],
    [4, 'c2', -1],
  ] as const) {
    const place = { location: 'DOCK-01', lot: 'L1', inventory_status: 'available' };
    await insert('inventory_delta', {
      position,
      ...of,
      ...place,
      quantity_base: quantity,
      coverage: id,
      body: '',
      ...sums,
    });
  }
  for (const location of ['', 'DOCK-01']) {
    const row = { location, ...of, lot: 'L1', inventory_status: 'available', quantity_base: 13 };
    await insert('published_balance', row);
  }
  const row = { source_system: 'DEMO', warehouse: 'EAST', version: 1, at: 1, body: '{}' };
  await insert('feed_entry', { position: 5, feed: 'shipment-receipts', subject: 'SR-1', ...row });
  await insert('feed_entry', { position: 6, feed: 'counting-journals', subject: 'CJ-1', ...row });
  await insert('feed_entry', { position: 7, feed: 'events', subject: 'SR-1', ...row });
}

describe.each(['sqlite', 'postgres'] as const)('a database from before the channels (%s)', (dialect) => {
  test('knows after the upgrade what waits for a receipt, and what each document settled', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tallyman-'));
    const database =
      dialect === 'sqlite'
        ? { url: `sqlite:${join(folder, 'warehouse.db')}`, drop: async () => undefined }
        : await createDatabase(inject('postgresUrl'));
    const k = new Kysely<AnyTables>({
      dialect:
        dialect === 'sqlite'
          ? new SqliteDialect({ database: new Sqlite(database.url.slice('sqlite:'.length)) })
          : new PostgresDialect({ pool: new pg.Pool({ connectionString: database.url, max: 1 }) }),
    });
    const migrator = new Migrator({ db: k, provider: { getMigrations: async () => migrations } });
    const { error } = await migrator.migrateTo('0003-loads');
    expect(error).toBeUndefined();
    await fill(k);
    await k.destroy();

    const app = await openApp({ databaseUrl: database.url, mode: 'demo' });
    const { k: read } = app.services.store.read;
    const sums = await read.selectFrom('published_balance').selectAll().orderBy('location').execute();
    expect(sums.map((row) => [row.location, row.quantity_base, row.unreported_base, row.registered_base])).toEqual([
      ['', 13, 4, 4],
      ['DOCK-01', 13, 4, 4],
    ]);
    expect(await read.selectFrom('shipment_document').selectAll().execute()).toEqual([
      {
        document_number: 'SR-1',
        kind: 'shipment-receipt',
        load_number: 'LD-1',
        order_key: 'DEMO:PO-1',
        channel: 'documents',
      },
    ]);
    const rows = await read.selectFrom('feed_entry').select('settles').orderBy('position').execute();
    const place = { location: 'DOCK-01', warehouse: 'EAST', item_key: 'DEMO:A1', owner: 'DEMO', lot: 'L1' };
    const leg = (quantity: number) => ({ ...place, inventory_status: 'available', quantity_base: quantity });
    expect(rows.map(({ settles }) => (settles === null ? null : JSON.parse(settles)))).toEqual([
      { legs: [leg(10)], isReported: true, isReceived: true },
      { legs: [leg(-1)], isReported: true, isReceived: false },
      null,
    ]);
    await app.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
});
