/**
 * `npm test`: everything there is to check, in one run. Each step shows what it does; one that fails does not keep the
 * others from running. The tests of the built product mostly wait for a browser, and what only reads the sources needs
 * nothing of the rest: both are done beside the other steps, and what they have to say is shown when they are over. The
 * last line reads "N passed, N failed"; nothing is left out
 * without being counted.
 *
 * Runs on Node 20 without packages up to the point where it hands over to the Node that the product runs on.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { build } from '../api/bin/build.mjs';
import { handOver, isNewEnough, programOf, root, run, whyNodeWillNotDo } from '../api/bin/ground.mjs';
import { installPackages } from '../api/bin/install.mjs';

/** A run that hangs says so while there is still someone to read it. */
const vitestLimitMs = 40 * 60_000;
/** So many failed tests of one step are named in the summary. */
const namedFailures = 10;

process.chdir(root);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stopSoon);
process.exitCode = await main();

/** Told to stop, no later step begins: the one that runs is told too and has a second to clean up. */
function stopSoon() {
  setTimeout(() => process.exit(1), 1000);
}

async function main() {
  const objection = whyNodeWillNotDo();
  if (objection !== null) return refuse(objection);
  if (!(await installPackages())) return refuse('Without its packages nothing can be tested.');
  if (!isNewEnough()) return handOver(fileURLToPath(import.meta.url), process.argv.slice(2));

  const steps = [];
  const record = (name, counts) => steps.push({ name, ...counts });
  const check = async (name, work) => {
    announce(name);
    record(name, (await work()) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    return steps.at(-1).failed === 0;
  };

  const read = readSources(record);
  const pwaBuilt = await check('build of the app', () => build('pwa', 'always'));
  const serverBuilt = await check('build of the server', () => build('server', 'always'));
  const browserFound = await check('a browser', findOrInstallBrowser);
  const canTestTheBuilt = pwaBuilt && serverBuilt && browserFound;
  const built = canTestTheBuilt ? vitest('built', ['--project', 'built'], 'at its end') : { passed: 0, failed: 1 };

  record('tests on SQLite and PostgreSQL', await vitest('tests', ['--project', '!built'], 'always'));
  record(
    canTestTheBuilt
      ? 'tests of the built product'
      : 'tests of the built product: not run, as what they need is missing',
    await built,
  );
  await read;
  return summarise(steps);
}

/** What is found by reading the sources, one after the other. */
async function readSources(record) {
  for (const [name, ...command] of [
    // Two checkers would each look through the same types again: on a machine that is busy that takes longer, not shorter.
    ['types', 'typescript', 'tsc', ['-b', '--checkers', '1']],
    ['format and lint', '@biomejs/biome', 'biome', ['check', '.']],
    ['unused files, exports and packages', 'knip', 'knip', []],
  ]) {
    record(name, (await tool(name, ...command)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
}

function announce(name) {
  console.log(`\n== ${name}`);
}

function refuse(reason) {
  console.error(reason);
  console.log('0 passed, 1 failed');
  return 1;
}

/** Failed tests are named once more at the end: a build server that keeps only the end of its log has them there. */
function summarise(steps) {
  console.log('\n== summary');
  for (const { name, passed, failed, failures = [] } of steps) {
    console.log(
      `${failed === 0 ? 'passed' : 'FAILED'}  ${name}${passed + failed === 1 ? '' : `: ${passed} passed, ${failed} failed`}`,
    );
    for (const one of failures.slice(0, namedFailures)) console.log(`        ${one}`);
    if (failures.length > namedFailures) console.log(`        and ${failures.length - namedFailures} more`);
  }
  const sum = (part) => steps.reduce((total, step) => total + step[part], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

/** Runs a package's program on our Node, which programs that it starts itself find first. */
async function tool(name, packageName, program, args) {
  const beforeShown = () => announce(name);
  const options = { environment: onOurNode(), show: 'at its end', beforeShown };
  return (await run(process.execPath, [programOf(packageName, program), ...args], options)) === 0;
}

/** Programs of the command line are started many times: what Node makes of their files is kept between two starts. */
function onOurNode() {
  const PATH = [dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  return { PATH, NODE_COMPILE_CACHE: join(root, '.cache', 'compiled') };
}

/**
 * Runs Vitest and counts from its own report. A test that was skipped or never ran counts as failed, as does a file
 * that could not be read, a runner that crashed, and a run without any test.
 */
async function vitest(name, args, show) {
  const title = `vitest ${args.join(' ')}`;
  if (show === 'always') announce(title);
  const folder = join(root, '.cache', 'test-results');
  const report = join(folder, `${name}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const command = [programOf('vitest'), 'run', ...args, ...reporters];
  const announceFirst = () => show === 'at its end' && announce(title);
  const options = { environment: onOurNode(), limitMs: vitestLimitMs, show, beforeShown: announceFirst };
  const ended = await run(process.execPath, command, options);
  return countsOf(report, ended);
}

function countsOf(report, exitCode) {
  let files;
  try {
    files = JSON.parse(readFileSync(report, 'utf8')).testResults;
  } catch {
    console.error('Vitest left no report: it crashed, or found nothing to run.');
    return { passed: 0, failed: 1 };
  }
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const unreadable = files.filter((file) => file.status === 'failed' && file.assertionResults.every(isPassed));
  const failed = tests.length - passed + unreadable.length;
  for (const { status, fullName } of tests) {
    if (status !== 'passed' && status !== 'failed')
      console.error(`Not run (${status}), so it counts as failed: ${fullName}`);
  }
  const nothingWrongFound = failed === 0 && (exitCode !== 0 || passed === 0);
  const failures = files.flatMap((file) => failuresOf(file, unreadable.includes(file)));
  return { passed, failed: nothingWrongFound ? 1 : failed, failures };
}

/** What failed in a file, each as its path, the test, what was wrong and where in the tests. */
function failuresOf({ name, message, assertionResults }, isUnreadable) {
  const file = relative(root, name);
  const failed = assertionResults.filter((test) => !isPassed(test));
  const lines = failed.map((test) => `${file} > ${test.fullName}: ${inOneLine(test.failureMessages?.[0])}`);
  return isUnreadable ? [`${file}: ${inOneLine(message)}`] : lines;
}

/** A message without its stack, but for the place nearest to it in the tests. */
function inOneLine(text = '') {
  const lines = stripVTControlCharacters(text).split('\n');
  const isOfStack = (line) => /^\s+at /.test(line);
  const place = lines.find((line) => isOfStack(line) && /tests\/[^:]*:\d+/.test(line));
  const firstOfStack = lines.findIndex(isOfStack);
  const said = lines.slice(0, firstOfStack < 0 ? lines.length : firstOfStack).map((line) => line.trim());
  const where = place ? ` (${/tests\/[^:]*:\d+/.exec(place)})` : '';
  return said.filter(Boolean).join(' ').slice(0, 400) + where;
}

function isPassed({ status }) {
  return status === 'passed';
}

/** A browser is looked for; where there is none it is installed, where that is possible. Says what to do where it is not. */
async function findOrInstallBrowser() {
  const { findBrowser } = await import('./support/browser.ts');
  const found = findBrowser();
  if (found !== null) {
    console.log(found);
    return true;
  }
  if (process.env.CHROMIUM) {
    console.error(`The variable CHROMIUM names ${process.env.CHROMIUM}, which is not there.`);
    return false;
  }
  const { installBrowser } = await import('./support/install-browser.ts');
  await installBrowser((file, args, environment) =>
    run(file, args, { environment: { ...onOurNode(), ...environment } }),
  );
  const installed = findBrowser();
  if (installed !== null) {
    console.log(installed);
    return true;
  }
  console.error(
    [
      'No Chromium or Chrome was found, and none could be installed. Do one of these, then run "npm test" again:',
      '  Debian, Ubuntu:  sudo apt-get install chromium',
      '  elsewhere:       npx playwright-core install chromium',
      '  or name one:     CHROMIUM=/path/to/chrome npm test',
    ].join('\n'),
  );
  return false;
}
