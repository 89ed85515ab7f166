/**
 * `npm run crash -- --kills 50`: kills the real server process at random moments under load from 32 clients, starts it
 * again, and checks from outside that every answered command is there once. Exit code 1 when anything is wrong.
 */
import { parseArgs } from 'node:util';
import { runCrashes } from './run-crashes.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, clients: { type: 'string', default: '32' } },
});

const report = await runCrashes({
  kills: Number(values.kills),
  clients: Number(values.clients),
  say: (text) => console.log(text),
});

console.log(`
kills                                ${report.kills}
commands, answered in the end        ${report.commands}
of them applied                      ${report.applied}
of them shipments confirmed          ${report.shipped}
messages, answered in the end        ${report.messages}
requests that had to be sent again   ${report.resent}
done, but the answer lost in a kill  ${report.doneButUnanswered}
feed rows seen and found again       ${report.rowsSeen}
slowest start                        ${report.slowestStartMs.toFixed(0)} ms
violations                           ${report.violations.length}`);
for (const violation of report.violations.slice(0, 20)) console.log(`  ${violation}`);
process.exitCode = report.violations.length === 0 ? 0 : 1;
