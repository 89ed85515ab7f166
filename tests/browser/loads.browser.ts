import { randomBytes } from 'node:crypto';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { uuidV7 } from '#shared/kernel/id.ts';
import { faultsInEveryLight } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';

const url = serverUrl().replace(/\/$/, '');
let browser: Browser;
let dock: Dock;

beforeAll(async () => {
  browser = await launchBrowser();
  dock = await Dock.signIn();
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});
afterAll(() => browser.close());

/** A worker at the dock, and the ERP, as far as these screens need them. */
class Dock {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  static async signIn(): Promise<Dock> {
    const { token } = await send('POST', '/api/session', undefined, { badge: 'S-2001', pin: '2001', device: 'DOCK-T' });
    return new Dock(token);
  }

  async do(type: string, body: object): Promise<{ outcome: string; result: unknown }> {
    const now = Date.now();
    const command = {
      ...{ id: uuidV7(now, randomBytes(10)), type, device: 'DOCK-T', sequence: null, warehouse: 'EAST' },
      ...{ occurredAt: new Date(now).toISOString(), body },
    };
    const { results } = await send('POST', '/api/device/commands', this.#token, { commands: [command] });
    expect(results[0].problem).toBeNull();
    return results[0];
  }

  async received(order: string, load: string, item: string, quantity: number): Promise<void> {
    await this.do('receiving.register', { order, load, item, quantity, unit: 'pcs', location: 'DOCK-01' });
  }

  /** An order of 10 of A0003 and 4 of A0004, from the ERP. */
  async ordered(orderNumber: string): Promise<void> {
    const lines = [
      { lineNumber: 1, item: 'A0003', quantity: 10, unit: 'pcs', overDeliveryPercent: 50 },
      { lineNumber: 2, item: 'A0004', quantity: 4, unit: 'pcs' },
    ];
    const order = { orderNumber, warehouse: 'EAST', orderType: 'Purchase order', lines };
    const message = { messageId: `m-${orderNumber}`, type: 'inbound-shipment-order', operation: 'upsert', order };
    await send('POST', '/api/erp/messages', 'demo-erp-key', message);
    const state = async () =>
      (await send('GET', `/api/erp/messages/m-${orderNumber}`, 'demo-erp-key')).status as string;
    await expect.poll(state).toBe('accepted');
  }
}

async function send(method: string, path: string, token?: string, body?: object) {
  const answer = await fetch(url + path, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return answer.json();
}

async function openConsole(user = 'S-2001', options: object = {}): Promise<Page> {
  const context = await browser.newContext({
    ...{ locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce', ...options },
  });
  const page = await context.newPage();
  await page.addInitScript(() => localStorage.setItem('tallyman.console.language', 'en'));
  await page.goto(`${url}/console`);
  await page.getByLabel('User').fill(user);
  await page.getByLabel('Password').fill(user.slice(2));
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Loads', exact: true }).waitFor();
  return page;
}

async function openLoad(page: Page, load: string): Promise<void> {
  await page.goto(`${url}/console/loads/${load}`);
  await page.getByRole('heading', { name: load }).waitFor();
}

async function cells(row: Locator): Promise<string[]> {
  await row.waitFor();
  return (await row.locator('td').allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

test('somebody in the office plans what a truck brings, and sees it in the list', async () => {
  await dock.ordered('PO-BL-1');
  const page = await openConsole();
  await page.getByRole('link', { name: 'Loads', exact: true }).click();
  await page.getByRole('link', { name: 'New load' }).click();
  await page.getByLabel('Search').fill('PO-BL-1');
  await page.getByRole('button', { name: 'Add PO-BL-1' }).click();
  await page.getByLabel('Quantity of PO-BL-1 / 1').fill('6');
  await page.getByLabel('Load', { exact: true }).fill('BL-1');
  await page.getByLabel('Expected').fill('2031-03-02T07:00');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'BL-1' }).waitFor();
  const lines = page.getByRole('table', { name: 'Lines' }).getByRole('row');
  expect(await cells(lines.nth(1))).toEqual(
    expect.arrayContaining(['PO-BL-1 / 1', 'A0003', '6 pcs', '0 pcs', '−6 pcs', '9 pcs (+50%)']),
  );
  await page.keyboard.press('Escape');
  const row = page.getByRole('row', { name: /^BL-1/ });
  expect(await cells(row)).toEqual([
    ...['BL-1', '→ open', '0 of 2 lines', 'Mar 02, 2031, 07:00', 'a person', 'PO-BL-1', '–', 'DEMO'],
  ]);
  const [made] = (await send('GET', '/api/console/loads?warehouse=EAST&search=BL-1', await token())).items;
  expect(made.expectedArrival).toBe('2031-03-02T06:00:00.000Z');
});

test('a load that is refused says why, and what was typed stays', async () => {
  await dock.ordered('PO-BL-2');
  const page = await openConsole();
  await page.goto(`${url}/console/loads/by-hand/new?search=PO-BL-2`);
  await page.getByRole('button', { name: 'Add PO-BL-2' }).click();
  await page.getByLabel('Quantity of PO-BL-2 / 1').fill('16');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('alert').filter({ hasText: 'PO-BL-2' }).waitFor();
  expect(await page.getByLabel('Quantity of PO-BL-2 / 1').inputValue()).toBe('16');
});

test('over-delivery is set with a reason, no further than the order allows; workers do not see it', async () => {
  await dock.ordered('PO-BL-3');
  await dock.do('receiving.create_load', { load: 'BL-3', orders: ['PO-BL-3'] });
  const page = await openConsole();
  await openLoad(page, 'BL-3');
  await page.getByRole('button', { name: 'Over-delivery of PO-BL-3, line 1' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Over-delivery in per cent').fill('80');
  await dialog.getByLabel('Reason').fill('the last truck has it all');
  await dialog.getByRole('button', { name: 'Set' }).click();
  await dialog.getByRole('alert').waitFor();
  await dialog.getByLabel('Over-delivery in per cent').fill('20');
  await dialog.getByRole('button', { name: 'Set' }).click();
  await page.getByText('12 pcs (+20%)').waitFor();
  const worker = await openConsole('W-1001');
  await openLoad(worker, 'BL-3');
  await worker.getByText('12 pcs (+20%)').waitFor();
  expect(await worker.getByRole('button', { name: /Over-delivery/ }).count()).toBe(0);
});

test('a load is completed by who has seen its differences, reversed with a reason, and completed anew', async () => {
  await dock.ordered('PO-BL-4');
  await dock.do('receiving.create_load', { load: 'BL-4', orders: ['PO-BL-4'] });
  await dock.received('PO-BL-4', 'BL-4', 'A0003', 9);
  await dock.received('PO-BL-4', 'BL-4', 'A0004', 4);
  const page = await openConsole();
  await openLoad(page, 'BL-4');
  await page.getByRole('button', { name: 'Complete…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('packing slip').fill('PS-1');
  await dialog.getByRole('button', { name: 'Complete', exact: true }).click();
  const differences = dialog.getByRole('alert').getByRole('row');
  expect(await cells(differences.nth(1))).toEqual(['PO-BL-4 / 1', 'A0003', '10 pcs', '9 pcs', '−1 pcs']);
  await dialog.getByRole('button', { name: 'Complete with these differences' }).click();
  await page.getByRole('heading', { name: 'received' }).waitFor();

  await page.getByRole('button', { name: 'Reverse completion…' }).click();
  await dialog
    .getByText(/SR-\d+ for PO-BL-4: version 1 no longer counts; the next completion makes version 2/)
    .waitFor();
  const reverse = dialog.getByRole('button', { name: 'Reverse completion' });
  expect(await reverse.isDisabled()).toBe(true);
  await dialog.getByLabel('Reason').fill('one more stood behind the door');
  await reverse.click();
  await page.getByRole('heading', { name: 'being received' }).waitFor();
  await page.getByText('This is reversed.').waitFor();

  await dock.received('PO-BL-4', 'BL-4', 'A0003', 1);
  await page.getByRole('button', { name: 'Complete…' }).click();
  await dialog.getByRole('button', { name: 'Complete', exact: true }).click();
  const receipt = page.getByRole('table', { name: 'Receipts' }).getByRole('row').nth(1);
  await expect.poll(async () => (await cells(receipt)).slice(1, 3)).toEqual(['2', '→ can be reversed']);
});

test('what is final cannot be reversed, and the screen says so', async () => {
  await dock.ordered('PO-BL-5');
  await dock.do('receiving.create_load', { load: 'BL-5', orders: ['PO-BL-5'] });
  await dock.received('PO-BL-5', 'BL-5', 'A0003', 10);
  await dock.do('receiving.complete', { load: 'BL-5', acceptDifferences: true });
  const page = await openConsole();
  await openLoad(page, 'BL-5');
  await page.getByRole('button', { name: 'Reverse completion…' }).waitFor();
  // Documents become final once a minute: here the server says that it has happened.
  await page.route('**/api/console/loads/BL-5', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll('"postingStatus":"ready"', '"postingStatus":"posted"');
    await route.fulfill({ response: answer, body });
  });
  await page.reload();
  await page.getByText('This is final.').waitFor();
  expect(await page.getByRole('button', { name: 'Reverse completion…' }).count()).toBe(0);
});

test('a warehouse that an administrator makes is there for everybody who is signed in, without losing their place', async () => {
  const page = await openConsole('A-3001');
  await page.goto(`${url}/console/setup/warehouses`);
  await page.getByRole('button', { name: 'New warehouse' }).click();
  await page.getByRole('dialog').getByLabel('Code').fill('SOUTH');
  await page.getByRole('dialog').getByLabel('Time zone').fill('Europe/Madrid');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'SOUTH' }).waitFor();
  const picker = page.locator('.desk-bar-side > select');
  await expect.poll(() => picker.locator('option').allInnerTexts()).toContain('SOUTH');
});

test.each([
  ['English', 1024],
  ['Deutsch', 1280],
  ['Español', 1440],
])('the head of the console is whole in %s at %i pixels', async (language, width) => {
  const page = await openConsole('A-3001', { viewport: { width, height: 800 } });
  await page.getByText('Ada Administrator').click();
  await page.getByLabel('Language').selectOption(language);
  await page.keyboard.press('Escape');
  const isInside = (locator: Locator) =>
    locator.evaluateAll((all) =>
      all.every((each) => {
        const { left, right } = each.getBoundingClientRect();
        return left >= 0 && right <= innerWidth && each.scrollWidth <= each.clientWidth + 1;
      }),
    );
  await expect.poll(() => isInside(page.locator('.desk-tabs, .desk-tabs a, .desk-bar-side'))).toBe(true);
  expect(await page.getByLabel('Language').isVisible()).toBe(false);
});

test('loads can be read and reached by anybody, in the light and in the dark', async () => {
  const page = await openConsole('A-3001');
  const faults = () => faultsInEveryLight(page, 'desk');
  await page.getByText('Ada Administrator').click();
  expect(await faults()).toEqual([]);
  for (const screen of ['loads', 'loads/ASN-7001', 'loads/by-hand/new']) {
    await page.goto(`${url}/console/${screen}`);
    await page.locator('h1').waitFor();
    await expect.poll(() => page.locator('.desk-quiet', { hasText: 'Reading' }).count()).toBe(0);
    expect(await faults(), screen).toEqual([]);
  }
  await openLoad(page, 'ASN-7001');
  await page.getByRole('button', { name: 'Complete…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Complete', exact: true }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  expect(await faults()).toEqual([]);
});

async function token(user = 'S-2001'): Promise<string> {
  return (await send('POST', '/api/session', undefined, { user, password: user.slice(2) })).token;
}
