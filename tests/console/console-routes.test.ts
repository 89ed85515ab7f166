import { beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { signInAtConsole } from '../support/console.ts';
import { seedConsole } from '../support/console-rows.ts';
import { Device } from '../support/device.ts';

const screens: readonly [screen: string, path: string][] = [
  ['the board', '/api/console/board?warehouse=EAST'],
  ['messages', '/api/console/messages'],
  ['one message', '/api/console/messages/DEMO/m-failed'],
  ['documents', '/api/console/documents?warehouse=EAST'],
  ['one document', '/api/console/documents/SR-00000001'],
  ['decisions', '/api/console/decisions?warehouse=EAST'],
];

onBothDatabases('the console', (app) => {
  let worker = '';
  let supervisor = '';
  const read = async (path: string) => (await app().call('GET', path, { as: supervisor })).body;

  beforeAll(async () => {
    await seedConsole(app().services.store);
    worker = await signInAtConsole(app(), 'W-1001');
    supervisor = await signInAtConsole(app(), 'S-2001');
  });

  describe('who may look', () => {
    test.each(screens)('a supervisor sees %s', async (_, path) => {
      expect((await app().call('GET', path, { as: supervisor })).status).toBe(200);
    });

    test.each(screens)('a worker does not see %s', async (_, path) => {
      const answer = await app().call('GET', path, { as: worker });
      expect([answer.status, answer.body.code]).toEqual([403, 'auth.permit_missing']);
    });

    test.each(screens)('a machine does not see %s, whatever its key', async (_, path) => {
      expect((await app().call('GET', path, { as: 'demo-erp-key' })).status).toBe(403);
    });

    test.each([
      ['orders', '/api/console/orders?warehouse=EAST'],
      ['stock', '/api/console/stock?warehouse=EAST&search=A0001'],
    ])('a worker sees %s', async (_, path) => {
      expect((await app().call('GET', path, { as: worker })).status).toBe(200);
    });

    test('a supervisor of one warehouse does not see another', async () => {
      const own = await signInAtConsole(app(), 'X-4001');
      const answers = await Promise.all(
        ['EAST', 'WEST'].map((warehouse) =>
          app().call('GET', `/api/console/board?warehouse=${warehouse}`, { as: own }),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([403, 200]);
      expect((await app().call('GET', '/api/console/orders/DEMO/PO-1', { as: own })).status).toBe(403);
      expect((await app().call('GET', '/api/console/documents/SR-00000001', { as: own })).status).toBe(403);
    });

    test('of messages, each sees those of the source systems that work with the own warehouses', async () => {
      const own = await signInAtConsole(app(), 'X-4001');
      const { body } = await app().call('GET', '/api/console/messages', { as: own });
      expect(new Set(body.items.map((row: { sourceSystem: string }) => row.sourceSystem))).toEqual(new Set(['DEMO']));
      expect((await app().call('GET', '/api/console/messages/OTHER/m-other', { as: own })).status).toBe(404);
    });
  });

  describe('messages', () => {
    test('the newest comes first, with what is wrong at a glance', async () => {
      const { items, open } = await read('/api/console/messages');
      expect(items.map((row: { messageId: string }) => row.messageId)).toEqual([
        'm-other',
        'm-parked',
        'm-failed',
        'm-first',
      ]);
      expect(open).toEqual({ failed: 1, parked: 1, draft: 1 });
      expect(items[2]).toMatchObject({
        firstError: { code: 'message.unit_unknown', params: { unit: 'crate' } },
        errors: 2,
        orderNumber: 'PO-1',
      });
    });

    test.each([
      ['status=failed', ['m-failed']],
      ['search=PO-1', ['m-failed', 'm-first']],
      ['search=m-parked', ['m-parked']],
      ['sourceSystem=OTHER', ['m-other']],
      ['sourceSystem=NOBODY', []],
      ['before=3', ['m-failed', 'm-first']],
    ])('asked for %s', async (query, ids) => {
      const { items } = await read(`/api/console/messages?${query}`);
      expect(items.map((row: { messageId: string }) => row.messageId)).toEqual(ids);
    });

    test('pages follow each other without a gap over all source systems', async () => {
      const first = await read('/api/console/messages?limit=3');
      const second = await read(`/api/console/messages?limit=3&before=${first.next}`);
      expect([...first.items, ...second.items].map((row) => row.number)).toEqual([4, 3, 2, 1]);
      expect(second.next).toBeNull();
    });

    test('a message shows every error with its pointer and value, its body, and the others of its order', async () => {
      const message = await read('/api/console/messages/DEMO/m-failed');
      expect(message.faults).toEqual([
        {
          pointer: '/order/lines/0/unit',
          code: 'message.unit_unknown',
          params: { item: 'A0001', unit: 'crate', units: 'pcs, case' },
          value: 'crate',
          action: 'correct-and-replace',
        },
        {
          pointer: '/order/warehouse',
          code: 'message.warehouse_unknown',
          value: 'NORTH',
          action: 'correct-and-replace',
        },
      ]);
      expect(message.body).toMatchObject({ messageId: 'm-failed' });
      expect(message.versions.map((row: { messageId: string }) => row.messageId)).toEqual(['m-failed', 'm-first']);
    });

    test('a message that is not there is not found', async () => {
      const answer = await app().call('GET', '/api/console/messages/DEMO/nothing', { as: supervisor });
      expect(answer.status).toBe(404);
    });
  });

  describe('orders', () => {
    test('progress is the mean over the lines; a cancelled line counts for nothing', async () => {
      const { items } = await read('/api/console/orders?warehouse=EAST');
      expect(items[0]).toMatchObject({
        orderNumber: 'PO-1',
        consigner: 'Northern Mills',
        lines: 3,
        registered: 0.75,
        received: 0.25,
      });
    });

    test.each([
      ['status=open', ['PO-1']],
      ['status=received', ['PO-2']],
      ['search=po-', ['PO-1', 'PO-2']],
      ['search=PO-2', ['PO-2']],
      ['search=%25', []],
      ['receiving=now', ['PO-1']],
    ])('asked for %s', async (query, numbers) => {
      const { items } = await read(`/api/console/orders?warehouse=EAST&${query}`);
      expect(items.map((row: { orderNumber: string }) => row.orderNumber)).toEqual(numbers);
    });

    test('pages follow each other without a gap', async () => {
      const first = await read('/api/console/orders?warehouse=EAST&limit=1');
      const second = await read(`/api/console/orders?warehouse=EAST&limit=1&before=${encodeURIComponent(first.next)}`);
      expect([first.items[0].orderNumber, second.items[0].orderNumber, second.next]).toEqual(['PO-1', 'PO-2', null]);
    });

    test('an order shows its lines in base units, its loads and the documents that tell of it', async () => {
      const order = await read('/api/console/orders/DEMO/PO-1');
      expect(order.lineItems[0]).toMatchObject({
        item: 'A0001',
        expected: 2.4,
        registered: 2.4,
        received: 1.2,
        baseUnit: 'kg',
      });
      expect(order.loads).toMatchObject([{ load: 'LD-1', status: 'in_process' }]);
      expect(order.documents).toEqual(['SR-00000001']);
    });
  });

  describe('documents', () => {
    test.each([
      ['', ['SR-00000002.1', 'SR-00000001.2', 'SR-00000001.1']],
      ['&acknowledgement=none', ['SR-00000001.2']],
      ['&acknowledgement=posted', ['SR-00000001.1']],
      ['&acknowledgement=rejected', ['SR-00000002.1']],
      ['&kind=shipment-receipt&search=sr-00000002', ['SR-00000002.1']],
      ['&kind=counting-journal', []],
    ])('receipts%s', async (query, numbers) => {
      const { items } = await read(`/api/console/documents?warehouse=EAST${query}`);
      expect(
        items.map((row: { documentNumber: string; version: number }) => `${row.documentNumber}.${row.version}`),
      ).toEqual(numbers);
    });

    test('pages follow each other without a gap', async () => {
      const first = await read('/api/console/documents?warehouse=EAST&limit=2');
      const path = `/api/console/documents?warehouse=EAST&limit=2&before=${encodeURIComponent(first.next)}`;
      const second = await read(path);
      expect(second.items).toMatchObject([{ documentNumber: 'SR-00000001', version: 1 }]);
      expect(second.next).toBeNull();
    });

    test('a document shows its newest version, and any other when it is asked for', async () => {
      const newest = await read('/api/console/documents/SR-00000001');
      expect([newest.version, newest.madeBy, newest.versions.length]).toEqual([2, 'Wanda Worker', 2]);
      const first = await read('/api/console/documents/SR-00000001?version=1');
      expect([first.version, first.body.lines.length]).toEqual([1, 1]);
    });
  });

  describe('stock', () => {
    test.each([
      ['a location', 'A-01-02-1', 'location', 2],
      ['a location in small letters', 'a-01-02-1', 'location', 2],
      ['a plate', 'LP-1', 'licensePlate', 1],
      ['an item', 'A0001', 'item', 2],
      ['a barcode with fewer digits than are kept', '4006381333931', 'item', 2],
      ['a word of the description', 'rye', 'item', 2],
      ['a sign that means anything to a database', '%', 'nothing', 0],
      ['nothing', 'XYZ', 'nothing', 0],
    ])('%s', async (_, search, by, rows) => {
      const found = await read(`/api/console/stock?warehouse=EAST&search=${encodeURIComponent(search)}`);
      expect([found.by, found.items.length]).toEqual([by, rows]);
    });

    test('what waits for put-away', async () => {
      const { items } = await read('/api/console/stock?warehouse=EAST&waitingFor=putaway');
      expect(items).toMatchObject([{ licensePlate: 'LP-1', location: 'DOCK-01' }]);
    });

    test('what stands at the dock is on hand and not available', async () => {
      const { items } = await read('/api/console/stock?warehouse=EAST&search=A0001');
      expect(
        items.map((row: { location: string; onHand: number; reserved: number; available: number }) => [
          row.location,
          row.onHand,
          row.reserved,
          row.available,
        ]),
      ).toEqual([
        ['DOCK-01', 1.2, 0, 0],
        ['A-01-02-1', 3.5, 0.5, 3],
      ]);
    });
  });

  describe('decisions', () => {
    test('an open one shows what the worker did and what waits behind it', async () => {
      const { items } = await read('/api/console/decisions?warehouse=EAST');
      expect(items).toMatchObject([
        {
          kind: 'held_command',
          problem: { code: 'receiving.order_closed' },
          command: { type: 'receiving.register', operatorName: 'Wanda Worker', body: { order: 'PO-2' } },
          waiting: 1,
        },
        { problem: { code: 'command.cause_not_applied' }, waiting: 0 },
      ]);
    });

    test('a decided one shows by whom and why', async () => {
      const { items } = await read('/api/console/decisions?warehouse=EAST&status=resolved');
      expect(items).toMatchObject([{ resolvedBy: 'S-2001', action: 'dismiss', reason: 'twice' }]);
    });
  });

  test('a device says how much it still keeps to itself, and the board shows it', async () => {
    const device = await Device.signIn(app(), 'W-1001', { id: 'HH-2' });
    const waitingOnHh2 = async () => {
      const { devices } = await read('/api/console/board?warehouse=EAST');
      return devices.find((row: { device: string }) => row.device === 'HH-2').waitingCommands;
    };
    for (const waiting of [70, 20, 0]) {
      const commands = [device.command('tomorrow.new_thing', {})];
      await app().call('POST', '/api/device/commands', { as: device.token, body: { commands, waiting } });
      expect(await waitingOnHh2()).toBe(waiting);
    }
  });

  test('the board counts what waits and since when', async () => {
    const board = await read('/api/console/board?warehouse=EAST');
    expect(board.messages).toMatchObject({ failed: { count: 1 }, parked: { count: 1 }, received: { count: 0 } });
    expect(board.messages.failed.oldestAt).toBe('2026-03-02T06:02:00.000Z');
    expect([board.decisions.held.count, board.decisions.approvals.count]).toEqual([2, 0]);
    expect([board.documents.unacknowledged.count, board.documents.rejected.count]).toEqual([1, 1]);
    expect([board.registered.count, board.putaway.count]).toEqual([1, 1]);
    expect(board.orders).toEqual({ open: 1, partiallyReceived: 0 });
    expect(board.devices[0]).toMatchObject({ device: 'HH-1', person: 'Wanda Worker', waitingCommands: 3 });
    expect(board.hours).toHaveLength(12);
    // The commands of the old day are left out.
    const shift = ['applied', 'refused', 'held'].map((outcome) =>
      board.hours.reduce((sum: number, hour: Record<string, number>) => sum + (hour[outcome] ?? 0), 0),
    );
    expect(shift).toEqual([1, 1, 5]);
  });
});
