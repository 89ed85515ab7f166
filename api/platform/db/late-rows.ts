import type Sqlite from 'better-sqlite3';
import { invariant } from '#shared/kernel/invariant.ts';

/** So many rows in one statement save half of what it costs for each; more of them save little more. */
const rowsPerGroup = 8;

/** Bits that a number has for tables. */
const mostTables = 31;

/** A statement that inserts one row, or adds to the one that is there; and the same for a group of rows. */
export interface LateInsert {
  readonly table: LateTable;
  readonly one: Sqlite.Statement<unknown[]>;
  readonly group: Sqlite.Statement<unknown[]>;
}

/** A table of which rows may wait, all of them for the same statement. */
interface LateTable {
  readonly name: string;
  readonly bit: number;
  readonly rows: unknown[][];
  insert: LateInsert | null;
}

/** The tables that a text names, as far as they were known when it was looked at. */
export interface NamedTables {
  known: number;
  bits: number;
}

/**
 * Rows of a transaction for which nobody in it waits. Those of a table are written one behind the other when the
 * transaction ends, or before a statement that names the table. What they change is then at hand once for many rows,
 * and not once for each of them between the rows of a dozen other tables, which takes twice as long. Nobody sees a
 * difference: a row that cannot be written fails its transaction, as it would have at once.
 */
export class LateRows {
  readonly #db: Sqlite.Database;
  readonly #tables: LateTable[] = [];
  /** The bits of the tables of which rows wait. */
  #waiting = 0;

  constructor(db: Sqlite.Database) {
    this.#db = db;
  }

  /** Makes a statement fit to be late. It has to insert one row of given values. */
  prepare(text: string): LateInsert {
    const parts = /^insert (into "?(\w+)"? \([^()]*\) values) (\([^()]*\))/.exec(text);
    const [head, into, name, row] = parts ?? [];
    invariant(head && into && name && row, `only a row can be late, not: ${text}`);
    const rows = Array.from({ length: rowsPerGroup }, () => row).join(', ');
    // One that could undo its rows where one of them fails has SQLite copy pages first. Its transaction undoes them.
    const group = `insert or fail ${into} ${rows}${text.slice(head.length)}`;
    return { table: this.#tableOf(name), one: this.#db.prepare(text), group: this.#db.prepare(group) };
  }

  add(insert: LateInsert, values: unknown[]): void {
    const { table } = insert;
    if (table.insert !== insert) this.#write(table);
    table.insert = insert;
    table.rows.push(values);
    this.#waiting |= table.bit;
  }

  /** Writes the rows of all tables that a text names; `named` remembers which these are. */
  writeBefore(text: string, named: NamedTables): void {
    if (this.#waiting === 0) return;
    if (named.known < this.#tables.length) this.#lookFor(named, text);
    const due = this.#waiting & named.bits;
    if (due !== 0) this.#writeAll(due);
  }

  write(): void {
    if (this.#waiting !== 0) this.#writeAll(this.#waiting);
  }

  /** What they belong to is undone. */
  drop(): void {
    for (const table of this.#tables) this.#empty(table);
  }

  #writeAll(bits: number): void {
    for (const table of this.#tables) if ((bits & table.bit) !== 0) this.#write(table);
  }

  #write(table: LateTable): void {
    const { insert, rows } = table;
    if (insert === null) return;
    const grouped = rows.length - (rows.length % rowsPerGroup);
    for (let at = 0; at < grouped; at += rowsPerGroup) insert.group.run(...rows.slice(at, at + rowsPerGroup).flat());
    for (const values of rows.slice(grouped)) insert.one.run(...values);
    this.#empty(table);
  }

  #empty(table: LateTable): void {
    table.rows.length = 0;
    table.insert = null;
    this.#waiting &= ~table.bit;
  }

  /** A column may have the name of a table: then rows are written sooner than they had to be. */
  #lookFor(named: NamedTables, text: string): void {
    named.known = this.#tables.length;
    named.bits = 0;
    for (const { name, bit } of this.#tables) if (new RegExp(`\\b${name}\\b`).test(text)) named.bits |= bit;
  }

  #tableOf(name: string): LateTable {
    const known = this.#tables.find((table) => table.name === name);
    if (known) return known;
    invariant(this.#tables.length < mostTables, 'there is a bit for each table');
    const fresh: LateTable = { name, bit: 1 << this.#tables.length, rows: [], insert: null };
    this.#tables.push(fresh);
    return fresh;
  }
}
