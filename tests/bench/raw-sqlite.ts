import Sqlite from 'better-sqlite3';
import { uuidV7 } from '#shared/kernel/id.ts';

/**
 * The physical limit: better-sqlite3 alone, one movement = a ledger row (unique client key, index on item and place), a
 * balance upsert and an outbox row with JSON, prepared once, `synchronous=FULL`. Nothing of the product runs here.
 */
export class RawSqlite {
  readonly #db: Sqlite.Database;
  readonly #begin: Sqlite.Statement;
  readonly #commit: Sqlite.Statement;
  readonly #ledger: Sqlite.Statement;
  readonly #balance: Sqlite.Statement;
  readonly #outbox: Sqlite.Statement;
  #count = 0;

  constructor(file: string, rowsBefore: number) {
    this.#db = new Sqlite(file);
    this.#db.pragma('journal_mode = WAL');
    this.#db.pragma('synchronous = FULL');
    this.#db.exec(`
      create table ledger (id text primary key, item text not null, place text not null, quantity integer not null, at integer not null) without rowid;
      create index ledger_item on ledger (item, place);
      create table balance (item text not null, place text not null, quantity integer not null, primary key (item, place)) without rowid;
      create table outbox (id integer primary key, body text not null);
    `);
    this.#begin = this.#db.prepare('begin immediate');
    this.#commit = this.#db.prepare('commit');
    this.#ledger = this.#db.prepare('insert into ledger values (?, ?, ?, ?, ?)');
    this.#balance = this.#db.prepare(
      'insert into balance values (?, ?, ?) on conflict do update set quantity = quantity + excluded.quantity',
    );
    this.#outbox = this.#db.prepare('insert into outbox (body) values (?)');
    this.#begin.run();
    for (let row = 0; row < rowsBefore; row += 1) this.#movement();
    this.#commit.run();
  }

  /** Movements a second, `perFlush` of them in each transaction. `afterCommit` imitates a slower disk. */
  measure(forMs: number, perFlush: number, afterCommit?: () => void): number {
    const started = performance.now();
    const until = started + forMs;
    let done = 0;
    while (performance.now() < until) {
      this.#begin.run();
      for (let index = 0; index < perFlush; index += 1) this.#movement();
      this.#commit.run();
      afterCommit?.();
      done += perFlush;
    }
    return (done / (performance.now() - started)) * 1000;
  }

  /** The same in so many movements to one, each with a flush of its own: orders a second, or deliveries. */
  measureTogether(forMs: number, movements: number): number {
    return this.measure(forMs, movements) / movements;
  }

  close(): void {
    this.#db.close();
  }

  #movement(): void {
    this.#count += 1;
    const count = this.#count;
    const at = Date.now();
    const id = uuidV7(at, new Uint8Array(new Uint32Array([count, count * 2654435761, count * 40503]).buffer));
    const item = `A${count % 500}`;
    const place = `P${count % 97}`;
    this.#ledger.run(id, item, place, 1, at);
    this.#balance.run(item, place, 1);
    this.#outbox.run(JSON.stringify({ id, item, place, quantity: 1, at }));
  }
}
