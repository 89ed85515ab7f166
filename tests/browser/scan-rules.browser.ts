import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInEveryLight } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';
import { beginReceiving, postOrder } from '../support/floor-orders.ts';
import { openHandheld, signIn } from '../support/handheld.ts';

const url = serverUrl().replace(/\/$/, '');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

async function openRules(): Promise<Page> {
  const page = await openDesk(browser, url, { user: 'A-3001' });
  await page.getByRole('link', { name: 'Set-up' }).click();
  await page.goto(`${url}/console/setup/warehouses/WEST/scan-rules`);
  await page.getByRole('heading', { name: 'Codes of our own' }).waitFor();
  return page;
}

test('a pattern is tried out before it is saved, put right, and read by it on the floor', async () => {
  const page = await openRules();
  await page.getByRole('button', { name: 'Add a pattern' }).click();
  await page.getByLabel('Called').fill('Rack label');
  await page.getByLabel('Pattern').fill('LOC{9');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('cannot be read from character 4 on').first().waitFor();
  await page.getByLabel('Pattern').fill('LOC:[{*:1-32}]');
  await page.getByLabel('Try it out').fill('loc:a-01\n(01)04006381333931(10)L77\n%TIMES12\n4006381333932');
  const tried = page.locator('.scan-rules tbody tr');
  await expect.poll(() => tried.allInnerTexts()).toHaveLength(4);
  expect((await tried.allInnerTexts()).map((row) => row.replace(/\s+/g, ' ').trim())).toEqual([
    expect.stringContaining('location a-01 (Rack label)'),
    expect.stringContaining('GS1 label (01) 04006381333931 · (10) L77'),
    expect.stringContaining('command %TIMES12'),
    expect.stringContaining('The check digit of this code is wrong'),
  ]);
  // What stays above while the page is scrolled covers what lies below it.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await faultsInEveryLight(page, 'desk')).toEqual([]);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
});

test('on a handheld what labels told waits in sight, and so does how many the next scan stands for', async () => {
  const handheld = await openHandheld(url);
  try {
    await postOrder('PO-LABELS');
    await signIn(handheld, 'W-1001', '1001');
    await beginReceiving(handheld, 'PO-LABELS');
    await handheld.scan(']C117291231\u001d10LOT-77');
    await handheld.page.locator('.understood', { hasText: 'lot LOT-77' }).waitFor();
    await handheld.says(/Still needed/);
    await handheld.scan('%TIMES12');
    await handheld.page.locator('.times', { hasText: '× 12' }).waitFor();
    expect(await faultsInEveryLight(handheld.page, 'handheld')).toEqual([]);
    await handheld.scan('%HELP');
    await handheld.says(/Command barcodes that work/);
    await handheld.scan('%USER');
    await handheld.asks('Scan your badge');
  } finally {
    await handheld.close();
  }
});
