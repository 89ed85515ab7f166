import Sqlite from 'better-sqlite3';
import { uuidV7 } from '#shared/kernel/id.ts';
import { sourceSystemOf } from '#shared/ledger/item-key.ts';
import { chainStart, entryText, nextLink } from '../../api/platform/chain.ts';
import { deltaRow, legsOf, type PublishedLeg, waitingOf } from '../../api/platform/delta-row.ts';
import type { BalanceOf } from '../../api/platform/published-balances.ts';
import type { LedgerEntry } from '../../api/platform/published-row.ts';
import { benchWarehouse } from './floor.ts';

export interface Fill {
  readonly items: readonly string[];
  /** How many entries the ledger has in the end. */
  readonly rows: number;
  /** Every other entry puts what was received to one of so many places, each with a plate. None: all is received. */
  readonly places?: number;
}

const dock = 'DOCK-01';
/** Entries of one instant: as many as a server applies in about that time. */
const rowsPerMs = 1000;
/** Of every so many pieces that are put away, one has a lot and another a serial number: always of the same items. */
const oneOf = 500;

/** The place and the plate that a number of the fill stands for. */
export const placeName = (index: number): string => `BENCH-${String(index).padStart(5, '0')}`;
export const plateName = (index: number): string => `BENCH-P-${String(index).padStart(5, '0')}`;

/**
 * Puts registrations, and put-aways, into the database of a server that is not running, as if it had judged them one by
 * one: command, entry, registration, coverage, deltas and link of the chain, and in the end the sums. The books stay
 * right: `verify` finds nothing. Without a journal, as nothing is lost but time.
 */
export function fillLedger(file: string, { items, rows, places = 0 }: Fill): void {
  const db = new Sqlite(file);
  db.pragma('journal_mode = DELETE');
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -1000000');
  const one = <Row>(text: string): Row => db.prepare(text).get() as Row;
  const { known } = one<{ known: number }>('select count(*) as known from ledger_entry');
  const head = one<{ position: number; chain_hash: string; last_at: number }>('select * from feed_head');
  const insert = inserter(db);
  const sums = new FilledSums(db);
  let { position } = head;
  let chainHash = head.chain_hash || chainStart;
  let at = head.last_at;

  db.exec('begin');
  if (places > 0) fillPlaces(db, places);
  for (let row = known; row < rows; row += 1) {
    at = head.last_at + 1 + Math.floor((row - known) / rowsPerMs);
    const id = uuidV7(at, new Uint8Array(new Uint32Array([row, row * 2654435761, row * 40503]).buffer));
    const isPut = places > 0 && row % 2 === 1;
    const piece = places > 0 ? row >> 1 : row;
    const goods = { itemKey: `DEMO:${items[piece % items.length] ?? ''}`, ...traced(piece, places) };
    const entry = isPut ? putEntry(id, goods, piece % places, at) : receiptEntry(id, goods, at);
    insert('command', commandRow(id, isPut ? 'putaway.put' : 'receiving.register', row + 1, at));
    insert('ledger_entry', { ...entry });
    if (!isPut) {
      insert('registration', registrationRow(entry, row));
      insert('coverage', coverageOf(entry));
    }
    sums.move(entry);
    for (const leg of legsOf(entry)) {
      position += 1;
      insert('inventory_delta', deltaRow({ position, at, entry, leg, sums: sums.publish(entry, leg), decimals: 0 }));
    }
    position += 1;
    chainHash = nextLink(chainHash, entryText(entry));
    insert('chain', { position, kind: 'ledger', subject: entry.id, hash: chainHash });
  }
  sums.write(insert);
  db.prepare('update feed_head set position = ?, chain_hash = ?, last_at = ?').run(position, chainHash, at);
  db.exec('commit');
  db.pragma('analysis_limit = 1000');
  db.exec('analyze');
  db.pragma('journal_mode = WAL');
  db.close();
}

type Insert = (table: string, row: Readonly<Record<string, string | number | null>>) => void;

/** Prepares one statement for each table, for the columns of its first row. */
function inserter(db: Sqlite.Database): Insert {
  const prepared = new Map<string, { columns: readonly string[]; insert: Sqlite.Statement }>();
  const prepare = (table: string, row: object) => {
    const columns = Object.keys(row);
    const values = columns.map(() => '?').join(', ');
    const insert = db.prepare(`insert into ${table} (${columns.join(', ')}) values (${values})`);
    prepared.set(table, { columns, insert });
    return { columns, insert };
  };
  return (table, row) => {
    const { columns, insert } = prepared.get(table) ?? prepare(table, row);
    insert.run(columns.map((column) => row[column]));
  };
}

/** A rack with room for a plate at every place. */
function fillPlaces(db: Sqlite.Database, places: number): void {
  const location =
    db.prepare(`insert or ignore into location (warehouse, code, type, zone, walk_sequence, check_digit, capacity_plates,
    mixed_items, mixed_lots, fixed_item, active, version) values (?, ?, 'storage', 'BENCH', ?, '00', 2, 1, 1, null, 1, 1)`);
  const plate = db.prepare('insert or ignore into license_plate (number, warehouse, created_at) values (?, ?, 0)');
  for (let index = 0; index < places; index += 1) {
    location.run(benchWarehouse, placeName(index), 1000 + index);
    plate.run(plateName(index), benchWarehouse);
  }
}

interface Goods {
  readonly itemKey: string;
  readonly lot: string | null;
  readonly serial: string | null;
}

function traced(piece: number, places: number): Pick<Goods, 'lot' | 'serial'> {
  const kind = places > 0 ? piece % oneOf : 0;
  return { lot: kind === 1 ? lotName(piece) : null, serial: kind === 2 ? serialName(piece) : null };
}

