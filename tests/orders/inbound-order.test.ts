import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelMessage, Erp, itemMessage, type LineOf, orderMessage } from '../support/erp.ts';

const ten: readonly LineOf[] = [[1, 'A1', 10]];

onBothDatabases('an inbound order and the dock', (app) => {
  const erp = () => new Erp(app());
  const codesOf = (message: { errors: { pointer: string; code: string }[] }) =>
    message.errors.map(({ pointer, code }) => `${pointer} ${code}`);

  async function registered(order: string, quantity: number): Promise<Device> {
    await erp().sent(itemMessage('A1'), orderMessage(`${order}-1`, order, ten));
    const device = await Device.signIn(app(), 'W-1001');
    const body = { order, line: 1, item: 'A1', quantity, unit: 'pcs', location: 'DOCK-01' };
    expect((await device.do('receiving.register', body)).outcome).toBe('applied');
    return device;
  }

  test('an update below what was registered fails at its line; a newer one that fits supersedes it', async () => {
    await registered('PO-G4', 8);
    const [tooLow] = await erp().sent(orderMessage('g4-2', 'PO-G4', [[1, 'A1', 6]]));
    expect([tooLow.status, codesOf(tooLow)]).toEqual([
      'failed',
      ['/order/lines/0/quantity order.quantity_below_registered'],
    ]);
    const [fits] = await erp().sent(orderMessage('g4-3', 'PO-G4', [[1, 'A1', 8]]));
    expect([fits.status, (await erp().settled('g4-2')).status]).toEqual(['accepted', 'superseded']);
    expect(await erp().order('PO-G4')).toMatchObject({
      status: 'open',
      inReceiving: true,
      messageId: 'g4-3',
      lines: [{ orderedQuantity: 8, registeredQuantity: 8, receivedQuantity: 0, remainingQuantity: 8 }],
    });
  });

  test('a dry run of an update that would fail shows what it asks for, with what stands against each line', async () => {
    await registered('PO-DR', 8);
    const asked: LineOf[] = [
      [1, 'A1', 6],
      [2, 'A1', 3],
    ];
    const { body } = await erp().post(orderMessage('dr-2', 'PO-DR', asked, { orderType: 'Return' }), '?dryRun=true');
    const below = [{ pointer: '/order/lines/0/quantity', code: 'order.quantity_below_registered' }];
    expect(body).toMatchObject({
      status: 'failed',
      errors: below,
      changes: {
        header: [{ member: 'orderType', before: '', after: 'Return' }],
        lines: [
          { id: '1', change: 'changed', members: [{ member: 'quantity', before: 10, after: 6 }], errors: below },
          { id: '2', change: 'added' },
        ],
        work: [],
      },
    });
    expect(body.changes.lines[1].errors).toBeUndefined();
    expect((await erp().order('PO-DR')).lines).toHaveLength(1);
  });

  test('message 2 fails, message 3 comes: 2 is superseded, 3 accepted, other orders never waited', async () => {
    await erp().sent(itemMessage('A1'), orderMessage('g5-1', 'PO-G5', ten));
    const [second, third, other] = await erp().sent(
      orderMessage('g5-2', 'PO-G5', [[1, 'A1', 0.5]]),
      orderMessage('g5-3', 'PO-G5', [[1, 'A1', 5]]),
      orderMessage('g5-other', 'PO-G5-OTHER', ten),
    );
    expect([second.status === 'received', third.status, other.status]).toEqual([false, 'accepted', 'accepted']);
    expect((await erp().settled('g5-2', (status) => status === 'superseded')).supersededBy).toBe('g5-3');
    expect((await erp().order('PO-G5')).lines[0].orderedQuantity).toBe(5);
  });

  test('an update replaces everything: lines come, change and go', async () => {
    await erp().sent(itemMessage('A1'), itemMessage('A2'));
    await erp().sent(
      orderMessage(
        'u-1',
        'PO-U',
        [
          [1, 'A1', 10],
          [2, 'A1', 5],
        ],
        { notes: 'call first' },
      ),
    );
    await erp().sent(
      orderMessage('u-2', 'PO-U', [
        [1, 'A2', 1, { unit: 'case', lot: null }],
        [3, 'A1', 7],
      ]),
    );
    const order = await erp().order('PO-U');
    expect([order.header.notes, order.messageId]).toEqual([undefined, 'u-2']);
    expect(order.lines).toMatchObject([
      { lineNumber: 1, item: 'A2', unit: 'case', orderedQuantity: 1, base: { ordered: 12 } },
      { lineNumber: 3, item: 'A1', orderedQuantity: 7 },
    ]);
  });

  test('a cancellation before anything came cancels; afterwards the order is closed and no update opens it', async () => {
    await erp().sent(itemMessage('A1'), orderMessage('c-1', 'PO-C', ten));
    const [cancelled] = await erp().sent(cancelMessage('c-2', 'PO-C'));
    expect(cancelled.status).toBe('accepted');
    expect(await erp().order('PO-C')).toMatchObject({
      status: 'cancelled',
      lines: [{ status: 'cancelled', remainingQuantity: 0 }],
    });
    const [update] = await erp().sent(orderMessage('c-3', 'PO-C', ten));
    expect([update.status, codesOf(update)]).toEqual(['failed', ['/order/orderNumber order.closed']]);
    const device = await Device.signIn(app(), 'W-1001');
    const late = await device.do('receiving.register', { order: 'PO-C', item: 'A1', quantity: 1, unit: 'pcs' });
    expect(late.outcome).not.toBe('applied');
  });

  test('a cancellation after something came closes the rest; what came is still reported', async () => {
    const device = await registered('PO-CS', 4);
    const [message] = await erp().sent(cancelMessage('cs-2', 'PO-CS'));
    expect(message.status).toBe('accepted');
    const line = { registeredQuantity: 4, remainingQuantity: 0, status: 'closed' };
    expect(await erp().order('PO-CS')).toMatchObject({ status: 'closed_short', inReceiving: true, lines: [line] });
    const completed = await device.do('receiving.complete', { order: 'PO-CS', acceptDifferences: true });
    expect(completed.result?.documents).toHaveLength(1);
    expect(await erp().order('PO-CS')).toMatchObject({
      status: 'closed_short',
      inReceiving: false,
      lines: [{ ...line, receivedQuantity: 4 }],
    });
  });

  test('received in part, then whole, then raised: the order opens again', async () => {
    const device = await registered('PO-P', 4);
    await device.do('receiving.complete', { order: 'PO-P', acceptDifferences: true });
    expect((await erp().order('PO-P')).status).toBe('partially_received');
    const rest = { order: 'PO-P', line: 1, item: 'A1', quantity: 6, unit: 'pcs', location: 'DOCK-01' };
    await device.send(
      device.command('receiving.register', rest),
      device.command('receiving.complete', { order: 'PO-P' }),
    );
    expect(await erp().order('PO-P')).toMatchObject({
      status: 'received',
      lines: [{ status: 'received', remainingQuantity: 0 }],
    });
    await erp().sent(orderMessage('p-2', 'PO-P', [[1, 'A1', 12]]));
    expect(await erp().order('PO-P')).toMatchObject({
      status: 'partially_received',
      lines: [{ status: 'open', receivedQuantity: 10, remainingQuantity: 2 }],
    });
  });

  test('devices hear of orders, of what changed in them, and when there is nothing more to do with them', async () => {
    await erp().sent(
      itemMessage('A1'),
      orderMessage('t-1', 'PO-T', [[1, 'A1', 2, { unit: 'case' }]], { consigner: { name: 'Mills' } }),
    );
    const device = await Device.signIn(app(), 'W-1001');
    let after = 0;
    const newest = async (key: string, warehouse = 'EAST') => {
      const path = `/api/device/changes?after=${after}&warehouse=${warehouse}&limit=1000`;
      const { body } = await app().call('GET', path, { as: device.token });
      after = body.next;
      return body.items.find((each: { key: string; kind: string }) => each.key === key);
    };
    await expect
      .poll(() => newest('DEMO:PO-T'))
      .toMatchObject({
        deleted: false,
        value: {
          orderNumber: 'PO-T',
          consigner: 'Mills',
          lines: [
            {
              line: 1,
              item: 'DEMO:A1',
              expectedBase: 24,
              unit: 'case',
              unitFraction: { numerator: 12, denominator: 1 },
            },
          ],
        },
      });
    after = 0;
    expect(await newest('DEMO:A1')).toMatchObject({ kind: 'item', value: { number: 'A1', units: [{ unit: 'case' }] } });
    await erp().sent(orderMessage('t-2', 'PO-T', [[1, 'A1', 2]], { warehouse: 'WEST' }));
    await expect.poll(() => newest('DEMO:PO-T')).toMatchObject({ deleted: true });
    after = 0;
    expect(await newest('DEMO:PO-T', 'WEST')).toMatchObject({ value: { lines: [{ expectedBase: 2 }] } });
    await erp().sent(cancelMessage('t-3', 'PO-T', 'WEST'));
    await expect.poll(() => newest('DEMO:PO-T', 'WEST')).toMatchObject({ deleted: true });
  });

  test('what the order says of itself is kept; instants come back in UTC', async () => {
    const header = {
      orderType: 'Purchase order',
      plannedReceiptStart: '2026-03-02T07:00:00+01:00',
      consigner: { account: 'S-77', name: 'Northern Mills', address: { city: 'Kiel', country: 'DE' } },
      attachments: [{ type: 'Note', notes: 'Handle with care' }],
    };
    await erp().sent(itemMessage('A1'), orderMessage('h-1', 'PO-H', ten, header));
    expect(await erp().order('PO-H')).toMatchObject({
      orderType: 'Purchase order',
      header: { ...header, plannedReceiptStart: '2026-03-02T06:00:00.000Z' },
    });
  });

  test('people of the warehouse may look at an order, others find nothing', async () => {
    await erp().sent(itemMessage('A1'), orderMessage('r-1', 'PO-R', ten));
    const worker = await Device.signIn(app(), 'W-1001');
    expect((await app().call('GET', '/api/erp/orders/PO-R', { as: worker.token })).body.orderNumber).toBe('PO-R');
    expect((await app().call('GET', '/api/erp/orders/PO-NONE', { as: worker.token })).status).toBe(404);
    expect((await app().call('GET', '/api/erp/orders/PO-R')).status).toBe(401);
  });
});
