import { afterEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { shipMessage } from '../support/erp.ts';
import { beginReceiving, book, freshPlate, postOrder } from '../support/floor-orders.ts';
import { accepted } from '../support/goods-out.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';
import { askedByErp } from '../support/office.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

test('goods that come in for an order without a network go straight to where it is made up, and the server agrees', async () => {
  const tag = 'XD-PO-1-1';
  const plate = freshPlate(6101);
  await postOrder('XD-PO-1', [{ lineNumber: 1, item: 'A0001', quantity: 30, unit: 'pcs', crossDockSource: tag }]);
  await accepted(shipMessage('m-XD-SO-1', 'XD-SO-1', [[1, 'A0001', 12, { crossDockSource: tag }]], { carrier: 'DHL' }));
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  await signIn(floor, 'W-1001', '1001');
  await beginReceiving(floor, 'XD-PO-1');

  await floor.context.setOffline(true);
  await book(floor, 'A0001', 12, plate.scan);
  await floor.press('Close');
  await floor.press('Put away');
  await floor.asks('Scan the licence plate');
  await floor.scan(plate.scan);
  await floor.asks('Order XD-SO-1 waits for this: bring it there and scan the place');
  await floor.page.reload();
  await floor.asks('Order XD-SO-1 waits for this: bring it there and scan the place');
  await floor.scan('A-12-03-2');
  await floor.says(/is no place for order XD-SO-1/);
  await floor.scan('STAGE-02');
  await floor.says(/for order XD-SO-1/);
  await floor.asks('Scan the licence plate');

  await floor.context.setOffline(false);
  const picked = async () => (await askedByErp('/api/erp/orders/XD-SO-1')).lines[0].pickedQuantity;
  await expect.poll(picked).toBe(12);
});
