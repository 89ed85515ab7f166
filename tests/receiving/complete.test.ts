import { describe, expect, test } from 'vitest';
import { standardSettings } from '#shared/ledger/source-system-settings.ts';
import {
  type CompleteBody,
  type CompleteFacts,
  type CompletingLine,
  decideComplete,
} from '#shared/receiving/complete.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelOrder, haveItems, haveOrders } from '../support/orders.ts';
import { commandWith, line, order } from '../support/receiving-facts.ts';

const open = { ...order, openLoads: ['LD-1'] };
const load = { number: 'LD-1', warehouse: 'EAST', status: 'open' };
const onLoad: CompletingLine = {
  ...line,
  onLoadBase: 10,
  registeredBase: 10,
  itemNumber: 'A0001',
  baseUnit: 'pcs',
  decimals: 0,
};

function judge(body: CompleteBody, facts: Partial<CompleteFacts> = {}) {
  return decideComplete(commandWith('receiving.complete', body), { orders: [open], load, lines: [onLoad], ...facts });
}

describe('completing is refused, first things first', () => {
  test.each<[string, CompleteBody, Partial<CompleteFacts>, string]>([
    ['neither order nor load', {}, { orders: [] }, 'receiving.order_missing'],
    ['an unknown order', { order: 'PO-1' }, { orders: [], load: null }, 'receiving.order_unknown'],
    [
      'two orders of the same number',
      { order: 'PO-1' },
      { orders: [open, open], load: null },
      'receiving.order_ambiguous',
    ],
    [
      'an order of another warehouse',
      { order: 'PO-1' },
      { orders: [{ ...open, warehouse: 'WEST' }] },
      'receiving.wrong_warehouse',
    ],
    ['an unknown load', { load: 'LD-9' }, { load: null }, 'receiving.load_unknown'],
    [
      'a load of another warehouse',
      { load: 'LD-1' },
      { load: { ...load, warehouse: 'WEST' } },
      'receiving.load_unknown',
    ],
    ['a completed load', { load: 'LD-1' }, { load: { ...load, status: 'received' } }, 'receiving.load_completed'],
    [
      'an order on two loads',
      { order: 'PO-1' },
      { orders: [{ ...open, openLoads: ['LD-1', 'LD-2'] }], load: null },
      'receiving.load_ambiguous',
    ],
    ['an order without a load', { order: 'PO-1' }, { orders: [order], load: null }, 'receiving.no_open_load'],
    ['less than expected', { order: 'PO-1' }, { lines: [{ ...onLoad, onLoadBase: 9 }] }, 'receiving.differences'],
    ['more than expected', { order: 'PO-1' }, { lines: [{ ...onLoad, onLoadBase: 11 }] }, 'receiving.differences'],
    [
      'nothing of a line',
      { order: 'PO-1' },
      { lines: [onLoad, { ...onLoad, line: 2, onLoadBase: 0 }] },
      'receiving.differences',
    ],
    [
      'an order that came with others on one load',
      { order: 'PO-1' },
      { load: { ...load, orders: ['PO-1', 'PO-2'] } },
      'receiving.load_shared',
    ],
    [
      'no packing slip where one is wanted',
      { order: 'PO-1' },
      { orders: [{ ...open, settings: { ...standardSettings, supplierPackingSlip: 'always' } }] },
      'receiving.packing_slip_required',
    ],
    [
      'less than was planned',
      { order: 'PO-1' },
      { load: { ...load, isPlanned: true }, lines: [{ ...onLoad, onLoadBase: 3, plannedBase: 4 }] },
      'receiving.differences',
    ],
    [
      'a difference that may not be, accepted or not',
      { order: 'PO-1', acceptDifferences: true },
      {
        orders: [{ ...open, settings: { ...standardSettings, inboundDelivery: 'require-equal' } }],
        load: { ...load, isMadeByItself: true },
        lines: [{ ...onLoad, onLoadBase: 9 }],
      },
      'receiving.must_equal',
    ],
    [
      'goods of a line that was cancelled',
      { order: 'PO-1' },
      { lines: [{ ...onLoad, status: 'cancelled' }] },
      'receiving.differences',
    ],
  ])('%s', (_, body, facts, code) => {
    expect(judge(body, facts)).toMatchObject({ outcome: 'refused', problem: { code } });
  });
});

