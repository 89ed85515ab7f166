import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { beginReceiving, freshPlate, postOrder } from '../support/floor-orders.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';
import { type ReleasingServer, startReleasingServer } from '../support/releasing-server.ts';

let handheld: Handheld | undefined;
let server: ReleasingServer | undefined;

afterEach(async () => {
  await handheld?.close();
  server?.close();
});

/** Which version of the app a page shows: the first, or the one that came out during the test. */
function releaseOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('meta[name=release]')?.getAttribute('content') ?? '1');
}

function showsNewRelease(page: Page): Promise<void> {
  return page.locator('meta[name=release]').waitFor({ state: 'attached' });
}

/** The app asks for a newer version, as it does when it comes back to sight. */
function askForUpdate({ page }: Handheld): Promise<unknown> {
  return page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
}

test('a new version waits for the end of the task, and sends what the old one has kept', async () => {
  await postOrder('PO-UPDATE');
  server = await startReleasingServer(serverUrl());
  handheld = await openHandheld(server.url);
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  server.takesCommands = false;
  await beginReceiving(floor, 'PO-UPDATE');
  await floor.scan('A0001');
  await floor.asks('How many?');

  server.release();
  await askForUpdate(floor);
  await floor.page.getByText('It comes when this task is done').waitFor();
  await floor.type('30');
  await floor.press('Enter');
  await floor.asks('Scan the licence plate');
  await floor.scan(freshPlate(1).scan);
  await floor.asks('Scan the next item');
  expect(await releaseOf(floor.page)).toBe('1');

  await floor.press('Close');
  await showsNewRelease(floor.page);
  await floor.page.locator('header').filter({ hasText: '1 waiting' }).waitFor();
  server.takesCommands = true;
  await floor.page.locator('header').filter({ hasText: 'All sent' }).waitFor();
});

test('a task that is open in another tab keeps the new version waiting; when it is closed, both tabs begin anew', async () => {
  await postOrder('PO-UPDATE-2');
  server = await startReleasingServer(serverUrl());
  handheld = await openHandheld(server.url);
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  const menu = await floor.context.newPage();
  await menu.goto(server.url);
  await menu.locator('nav').waitFor();
  await floor.page.bringToFront();
  await beginReceiving(floor, 'PO-UPDATE-2');

  server.release();
  await askForUpdate(floor);
  await menu.getByText('A new version is ready').waitFor();
  await floor.scan('A0001');
  await floor.asks('How many?');
  expect(await releaseOf(floor.page)).toBe('1');
  expect(await releaseOf(menu)).toBe('1');

  await floor.press('Back');
  await floor.asks('Scan the next item');
  await floor.press('Back');
  await floor.asks('Scan order, load or plate');
  await floor.press('Close');
  for (const page of [floor.page, menu]) await showsNewRelease(page);
});
