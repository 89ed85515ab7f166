/**
 * `npm run simulate -- --devices 20 --operations 200 --seed 1`: one world after the other, from that seed on (`--seeds`
 * many). Prints what happened; exit code 1 and the seed when anything was wrong.
 */
import { parseArgs } from 'node:util';
import { runWorld } from './run-world.ts';

const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '20' },
    operations: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    seeds: { type: 'string', default: '1' },
  },
});

const first = Number(values.seed);
for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
  const started = performance.now();
  const report = await runWorld({ seed, devices: Number(values.devices), operations: Number(values.operations) });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const hours = (report.simulatedMs / 3_600_000).toFixed(1);
  console.log(`seed ${seed}: ${hours} hours in ${seconds} s, log ${report.digest.slice(0, 16)}`);
  console.log(`  outcomes: ${listed(report.outcomes)}`);
  console.log(`  done:     ${listed(report.done)}`);
  console.log(`  refusals: ${listed(report.refusals)}`);
  console.log(`  trouble:  ${listed(report.counts)}`);
  if (report.violations.length === 0) {
    console.log('  violations: none');
    continue;
  }
  process.exitCode = 1;
  console.log(`  ${report.violations.length} VIOLATIONS`);
  for (const violation of report.violations.slice(0, 20)) console.log(`    ${violation.slice(0, 600)}`);
  console.log(`  the last events of seed ${seed}:`);
  for (const event of report.lastEvents.slice(-12)) console.log(`    ${event.slice(0, 200)}`);
}

function listed(counts: ReadonlyMap<string, number>): string {
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}
