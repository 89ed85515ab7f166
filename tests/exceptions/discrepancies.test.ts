import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp } from '../support/erp.ts';
import { noticeMessage } from '../support/notices.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

onBothDatabases('a discrepancy', (app) => {
  async function events(): Promise<{ type: string; subject: string; data: Record<string, unknown> }[]> {
    await published(app());
    const { body } = await app().call('GET', '/api/erp/events?limit=1000', { as: 'demo-erp-key' });
    return body.items.map(({ event }: { event: object }) => event);
  }

  async function reported(extra: object = {}) {
    const worker = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'DAMAGED' }]);
    await haveOrders(app(), [{ orderNumber: 'PO-DAMAGED', lines: [{ lineNumber: 1, item: 'DAMAGED', quantity: 10 }] }]);
    const body = { class: 'damage', order: 'PO-DAMAGED', line: 1, item: 'DAMAGED', note: 'wet corner', ...extra };
    return { worker, result: await worker.do('exceptions.report_discrepancy', body) };
  }

  test('reported on the floor waits at the desk for its class, and the ERP hears of it', async () => {
    const photos = ['0198f6c2-0000-7000-8000-000000000001'];
    const { result } = await reported({ photos, quantity: 2, unit: 'pcs' });
    expect(result).toMatchObject({ outcome: 'applied', problem: null });
    const supervisor = await Device.signIn(app(), 'S-2001');
    const { body } = await app().call('GET', '/api/console/decisions?warehouse=EAST', { as: supervisor.token });
    const row = body.items.find((item: { exception: string }) => item.exception === result.result.exception);
    expect(row).toMatchObject({
      kind: 'discrepancy',
      class: 'damage',
      responsible: 'quality',
      details: { order: 'PO-DAMAGED', line: 1, quantity: 2, unit: 'pcs', note: 'wet corner', photos },
      problem: { code: 'discrepancy.damage' },
    });
    const heard = (await events()).find(({ subject }) => subject === result.result.exception);
    expect(heard).toMatchObject({ type: 'app.tallyman.discrepancy.opened.v1', data: { class: 'damage', photos } });
  });

  test('is given another class and desk by a supervisor, which is audited', async () => {
    const { result } = await reported();
    const supervisor = await Device.signIn(app(), 'S-2001');
    const { exception } = result.result;
    const assigned = await supervisor.do('exceptions.assign', {
      exception,
      class: 'wrong-goods',
      responsible: 'purchasing',
      reason: 'not our item',
    });
    expect(assigned.result).toEqual({ exception, class: 'wrong-goods', responsible: 'purchasing' });
    await published(app());
    const rows = await app()
      .services.store.read.k.selectFrom('audit')
      .select(['before_json', 'after_json'])
      .where('subject', '=', exception)
      .execute();
    expect(rows.map((row) => [JSON.parse(row.before_json ?? ''), JSON.parse(row.after_json ?? '')])).toEqual([
      [
        { class: 'damage', responsible: 'quality' },
        { class: 'wrong-goods', responsible: 'purchasing', reason: 'not our item' },
      ],
    ]);
  });

  test('is settled by somebody else than who reported it, and the ERP hears how', async () => {
    const { worker, result } = await reported();
    const { exception } = result.result;
    const settle = { exception, action: 'claim', reason: 'supplier pays' };
    expect(await worker.do('exceptions.resolve', settle)).toMatchObject({ problem: { code: 'auth.permit_missing' } });
    const supervisor = await Device.signIn(app(), 'S-2001');
    expect(await supervisor.do('exceptions.resolve', settle)).toMatchObject({ outcome: 'applied' });
    const heard = (await events()).find(({ subject, type }) => subject === exception && type.includes('resolved'));
    expect(heard?.data).toMatchObject({ action: 'claim', reason: 'supplier pays' });
    expect(await supervisor.do('exceptions.assign', { exception, class: 'other', reason: 'late' })).toMatchObject({
      outcome: 'refused',
      problem: { code: 'exceptions.already_resolved' },
    });
  });

  test.each([
    ['nothing is named', { order: undefined, line: undefined, item: undefined }, 'exceptions.subject_missing'],
    ['an order that nobody sent', { order: 'PO-NONE' }, 'exceptions.order_unknown'],
    ['a load that nobody made', { load: 'LD-NONE' }, 'exceptions.load_unknown'],
    ['an item that nobody sent', { item: 'NONE' }, 'exceptions.item_unknown'],
    ['a plate that nobody used', { licensePlate: '340099990000000999' }, 'exceptions.plate_unknown'],
    ['a location that is not there', { location: 'NOWHERE' }, 'exceptions.location_unknown'],
  ])('is refused when it is about %s', async (_name, extra, code) => {
    const { result } = await reported(extra);
    expect(result).toMatchObject({ outcome: 'refused', problem: { code } });
  });

  test('is recorded where a load is closed that did not bring what was announced', async () => {
    const worker = await Device.signIn(app(), 'W-1001');
    await haveItems(app(), [{ number: 'SHORT-1' }, { number: 'SHORT-2' }]);
    const lines = ['SHORT-1', 'SHORT-2'].map((item, index) => ({ lineNumber: index + 1, item, quantity: 10 }));
    await haveOrders(app(), [{ orderNumber: 'PO-SHORT', lines }]);
    const plate = {
      licensePlate: 'LP-SHORT',
      lines: [['PO-SHORT', 1, 'SHORT-1', 6] as const, ['PO-SHORT', 2, 'SHORT-2', 4] as const],
    };
    await new Erp(app()).sent(noticeMessage('ASN-SHORT', [plate]));
    const came = { load: 'ASN-SHORT', order: 'PO-SHORT', licensePlate: 'LP-SHORT', unit: 'pcs' };
    await worker.do('receiving.register', { ...came, line: 1, item: 'SHORT-1', quantity: 6 });
    await worker.do('receiving.register', { ...came, line: 2, item: 'SHORT-2', quantity: 3 });
    const completed = await worker.do('receiving.complete', { load: 'ASN-SHORT', acceptDifferences: true });
    const supervisor = await Device.signIn(app(), 'S-2001');
    const { body } = await app().call('GET', '/api/console/decisions?warehouse=EAST', { as: supervisor.token });
    expect(
      body.items.find((item: { exception: string }) => item.exception === `${completed.id}.discrepancy`),
    ).toMatchObject({
      class: 'shortage',
      responsible: 'purchasing',
      details: {
        load: 'ASN-SHORT',
        lines: [{ order: 'PO-SHORT', line: 2, item: 'SHORT-2', expected: 4, registered: 3, unit: 'pcs' }],
      },
    });
  });

  test('does not look like a command that waits behind another', async () => {
    const { worker, result } = await reported();
    const supervisor = await Device.signIn(app(), 'S-2001');
    const { body } = await app().call('GET', '/api/console/decisions?warehouse=EAST', { as: supervisor.token });
    const row = body.items.find((item: { exception: string }) => item.exception === result.result.exception);
    expect([row.waiting, row.command.operator]).toEqual([0, 'W-1001']);
    expect(worker.id).not.toBe(supervisor.id);
  });
});
