import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInEveryLight } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';
import { FakePrinter } from '../support/fake-printer.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

const url = serverUrl().replace(/\/$/, '');
const printer = new FakePrinter();
let browser: Browser;
let handheld: Handheld | undefined;

beforeAll(async () => {
  browser = await launchBrowser();
  await printer.start();
});

afterAll(async () => {
  await handheld?.close();
  await browser.close();
  await printer.stop();
});

async function openConsole(): Promise<Page> {
  const page = await openDesk(browser, url, { user: 'A-3001' });
  await page.getByRole('link', { name: 'Labels' }).click();
  await page.getByRole('heading', { name: 'Print jobs' }).waitFor();
  return page;
}

test('an administrator lists an address, sets a printer up there, sees it print, and sees it when it is off', async () => {
  const page = await openConsole();
  const faults = () => faultsInEveryLight(page, 'desk');
  const dialog = page.getByRole('dialog');
  expect(await faults()).toEqual([]);

  await page.getByRole('link', { name: 'Printer addresses' }).click();
  await page.getByRole('button', { name: 'Add an address' }).click();
  await dialog.getByLabel('Host name or IP address').fill('169.254.169.254');
  await dialog.getByRole('button', { name: 'Add an address' }).click();
  await dialog.getByText('No printer can be at 169.254.169.254').waitFor();
  await dialog.getByLabel('Host name or IP address').fill('127.0.0.1');
  await dialog.getByLabel('Port').fill(String(printer.port));
  await dialog.getByLabel('What stands there').fill('At the dock');
  await dialog.getByRole('button', { name: 'Add an address' }).click();
  await page.getByRole('cell', { name: `127.0.0.1:${printer.port}`, exact: true }).waitFor();
  expect(await faults()).toEqual([]);

  await page.getByRole('link', { name: 'Labels', exact: true }).last().click();
  await page.getByRole('button', { name: 'Set up a printer' }).click();
  await dialog.getByLabel('Name').fill('Dock printer');
  await dialog.getByLabel('Code').fill('DOCK');
  await dialog.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'DOCK' }).waitFor();
  expect(await faults()).toEqual([]);

  await page.goto(`${url}/console/labels`);
  const card = page.getByRole('article').filter({ hasText: 'Dock printer' });
  await card.getByRole('button', { name: 'Print a test label' }).click();
  await expect.poll(() => printer.jobs.length).toBe(1);
  await card.getByText('works').waitFor();

  await printer.stop();
  await card.getByRole('button', { name: 'Print a test label' }).click();
  await card.getByText('has a problem').waitFor();
  await card.getByText('1 job waits').waitFor();
  expect(await faults()).toEqual([]);
  await card.getByText('1 job waits').click();
  await page.getByRole('row').filter({ hasText: 'Test label' }).getByRole('link').first().click();
  await page.getByRole('img', { name: 'The label as it will be printed' }).waitFor();
  await page.getByText(`does not answer at 127.0.0.1:${printer.port}`).waitFor();
  expect(await faults()).toEqual([]);

  await printer.start();
  await page.getByRole('button', { name: 'Try now or elsewhere' }).click();
  await dialog.getByRole('button', { name: 'Print there' }).click();
  await expect.poll(() => printer.jobs.length).toBe(2);
  await page.getByText('printed').first().waitFor();
  await page.context().close();
});

test('on the floor what is scanned gets its label, and the desk sees what came out of the test printer', async () => {
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await floor.press('Print labels');
  await floor.asks('Scan what needs a label');
  await floor.scan('A-02-01-1');
  await floor.says('Label on its way: A-02-01-1');
  expect(await faultsInEveryLight(floor.page, 'handheld')).toEqual([]);
  const page = await openConsole();
  await page.getByRole('row').filter({ hasText: 'A-02-01-1' }).getByRole('link').first().click();
  const picture = page.getByRole('img', { name: 'The label as it will be printed' });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500);
  await page.context().close();
});
