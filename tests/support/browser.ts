import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

/** Where a browser listens that this process and those it starts share; see `shareBrowser`. */
const sharedName = 'TALLYMAN_TEST_BROWSER';

/**
 * A real Chromium, without a window. What needs no arguments of its own shares the one of the run, if there is one: to
 * start a browser takes longer than most of what is done in it. Nobody sees anything of others there, and closing it
 * closes what was opened in it.
 */
export function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const shared = process.env[sharedName];
  if (shared !== undefined && (options.args ?? []).length === 0) return chromium.connect(shared);
  return chromium.launch(launchOptions(options));
}

/** Starts the browser that all processes of this run share. Answers what ends it. */
export async function shareBrowser(): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({ ...launchOptions({}), host: '127.0.0.1' });
  process.env[sharedName] = server.wsEndpoint();
  return async () => {
    delete process.env[sharedName];
    await server.close();
  };
}

/**
 * Features of Chromium that only get in the way. With every window it makes two pages ready for whoever types into its
 * address bar, which cost more than most of ours; nobody types there. To name any replaces the names that Playwright
 * gives, so the others are those.
 */
const switchedOff: readonly string[] = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'PreloadTopChromeWebUI'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'LensOverlay'],
  ...['HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning'],
  ...['AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled'],
  'PreconnectToSearch',
];

/**
 * The machine's own browser is taken (see `findBrowser`); its background traffic is off, as a test must not depend on the
 * network. `npm test` has made sure that there is one.
 */
function launchOptions(options: LaunchOptions): LaunchOptions {
  const executablePath = findBrowser();
  if (executablePath === null)
    throw new Error('No Chromium or Chrome was found. "npm test" looks for one and says what to do.');
  return {
    executablePath,
    ...options,
    args: [
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      `--disable-features=${switchedOff.join(',')}`,
      ...(options.args ?? []),
    ],
  };
}

/**
 * What makes Chromium take a film for the camera's picture. `film` is a .y4m or .mjpeg file; it repeats at its end.
 * The page is granted the camera without a question.
 */
export function cameraFrom(film: string): string[] {
  return ['--use-fake-ui-for-media-stream', ...filmInsteadOfCamera(film)];
}

/** The same, but the page has the camera only while its context has the permission. */
export function filmInsteadOfCamera(film: string): string[] {
  return ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`];
}

/** Path of a Chromium or Chrome: the CHROMIUM variable, Playwright's own, then where systems put it; null if none. */
export function findBrowser(): string | null {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  return [...playwrightsOwn(), ...usualPlaces].find((path) => existsSync(path)) ?? null;
}

const usualPlaces = [
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What `playwright-core install chromium` has put into its cache: the version it wants, then any other it has left. */
function playwrightsOwn(): string[] {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ].filter((folder) => folder !== undefined && existsSync(folder));
  const insides = ['chrome-linux64/chrome', 'chrome-linux/chrome', ...macInsides];
  const found = caches.flatMap((cache) =>
    readdirSync(cache ?? '')
      .filter((name) => name.startsWith('chromium-'))
      .flatMap((name) => insides.map((inside) => join(cache ?? '', name, inside))),
  );
  return [chromium.executablePath(), ...found];
}

const macInsides = ['chrome-mac-arm64', 'chrome-mac'].flatMap((folder) => [
  `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  `${folder}/Chromium.app/Contents/MacOS/Chromium`,
]);
