import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { openDesk } from '../support/desk.ts';
import { type OutboundFloor, openOutboundFloor, stockOf } from '../support/floor-out.ts';
import { done, releasedOrder } from '../support/goods-out.ts';
import { type Office, officeOf } from '../support/office.ts';

/** Goods of cancelled work: a supervisor at the desk, and a worker who has them in hand. */
describe('work is cancelled while its goods are in hand', () => {
  const url = serverUrl().replace(/\/$/, '');
  const patience = { timeout: 30_000 };
  let browser: Browser;
  let desk: Page;
  let floor: OutboundFloor;
  let office: Office;

  beforeAll(async () => {
    browser = await launchBrowser();
    office = await officeOf('S-2001', '2001', 'HH-BACK-OFFICE');
    floor = await openOutboundFloor('W-1001', '1001');
    desk = await openDesk(browser, url);
  });
  afterAll(async () => {
    await floor?.close();
    await browser?.close();
  });

  const stands = (item: string) => expect.poll(() => stockOf(office, item), patience);

  test('the desk shows who has what; the handheld leads back to the shelf, with the network gone too', async () => {
    const [work] = await releasedOrder(office, 'SO-BACK', [
      { item: 'BACK-A', quantity: 4, stock: [{ location: 'A-03-03-1', quantity: 9 }] },
      { item: 'BACK-B', quantity: 3, stock: [{ location: 'A-03-04-1', quantity: 9 }] },
    ]);
    await floor.claim('SO-BACK');
    await floor.pickAt('A-03-03-1', 'BACK-A', 4);
    await stands('BACK-A').toContainEqual(['HANDS-W-1001', 4, 4]);

    await desk.goto(`${url}/console/waves/all/work?search=${work?.work}`);
    await desk.getByRole('button', { name: 'Cancel…' }).click();
    await desk.getByText('Wanda Worker (W-1001) has in hand:').waitFor();
    await desk.getByRole('listitem').filter({ hasText: '4 pcs BACK-A' }).waitFor();
    expect((await new AxeBuilder({ page: desk }).include('dialog').analyze()).violations.map(({ id }) => id)).toEqual(
      [],
    );
    await desk.getByLabel('Reason').fill('the truck does not come');
    await desk.getByRole('button', { name: 'Cancel work' }).click();
    await desk.getByRole('dialog').waitFor({ state: 'detached' });

    await floor.asks('This work is over');
    await floor.page.getByText(/Cancelled: bring 4 pcs .* back to A-03-03-1\./).waitFor();
    await floor.press('Bring it back');
    await floor.asks('Cancelled: bring it back here and scan the place');
    expect(await floor.large()).toBe('A-03-03-1');
    expect(await floor.faults()).toEqual([]);
    await floor.goOffline();
    await floor.scan('STAGE-01');
    await floor.says(/STAGE-01/);
    await floor.scan('A-03-03-1');
    await floor.asks('Ask for the next work');
    await floor.comeBack();
    await stands('BACK-A').toEqual([['A-03-03-1', 9, 0]]);
    await stands('BACK-B').toEqual([['A-03-04-1', 9, 0]]);
    await floor.leave();
  });

  test('what was picked behind the server’s back is held, and goes back as the tray says', async () => {
    const [work] = await releasedOrder(office, 'SO-BACK-OFF', [
      { item: 'BACK-C', quantity: 4, stock: [{ location: 'A-04-03-1', quantity: 9 }] },
      { item: 'BACK-D', quantity: 3, stock: [{ location: 'A-04-04-1', quantity: 9 }] },
    ]);
    await floor.claim('SO-BACK-OFF');
    await floor.pickAt('A-04-03-1', 'BACK-C', 4);
    await stands('BACK-C').toContainEqual(['HANDS-W-1001', 4, 4]);
    await floor.goOffline();
    await floor.pickAt('A-04-04-1', 'BACK-D', 3);
    await floor.asks('Bring it here and scan the place');
    await floor.leave();
    await done(office, 'waves.cancel_work', { work: work?.work, reason: 'no truck', putBack: true });
    await floor.context.setOffline(false);
    await floor.press('Cancelled: bring back 1');
    await floor.page.getByText(/Cancelled: bring 4 pcs .* back to A-04-03-1\./).waitFor(patience);
    await floor.press('Bring it back');
    await floor.scan('A-04-03-1');
    await stands('BACK-C').toEqual([['A-04-03-1', 9, 0]]);
    await stands('BACK-D').toEqual([['A-04-04-1', 9, 0]]);
    await floor.press(/1 to look at/);
    await floor.page.locator('.trouble').filter({ hasText: 'A-04-04-1' }).waitFor();
  });
});
