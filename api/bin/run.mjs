/**
 * Runs one of the project's TypeScript programs: `node api/bin/run.mjs <file> [arguments]`. Installs first where that
 * is needed and hands over to the Node that the product runs on, so that every npm script works on a fresh clone.
 * Runs on Node 20.
 */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { handOver, isNewEnough, root, whyNodeWillNotDo } from './ground.mjs';
import { installPackages } from './install.mjs';
import { watchParent } from './watch-parent.mjs';

const exitUsage = 64;

process.chdir(root);
process.exitCode = await main(process.argv.slice(2));

async function main([file, ...args]) {
  const objection = whyNodeWillNotDo();
  if (objection !== null) {
    console.error(objection);
    return 1;
  }
  if (!(await installPackages())) return 1;
  if (process.env.npm_lifecycle_event || process.env.TALLYMAN_HANDED_OVER) {
    watchParent(() => process.kill(process.pid, 'SIGTERM'));
  }
  if (!isNewEnough()) return handOver(fileURLToPath(import.meta.url), [file, ...args]);
  // The program reads its arguments as if it had been started by itself, and may set its exit code.
  process.argv.splice(1, process.argv.length, join(root, file), ...args);
  try {
    await import(pathToFileURL(join(root, file)).href);
  } catch (error) {
    if (!String(error?.code).startsWith('ERR_PARSE_ARGS')) throw error;
    console.error(error.message);
    return exitUsage;
  }
  return process.exitCode ?? 0;
}
