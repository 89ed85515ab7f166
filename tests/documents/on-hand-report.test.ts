import { beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { changeSettings, chooseChannel } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { noticeMessage } from '../support/notices.ts';
import { haveItems, haveOrders, haveSourceSystem, keyOf } from '../support/orders.ts';
import { published, whenPublished } from '../support/published.ts';

const erp = 'demo-erp-key';
const reports = '/api/erp/on-hand-reports';

interface Line {
  readonly item: string;
  readonly warehouse: string;
  readonly location?: string;
  readonly lot?: string | null;
  readonly onHand: number;
  readonly reportedToErp: number;
}

onBothDatabases('reports of what is on hand', (app) => {
  let device: Device;
  let run = 0;
  beforeAll(async () => {
    device = await Device.signIn(app(), 'S-2001');
  });

  /** Twenty of a lot received, three found on top, four more of another lot registered only, and all put away. */
  async function stock() {
    run += 1;
    const [item, order] = [`OHR-${run}`, `PO-OHR-${run}`];
    // Two places that nobody has used, in any bay of aisle B.
    const level = `B-${String((run % 12) + 1).padStart(2, '0')}-0${Math.floor(run / 12) + 1}`;
    const [place, other] = [`${level}-1`, `${level}-2`];
    await haveItems(app(), [{ number: item, lot: true, decimals: 2 }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 30 }] }]);
    const scan = { order, line: 1, item, unit: 'pcs', location: 'DOCK-01' };
    const first = await device.do('receiving.register', { ...scan, quantity: 20, lot: 'L1' });
    await device.do('receiving.complete', { order, acceptDifferences: true });
    const { licensePlate } = first.result;
    const found = { location: 'DOCK-01', item, licensePlate, lot: 'L1', quantity: 0.25, unit: 'pcs', reason: 'found' };
    expect((await device.do('inventory.adjust', found)).outcome).toBe('applied');
    const second = await device.do('receiving.register', { ...scan, quantity: 4, lot: 'L2' });
    for (const [plate, to] of [
      [licensePlate, place],
      [second.result.licensePlate, other],
    ]) {
      const put = await device.do('putaway.put', { licensePlate: plate, to, overrideReason: 'other' });
      expect(put.problem).toBeNull();
    }
    await whenPublished(app());
    return { item, order, scan, place, other };
  }

  async function report(body: object, as = erp) {
    const answer = await app().call('POST', reports, { as, body });
    expect(answer.status).toBe(201);
    return answer.body;
  }

  const linesOf = (body: { lines: Line[] }, item: string) => body.lines.filter((line) => line.item === item);

  test('asked for without a word is one of everything, by item and warehouse', async () => {
    const { status, headers, body } = await app().call('POST', reports, { as: erp });
    expect([status, body.dimensions, body.warehouse]).toEqual([201, ['item', 'warehouse'], null]);
    expect(headers.get('location')).toBe(`${reports}/${body.documentNumber}`);
  });

  test('says what there is by item and warehouse, what of it the ERP was told, and what it is exact at', async () => {
    const { item } = await stock();
    const position = await published(app());
    const body = await report({ name: 'nightly', includeRegisteredAndPicked: true });
    expect(body).toMatchObject({
      documentNumber: expect.stringMatching(/^OH-\d{8}$/),
      version: 1,
      position,
      name: 'nightly',
      warehouse: null,
      dimensions: ['item', 'warehouse'],
      includeRegisteredAndPicked: true,
      quantityChannel: false,
    });
    expect(linesOf(body, item)).toEqual([
      { item, warehouse: 'EAST', unit: 'pcs', onHand: 24.25, allocated: 0, inTransit: 0, reportedToErp: 20.25 },
    ]);
  });

  test('without what is registered and not on a receipt, the ERP was told the same', async () => {
    const { item } = await stock();
    const [line] = linesOf(await report({ includeRegisteredAndPicked: false }), item);
    expect([line?.onHand, line?.reportedToErp]).toEqual([20.25, 20.25]);
    await chooseChannel(app(), 'update-log');
    const { item: other } = await stock();
    await chooseChannel(app(), 'documents');
    const [byLog] = linesOf(await report({ includeRegisteredAndPicked: false }), other);
    expect([byLog?.onHand, byLog?.reportedToErp]).toEqual([20.25, 24.25]);
  });

  test('goods that are registered only have a line in both, so that both can be laid side by side', async () => {
    const item = 'OHR-REGISTERED';
    await haveItems(app(), [{ number: item }]);
    await haveOrders(app(), [{ orderNumber: 'PO-OHR-R', lines: [{ lineNumber: 1, item, quantity: 10 }] }]);
    await device.do('receiving.register', { order: 'PO-OHR-R', item, quantity: 10, unit: 'pcs' });
    await whenPublished(app());
    const shown = { item, warehouse: 'EAST', unit: 'pcs', allocated: 0, inTransit: 0, reportedToErp: 0 };
    expect(linesOf(await report({ includeRegisteredAndPicked: true }), item)).toEqual([{ ...shown, onHand: 10 }]);
    expect(linesOf(await report({ includeRegisteredAndPicked: false }), item)).toEqual([{ ...shown, onHand: 0 }]);
  });

  test('the source system may set what a report counts unless it says so', async () => {
    const { item } = await stock();
    expect(linesOf(await report({}), item)[0]?.onHand).toBe(20.25);
    await changeSettings(app(), { includeRegisteredAndPicked: true });
    expect(linesOf(await report({}), item)[0]?.onHand).toBe(24.25);
    await changeSettings(app(), { includeRegisteredAndPicked: false });
  });

  test('what a notice or a dispatched load is to bring is in transit until it is registered, and has no place', async () => {
    const [item, order] = ['OHR-TRANSIT', 'PO-OHR-T'];
    await haveItems(app(), [{ number: item }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 100 }] }]);
    const transit = async (dimensions: string[] = []) =>
      linesOf(await report({ dimensions, includeRegisteredAndPicked: true }), item);
    expect(await transit()).toEqual([]);
    const load = (quantity: number, more: object) => ({ lines: [{ order, line: 1, quantity, unit: 'pcs' }], ...more });
    await device.do('receiving.create_load', load(30, { load: 'OHR-LOADING' }));
    await device.do('receiving.create_load', load(20, { load: 'OHR-GONE', shippedAt: '2026-01-01T00:00:00Z' }));
    await new Erp(app()).sent(noticeMessage('OHR-ASN', [{ licensePlate: 'OHR-LP', lines: [[order, 1, item, 12]] }]));
    const shown = { item, warehouse: 'EAST', unit: 'pcs', allocated: 0, reportedToErp: 0 };
    expect(await transit()).toEqual([{ ...shown, onHand: 0, inTransit: 32 }]);
    await device.do('receiving.register', { licensePlate: 'OHR-LP' });
    await device.do('receiving.register', { load: 'OHR-GONE', item, quantity: 5, unit: 'pcs' });
    await whenPublished(app());
    expect(await transit()).toEqual([{ ...shown, onHand: 17, inTransit: 15 }]);
    expect(await transit(['location'])).toEqual([
      { ...shown, location: null, onHand: 0, inTransit: 15 },
      { ...shown, location: 'DOCK-01', onHand: 17, inTransit: 0 },
    ]);
    await device.do('receiving.complete', { load: 'OHR-GONE', acceptDifferences: true });
    await whenPublished(app());
    expect(await transit()).toEqual([{ ...shown, onHand: 17, inTransit: 0, reportedToErp: 5 }]);
  });

  test.each<[dimensions: string[], lines: (string | number | null | undefined)[][]]>([
    [
      ['lot'],
      [
        ['L1', undefined, undefined, 20.25],
        ['L2', undefined, undefined, 4],
      ],
    ],
    [
      ['location'],
      [
        [undefined, 'first', undefined, 20.25],
        [undefined, 'second', undefined, 4],
      ],
    ],
    [['inventoryStatus', 'owner'], [[undefined, undefined, 'available', 24.25]]],
    [
      ['item', 'location', 'lot', 'inventoryStatus', 'owner', 'warehouse'],
      [
        ['L1', 'first', 'available', 20.25],
        ['L2', 'second', 'available', 4],
      ],
    ],
  ])('by %j', async (dimensions, lines) => {
    const { item, place, other } = await stock();
    const nameOf = new Map<string | undefined, string>([
      [place, 'first'],
      [other, 'second'],
    ]);
    const body = await report({ dimensions, includeRegisteredAndPicked: true });
    const told = linesOf(body, item) as (Line & { inventoryStatus?: string })[];
    const standing = told.filter((line) => line.onHand !== 0);
    expect(standing.map((line) => [line.lot, nameOf.get(line.location), line.inventoryStatus, line.onHand])).toEqual(
      lines,
    );
    // By location what waits for its receipt counts where it was registered, so only the sum is the same everywhere.
    expect(told.reduce((sum, line) => sum + line.reportedToErp, 0)).toBe(20.25);
  });

  test('a report and the log behind its position are the next report', async () => {
    const { item, scan, other } = await stock();
    const first = await report({ dimensions: ['location', 'lot'], includeRegisteredAndPicked: true });
    await device.do('receiving.register', { ...scan, quantity: 2, lot: 'L1' });
    const adjusted = { location: other, item, lot: 'L2', quantity: -1, unit: 'pcs', reason: 'damaged' };
    await device.do('inventory.adjust', { ...adjusted, licensePlate: await plateAt(other, item) });
    await whenPublished(app());
    const next = await report({ dimensions: ['location', 'lot'], includeRegisteredAndPicked: true });
    const { body } = await app().call('GET', `/api/erp/inventory-update-log?after=${first.position}&limit=1000`, {
      as: erp,
    });
    const sums = new Map<string, number>();
    const add = (row: { item: string; location?: string; lot?: string | null }, quantity: number) => {
      const key = [row.item, row.location, row.lot].join();
      const sum = (sums.get(key) ?? 0) + quantity;
      if (sum === 0) sums.delete(key);
      else sums.set(key, sum);
    };
    for (const line of first.lines as Line[]) add(line, line.onHand);
    for (const row of body.items as (Line & { position: number; quantity: number })[]) {
      if (row.position <= next.position) add(row, row.quantity);
    }
    for (const line of next.lines as Line[]) add(line, -line.onHand);
    expect([...sums]).toEqual([]);
  });

  async function plateAt(location: string, item: string): Promise<string> {
    const { body } = await app().call('GET', `/api/device/stock?location=${location}&warehouse=EAST`, {
      as: device.token,
    });
    return body.items.find((row: { item: string }) => row.item === item).licensePlate;
  }

  test('stays in the feed and can be read by its number', async () => {
    const next = await published(app());
    const made = await report({ warehouse: 'EAST' });
    await whenPublished(app());
    const { items } = (await app().call('GET', `${reports}?after=${next}`, { as: erp })).body;
    const { position, ...whole } = made;
    expect(items).toEqual([
      {
        ...whole,
        position: expect.any(Number),
        active: true,
        supersedes: null,
        postingStatus: 'posted',
        acknowledgement: null,
      },
    ]);
    expect([items[0].exactAtPosition, items[0].position > position]).toEqual([position, true]);
    const one = await app().call('GET', `${reports}/${made.documentNumber}`, { as: erp });
    expect(one.body).toMatchObject({ documentNumber: made.documentNumber, position, lines: made.lines });
  });

  test('with an Idempotency-Key the same report is answered again', async () => {
    const headers = { 'idempotency-key': `report-${app().dialect}` };
    const first = await app().call('POST', reports, { as: erp, body: {}, headers });
    const again = await app().call('POST', reports, { as: erp, body: {}, headers });
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(first.headers.get('location')).toBe(`${reports}/${first.body.documentNumber}`);
  });

  test('has nothing of another source system, and tells that one nothing of itself', async () => {
    await haveSourceSystem(app(), 'OTHER');
    const body = await report({}, keyOf('OTHER'));
    expect(body.lines).toEqual([]);
    expect((await app().call('GET', `${reports}/${body.documentNumber}`, { as: erp })).status).toBe(404);
  });

  describe('is refused', () => {
    test.each<[what: string, body: object, status: number, pointer: string | null]>([
      ['by a dimension that there is none of', { dimensions: ['colour'] }, 422, '/dimensions/0'],
      ['with a member that there is none of', { asOf: '2026-03-02' }, 422, '/asOf'],
      ['with a flag that is none', { includeRegisteredAndPicked: 'yes' }, 422, '/includeRegisteredAndPicked'],
      ['for a warehouse that is not its own', { warehouse: 'NORTH' }, 404, null],
    ])('%s', async (_, body, status, pointer) => {
      const answer = await app().call('POST', reports, { as: erp, body });
      expect(answer.status).toBe(status);
      if (pointer !== null) expect(answer.body.errors[0].pointer).toBe(pointer);
    });

    test("to planning's key", async () => {
      expect((await app().call('POST', reports, { as: 'demo-planning-key', body: {} })).status).toBe(403);
    });
  });
});
