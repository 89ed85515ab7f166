import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsInEveryLight } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';

const url = serverUrl().replace(/\/$/, '');
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const openConsole = () => openDesk(browser, url, { user: 'A-3001' });

/** What another administrator does meanwhile. */
async function another(method: string, path: string, body?: object, key?: string) {
  const token = key ?? (await send('POST', '/api/session', {}, { user: 'A-3001', password: '3001' })).body.token;
  const headers = { authorization: `Bearer ${token}` };
  const etag = method === 'PUT' ? (await send('GET', path, headers)).etag : null;
  return send(method, path, { ...headers, ...(etag && { 'if-match': etag }) }, body);
}

async function send(method: string, path: string, headers: Record<string, string>, body?: object) {
  const answer = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, etag: answer.headers.get('etag'), body: text === '' ? null : JSON.parse(text) };
}

test('an administrator changes a setting by keyboard, and is shown what somebody else changed meanwhile', async () => {
  const page = await openConsole();
  const key = await page.getByRole('link', { name: 'Set-up' }).getAttribute('aria-keyshortcuts');
  await page.keyboard.press(key ?? '');
  await page.getByRole('heading', { name: 'Source systems' }).waitFor();
  await page.getByRole('link', { name: 'DEMO' }).focus();
  await page.keyboard.press('Enter');
  const frozen = page.getByLabel('Frozen days');
  await frozen.fill('7');
  await page.getByLabel('Least shelf life in per cent').fill('50');
  await page.getByText('2 changes are not saved yet.').waitFor();
  const known = (await another('GET', '/api/admin/source-systems/DEMO')).body;
  await another('PUT', '/api/admin/source-systems/DEMO', { ...known, frozenDays: 3, shelfLife: 'block' });
  await page.keyboard.press('Control+s');
  const conflict = page.getByRole('alert').filter({ hasText: 'Somebody else has changed this meanwhile' });
  await conflict.waitFor();
  const rows = await conflict.locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
    ['Frozen days', '0', '3', '7'],
    ['Too little shelf life left', 'warn', 'refuse', '–'],
  ]);
  await page.getByRole('button', { name: 'My changes on top' }).click();
  expect(await page.getByLabel('Too little shelf life left').inputValue()).toBe('block');
  expect(await frozen.inputValue()).toBe('7');
  await frozen.press('Enter');
  await page.getByText('Saved.').waitFor();
  const { body } = await another('GET', '/api/admin/source-systems/DEMO');
  expect(body).toMatchObject({ frozenDays: 7, shelfLife: 'block', minimumShelfLifePercent: 50 });
  await another('PUT', '/api/admin/source-systems/DEMO', known);
  await page.context().close();
});

