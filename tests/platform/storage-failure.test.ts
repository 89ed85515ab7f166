import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDiskFull, isStorageFailure } from '../../api/platform/db/storage-failure.ts';
import { openTestApp, type TestApp } from '../support/app.ts';

describe('a connection that PostgreSQL ends in the middle of a command', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp('postgres');
  });
  afterAll(() => app.close());

  test.each<[when: string, ask: boolean]>([
    ['is noticed by the question after it', true],
    ['is noticed when the transaction is to be committed', false],
  ])('%s: that is a failure of the storage, not of the program, and the next one works', async (_, ask) => {
    const cut = app.services.store.write(async (trx) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx.k).catch(() => undefined);
      if (ask) await sql`select 1`.execute(trx.k);
    });
    const error = await cut.catch((reason: unknown) => reason);
    expect([String(error), isStorageFailure(error)]).toEqual([expect.any(String), true]);
    await expect(app.services.store.write(async () => 'works')).resolves.toBe('works');
  });
});

test.each<[error: Error, isStorage: boolean, isFull: boolean]>([
  [withCode('SQLITE_FULL'), true, true],
  [withCode('SQLITE_IOERR_WRITE'), true, false],
  [withCode('SQLITE_BUSY_SNAPSHOT'), true, false],
  [withCode('SQLITE_CONSTRAINT_UNIQUE'), false, false],
  [withCode('53100'), true, true],
  [withCode('57P01'), true, false],
  [withCode('23505'), false, false],
  [withCode('ECONNRESET'), true, false],
  [new Error('Connection terminated unexpectedly'), true, false],
  [new Error('Client has encountered a connection error and is not queryable'), true, false],
  [new TypeError('a bug'), false, false],
])('%s', (error, isStorage, isFull) => {
  expect([isStorageFailure(error), isDiskFull(error)]).toEqual([isStorage, isFull]);
});

function withCode(code: string): Error {
  return Object.assign(new Error(code), { code });
}
