import { beforeAll, expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { signInAtConsole } from '../support/console.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

onBothDatabases('loads at the console', (app) => {
  let supervisor: string;
  let worker: Device;
  let boss: Device;
  beforeAll(async () => {
    supervisor = await signInAtConsole(app(), 'S-2001');
    worker = await Device.signIn(app(), 'W-1001');
    boss = await Device.signIn(app(), 'S-2001');
    await haveItems(app(), [{ number: 'CL-1' }, { number: 'CL-2' }]);
    const lines = [
      { lineNumber: 1, item: 'CL-1', quantity: 10 },
      { lineNumber: 2, item: 'CL-2', quantity: 4 },
    ];
    await haveOrders(app(), [
      { orderNumber: 'PO-CL-1', lines },
      { orderNumber: 'PO-CL-2', lines },
      { orderNumber: 'PO-CL-3', lines },
    ]);
  });

  async function get(path: string, as = supervisor) {
    return app().call('GET', `/api/console/${path}`, { as });
  }

  async function made(load: string, body: object) {
    expect((await boss.do('receiving.create_load', { load, ...body })).outcome).toBe('applied');
  }

  async function received(order: string, load: string, item: string, quantity: number) {
    const body = { order, load, item, quantity, unit: 'pcs', location: 'DOCK-01' };
    expect((await worker.do('receiving.register', body)).outcome).toBe('applied');
  }

  test('a load tells what it is to bring, what came, and on which plates', async () => {
    const expectedArrival = '2026-03-02T06:00:00.000Z';
    await made('LC-1', { orders: ['PO-CL-1'], expectedArrival, carrier: 'North Haul' });
    await received('PO-CL-1', 'LC-1', 'CL-1', 10);
    await received('PO-CL-1', 'LC-1', 'CL-2', 1);
    const { items } = (await get('loads?warehouse=EAST&search=lc-1')).body;
    expect(items).toMatchObject([
      {
        ...{ load: 'LC-1', status: 'in_process', madeBy: 'hand', notice: null, orders: ['PO-CL-1'], expectedArrival },
        ...{
          lines: { announced: 2, received: 1 },
          plates: { announced: 0, received: 0 },
          share: 0.625,
          completedAt: null,
        },
      },
    ]);
    const { body } = await get('loads/LC-1');
    expect(body).toMatchObject({
      ...{ carrier: 'North Haul', packingSlip: 'optional', receipts: [] },
      lineItems: [
        { order: 'PO-CL-1', line: 1, item: 'CL-1', expected: 10, registered: 10, unit: 'pcs', limit: 10 },
        { line: 2, item: 'CL-2', expected: 4, registered: 1 },
      ],
    });
    expect(body.plateItems.map((row: { item: string }) => row.item).sort()).toEqual(['CL-1', 'CL-2']);
    expect(body.plateItems).toContainEqual(expect.objectContaining({ item: 'CL-1', announced: 0, received: 10 }));
  });

  test('a notice shows each plate with what was announced on it, also when the load is completed', async () => {
    const line = { orderNumber: 'PO-CL-3', lineNumber: 1, item: 'CL-1', quantity: 3, unit: 'pcs' };
    const plates = ['LP-CL-1', 'LP-CL-2'].map((licensePlate) => ({ licensePlate, parent: null, lines: [line] }));
    const notice = { load: 'LC-3', warehouse: 'EAST', shipments: [{ shipment: 'S-CL', licensePlates: plates }] };
    const message = { type: 'advance-shipping-notice', operation: 'upsert', notice };
    await new Erp(app()).sent({ messageId: 'asn-cl', ...message });
    const plate = await worker.do('receiving.register', { licensePlate: 'LP-CL-1', location: 'DOCK-01' });
    expect(plate.outcome).toBe('applied');
    const plateItems = [
      { licensePlate: 'LP-CL-1', announced: 3, received: 3 },
      { licensePlate: 'LP-CL-2', announced: 3, received: 0 },
    ];
    expect((await get('loads/LC-3')).body).toMatchObject({ notice: 'asn-cl', plateItems });
    expect((await get('loads?warehouse=EAST&search=LC-3')).body.items[0].plates).toEqual({ announced: 2, received: 1 });
    await worker.do('receiving.complete', { load: 'LC-3', acceptDifferences: true });
    const { body } = await get('loads/LC-3');
    expect(body).toMatchObject({ status: 'received', plateItems });
    expect(body.completedAt).not.toBeNull();
  });

  test('receipts that one completion made are told as such, with how long they can be reversed', async () => {
    await received('PO-CL-1', 'LC-1', 'CL-2', 3);
    const { result } = await worker.do('receiving.complete', { load: 'LC-1' });
    const { documentNumber } = result.documents[0];
    const { receipts } = (await get('loads/LC-1')).body;
    expect(receipts).toMatchObject([{ documentNumber, version: 1, active: true, postingStatus: 'ready' }]);
    const dayMs = 24 * 60 * 60 * 1000;
    expect(Date.parse(receipts[0].reversibleUntil) - Date.parse(receipts[0].madeAt)).toBe(dayMs);
    await boss.do('receiving.reverse_completion', { documentNumber, reason: 'miscounted' });
    const again = (await get('loads/LC-1')).body;
    expect(again).toMatchObject({ status: 'in_process', receipts: [{ documentNumber, version: 1, active: false }] });
    await worker.do('receiving.complete', { load: 'LC-1' });
    expect((await get('loads/LC-1')).body.receipts).toMatchObject([{ documentNumber, version: 2, active: true }]);
  });

  test('orders are offered for a load with what no other load is to bring of them', async () => {
    await made('LC-2', { lines: [{ order: 'PO-CL-2', line: 1, quantity: 6, unit: 'pcs' }] });
    const { items } = (await get('loadable-orders?warehouse=EAST&search=po-cl-')).body;
    const order = items.find(({ order }: { order: string }) => order === 'PO-CL-2');
    expect(order.lines.map(({ line, rest, unit }: Rest) => [line, rest, unit])).toEqual([
      [1, 4, 'pcs'],
      [2, 4, 'pcs'],
    ]);
    expect(items.map(({ order }: { order: string }) => order)).not.toContain('PO-CL-1');
  });

  test.each([
    ['loads?warehouse=EAST&status=received', ['LC-1', 'LC-3'], ['LC-2']],
    ['loads?warehouse=EAST&status=open', ['LC-2'], ['LC-1', 'LC-3']],
    ['loads?warehouse=EAST&search=po-cl-2', ['LC-2'], ['LC-1', 'LC-3']],
    ['loads?warehouse=EAST&search=%25', [], ['LC-1', 'LC-2', 'LC-3']],
    ['loads?warehouse=WEST', [], ['LC-1', 'LC-2', 'LC-3']],
  ])('%s', async (path, found, notFound) => {
    const loads = (await get(path)).body.items.map(({ load }: { load: string }) => load);
    expect(loads).toEqual(expect.arrayContaining(found));
    expect(loads.filter((load: string) => notFound.includes(load))).toEqual([]);
  });

  test('pages follow each other without a gap', async () => {
    const all = (await get('loads?warehouse=EAST')).body.items.map(({ load }: { load: string }) => load);
    const seen: string[] = [];
    for (let before = ''; seen.length < all.length; ) {
      const { body } = await get(`loads?warehouse=EAST&limit=1${before && `&before=${encodeURIComponent(before)}`}`);
      seen.push(body.items[0].load);
      before = body.next ?? '';
    }
    expect(seen).toEqual(all);
  });

  test('another warehouse’s loads are not for everybody, and one that is not there is not found', async () => {
    const ada = await atConsole(app(), 'A-3001');
    const person = { name: 'Walt', roles: { WEST: 'supervisor' }, password: 'only the west' };
    await ada.make('/api/admin/people/CL-9', person);
    const west = await signInAtConsole(app(), 'CL-9', person.password);
    const asked = ['loads?warehouse=WEST', 'loads?warehouse=EAST', 'loads/LC-1', 'loadable-orders?warehouse=EAST'];
    const answers = await Promise.all([...asked, 'loads/NO-SUCH'].map((path) => get(path, west)));
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 403, 403, 404]);
  });
});

interface Rest {
  readonly line: number;
  readonly rest: number;
  readonly unit: string;
}