describe('what remains of a line', () => {
  test.each([
    ['all of it came', { onLoadBase: 10 }, 0, 'received'],
    ['all but what may be missing', { onLoadBase: 9 }, 0, 'received'],
    ['one less', { onLoadBase: 8 }, 2, 'open'],
    ['more than ordered', { onLoadBase: 11 }, 0, 'received'],
    ['the rest after an earlier load', { receivedBase: 6, onLoadBase: 4 }, 0, 'received'],
    ['a part after an earlier load', { receivedBase: 3, onLoadBase: 4 }, 3, 'open'],
    ['nothing', { onLoadBase: 0 }, 10, 'open'],
    ['something of a cancelled line', { status: 'cancelled', onLoadBase: 3 }, 0, 'cancelled'],
    ['seven of eight, where 12.4 % may be missing', { orderedBase: 8, underPercent: 12.4, onLoadBase: 7 }, 1, 'open'],
    [
      'seven of eight, where 12.5 % may be missing',
      { orderedBase: 8, underPercent: 12.5, onLoadBase: 7 },
      0,
      'received',
    ],
    ['nothing, where all may be missing', { underPercent: 100, onLoadBase: 0 }, 0, 'open'],
    ['enough, while another load is to bring the rest', { onLoadBase: 9, elsewhereBase: 1 }, 1, 'open'],
    ['all of it, while another load is to bring more', { onLoadBase: 10, elsewhereBase: 1 }, 0, 'received'],
  ])('%s', (_, change, remainingBase, status) => {
    const lines = [
      { ...onLoad, ...change },
      { ...onLoad, line: 2 },
    ];
    const decision = judge({ order: 'PO-1', acceptDifferences: true }, { lines });
    if (decision.outcome !== 'applied') throw new Error(decision.problem.code);
    const outcome = decision.plan.received.find((each) => each.line.line === 1);
    const isReported = lines[0]?.onLoadBase !== 0;
    expect(outcome && { remainingBase: outcome.remainingBase, status: outcome.status }).toEqual(
      isReported ? { remainingBase, status } : undefined,
    );
  });
});

describe('what becomes of the load', () => {
  const several = { ...open, settings: { ...standardSettings, multipleReceiptsPerLoad: true } };
  const planned = { ...load, isPlanned: true };
  test.each<[string, Partial<CompleteFacts>, string]>([
    ['all came', {}, 'received'],
    ['nothing came', { lines: [{ ...onLoad, onLoadBase: 0 }] }, 'closed_empty'],
    [
      'a part came of a load that may have one receipt',
      { load: planned, lines: [{ ...onLoad, onLoadBase: 4, plannedBase: 10 }] },
      'received',
    ],
    [
      'a part came of a load that may have several',
      { orders: [several], load: planned, lines: [{ ...onLoad, onLoadBase: 4, plannedBase: 10 }] },
      'open',
    ],
    [
      'the rest came of a load that may have several',
      { orders: [several], load: planned, lines: [{ ...onLoad, receivedBase: 4, onLoadBase: 6, plannedBase: 6 }] },
      'received',
    ],
    [
      'nothing more came of a load that had receipts',
      {
        orders: [several],
        load: { ...planned, hasReceipts: true },
        lines: [{ ...onLoad, receivedBase: 4, onLoadBase: 0, plannedBase: 6 }],
      },
      'received',
    ],
  ])('%s', (_, facts, loadStatus) => {
    expect(judge({ load: 'LD-1', acceptDifferences: true }, facts)).toMatchObject({ plan: { loadStatus } });
  });
});

