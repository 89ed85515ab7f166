import Sqlite from 'better-sqlite3';
import { uuidV7 } from '#shared/kernel/id.ts';
import { chainStart, entryText, nextLink } from '../../api/platform/chain.ts';
import type { LedgerEntry } from '../../api/platform/published-row.ts';

/**
 * Puts registrations into the database of a server that is not running, as if it had judged them one by one: command,
 * entry, registration, coverage, delta and link of the chain, and in the end the sums. The books stay right: `verify`
 * finds nothing. All in one transaction without a flush, as nothing is lost but time.
 */
export function fillLedger(file: string, items: readonly string[], upToRows: number): void {
  const db = new Sqlite(file);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -400000');
  const one = <Row>(text: string): Row => db.prepare(text).get() as Row;
  const { rows } = one<{ rows: number }>('select count(*) as rows from ledger_entry');
  const head = one<{ position: number; chain_hash: string; last_at: number }>('select * from feed_head');
  const insert = inserter(db);
  const sums = new Map<string, number>();
  const onHand = db.prepare(
    `select coalesce((select quantity_base from published_balance
      where location = '' and warehouse = 'WEST' and item_key = ? and inventory_status = 'available'), 0) as sum`,
  );
  const sumOf = (itemKey: string): number => sums.get(itemKey) ?? (onHand.get(itemKey) as { sum: number }).sum;
  let { position } = head;
  let chainHash = head.chain_hash || chainStart;
  const at = Math.max(Date.now(), head.last_at);
  const atText = new Date(at).toISOString();

  db.exec('begin');
  for (let row = rows; row < upToRows; row += 1) {
    const item = items[row % items.length] ?? '';
    const itemKey = `DEMO:${item}`;
    const id = uuidV7(at, new Uint8Array(new Uint32Array([row, row * 2654435761, row * 40503]).buffer));
    const registration = `${id}.1`;
    const entry = entryOf(id, itemKey, registration, at);
    insert('command', {
      id,
      type: 'receiving.register',
      version: 1,
      device: 'FILL',
      sequence: row + 1,
      warehouse: 'WEST',
      operator: 'W-1001',
      session: null,
      occurred_at: at,
      received_at: at,
      caused_by: null,
      content_hash: '',
      body: '{}',
      outcome: 'applied',
      result: '{}',
      problem: null,
    });
    insert('ledger_entry', { ...entry });
    insert('registration', {
      id: registration,
      command_id: id,
      load_number: `LD-FILL-${row >> 6}`,
      order_key: `DEMO:FILL-${row >> 6}`,
      line_number: (row & 63) + 1,
      item_key: itemKey,
      owner: 'DEMO',
      lot: null,
      serial: null,
      inventory_status: 'available',
      license_plate: '',
      location: 'DOCK-01',
      quantity_base: 1,
      entry_id: entry.id,
      status: 'received',
      document_number: `SR-FILL-${row >> 6}`,
      occurred_at: at,
    });
    insert('coverage', {
      id: registration,
      kind: 'shipment-receipt',
      state: 'reported',
      document_number: `SR-FILL-${row >> 6}`,
    });
    const sum = sumOf(itemKey) + 1;
    sums.set(itemKey, sum);
    position += 1;
    insert('inventory_delta', {
      position,
      source_system: 'DEMO',
      warehouse: 'WEST',
      item_key: itemKey,
      warehouse_level: 1,
      at,
      location: 'DOCK-01',
      owner: 'DEMO',
      lot: '',
      inventory_status: 'available',
      quantity_base: 1,
      on_hand_after: String(sum),
      location_on_hand_after: String(sum),
      coverage: registration,
      body: deltaBody(entry, item, atText),
    });
    position += 1;
    chainHash = nextLink(chainHash, entryText(entry));
    insert('chain', { position, kind: 'ledger', subject: entry.id, hash: chainHash });
  }
  for (const [itemKey, sum] of sums) putSums(db, itemKey, sum);
  db.prepare('update feed_head set position = ?, chain_hash = ?, last_at = ?').run(position, chainHash, at);
  db.exec('commit');
  db.pragma('wal_checkpoint(truncate)');
  db.close();
}

type Insert = (table: string, row: Readonly<Record<string, string | number | null>>) => void;

/** Prepares one statement for each table, from the first row's columns. */
function inserter(db: Sqlite.Database): Insert {
  const prepared = new Map<string, Sqlite.Statement>();
  return (table, row) => {
    const columns = Object.keys(row);
    const known = prepared.get(table);
    const statement =
      known ?? db.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
    if (!known) prepared.set(table, statement);
    statement.run(Object.values(row));
  };
}

function entryOf(commandId: string, itemKey: string, coverage: string, at: number): LedgerEntry {
  return {
    id: `${commandId}:0`,
    command_id: commandId,
    warehouse: 'WEST',
    item_key: itemKey,
    owner: 'DEMO',
    lot: null,
    serial: null,
    quantity_base: 1,
    from_location: '@supplier',
    from_plate: null,
    from_status: 'available',
    to_location: 'DOCK-01',
    to_plate: null,
    to_status: 'available',
    reason: 'receive',
    reason_code: null,
    corrects: null,
    coverage,
    operator: 'W-1001',
    device: 'FILL',
    occurred_at: at,
    recorded_at: at,
    channel: null,
    unit: null,
  };
}

function deltaBody(entry: LedgerEntry, item: string, at: string): string {
  const members = {
    at,
    item,
    warehouse: entry.warehouse,
    inventoryStatus: entry.to_status,
    owner: entry.owner,
    lot: null,
    serial: null,
    location: entry.to_location,
    licensePlate: null,
    quantity: 1,
    reason: entry.reason,
    commandId: entry.command_id,
    transactionId: entry.id,
  };
  return JSON.stringify(members).slice(1, -1);
}

/** The sums that the filled entries add up to: the balance itself, and what is published of it. */
function putSums(db: Sqlite.Database, itemKey: string, sum: number): void {
  db.prepare(
    `insert into balance (warehouse, location, item_key, owner, lot, serial, inventory_status, license_plate, quantity_base, reserved_base)
     values ('WEST', 'DOCK-01', ?, 'DEMO', '', '', 'available', '', ?, 0) on conflict do update set quantity_base = excluded.quantity_base`,
  ).run(itemKey, sum);
  for (const location of ['', 'DOCK-01']) {
    db.prepare(
      `insert into published_balance (location, warehouse, item_key, owner, lot, inventory_status, quantity_base)
       values (?, 'WEST', ?, 'DEMO', '', 'available', ?) on conflict do update set quantity_base = excluded.quantity_base`,
    ).run(location, itemKey, sum);
  }
}
