import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type ServerProcess, startFile, startServerProcess, withoutTestRunner } from '../support/server.ts';

/** An installation on its first day: production mode, and nothing in its database. */
let folder: string;
let databaseUrl: string;
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-first-day-'));
  databaseUrl = `sqlite:${join(folder, 'warehouse.db')}`;
  [server, browser] = await Promise.all([
    startServerProcess({ databaseUrl, environment: { MODE: 'production' } }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

test('the first administrator is led to the first warehouse, and from there to everything else', async () => {
  const page = await (await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' })).newPage();
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) failed.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(new URL('/console', server.url).href);
  await page.getByLabel('User').fill('A-1');
  await page.getByLabel('Password').fill(await firstPassword());
  await page.keyboard.press('Enter');
  await page.getByText('There is no warehouse yet.').waitFor();
  const tabs = page.getByRole('navigation', { name: 'Screens' }).getByRole('link');
  expect(await tabs.allInnerTexts()).toEqual(['Set-up']);

  await page.getByRole('button', { name: 'New warehouse' }).click();
  await page.getByLabel('Code').fill('NORTH');
  await page.getByLabel('Name').fill('North');
  await page.getByRole('dialog').getByRole('button', { name: 'Make' }).click();
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('heading', { name: 'Today' }).waitFor();
  expect(await page.getByLabel('Warehouse').inputValue()).toBe('NORTH');
  expect(failed).toEqual([]);
});

async function firstPassword(): Promise<string> {
  const program = join(dirname(startFile), 'administrator.ts');
  const said = await promisify(execFile)(process.execPath, [program, '--badge', 'A-1', '--name', 'Ann Porter'], {
    env: { ...withoutTestRunner(), DATABASE_URL: databaseUrl },
  });
  return /^\S{16}$/m.exec(said.stdout)?.[0] ?? '';
}