/** The lot and the serial number of a piece that has one. */
const lotName = (piece: number): string => `LOT-${piece >> 16}`;
const serialName = (piece: number): string => `SERIAL-${piece}`;

/** Objects that a filled ledger has, by which they are looked up. */
export const filledObjects = {
  lot: lotName(1),

  serial: serialName(2),
} as const;

function receiptEntry(commandId: string, goods: Goods, at: number): LedgerEntry {
  return {
    ...commonOf(commandId, goods, at),
    from_location: '@supplier',
    from_plate: null,
    to_location: dock,
    to_plate: null,
    reason: 'receive',
    coverage: `${commandId}.1`,
  };
}

function putEntry(commandId: string, goods: Goods, place: number, at: number): LedgerEntry {
  return {
    ...commonOf(commandId, goods, at),
    from_location: dock,
    from_plate: null,
    to_location: placeName(place),
    to_plate: plateName(place),
    reason: 'put',
    coverage: null,
  };
}

function commonOf(commandId: string, { itemKey, lot, serial }: Goods, at: number) {
  return {
    id: `${commandId}:0`,
    command_id: commandId,
    warehouse: benchWarehouse,
    item_key: itemKey,
    owner: 'DEMO',
    lot,
    serial,
    quantity_base: 1,
    from_status: 'available',
    to_status: 'available',
    reason_code: null,
    corrects: null,
    operator: 'W-1001',
    device: 'FILL',
    occurred_at: at,
    recorded_at: at,
    channel: 'update-log',
    unit: 'pcs',
  };
}

function commandRow(id: string, type: string, sequence: number, at: number) {
  return {
    id,
    type,
    version: 1,
    device: 'FILL',
    sequence,
    warehouse: benchWarehouse,
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
  };
}

function registrationRow(entry: LedgerEntry, row: number) {
  return {
    id: `${entry.command_id}.1`,
    command_id: entry.command_id,
    load_number: `LD-FILL-${row >> 6}`,
    order_key: `${sourceSystemOf(entry.item_key)}:FILL-${row >> 6}`,
    line_number: (row & 63) + 1,
    item_key: entry.item_key,
    owner: entry.owner,
    lot: entry.lot,
    serial: entry.serial,
    inventory_status: entry.to_status,
    license_plate: '',
    location: entry.to_location,
    quantity_base: entry.quantity_base,
    entry_id: entry.id,
    status: 'registered',
    document_number: null,
    occurred_at: entry.occurred_at,
  };
}

/** The update log told the ERP: so no receipts are needed for the books to be right. */
function coverageOf(entry: LedgerEntry) {
  const id = `${entry.command_id}.1`;
  return { id, kind: 'shipment-receipt', state: 'reported', document_number: null, channel: entry.channel };
}

type StockRow = BalanceOf & { serial: string; license_plate: string; quantity_base: number; reserved_base: number };
type PublishedSum = BalanceOf & { quantity_base: number; unreported_base: number; registered_base: number };

/** What the entries add up to, those before the fill too: the balances themselves, and what is published of them. */
class FilledSums {
  readonly #stock = new Map<string, StockRow>();
  readonly #published = new Map<string, PublishedSum>();

  constructor(db: Sqlite.Database) {
    for (const row of db.prepare<[], StockRow>('select * from balance').all()) this.#stock.set(stockText(row), row);
    for (const row of db.prepare<[], PublishedSum>('select * from published_balance').all()) {
      this.#published.set(textOf(row), row);
    }
    db.exec('delete from balance; delete from published_balance');
  }

  move(entry: LedgerEntry): void {
    for (const { of, plate, quantityBase } of legsOf(entry)) {
      const fresh = {
        ...of,
        serial: entry.serial ?? '',
        license_plate: plate ?? '',
        quantity_base: 0,
        reserved_base: 0,
      };
      const text = stockText(fresh);
      const row = this.#stock.get(text) ?? fresh;
      row.quantity_base += quantityBase;
      if (row.quantity_base === 0) this.#stock.delete(text);
      else this.#stock.set(text, row);
    }
  }

  /** What stands at the leg's location after it, and in its warehouse. */
  publish(entry: LedgerEntry, leg: PublishedLeg): { atLocationBase: number; inWarehouseBase: number | null } {
    const atLocationBase = this.#add(leg.of, entry, leg);
    return {
      atLocationBase,
      inWarehouseBase: leg.isInternal ? null : this.#add({ ...leg.of, location: '' }, entry, leg),
    };
  }

  #add(of: BalanceOf, entry: LedgerEntry, leg: PublishedLeg): number {
    const text = textOf(of);
    const sum = this.#published.get(text) ?? { ...of, quantity_base: 0, unreported_base: 0, registered_base: 0 };
    const { unreportedBase, registeredBase } = waitingOf(entry, leg);
    sum.quantity_base += leg.quantityBase;
    sum.unreported_base += unreportedBase;
    sum.registered_base += registeredBase;
    this.#published.set(text, sum);
    return sum.quantity_base;
  }

  write(insert: Insert): void {
    for (const row of this.#stock.values()) insert('balance', { ...row });
    for (const row of this.#published.values()) {
      if (row.quantity_base !== 0 || row.unreported_base !== 0 || row.registered_base !== 0) {
        insert('published_balance', { ...row });
      }
    }
  }
}

function textOf({ location, warehouse, item_key, owner, lot, inventory_status }: BalanceOf): string {
  return `${location}|${warehouse}|${item_key}|${owner}|${lot}|${inventory_status}`;
}

function stockText(row: BalanceOf & { serial: string; license_plate: string }): string {
  return `${textOf(row)}|${row.serial}|${row.license_plate}`;
}
