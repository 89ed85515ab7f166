/** Brings node_modules in line with package-lock.json, and does nothing when it already is. Runs on Node 20. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broughtVersion, pathWithoutProject, root, run } from './ground.mjs';

const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules', '.tallyman-stamp.json');

/**
 * Installs what is missing. A stamp in node_modules says for which lockfile, platform and Node it was installed, since a
 * binary made for another Node fails without a word.
 *
 * @returns {Promise<boolean>} false when npm failed; it has then said why
 */
export async function installPackages() {
  const stamp = readIfThere(stampFile);
  if (stamp !== null && JSON.stringify(stamp) === JSON.stringify(currentStamp())) return true;
  if (!isInstalledByHand(stamp)) {
    console.log('Installing packages: the first time this takes about half a minute.');
    const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    let code = await npm(['ci', ...quiet]);
    if (code !== 0) {
      console.log('"npm ci" did not succeed; trying "npm install --no-save", which is less strict.');
      code = await npm(['install', '--no-save', ...quiet]);
    }
    if (code !== 0) {
      console.error('The packages could not be installed. npm says above what is in the way.');
      return false;
    }
  }
  writeFileSync(stampFile, JSON.stringify(currentStamp()));
  return true;
}

function currentStamp() {
  return {
    lock: createHash('sha256').update(readFileSync(lockFile)).digest('hex'),
    platform: `${process.platform} ${process.arch}`,
    node: broughtVersion() ?? `modules ${process.versions.modules}`,
  };
}

/**
 * True when someone has run npm themselves: the record npm keeps in node_modules names the versions of the lockfile.
 * Optional packages may be missing, as npm leaves out what does not fit the machine.
 */
function isInstalledByHand(stamp) {
  const now = currentStamp();
  if (stamp !== null && (stamp.platform !== now.platform || stamp.node !== now.node)) return false;
  const record = readIfThere(join(root, 'node_modules', '.package-lock.json'));
  if (record === null) return false;
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.entries(packages).every(([path, wanted]) => {
    if (path === '') return true;
    const present = record.packages[path];
    return present === undefined ? wanted.optional === true : present.version === wanted.version;
  });
}

/** npm as it was called, when it was npm that called us; else the npm on the path. */
function npm(args) {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const options = { environment: { PATH: pathWithoutProject() } };
  if (script?.endsWith('npm-cli.js') && node !== undefined && existsSync(node))
    return run(node, [script, ...args], options);
  return run('npm', args, options);
}

function readIfThere(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
