import { afterEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { beginReceiving, book, freshPlate, postOrder } from '../support/floor-orders.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

test('two tabs of a device show the same queue, one of them sends, and nothing is sent twice', async () => {
  await postOrder('PO-TABS');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  const other = await floor.context.newPage();
  await other.goto(serverUrl());
  await other.locator('nav').waitFor();
  await floor.page.bringToFront();
  const sent: { readonly tab: string; readonly ids: readonly string[] }[] = [];
  for (const [tab, page] of [['first', floor.page] as const, ['other', other] as const]) {
    page.on('request', (request) => {
      if (!request.url().endsWith('/api/device/commands')) return;
      const { commands } = request.postDataJSON() as { readonly commands: readonly { readonly id: string }[] };
      sent.push({ tab, ids: commands.map(({ id }) => id) });
    });
  }

  await floor.context.setOffline(true);
  await beginReceiving(floor, 'PO-TABS');
  for (const number of [11, 12, 13]) {
    await book(floor, 'A0001', 5, freshPlate(number).scan);
  }
  for (const page of [floor.page, other]) {
    await page.locator('header').filter({ hasText: '3 waiting' }).waitFor();
    await page.locator('header').filter({ hasText: 'Offline' }).waitFor();
  }

  const before = sent.length;
  await floor.context.setOffline(false);
  for (const page of [floor.page, other]) await page.locator('header').filter({ hasText: 'All sent' }).waitFor();
  const after = sent.slice(before);
  expect(new Set(after.map(({ tab }) => tab)).size).toBe(1);
  const ids = after.flatMap((request) => request.ids);
  expect([ids.length, new Set(ids).size]).toEqual([3, 3]);
});

test('the tab that is left sends what the closed one has queued', async () => {
  await postOrder('PO-TABS-2');
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  const other = await floor.context.newPage();
  await other.goto(serverUrl());
  await other.locator('nav').waitFor();
  await floor.page.bringToFront();
  await floor.context.setOffline(true);
  await beginReceiving(floor, 'PO-TABS-2');
  await book(floor, 'A0001', 5, freshPlate(14).scan);
  await other.locator('header').filter({ hasText: '1 waiting' }).waitFor();
  await floor.page.close();
  await floor.context.setOffline(false);
  await other.locator('header').filter({ hasText: 'All sent' }).waitFor();
});
