import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { faultsInEveryLight } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';

const url = serverUrl().replace(/\/$/, '');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(() => browser.close());

async function openConsole(user: string): Promise<Page> {
  const page = await openDesk(browser, url, { user });
  await page.getByRole('link', { name: 'Put-away', exact: true }).click();
  await page.locator('.putaway-rule-name').first().waitFor();
  return page;
}

async function tried(page: Page, goods: string): Promise<void> {
  await page.getByLabel('Licence plate or item').fill(goods);
  await page.getByRole('button', { name: 'Try' }).click();
  await page.locator('tr.is-marked .desk-chip', { hasText: 'proposed' }).waitFor();
}

const names = (page: Page) => page.locator('.putaway-rule-name').allInnerTexts();

test('what another order of the rules would do is seen before it is saved', async () => {
  const page = await openConsole('A-3001');
  await tried(page, 'A0010');
  const chose = page.locator('.putaway-verdicts li', { hasText: 'chose the place' });
  expect(await chose.innerText()).toContain('Fast movers to aisle A');
  await page.getByRole('button', { name: 'Move Storage up' }).click();
  await page.getByText('before they are saved').waitFor();
  await expect.poll(() => chose.innerText()).toContain('Storage');
  await page.getByRole('button', { name: 'Undo changes' }).click();
  await expect.poll(() => chose.innerText()).toContain('Fast movers to aisle A');
});

test('a rule is made, filled in, switched on and removed again', async () => {
  const page = await openConsole('A-3001');
  const before = await names(page);
  await page.getByRole('button', { name: 'New rule' }).click();
  await page.getByLabel('Name').fill('Spices together');
  await page.getByLabel('Code').fill('spices');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'spices' }).waitFor();
  await page.getByLabel('Categories').fill('spices');
  await page.getByLabel('Zones', { exact: true }).fill('NOWHERE');
  await page.getByRole('button', { name: '+ fixed place' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('No location of this warehouse is in zone NOWHERE').first().waitFor();
  await page.getByLabel('Zones', { exact: true }).fill('A');
  await saved(page);
  await page
    .getByRole('link', { name: /Put-away$/ })
    .first()
    .click();
  await page.getByText('categories: spices').waitFor();
  const made = page.locator('.putaway-rules li', { hasText: 'Spices together' });
  await made.getByRole('button', { name: 'Switch on' }).click();
  await saved(page);
  await made.getByRole('button', { name: 'Remove Spices together' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await saved(page);
  expect(await names(page)).toEqual(before);
});

/** Once the server has it: what was said of the last time may still be on the screen. */
async function saved(page: Page): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await page.getByRole('button', { name: 'Save' }).click();
  await answered;
  await page.getByText('Saved.').waitFor();
}

test('a supervisor asks why not elsewhere, and changes nothing', async () => {
  const page = await openConsole('S-2001');
  await tried(page, 'A0049');
  await page.getByLabel('Why not …?').fill('A-01-01');
  await page.getByText('A-01-01-1 is of another type').waitFor();
  expect(await page.getByRole('button', { name: 'New rule' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: /Move/ }).count()).toBe(0);
});

test('the rules can be read and reached by anybody, in the light and in the dark', async () => {
  const page = await openConsole('A-3001');
  await tried(page, 'A0049');
  const faults = () => faultsInEveryLight(page, 'desk');
  expect(await faults()).toEqual([]);
  await page.getByRole('link', { name: 'Chilled goods to aisle B' }).click();
  await page.getByLabel('Categories').waitFor();
  expect(await faults()).toEqual([]);
});