onBothDatabases('completing a load', (app) => {
  let number = 0;

  async function delivered(quantities: readonly number[], registered: readonly number[]) {
    number += 1;
    const device = await Device.signIn(app(), 'W-1001');
    const orderNumber = `PO-C${number}`;
    const items = quantities.map((_, index) => `C${number}-${index + 1}`);
    await haveItems(
      app(),
      items.map((item) => ({ number: item })),
    );
    const lines = quantities.map((quantity, index) => ({ lineNumber: index + 1, item: items[index] ?? '', quantity }));
    await haveOrders(app(), [{ orderNumber, lines }]);
    for (const [index, quantity] of registered.entries()) {
      if (quantity === 0) continue;
      const body = { order: orderNumber, line: index + 1, item: items[index], quantity, unit: 'pcs' };
      await device.do('receiving.register', body);
    }
    return { device, orderNumber, items };
  }

  async function statusOf(orderNumber: string) {
    const { k } = app().services.store.read;
    const { status } = await k
      .selectFrom('inbound_order')
      .select('status')
      .where('order_key', '=', `DEMO:${orderNumber}`)
      .executeTakeFirstOrThrow();
    const lines = await k
      .selectFrom('inbound_order_line')
      .select('status')
      .where('order_key', '=', `DEMO:${orderNumber}`)
      .orderBy('line_number')
      .execute();
    return [status, ...lines.map((each) => each.status)];
  }

  test('only lines of which something came are on the receipt, and the order follows its lines', async () => {
    const { device, orderNumber } = await delivered([5, 5, 5], [5, 2, 0]);
    const refused = await device.do('receiving.complete', { order: orderNumber });
    expect(refused.problem.errors.map((error: { params: object }) => error.params)).toMatchObject([
      { line: 2, expected: 5, registered: 2 },
      { line: 3, expected: 5, registered: 0 },
    ]);
    const completed = await device.do('receiving.complete', { order: orderNumber, acceptDifferences: true });
    const href = `/api/erp/shipment-receipts/${completed.result.documents[0].documentNumber}`;
    const receipt = await app().call('GET', href, { as: 'demo-erp-key' });
    expect(receipt.body.lines.map((each: { lineNumber: number }) => each.lineNumber)).toEqual([1, 2]);
    expect(await statusOf(orderNumber)).toEqual(['partially_received', 'received', 'open', 'open']);
  });

  test('an order of which all came is received', async () => {
    const { device, orderNumber } = await delivered([5], [5]);
    expect(await device.do('receiving.complete', { order: orderNumber })).toMatchObject({ outcome: 'applied' });
    expect(await statusOf(orderNumber)).toEqual(['received', 'received']);
    const again = await device.do('receiving.complete', { order: orderNumber });
    expect(again.problem.code).toBe('receiving.no_open_load');
  });

  test('a load on which nothing was left is closed empty, makes no document, and an event tells of it', async () => {
    const { device, orderNumber } = await delivered([5], [3]);
    const { k } = app().services.store.read;
    const [registration] = await k
      .selectFrom('registration')
      .select(['id', 'load_number'])
      .where('order_key', '=', `DEMO:${orderNumber}`)
      .execute();
    await device.do('receiving.undo_registration', { registration: registration?.id });
    const refused = await device.do('receiving.complete', { load: registration?.load_number });
    expect(refused.problem.code).toBe('receiving.differences');
    const completed = await device.do('receiving.complete', {
      load: registration?.load_number,
      acceptDifferences: true,
    });
    expect(completed).toMatchObject({ outcome: 'applied', result: { documents: [] } });
    expect(await statusOf(orderNumber)).toEqual(['open', 'open']);
    await expect
      .poll(async () => {
        const { body } = await app().call('GET', '/api/erp/events?limit=1000', { as: 'demo-erp-key' });
        return body.items.map(({ event }: { event: { type: string; subject: string } }) => [event.type, event.subject]);
      })
      .toContainEqual(['app.tallyman.load.closed-empty.v1', registration?.load_number]);
  });

  test('what came of an order before the ERP cancelled it is still reported, and is no difference', async () => {
    const { device, orderNumber } = await delivered([10], [4]);
    await cancelOrder(app(), orderNumber);
    const completed = await device.do('receiving.complete', { order: orderNumber });
    const href = `/api/erp/shipment-receipts/${completed.result.documents[0].documentNumber}`;
    const receipt = await app().call('GET', href, { as: 'demo-erp-key' });
    expect(receipt.body.lines).toMatchObject([{ receivedQuantity: 4, remainingQuantity: 0 }]);
  });

  test('a load is completed once, whoever is quicker', async () => {
    const { orderNumber } = await delivered([5], [5]);
    const devices = await Promise.all([1, 2, 3].map(() => Device.signIn(app(), 'W-1001')));
    const results = await Promise.all(devices.map((device) => device.do('receiving.complete', { order: orderNumber })));
    expect(results.map(({ outcome }) => outcome).sort()).toEqual(['applied', 'refused', 'refused']);
  });

  test('goods registered while a load is completed are on its receipt or on the next load', async () => {
    const { device, orderNumber, items } = await delivered([100], [1]);
    const others = await Promise.all([1, 2, 3, 4].map(() => Device.signIn(app(), 'W-1001')));
    const body = { order: orderNumber, line: 1, item: items[0], quantity: 1, unit: 'pcs' };
    const [completed] = await Promise.all([
      device.do('receiving.complete', { order: orderNumber, acceptDifferences: true }),
      ...others.flatMap((other) => [1, 2].map(() => other.send(other.unordered('receiving.register', body)))),
    ]);
    const second = await device.do('receiving.complete', { order: orderNumber, acceptDifferences: true });
    const numbers = [completed, second].flatMap(({ result }) => result?.documents ?? []);
    let received = 0;
    for (const { documentNumber } of numbers) {
      const { body: receipt } = await app().call('GET', `/api/erp/shipment-receipts/${documentNumber}`, {
        as: 'demo-erp-key',
      });
      received += receipt.lines[0].receivedQuantity;
    }
    expect(received).toBe(9);
  });
});
