import { expect, test, vi } from 'vitest';
import { Follower } from '../../api/demo/erp/follow.ts';
import { WarehouseHttp } from '../../api/demo/erp/http.ts';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { BookingErp } from '../support/booking-erp.ts';
import { signInAtConsole } from '../support/console.ts';
import { Device } from '../support/device.ts';
import { Erp, type LineOf, orderMessage, shipMessage } from '../support/erp.ts';
import { haveItems, haveOrders, haveSourceSystem } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

const erp = 'demo-erp-key';

onBothDatabases('why the ERP says one number and the warehouse another', (app) => {
  test('every change that is not told, not confirmed or rejected is a line, and with what is confirmed they are what is on hand', async () => {
    await haveItems(app(), [{ number: 'REC-1', unitCost: 1 }]);
    await haveOrders(app(), [
      { orderNumber: 'PO-REC-1', lines: [{ lineNumber: 1, item: 'REC-1', quantity: 10 }] },
      { orderNumber: 'PO-REC-2', lines: [{ lineNumber: 1, item: 'REC-1', quantity: 4 }] },
    ]);
    const device = await Device.signIn(app(), 'S-2001');
    expect(await asked(app(), 'REC-1', '&erpQuantity=0')).toMatchObject({
      ...{ onHand: 0, reportedToErp: 0, confirmed: 0, lines: [], erp: { verdict: 'equal', difference: 0 } },
    });

    const goods = { item: 'REC-1', unit: 'pcs', location: 'DOCK-01' };
    const { result } = await device.do('receiving.register', { ...goods, order: 'PO-REC-1', line: 1, quantity: 10 });
    const { licensePlate } = result;
    const found = await device.do('inventory.adjust', { ...goods, licensePlate, quantity: -1, reason: 'damaged' });
    const journal: string = found.result.journal;
    await whenPublished(app());
    const told = await asked(app(), 'REC-1', '&erpQuantity=11');
    expect(told).toMatchObject({ onHand: 9, reportedToErp: -1, confirmed: 0 });
    expect(told.lines.map(brief)).toEqual([
      ['not-confirmed', -1, 'counting-journal', journal],
      ['not-told', 10, 'shipment-receipt', null],
    ]);
    expect(told.lines[1]).toMatchObject({ order: 'PO-REC-1', location: 'DOCK-01', licensePlate, by: 'S-2001' });
    expect(told.erp).toEqual({ quantity: 11, difference: -2, verdict: 'unexplained', unexplained: 11 });
    expect((await asked(app(), 'REC-1', '&erpQuantity=-1')).erp.verdict).toBe('reported');

    const completed = await device.do('receiving.complete', { order: 'PO-REC-1' });
    const receipt: string = completed.result.documents[0].documentNumber;
    await acknowledge(app(), `counting-journals/${journal}`, { result: 'rejected', reason: 'the period is closed' });
    await whenPublished(app());
    const after = await asked(app(), 'REC-1', '&erpQuantity=10');
    expect(after).toMatchObject({ onHand: 9, reportedToErp: 9, confirmed: 0, erp: { verdict: 'partly' } });
    expect(after.lines.map(({ inErp }: Line) => inErp)).toEqual([true, false]);
    expect(after.lines.map(brief)).toEqual([
      ['not-confirmed', 10, 'shipment-receipt', receipt],
      ['rejected', -1, 'counting-journal', journal],
    ]);
    expect(after.lines[1].said).toBe('the period is closed');

    await acknowledge(app(), `shipment-receipts/${receipt}`, { result: 'posted' });
    const posted = await asked(app(), 'REC-1', '&erpQuantity=10');
    expect(posted).toMatchObject({
      onHand: 9,
      confirmed: 10,
      erp: { verdict: 'confirmed', difference: -1, unexplained: 0 },
    });
    await acknowledge(app(), `counting-journals/${journal}`, { result: 'posted' });
    const suspected = async (erpQuantity: number) => {
      const { erp: compared, hints } = await asked(app(), 'REC-1', `&erpQuantity=${erpQuantity}`);
      return [compared.verdict, compared.unexplained, ...hints.map(suspect)];
    };
    expect(await suspected(19)).toEqual(['unexplained', 10, `booked-twice ${receipt} 10`]);
    expect(await suspected(-1)).toEqual(['unexplained', -10, `not-booked ${receipt} 10`]);
    expect(await suspected(10)).toEqual(['unexplained', 1, `not-booked ${journal} -1`]);
    expect(await suspected(12)).toEqual(['unexplained', 3]);
    expect(await asked(app(), 'REC-1', '&erpQuantity=9')).toMatchObject({
      confirmed: 9,
      lines: [],
      erp: { verdict: 'equal' },
    });

    const undone = device.command('receiving.register', { ...goods, order: 'PO-REC-2', line: 1, quantity: 4 });
    await device.send(undone, device.command('receiving.undo_registration', { registration: `command:${undone.id}` }));
    await whenPublished(app());
    expect((await asked(app(), 'REC-1', '')).lines).toEqual([]);
  });

  test('a receipt that was taken back is pointed at until its ERP says that it took it out again', async () => {
    await haveItems(app(), [{ number: 'REC-2' }]);
    await haveOrders(app(), [{ orderNumber: 'PO-REC-3', lines: [{ lineNumber: 1, item: 'REC-2', quantity: 5 }] }]);
    const device = await Device.signIn(app(), 'S-2001');
    const goods = { item: 'REC-2', unit: 'pcs', location: 'DOCK-01' };
    await device.do('receiving.register', { ...goods, order: 'PO-REC-3', line: 1, quantity: 5 });
    const { result } = await device.do('receiving.complete', { order: 'PO-REC-3' });
    const [{ documentNumber }] = result.documents;
    await acknowledge(app(), `shipment-receipts/${documentNumber}`, { result: 'posted' });
    await device.do('receiving.reverse_completion', { documentNumber, reason: 'other' });
    await whenPublished(app());
    const back = await asked(app(), 'REC-2', '&erpQuantity=5');
    expect(back).toMatchObject({ onHand: 5, reportedToErp: 0, confirmed: 0 });
    expect(back.lines.map(brief)).toEqual([['not-told', 5, 'shipment-receipt', null]]);
    expect(back.hints).toMatchObject([{ kind: 'reversed', quantity: -5, documentNumber, version: 1 }]);
    await device.do('receiving.complete', { order: 'PO-REC-3' });
    await whenPublished(app());
    const again = await asked(app(), 'REC-2', '&erpQuantity=10');
    expect(again.hints.map(suspect)).toEqual([`reversed ${documentNumber} -5`, `booked-twice ${documentNumber} 5`]);
    // A newer version replaces the older one: whoever says that it booked this one has nothing of that any more.
    await acknowledge(app(), `shipment-receipts/${documentNumber}`, { result: 'posted' }, 2);
    expect(await asked(app(), 'REC-2', '')).toMatchObject({ confirmed: 5, hints: [] });
    await device.do('receiving.reverse_completion', { documentNumber, reason: 'other' });
  });

  test('goods of another warehouse are no difference, and goods that are blocked are told of beside', async () => {
    await haveItems(app(), [{ number: 'REC-3' }]);
    const device = await Device.signIn(app(), 'S-2001');
    const found = { item: 'REC-3', unit: 'pcs', reason: 'found' };
    const here = await device.do('inventory.adjust', { ...found, location: 'A-01-02-1', quantity: 6 });
    await device.do('inventory.adjust', { ...found, location: 'DOCK-01', quantity: 3 }, { warehouse: 'WEST' });
    const goods = { item: 'REC-3', quantity: 2, unit: 'pcs' };
    await device.do('inventory.change_status', { ...goods, location: 'A-01-02-1', to: 'blocked', reason: 'damaged' });
    await whenPublished(app());
    const told = await asked(app(), 'REC-3', '&erpQuantity=12');
    expect(told.lines.map(brief)).toEqual([['not-confirmed', 6, 'counting-journal', here.result.journal]]);
    expect(told).toMatchObject({ onHand: 6, reportedToErp: 6, erp: { verdict: 'unexplained', difference: -6 } });
    expect(told.byStatus).toEqual([
      { inventoryStatus: 'available', onHand: 4 },
      { inventoryStatus: 'blocked', onHand: 2 },
    ]);
    expect(told.hints.map(suspect)).toEqual([`booked-twice ${here.result.journal} 6`]);
    expect((await asked(app(), 'REC-3', '', 'WEST')).onHand).toBe(3);
  });

  test('goods of two owners of one source system are told of and booked together, and add up after each step', async () => {
    const ada = await atConsole(app(), 'A-3001');
    await ada.edit('/api/admin/source-systems/DEMO', { owners: ['DEMO', 'PARTNER'] });
    await haveSourceSystem(app(), 'OTHER');
    await haveItems(app(), [{ number: 'REC-4', unitCost: 1 }]);
    await haveItems(app(), [{ number: 'REC-4', unitCost: 1 }], 'OTHER');
    const lines: LineOf[] = [
      [1, 'REC-4', 10],
      [2, 'REC-4', 6, { owner: 'PARTNER' }],
    ];
    await new Erp(app()).sent(orderMessage('m-rec-4', 'PO-REC-4', lines));
    await new Erp(app()).sent(shipMessage('m-so-rec-4', 'SO-REC-4', [[1, 'REC-4', 2, { owner: 'PARTNER' }]]));
    const device = await Device.signIn(app(), 'S-2001');
    const booking = new BookingErp(app());
    const steps: [onHand: number, reported: number, booked: number, verdict: string][] = [];
    const done = async (type: string, body: object) => {
      const { outcome, result, problem } = await device.do(type, body);
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      await whenPublished(app());
      await booking.poll();
      const booked = booking.bookedOf('REC-4');
      const told = await asked(app(), 'REC-4', `&erpQuantity=${booked}`);
      steps.push([told.onHand, told.reportedToErp, booked, told.erp.verdict]);
      return result;
    };
    const goods = { item: 'REC-4', unit: 'pcs', sourceSystem: 'DEMO' };
    const order = { ...goods, order: 'PO-REC-4', location: 'DOCK-01' };
    await done('receiving.register', { ...order, line: 1, quantity: 10 });
    const { licensePlate } = await done('receiving.register', { ...order, line: 2, quantity: 6 });
    const partner = { ...goods, location: 'DOCK-01', licensePlate };
    await done('inventory.adjust', { ...partner, quantity: -1, reason: 'damaged' });
    await done('receiving.complete', { order: 'PO-REC-4' });
    await done('inventory.adjust', { ...partner, quantity: 2, reason: 'found' });
    await done('inventory.adjust', {
      ...goods,
      sourceSystem: 'OTHER',
      location: 'B-10-02-1',
      quantity: 50,
      reason: 'found',
    });
    await done('putaway.put', { licensePlate, to: 'A-10-03-2' });
    const { work } = await done('waves.release', { orders: ['SO-REC-4'] });
    const pick = { ...goods, work: work[0].work, line: 1, location: 'A-10-03-2', licensePlate, quantity: 2 };
    await done('picking.pick', pick);
    await done('picking.put', { work: work[0].work, location: 'STAGE-01' });
    await done('shipping.confirm', { order: 'SO-REC-4' });
    expect(steps).toEqual([
      [10, 0, 0, 'confirmed'],
      [16, 0, 0, 'confirmed'],
      [15, -1, -1, 'reported'],
      [15, 15, 15, 'equal'],
      [17, 17, 17, 'equal'],
      [17, 17, 17, 'equal'],
      [17, 17, 17, 'equal'],
      [17, 17, 17, 'equal'],
      [17, 17, 17, 'equal'],
      [17, 17, 17, 'equal'],
      [15, 15, 15, 'equal'],
    ]);
    const { items } = (await app().call('GET', '/api/device/stock?item=REC-4', { as: device.token })).body;
    const owned = items.map((row: { owner: string; onHand: number }) => `${row.owner} ${row.onHand}`);
    expect(owned.sort()).toEqual(['DEMO 10', 'OTHER 50', 'PARTNER 5']);
  });

  test('the ERP of the demo compares its own items, whoever else has some of the same number', async () => {
    class OverApp extends WarehouseHttp {
      override get = <T>(path: string, as: string) => answerOf<T>('GET', path, { as });
      override post = <T>(path: string, as: string, body: unknown) => answerOf<T>('POST', path, { as, body });
    }
    const answerOf = async <T>(method: string, path: string, call: object): Promise<T> =>
      (await app().call(method, path, call)).body;
    const follower = new Follower(new OverApp(''), { erp, planning: 'demo-planning-key' });
    const log = vi.spyOn(console, 'log').mockReturnValue(undefined);
    await follower.catchUp();
    await follower.compare();
    const differing = log.mock.calls.flat().filter((line: string) => /^ {2}REC-/.test(line));
    log.mockRestore();
    // What another test has registered and not reported yet.
    expect(differing).toEqual([expect.stringMatching(/REC-2 .* not yet reported$/)]);
  });

  test('people see the same, and which items are not told in full', async () => {
    const supervisor = await signInAtConsole(app(), 'S-2001');
    const worker = await signInAtConsole(app(), 'W-1001');
    // What the test before has acknowledged moves the position that the answers name.
    await whenPublished(app());
    const path = '/api/console/reconciliation?warehouse=EAST&item=REC-2';
    const { body } = await app().call('GET', path, { as: supervisor });
    expect(body.items).toEqual([await asked(app(), 'REC-2', '')]);
    const list = await app().call('GET', '/api/console/not-told?warehouse=EAST', { as: supervisor });
    expect(list.body.items).toContainEqual(
      expect.objectContaining({ item: 'REC-2', onHand: 5, reportedToErp: 0, notTold: 5 }),
    );
    for (const each of [path, '/api/console/not-told?warehouse=EAST']) {
      expect((await app().call('GET', each, { as: worker })).status).toBe(403);
    }
  });

  test.each<[query: string, status: number]>([
    ['item=NOBODY&warehouse=EAST', 404],
    ['item=REC-1&warehouse=NOWHERE', 404],
    ['item=REC-1', 422],
    ['item=REC-1&warehouse=EAST&erpQuantity=many', 422],
    ['item=REC-1&warehouse=EAST&erpQuantity=1.5', 422],
  ])('?%s is answered %i', async (query, status) => {
    const answer = await app().call('GET', `/api/erp/reconciliation?${query}`, { as: erp });
    expect(answer.status).toBe(status);
    // The words have their numbers in them.
    for (const { detail } of answer.body.errors) expect(detail).not.toMatch(/[{}]/);
  });
});

