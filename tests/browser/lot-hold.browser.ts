import { afterEach, expect, test } from 'vitest';
import { type OutboundFloor, openOutboundFloor } from '../support/floor-out.ts';
import { done, releasedOrder } from '../support/goods-out.ts';
import { officeOf } from '../support/office.ts';

let picker: OutboundFloor | undefined;

afterEach(async () => {
  await picker?.close();
  picker = undefined;
});

test('a lot is stopped while a worker without a network picks of it: he is told so when he is back', async () => {
  const office = await officeOf('S-2001', '2001', 'DESK-HOLD');
  const of = { tracking: { lot: true, serial: false, expiry: false } };
  const goods = { location: 'A-01-01-1', quantity: 5, lot: 'BAD-1' };
  await releasedOrder(office, 'SO-HOLD', [{ item: 'HOLD-1', quantity: 5, of, stock: [goods] }]);
  picker = await openOutboundFloor('W-1001', '1001');
  await picker.claim('SO-HOLD');
  await picker.goOffline();
  const { hold } = await done(office, 'inventory.hold_lot', { item: 'HOLD-1', lot: 'BAD-1', reason: 'recall' });
  await picker.asks('Go to the location and scan it');
  await picker.scan('A-01-01-1');
  await picker.asks('Scan the item');
  await picker.scan('HOLD-1');
  await picker.asks('Scan the lot');
  await picker.scan('BAD-1');
  await picker.asks(/How many\?/);
  await picker.enter(5);
  await picker.context.setOffline(false);
  await picker.press(/1 to look at/);
  await picker.page.locator('.trouble').filter({ hasText: 'Lot BAD-1 of HOLD-1 is on hold' }).waitFor();
  const found = await office.get(`/api/console/lot-holds/${hold}?warehouse=EAST`);
  expect(found.stock).toMatchObject([{ location: 'A-01-01-1', onHand: 5, inventoryStatus: 'on-hold' }]);
});
