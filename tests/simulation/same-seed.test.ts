import { expect, test } from 'vitest';
import { runWorld } from './run-world.ts';

const small = { devices: 4, operations: 10 };

test('the same seed makes the same world, event for event', async () => {
  const first = await runWorld({ seed: 7, ...small });
  const again = await runWorld({ seed: 7, ...small });
  const other = await runWorld({ seed: 8, ...small });
  expect([first.violations, again.digest === first.digest, other.digest === first.digest]).toEqual([[], true, false]);
});