test('an administrator sets a new site up: a system, its key, a warehouse by file, a person and a handheld', async () => {
  const page = await openConsole();
  await page.goto(`${url}/console/setup/warehouses`);
  await page.getByRole('button', { name: 'New warehouse' }).click();
  await page.getByRole('dialog').getByLabel('Code').fill('NORTH');
  await page.getByRole('dialog').getByLabel('Time zone').fill('Europe/Nowhere');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByText('There is no time zone Europe/Nowhere.').waitFor();
  await page.getByRole('dialog').getByLabel('Time zone').fill('Europe/Oslo');
  await page.getByRole('button', { name: 'Make it' }).click();

  await page.getByRole('link', { name: 'Import a file' }).click();
  const choose = (rows: string) =>
    page.getByLabel('Choose a file').setInputFiles({
      name: 'north.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`code;type;zone\n${rows}`),
    });
  await choose('N-01;storage;N\nN-02;shelf;N\n');
  await page.getByRole('heading', { name: 'Rows to correct' }).waitFor();
  expect(await page.getByRole('row').nth(1).innerText()).toMatch(/^2\s+N-02\s+!\s+wrong\s+type shelf Only these/);
  expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
  await choose('N-01;storage;N\nN-02;pick;N\n');
  await page.getByRole('heading', { name: 'What the import will do' }).waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'N-02' }).click();
  expect(await page.getByLabel('Type').inputValue()).toBe('pick');
  await page.getByLabel('Licence plates').fill('2');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();

  await page.goto(`${url}/console/setup/source-systems`);
  await page.getByRole('button', { name: 'New source system' }).click();
  await page.getByRole('dialog').getByLabel('Code').fill('SHOP');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByRole('heading', { name: 'SHOP' }).waitFor();
  await page.goto(`${url}/console/setup/keys`);
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Shop live');
  await dialog.getByLabel('Source').selectOption('SHOP');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.getByRole('dialog').locator('code').innerText();
  expect((await another('GET', '/api/erp/messages', undefined, key)).status).toBe(200);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Shop live' }).click();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.locator('.desk-chip', { hasText: 'revoked' }).waitFor();
  expect((await another('GET', '/api/erp/messages', undefined, key)).status).toBe(401);

  await page.goto(`${url}/console/setup/people`);
  await page.getByRole('button', { name: 'New person' }).click();
  await page.getByRole('dialog').getByLabel('Badge').fill('N-7001');
  await page.getByRole('dialog').getByLabel('Name').fill('Nora North');
  await page.getByRole('dialog').getByLabel('PIN').fill('7001');
  await page.getByRole('button', { name: 'Make it' }).click();
  await page.getByLabel('NORTH').selectOption('supervisor');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  const signedIn = await send('POST', '/api/session', {}, { badge: 'N-7001', pin: '7001', device: 'HH-NORTH' });
  expect(signedIn.body.roles).toEqual({ EAST: 'worker', NORTH: 'supervisor' });

  await page.goto(`${url}/console/setup/devices`);
  await page.getByRole('button', { name: 'Let a device in' }).click();
  const address = await page.getByRole('dialog').locator('code').innerText();
  expect(address).toMatch(/\/\?enrol=[A-Z2-9]{20}$/);
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'HH-NORTH' }).click();
  await page.getByRole('button', { name: 'Keep out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep out' }).click();
  await page.locator('.desk-chip', { hasText: 'kept out' }).waitFor();
  const again = await send('POST', '/api/session', {}, { badge: 'N-7001', pin: '7001', device: 'HH-NORTH' });
  expect(again.status).toBe(403);

  const handheld = await browser.newContext();
  const floor = await handheld.newPage();
  await floor.goto(address);
  await floor.getByText('This device can be let in now.').waitFor();
  expect(floor.url()).toBe(`${url}/`);
  await handheld.close();

  await page.goto(`${url}/console/setup/audit`);
  await page
    .getByRole('row', { name: /device\/HH-NORTH/ })
    .first()
    .waitFor();
  await page.getByLabel('Search').fill('warehouse/NORTH');
  await page.getByRole('row', { name: /warehouse\/NORTH .*warehouse made/ }).waitFor();
  await page.context().close();
});

test('every screen of the set-up can be read and reached by anybody, in the light and in the dark', async () => {
  const page = await openConsole();
  const screens = [
    ...[
      'source-systems',
      'source-systems/DEMO',
      'keys',
      'keys/demo-erp',
      'warehouses',
      'warehouses/EAST?type=receiving',
    ],
    ...['warehouses/EAST/locations/A-01-01-1', 'warehouses/EAST/import', 'people', 'people/W-1001'],
    ...['devices', 'audit'],
  ];
  for (const screen of screens) {
    await page.goto(`${url}/console/setup/${screen}`);
    await page.locator('h1').waitFor();
    await expect.poll(() => page.locator('.desk-quiet', { hasText: 'Reading' }).count()).toBe(0);
    expect(await faultsInEveryLight(page, 'desk'), screen).toEqual([]);
  }
  await page.context().close();
});
