import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Runs a program with its output shown; resolves with its exit code. */
type Run = (file: string, args: string[], environment?: Record<string, string>) => Promise<number>;

/**
 * Installs Chromium: from the system's packages as root on Debian, else by Playwright's own download. Whether it worked
 * is seen by looking for the browser again.
 */
export async function installBrowser(run: Run): Promise<void> {
  if (process.getuid?.() === 0 && isDebian()) {
    const quietly = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], quietly);
    const installed = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quietly);
    if (installed === 0) return;
  }
  const playwright = fileURLToPath(new URL('../../node_modules/playwright-core/cli.js', import.meta.url));
  await run(process.execPath, [playwright, 'install', 'chromium']);
}

function isDebian(): boolean {
  const release = '/etc/os-release';
  return existsSync(release) && /^ID(_LIKE)?=.*debian/m.test(readFileSync(release, 'utf8'));
}
