/** Builds the progressive web app and the server, each only when its sources are not those of the build at hand. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf, root, run } from './ground.mjs';

const common = ['shared', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'];

/** What is built: from which files and folders, with which arguments for Vite, and the file it ends in. */
export const builds = {
  pwa: { sources: [...common, 'pwa'], result: 'dist/pwa/index.html', vite: [] },
  server: { sources: [...common, 'api', 'migrations'], result: 'dist/server/serve.js', vite: ['--ssr'] },
};

/**
 * Builds what is stale.
 *
 * @param {'pwa' | 'server'} name
 * @param {'always' | 'on failure'} show when Vite's output is shown
 * @returns {Promise<boolean>} false when the build failed; Vite has then said why
 */
export async function build(name, show = 'on failure') {
  const { result, vite, sources } = builds[name];
  const stamp = join(root, 'dist', `.${name}-stamp`);
  const print = fingerprint(sources);
  if (existsSync(join(root, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return true;
  rmSync(stamp, { force: true });
  const started = performance.now();
  const code = await run(process.execPath, [programOf('vite'), 'build', ...vite, '--logLevel', 'warn'], { show });
  if (code !== 0) {
    console.error(`The build of the ${name} failed; what is wrong is said above.`);
    return false;
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, print);
  console.log(`Built the ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

/** Names, sizes and times of all sources: a file removed counts as a change too, which the newest time would miss. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  const add = (path) => {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return;
    if (facts.isDirectory()) {
      for (const name of readdirSync(path).sort()) add(join(path, name));
      return;
    }
    hash.update(`${path}\0${facts.size}\0${facts.mtimeMs}\n`);
  };
  for (const source of sources) add(join(root, source));
  return hash.digest('hex');
}
