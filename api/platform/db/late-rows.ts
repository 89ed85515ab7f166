import type Sqlite from 'better-sqlite3';
import { invariant } from '#shared/kernel/invariant.ts';
import { insertGroup, rowsPerGroup } from './row-groups.ts';

/** Bits that a number has for tables. */
const mostTables = 31;

/** The table with its columns, its name, the row, and what follows. */
const oneRow = /^insert into ("?(\w+)"? \([^()]*\) values) (\([^()]*\))(.*)$/s;
/** Values of one row say nothing to the others of its group, and nobody hears an answer. */
const notForGroups = /\?|\breturning\b/i;

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
 * difference: a row that cannot be written undoes its own job, as it would have at once.
 */
export class LateRows {
  readonly #db: Sqlite.Database;
  readonly #tables: LateTable[] = [];
  /** The bits of the tables of which rows wait. */
  #waiting = 0;
  /** A row could not be written: until what it belongs to is undone, nothing more is. */
  #hasFailed = false;

  constructor(db: Sqlite.Database) {
    this.#db = db;
  }

  /**
   * Makes a statement fit to be late. It has to insert one row of given values; what it does with a row that is there
   * already says `excluded` for them, and answers nothing.
   */
  prepare(text: string): LateInsert {
    const [, into, name, row, tail = ''] = oneRow.exec(text) ?? [];
    invariant(into && name && row && !notForGroups.test(tail), `this cannot be late: ${text}`);
    const rows = Array.from({ length: rowsPerGroup }, () => row).join(', ');
    const group = `${insertGroup} ${into} ${rows}${tail}`;
    return { table: this.#tableOf(name), one: this.#db.prepare(text), group: this.#db.prepare(group) };
  }

  add(insert: LateInsert, values: unknown[]): void {
    const { table } = insert;
    if (table.insert !== null && table.insert !== insert) this.#writeAll(table.bit);
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
    this.#hasFailed = false;
    for (const table of this.#tables) this.#empty(table);
  }

  #writeAll(bits: number): void {
    invariant(!this.#hasFailed, 'a transaction ends where a row of it cannot be written');
    this.#hasFailed = true;
    for (const table of this.#tables) if ((bits & table.bit) !== 0) this.#write(table);
    this.#hasFailed = false;
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
