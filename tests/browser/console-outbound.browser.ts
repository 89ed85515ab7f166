import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';
import { askedByErp, type Office, officeOf } from '../support/office.ts';

/** A supervisor's day at the console, from the orders that wait to the packing slip; a worker picks meanwhile. */
describe('a supervisor before cut-off', () => {
  const url = serverUrl().replace(/\/$/, '');
  const mark = Date.now().toString(36).toUpperCase();
  const item = `DAY-${mark}`;
  const order = (name: string) => `${mark}-${name}`;
  let browser: Browser;
  let page: Page;
  let office: Office;
  let floor: Office;
  let wave = '';
  const told: string[] = [];
  const patience = { timeout: 20_000 };

  beforeAll(async () => {
    browser = await launchBrowser();
    office = await officeOf('S-2001', '2001', `DAY-S-${mark}`);
    floor = await officeOf('W-1001', '1001', `DAY-W-${mark}`);
    page = await openDesk(browser, url, { onError: (message) => told.push(message) });
  });
  afterAll(() => browser.close());

  test('the board leads to the pool; it has first whose cut-off is near, and orders on hold when they are asked for', async () => {
    await sent({ type: 'item', item: { number: item, description: 'Candle', baseUnit: 'pcs' } }, item);
    const found = { location: 'A-01-02-1', item, quantity: 12, unit: 'pcs', reason: 'found' };
    expect((await office.do('inventory.adjust', found)).problem).toBeNull();
    const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
    await ordered('LATER', 4, { priority: 1 });
    await ordered('SOON', 4, { priority: 9, cutoffAt: inMinutes(60) });
    await ordered('SHORT', 20, { priority: 2 });
    await ordered('HELD', 1, { holdCodes: ['CREDIT'] });
    await page.getByRole('link', { name: /Orders to release/ }).click();
    await page.getByPlaceholder('Order').fill(`${mark}-`);
    const names = () => page.getByRole('table', { name: 'Orders to release' }).getByRole('link').allInnerTexts();
    await expect.poll(names, patience).toEqual([order('SOON'), order('LATER'), order('SHORT')]);
    await page.getByLabel('Hold').selectOption({ label: 'On hold' });
    await page.getByRole('row', { name: new RegExp(`${order('HELD')}.*CREDIT`) }).waitFor();
    await page.getByLabel('Hold').selectOption({ label: 'Not on hold' });
    await page.getByRole('row', { name: new RegExp(order('SOON')) }).waitFor();
  });

  test('a preview says what each order would get; then they are a wave, which is released', async () => {
    for (const name of ['SOON', 'LATER', 'SHORT']) await page.getByLabel(`Select ${order(name)}`).check();
    await actions().getByRole('button', { name: 'Preview' }).click();
    await page.getByText('whole: 2').waitFor();
    await page.getByText('in part: 1').waitFor();
    await page.getByRole('cell', { name: '16 pcs' }).waitFor();
    await page.getByRole('row', { name: new RegExp(`${order('SHORT')}.*a part`) }).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    await page.getByLabel(`Select ${order('SHORT')}`).uncheck();
    await actions().getByRole('button', { name: 'Create wave' }).click();
    const title = page.getByRole('heading', { level: 1 });
    await title.filter({ hasText: 'gathered' }).waitFor();
    wave = /WV-\d+/.exec(await title.innerText())?.[0] ?? '';
    await page.getByRole('link', { name: 'Add orders' }).click();
    await page.goto(`${page.url()}&search=${order('SHORT')}`);
    await page.getByLabel(`Select ${order('SHORT')}`).check();
    await page.getByRole('button', { name: 'Add to wave…' }).click();
    await answer('Add to wave');
    await page.goto(`${url}/console/waves/${wave}`);
    const waiting = page.getByRole('row', { name: new RegExp(`${order('')}.*waits`) });
    await expect.poll(() => waiting.count(), patience).toBe(3);
    await page.getByRole('button', { name: 'Release…' }).click();
    await answer('Release');
    await title.filter({ hasText: 'released' }).waitFor();
  });

  test('it is held, so that nobody begins anything of it, and goes on; it says when it will be done', async () => {
    const title = page.getByRole('heading', { level: 1 });
    await page.getByRole('button', { name: 'Hold…' }).click();
    await answer('Hold');
    await title.filter({ hasText: 'held' }).waitFor();
    await page.getByText('Done at about').waitFor({ state: 'detached' });
    const { items } = await office.get(`/api/device/work?warehouse=EAST&wave=${wave}`);
    const claimed = await floor.do('picking.claim', { work: items[0].work });
    expect(claimed.problem).toMatchObject({ code: 'picking.work_not_released' });
    await page.getByRole('button', { name: 'Release…' }).click();
    await answer('Release');
    await title.filter({ hasText: 'released' }).waitFor();
    await page.getByText('Done at about').waitFor();
    await page.getByText(/40 s a line/).waitFor();
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  });

  test('progress comes in as it is picked; work is given to somebody, and cancelled with a reason', async () => {
    const { items } = await office.get(`/api/device/work?warehouse=EAST&wave=${wave}`);
    const workOf = (name: string) => items.find((row: { order: string }) => row.order === order(name));
    const row = (name: string) => page.getByRole('row', { name: new RegExp(`^${workOf(name).work} `) });
    await row('LATER').getByRole('button', { name: 'Give to…' }).click();
    await page.getByRole('dialog').getByLabel('Who').selectOption('W-1001');
    await answer('Give to');
    await row('LATER').filter({ hasText: 'W-1001' }).waitFor();
    await row('SHORT').getByRole('button', { name: 'Cancel…' }).click();
    await page.getByLabel('Reason').fill('no truck for it');
    await answer('Cancel work');
    await row('SHORT').waitFor({ state: 'detached' });
    for (const name of ['LATER', 'SOON']) {
      const { work, location } = workOf(name);
      const pick = { work, line: 1, location, item, quantity: 4, unit: 'pcs' };
      expect((await floor.do('picking.pick', pick)).problem).toBeNull();
      expect((await floor.do('picking.put', { work, location: 'STAGE-01' })).problem).toBeNull();
      await row(name).filter({ hasText: 'done' }).waitFor();
    }
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'picked' }).waitFor();
  });

  test('what is picked is confirmed, its packing slip is at hand, and it is reversed', async () => {
    await page.goto(`${url}/console/outbound?status=all&search=${order('SOON')}`);
    await page.getByRole('link', { name: order('SOON') }).click();
    await page.getByRole('link', { name: /^OL-/ }).click();
    const row = page.getByRole('row', { name: new RegExp(order('SOON')) });
    await row.getByRole('checkbox').check();
    await actions().getByRole('button', { name: 'Confirm…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.getByText(/^PS-/).waitFor();
    const slip = (await dialog.getByText(/^PS-/).innerText()).split('.')[0] ?? '';
    const paper = page.context().waitForEvent('page');
    await dialog.getByRole('button', { name: `${slip} as PDF` }).click();
    const sheet = await paper;
    await sheet.waitForURL(/^blob:/);
    await sheet.close();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await row.filter({ hasText: 'shipped' }).waitFor();
    expect(await askedByErp(`/api/erp/packing-slips/${slip}`)).toMatchObject({ version: 1, active: true });
    await row.getByRole('button', { name: 'Reverse…' }).click();
    await page.getByLabel('Reason').fill('the truck came back');
    await answer('Reverse');
    await row.filter({ hasText: 'reversed' }).waitFor();
    expect(told).toEqual([]);
  });

  test('a shipment is cancelled, and what was picked for it goes back to its shelf', async () => {
    const row = page.getByRole('row', { name: new RegExp(order('SOON')) });
    await row.getByRole('button', { name: 'Cancel…' }).click();
    await page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'STAGE-01' }).waitFor();
    await page.getByLabel('Reason').fill('the customer closed');
    await answer('Cancel shipment');
    await row.waitFor({ state: 'detached' });
    expect((await askedByErp(`/api/erp/orders/${order('SOON')}`)).lines[0]).toMatchObject({
      ...{ releasedQuantity: 0, pickedQuantity: 0, cancelledQuantity: 0 },
    });
    expect(await broughtBack()).toMatchObject([{ item, quantity: 4 }]);
  });

  test('a template of the supervisor’s own gathers, and is switched off again', async () => {
    await page.goto(`${url}/console/waves/all/templates`);
    await page.getByRole('button', { name: 'New template' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill(`Evening ${mark}`);
    await page.getByRole('dialog').getByLabel('Code').fill(mark);
    await answer('Make it');
    await page.getByLabel('Carriers').fill(mark);
    await page.getByLabel('Seconds per line').fill('30');
    await saved();
    await page.getByLabel('In use').uncheck();
    await saved();
    await page.goto(`${url}/console/waves/all/templates`);
    await page.getByRole('row', { name: new RegExp(`Evening ${mark}.*No.*${mark}`) }).waitFor();
  });

  test('an order is held and let go again, and the rest of it is closed', async () => {
    await page.goto(`${url}/console/outbound/DEMO/${order('SHORT')}`);
    await page.getByRole('button', { name: 'Hold…' }).click();
    await page.getByRole('dialog').getByLabel('Hold code').fill('ADDRESS');
    await page.getByRole('dialog').getByLabel('Reason').fill('the street is missing');
    await answer('Hold');
    await page.getByRole('button', { name: 'Lift hold…' }).click();
    await page.getByLabel('Reason').fill('the customer called');
    await answer('Lift hold');
    await page.getByRole('button', { name: 'Lift hold…' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Close rest…', exact: true }).click();
    await page.getByLabel('Reason').fill('out of stock for long');
    await answer('Close rest');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'cancelled' }).waitFor();
  });

  test('the rest of a line is closed; what is picked of it goes out, or back where that is ticked', async () => {
    const found = { location: 'A-01-02-1', item, quantity: 4, unit: 'pcs', reason: 'found' };
    expect((await office.do('inventory.adjust', found)).problem).toBeNull();
    await ordered('PART', 4, {});
    const { result } = await office.do('waves.release', { orders: [order('PART')] });
    const [{ work, lines }] = result.work;
    const pick = { work, line: 1, location: lines[0].location, item, quantity: 1, unit: 'pcs' };
    expect((await floor.do('picking.pick', pick)).problem).toBeNull();
    await page.goto(`${url}/console/outbound/DEMO/${order('PART')}`);
    await page
      .getByRole('row')
      .getByRole('button', { name: `${order('PART')} / 1` })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'What is picked goes back to its shelf too.' }).check();
    await dialog.getByRole('listitem').filter({ hasText: 'W-1001' }).waitFor();
    await page.getByLabel('Reason').fill('the customer changed his mind');
    await answer('Close rest');
    await page.getByRole('heading', { level: 1 }).filter({ hasText: 'cancelled' }).waitFor();
    expect((await askedByErp(`/api/erp/orders/${order('PART')}`)).lines[0]).toMatchObject({
      ...{ pickedQuantity: 0, cancelledQuantity: 4 },
    });
    expect(await broughtBack()).toMatchObject([{ item, quantity: 1 }]);
    expect(told).toEqual([]);
  });

  /** The worker brings what was cancelled back to its shelf; answers the lines of it. */
  async function broughtBack() {
    const { result } = await floor.do('picking.claim', { type: 'put_back' });
    const [{ work, lines }] = result.work;
    for (const { line, location } of lines) {
      expect((await floor.do('picking.put_back', { work, line, location })).problem).toBeNull();
    }
    return lines;
  }

  async function saved(): Promise<void> {
    const save = page.getByRole('button', { name: 'Save' });
    await save.click();
    await save.waitFor({ state: 'detached' });
  }

  /** What may be done with what is selected. */
  const actions = () => page.locator('.desk-actions');

  /** Presses the button that carries out what a dialog asks, and waits until it is done. */
  async function answer(name: string): Promise<void> {
    const dialog = page.getByRole('dialog');
    const button = dialog.locator('button[type="submit"]');
    expect(await button.innerText()).toBe(name);
    await button.click();
    await dialog.waitFor({ state: 'detached' });
  }

  function ordered(name: string, quantity: number, more: object): Promise<void> {
    const consignee = { account: 'C-9', name: 'Corner Bakery', address: { city: 'Berlin', country: 'DE' } };
    const lines = [{ lineNumber: 1, item, quantity, unit: 'pcs' }];
    const body = { orderNumber: order(name), warehouse: 'EAST', consignee, carrier: mark, lines, ...more };
    return sent({ type: 'outbound-shipment-order', order: body }, order(name));
  }

  async function sent(message: object, messageId: string): Promise<void> {
    await fetch(`${url}/api/erp/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer demo-erp-key', 'content-type': 'application/json' },
      body: JSON.stringify({ messageId, operation: 'upsert', ...message }),
    });
    const status = async () => (await askedByErp(`/api/erp/messages/${messageId}`)).status;
    await expect.poll(status, patience).toBe('accepted');
  }
});