const suspect = ({ kind, documentNumber, quantity }: Line) => `${kind} ${documentNumber} ${quantity}`;

interface Line {
  readonly inErp: boolean | null;
  readonly kind: string;
  readonly quantity: number;
  readonly documentKind: string;
  readonly documentNumber: string | null;
}

const brief = ({ kind, quantity, documentKind, documentNumber }: Line) => [
  kind,
  quantity,
  documentKind,
  documentNumber,
];

/** What the source system is told; its parts add up, whatever they are. */
async function asked(app: TestApp, item: string, more: string, warehouse = 'EAST') {
  const path = `/api/erp/reconciliation?warehouse=${warehouse}&item=${item}${more}`;
  const { status, body } = await app.call('GET', path, { as: erp });
  expect(status).toBe(200);
  const lines: readonly Line[] = body.lines;
  const sum = (of: readonly Line[]) => of.reduce((total, { quantity }) => total + quantity, 0);
  expect(body.confirmed + sum(lines)).toBe(body.onHand);
  expect(body.onHand - sum(lines.filter(({ kind }) => kind === 'not-told'))).toBe(body.reportedToErp);
  const difference = sum(lines.filter(({ inErp }) => inErp !== true)) - (body.erp?.unexplained ?? 0);
  if (body.erp) expect(difference).toBe(body.erp.difference);
  return body;
}

async function acknowledge(app: TestApp, document: string, body: object, version = 1): Promise<void> {
  const path = `/api/erp/${document}/versions/${version}/acknowledgement`;
  expect((await app.call('POST', path, { as: erp, body })).status).toBe(200);
}
