import type { CompiledQuery, Kysely } from 'kysely';
import type { Dialect, Runner } from './connection.ts';
import type { Database } from './schema.ts';
import { type ParameterOf, type Statement, statement } from './statement.ts';

/** A question that is asked by readers (`read`) and by whoever is about to change the rows (`lock`). */
export interface LockingStatement<Parameters, Row> {
  readonly read: Statement<Parameters, Row>;
  readonly lock: Readonly<Record<Dialect, Statement<Parameters, Row>>>;
}

interface LockableQuery<Row> {
  compile(): CompiledQuery<Row>;
  forUpdate(of?: never): LockableQuery<Row>;
}

/**
 * A statement whose rows can be locked until the transaction ends. SQLite has one writer and needs no locks; PostgreSQL
 * locks the rows of table `of`, which in a join is the one that is there in any case.
 */
export function lockingStatement<Parameters extends object>(of?: string) {
  return <Row>(
    build: (k: Kysely<Database>, p: ParameterOf<Parameters>) => LockableQuery<Row>,
  ): LockingStatement<Parameters, Row> => {
    const read = statement<Parameters>()(build);
    const postgres = statement<Parameters>()((k, p) => build(k, p).forUpdate(of as never));
    return { read, lock: { sqlite: read, postgres } };
  };
}

/** Only locks rows, where the database locks rows: what is read afterwards is the newest. */
export async function lockFirst<P extends object, Row>(
  runner: Runner,
  rows: LockingStatement<P, Row>,
  parameters: P,
): Promise<void> {
  if (runner.dialect === 'postgres') await runner.all(rows.lock.postgres, parameters);
}

/** Thrown where a row appeared that was not there when the facts were read: the transaction runs once more. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
  /** PostgreSQL's own code for a transaction that has to be repeated. */
  readonly code = '40001';
}

/** There is a row of this key by now: whoever wrote it was quicker, or it was written in error. */
export function isKeyTaken(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return error.code === '23505' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY';
}
