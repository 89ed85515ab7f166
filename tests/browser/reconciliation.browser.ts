import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { askedByErp, type Office, officeOf } from '../support/office.ts';

/** Somebody at the desk is called: the ERP says something else than the warehouse. */
describe('why the ERP says something else', () => {
  const url = serverUrl().replace(/\/$/, '');
  const mark = Date.now().toString(36).toUpperCase();
  const item = `WHY-${mark}`;
  const told: string[] = [];
  let browser: Browser;
  let page: Page;
  let office: Office;
  const faults = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

  beforeAll(async () => {
    browser = await launchBrowser();
    office = await officeOf('S-2001', '2001', `WHY-${mark}`);
    page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', ({ message }) => told.push(message));
    await page.addInitScript(() => localStorage.setItem('tallyman.console.language', 'en'));
    await page.goto(`${url}/console/documents`);
    await page.getByLabel('User').fill('S-2001');
    await page.getByLabel('Password').fill('2001');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Documents' }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    expect(told).toEqual([]);
  });

  test('every change that it did not confirm is a line that leads to its document; the history says who made it', async () => {
    await fetch(`${url}/api/erp/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ messageId: item, type: 'item', operation: 'upsert' },
        item: { number: item, description: 'Rope', baseUnit: 'pcs' },
      }),
    });
    const status = async () => (await askedByErp(`/api/erp/messages/${item}`)).status;
    await expect.poll(status, { timeout: 20_000 }).toBe('accepted');
    const found = { location: 'A-01-02-1', item, quantity: 7, unit: 'pcs', reason: 'found' };
    expect((await office.do('inventory.adjust', found)).problem).toBeNull();
    await page.getByRole('link', { name: 'ERP and warehouse' }).click();
    await page.getByRole('heading', { name: 'Why does the ERP say something else?' }).waitFor();
    await page.getByLabel('Item').fill(item);
    await page.getByLabel('The ERP says').fill('0');
    await page.getByRole('button', { name: 'Explain' }).click();
    await page.getByText('All of the difference is in the lines below').waitFor();
    const line = page.getByRole('row', { name: /CJ-\d+/ });
    expect(await line.innerText()).toMatch(/\+7[\s\S]*not acknowledged[\s\S]*Counting journal/);
    expect(await faults()).toEqual([]);
    await line.getByRole('link').first().click();
    await page.getByRole('heading', { name: /CJ-\d+/ }).waitFor();
    await page.goto(`${url}/console/stock?search=${item}`);
    await page
      .getByRole('table', { name: `What became of it: ${item}` })
      .getByText('adjusted')
      .waitFor();
    expect(await faults()).toEqual([]);
  });

  test('stock of the past is shown as it was: nothing before, all of it after', async () => {
    await page.getByRole('link', { name: 'Stock in the past' }).click();
    await page.getByLabel('Item').fill(item);
    await page.getByLabel('At', { exact: true }).fill('2020-01-01T10:00:00');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByText('There was none of this then.').waitFor();
    await page.getByLabel('At', { exact: true }).fill('2099-01-01T10:00:00');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('row', { name: new RegExp(`A-01-02-1.*${item}.*7`) }).waitFor();
    expect(await faults()).toEqual([]);
  });
});
