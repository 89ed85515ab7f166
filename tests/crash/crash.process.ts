import { expect, test } from 'vitest';
import { commandsInALife, runCrashes } from './run-crashes.ts';

test('a server killed three times under load keeps every answered command once', async () => {
  const report = await runCrashes({ kills: 3, clients: 32, say: () => {} });
  expect(report.violations).toEqual([]);
  expect(report.kills).toBe(3);
  expect(report.commands).toBeGreaterThanOrEqual(3 * commandsInALife);
});
