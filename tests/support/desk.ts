import type { Browser, Page } from 'playwright-core';

export interface DeskOptions {
  /** Badge of who signs in; a supervisor where nobody is named. In the demo the password is the PIN. */
  readonly user?: string;
  /** Hears of what goes wrong in the page. */
  readonly onError?: (message: string) => void;
}

const patienceMs = 30_000;

/** Somebody of the demo warehouse at the console, in English, with the board of today in sight. */
export async function openDesk(
  browser: Browser,
  serverUrl: string,
  { user = 'S-2001', onError }: DeskOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  page.on('pageerror', ({ message }) => onError?.(message));
  await page.addInitScript(() => localStorage.setItem('tallyman.console.language', 'en'));
  await page.goto(new URL('/console', serverUrl).href);
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password').fill(user.slice(2));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  return page;
}
