import { afterEach, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage } from '../support/erp.ts';
import { decideFor } from '../support/settings.ts';

/** The acceptance scenarios of receiving, as an ERP and the floor live them: only through the interface. */
onBothDatabases('golden scenarios 1 to 5', (app) => {
  const erp = () => new Erp(app());
  afterEach(() => decideFor(app(), {}));

  /** An item and an order of one line of it; answers what registering needs. */
  async function ordered(order: string, item: string, quantity: number, more: object = {}) {
    await erp().sent(itemMessage(item));
    await erp().sent(orderMessage(`m-${order}`, order, [[1, item, quantity, more]]));
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    return { worker, supervisor, goods: { item, unit: 'pcs' } };
  }

  async function documentsOf(completed: { result: { documents: { documentNumber: string }[] } }, feed: string) {
    const documents = [];
    for (const { documentNumber } of completed.result.documents) {
      documents.push((await erp().get(`/api/erp/${feed}/${documentNumber}`)).body);
    }
    return documents;
  }

  /** What an ERP has booked of an item that books every document it is to book, each once. */
  async function booked(item: string): Promise<number> {
    let sum = 0;
    for (const feed of ['shipment-receipts', 'counting-journals']) {
      const { body } = await erp().get(`/api/erp/${feed}?limit=1000`);
      for (const document of body.items.filter((each: { quantityChannel: boolean }) => each.quantityChannel)) {
        for (const line of document.lines) {
          if (line.item === item) sum += line.receivedQuantity ?? line.difference;
        }
      }
    }
    return sum;
  }

  test('1: ten are registered, a count finds eleven, the ten are completed: the ERP ends at eleven', async () => {
    const { worker, supervisor, goods } = await ordered('PO-G1', 'G1', 10);
    await worker.do('receiving.register', { ...goods, order: 'PO-G1', quantity: 10, licensePlate: 'LP-G1' });
    expect(await booked('G1')).toBe(0);
    const found = { location: 'DOCK-01', licensePlate: 'LP-G1', quantity: 1, reason: 'found' };
    await supervisor.do('inventory.adjust', { ...goods, ...found });
    await expect.poll(() => booked('G1')).toBe(1);
    await worker.do('receiving.complete', { order: 'PO-G1' });
    await expect.poll(() => booked('G1')).toBe(11);
    const stock = await app().call('GET', '/api/device/stock?item=G1', { as: worker.token });
    expect(stock.body.items).toMatchObject([{ onHand: 11 }]);
  });

  test('2: six of ten come today, five more are the most that the next load may bring', async () => {
    const tolerance = { overDeliveryPercent: 10, underDeliveryPercent: 10 };
    const { worker, goods } = await ordered('PO-G2', 'G2', 10, tolerance);
    const body = { ...goods, order: 'PO-G2' };
    await worker.do('receiving.register', { ...body, quantity: 6 });
    const today = await worker.do('receiving.complete', { order: 'PO-G2', acceptDifferences: true });
    const [receipt] = await documentsOf(today, 'shipment-receipts');
    expect(receipt).toMatchObject({ lines: [{ receivedQuantity: 6, remainingQuantity: 4 }] });
    const tooMuch = await worker.do('receiving.register', { ...body, quantity: 6 });
    expect(tooMuch).toMatchObject({ outcome: 'refused', problem: { code: 'receiving.over_delivery' } });
    await worker.do('receiving.register', { ...body, quantity: 5 });
    const tomorrow = await worker.do('receiving.complete', { order: 'PO-G2', acceptDifferences: true });
    const [next] = await documentsOf(tomorrow, 'shipment-receipts');
    expect(next).toMatchObject({ version: 1, lines: [{ receivedQuantity: 5, remainingQuantity: 0 }] });
    expect([next.load === receipt.load, next.documentNumber === receipt.documentNumber]).toEqual([false, false]);
  });

  test('3: the excess is all on the second truck: a supervisor raises what that load may bring', async () => {
    await decideFor(app(), { overReceipt: 'block' });
    const { worker, supervisor, goods } = await ordered('PO-G3', 'G3', 100, { overDeliveryPercent: 5 });
    for (const [load, quantity] of [
      ['G3-LOAD-1', 60],
      ['G3-LOAD-2', 40],
    ]) {
      const lines = [{ order: 'PO-G3', line: 1, quantity, unit: 'pcs' }];
      expect(await supervisor.do('receiving.create_load', { load, lines })).toMatchObject({ outcome: 'applied' });
    }
    await worker.do('receiving.register', { ...goods, load: 'G3-LOAD-1', quantity: 60 });
    const second = (quantity: number) => worker.do('receiving.register', { ...goods, load: 'G3-LOAD-2', quantity });
    const refused = await second(45);
    expect(refused).toMatchObject({
      outcome: 'refused',
      problem: {
        code: 'receiving.load_over_delivery',
        params: { load: 'G3-LOAD-2', limit: 42, fits: 42, more: 45 },
        detail: expect.stringContaining('supervisor'),
      },
    });
    const raise = (device: Device, percent: number) =>
      device.do('receiving.set_over_delivery', {
        ...{ load: 'G3-LOAD-2', order: 'PO-G3', line: 1, percent, reason: 'the first truck came exact' },
      });
    expect((await raise(worker, 12.5)).problem.code).toBe('auth.permit_missing');
    expect((await raise(supervisor, 15)).problem.code).toBe('receiving.order_cap_exceeded');
    expect(await raise(supervisor, 12.5)).toMatchObject({ outcome: 'applied', result: { limit: 45 } });
    const beyond = await second(46);
    expect(beyond.problem).toMatchObject({ code: 'receiving.over_delivery', params: { limit: 105, fits: 45 } });
    expect(await second(45)).toMatchObject({ outcome: 'applied' });
    const completed = [];
    for (const load of ['G3-LOAD-1', 'G3-LOAD-2']) {
      completed.push(await worker.do('receiving.complete', { load, acceptDifferences: true }));
    }
    const receipts = [];
    for (const each of completed) receipts.push(...(await documentsOf(each, 'shipment-receipts')));
    expect(receipts.map(({ load, lines: [line] }) => [load, line.receivedQuantity, line.remainingQuantity])).toEqual([
      ['G3-LOAD-1', 60, 40],
      ['G3-LOAD-2', 45, 0],
    ]);
  });

  test('4: a decrease below what is registered fails at its line, and a newer message goes as far as it can', async () => {
    const { worker, goods } = await ordered('PO-G4', 'G4', 10);
    await worker.do('receiving.register', { ...goods, order: 'PO-G4', quantity: 8 });
    const [failed] = await erp().sent(orderMessage('m-G4-6', 'PO-G4', [[1, 'G4', 6]]));
    expect(failed).toMatchObject({
      status: 'failed',
      errors: [{ code: 'order.quantity_below_registered', pointer: '/order/lines/0/quantity', value: 6 }],
    });
    const [accepted] = await erp().sent(orderMessage('m-G4-8', 'PO-G4', [[1, 'G4', 8]]));
    expect(accepted.status).toBe('accepted');
    expect(await erp().settled('m-G4-6')).toMatchObject({ status: 'superseded', supersededBy: 'm-G4-8' });
    expect((await erp().order('PO-G4')).lines).toMatchObject([{ orderedQuantity: 8, registeredQuantity: 8 }]);
  });

  test('5: a message that failed holds up neither the newer one of its order nor other orders', async () => {
    await ordered('PO-G5', 'G5', 10);
    const sent = await erp().sent(
      orderMessage('m-G5-2', 'PO-G5', [[1, 'G5', 10, { unit: 'barrel' }]]),
      orderMessage('m-G5-other', 'PO-G5-OTHER', [[1, 'G5', 1]]),
    );
    expect(sent.map(({ status }) => status)).toEqual(['failed', 'accepted']);
    const [third] = await erp().sent(orderMessage('m-G5-3', 'PO-G5', [[1, 'G5', 12]]));
    expect(third.status).toBe('accepted');
    expect(await erp().settled('m-G5-2')).toMatchObject({ status: 'superseded', supersededBy: 'm-G5-3' });
    expect((await erp().order('PO-G5')).lines).toMatchObject([{ orderedQuantity: 12 }]);
  });
});
