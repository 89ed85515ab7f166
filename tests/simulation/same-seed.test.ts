import { expect, test } from 'vitest';
import { runWorld } from './run-world.ts';
import { seededDatabase } from './world/seeded-database.ts';
import { collectStatements, endlessReads } from './world/statements.ts';

await seededDatabase();
const statements = collectStatements();

const small = { devices: 4, operations: 10 };

test('the same seed makes the same world, event for event', { timeout: 120_000 }, async () => {
  const first = await runWorld({ seed: 7, ...small });
  const again = await runWorld({ seed: 7, ...small });
  const other = await runWorld({ seed: 8, ...small });
  expect([first.violations, again.digest === first.digest, other.digest === first.digest]).toEqual([[], true, false]);
});

test('no statement of such a day reads a table from end to end that grows', async () => {
  expect(statements.size).toBeGreaterThan(300);
  expect(endlessReads(await seededDatabase(), statements)).toEqual([]);
});
