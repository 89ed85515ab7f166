import type { BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';

/** A handheld with the app open: what a worker sees and does. */
export interface Handheld {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Pulls a scanner's trigger: keys at a scanner's pace, ended by Enter unless it sends none, wherever the focus is. */
  scan(code: string, suffix?: 'enter' | 'none'): Promise<void>;
  /** Clicks the code on the page of barcodes in another tab: reaches the app whatever the code is made of. */
  click(code: string): Promise<void>;
  /** What the screen asks for. */
  asks(question: string | RegExp): Promise<void>;
  /** What was said to the last scan. */
  says(words: string | RegExp): Promise<void>;
  type(digits: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  /** Kills the tab, as a system does that is short of memory, and opens the app anew. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface HandheldOptions {
  readonly browserArgs?: readonly string[];
}

const controlModifier = 2;
const secondsBetweenKeys = 0.008;

/** A key as a scanner presses it; the group separator as Ctrl+], which is what most of them send. */
function strokeOf(char: string): { key: string; code: string; text?: string; modifiers?: number } {
  if (char === '\u001d') return { key: ']', code: 'BracketRight', modifiers: controlModifier };
  return { key: char, code: '', text: char };
}

/** A new device with nothing stored, held upright. */
export async function openHandheld(url: string, options: HandheldOptions = {}): Promise<Handheld> {
  const browser = await launchBrowser({ args: [...(options.browserArgs ?? [])] });
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    locale: 'en-GB',
    // A colour half faded in is no colour to judge.
    reducedMotion: 'reduce',
    permissions: ['camera'],
  });
  let page = await context.newPage();
  await page.goto(url);
  let keyboard = await context.newCDPSession(page);
  let barcodes: Page | null = null;
  const pageOfBarcodes = async () => {
    const other = await context.newPage();
    await other.goto(new URL('/demo', url).href);
    return other;
  };
  const handheld: Handheld = {
    get page() {
      return page;
    },
    context,
    scan: async (code, suffix = 'enter') => {
      const enter = suffix === 'enter' ? [{ key: 'Enter', code: 'Enter', text: '\r' }] : [];
      const strokes = [...[...code].map(strokeOf), ...enter];
      // The time of each stroke is said, as a busy machine would stretch the gaps beyond any scanner's.
      const start = Date.now() / 1000;
      await Promise.all(
        strokes.flatMap(({ text, ...stroke }, index) => {
          const timestamp = start + index * secondsBetweenKeys;
          const down = { type: 'keyDown' as const, timestamp, ...stroke, ...(text !== undefined && { text }) };
          return [
            keyboard.send('Input.dispatchKeyEvent', down),
            keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...stroke }),
          ];
        }),
      );
    },
    click: async (code) => {
      barcodes ??= await pageOfBarcodes();
      await barcodes.evaluate((text) => new BroadcastChannel('tallyman-demo-scan').postMessage({ text }), code);
    },
    asks: (question) => shows(page, page.locator('h1, h2').filter({ hasText: question }).first(), question),
    says: (words) => shows(page, page.locator('.banner').filter({ hasText: words }), words),
    type: async (digits) => {
      for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).first().click();
    },
    press: (name) =>
      page
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click(),
    kill: async () => {
      const killed = page;
      const crashed = killed.waitForEvent('crash');
      // Nobody is left to answer.
      void keyboard.send('Page.crash').catch(() => {});
      await crashed;
      page = await context.newPage();
      keyboard = await context.newCDPSession(page);
      await killed.close();
      await page.goto(url);
    },
    close: () => browser.close(),
  };
  return handheld;
}

/** Waits until it is there; where it does not come, what the worker sees instead is the best explanation. */
async function shows(page: Page, wanted: Locator, what: string | RegExp): Promise<void> {
  await wanted.waitFor().catch(async () => {
    const seen = await page.locator('h1, h2, .banner').allInnerTexts();
    throw new Error(`the screen does not show ${what}, but: ${seen.join(' | ')}`);
  });
}

/** Signs a demo badge in: a scan, then the PIN, then English; waits until the device can work without a network. */
export async function signIn(handheld: Handheld, badge: string, pin: string): Promise<void> {
  await handheld.asks(/badge/i);
  await handheld.scan(badge);
  await handheld.asks('Enter your PIN');
  await handheld.type(pin);
  await handheld.press('Sign in');
  await handheld.says(/Hello|Hallo/);
  const greeting = await handheld.page.locator('.banner').innerText();
  if (!greeting.includes('Hello')) await handheld.press('English');
  await handheld.page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await handheld.page
    .locator('header')
    .filter({ hasText: /Updated \d/ })
    .waitFor();
}
