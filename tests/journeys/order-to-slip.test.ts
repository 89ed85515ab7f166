import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('from an outbound order to its packing slip', (app) => {
  const erp = () => new Erp(app());

  async function haveStock(device: Device, item: string, quantity: number, location: string): Promise<void> {
    const result = await device.do('inventory.adjust', { location, item, quantity, unit: 'pcs', reason: 'found' });
    expect(result.outcome, JSON.stringify(result.problem)).toBe('applied');
  }

  async function applied(device: Device, type: string, body: object) {
    const result = await device.do(type, body);
    expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
    return result.result;
  }

  async function feed(name: string, key = 'demo-erp-key') {
    await published(app());
    return (await app().call('GET', name, { as: key })).body.items;
  }

  test('released, claimed, picked, put, confirmed: the slip says what was shipped and stock falls with it', async () => {
    const floor = await Device.signIn(app(), 'W-1001');
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('OUT-1'), shipMessage('o-1', 'SO-1', [[1, 'OUT-1', 10]]));
    await haveStock(office, 'OUT-1', 25, 'A-01-02-1');

    const released = await applied(office, 'waves.release', { orders: ['SO-1'] });
    expect(released.shortages).toEqual([]);
    const [work] = released.work;
    expect(work).toMatchObject({ type: 'pick', order: 'SO-1', lines: [{ location: 'A-01-02-1', quantity: 10 }] });

    const again = await applied(office, 'waves.release', { orders: ['SO-1'] });
    expect(again.work.map((each: { work: string }) => each.work)).toEqual([work.work]);

    const claimed = await applied(floor, 'picking.claim', {});
    expect(claimed.work[0].work).toBe(work.work);
    const pick = { work: work.work, line: 1, location: 'A-01-02-1', item: 'OUT-1', unit: 'pcs' };
    await applied(floor, 'picking.pick', { ...pick, quantity: 4 });
    await applied(floor, 'picking.pick', { ...pick, quantity: 6 });
    expect(await applied(floor, 'picking.put', { work: work.work, location: 'STAGE-01' })).toEqual({
      work: work.work,
      status: 'closed',
    });
    const before = (await app().call('GET', '/api/device/stock?item=OUT-1', { as: floor.token })).body;
    expect(JSON.stringify(before)).toContain('STAGE-01');

    const confirmed = await applied(office, 'shipping.confirm', { order: 'SO-1' });
    expect(confirmed.documents).toHaveLength(1);
    const [slip] = await feed('/api/erp/packing-slips');
    expect(slip).toMatchObject({
      documentNumber: confirmed.documents[0].documentNumber,
      version: 1,
      active: true,
      shipment: work.shipment,
      quantityChannel: true,
      lines: [{ orderNumber: 'SO-1', lineNumber: 1, orderedQuantity: 10, shippedQuantity: 10, remainingQuantity: 0 }],
    });
    const deltas = await feed('/api/planning/inventory-deltas', 'demo-planning-key');
    const own = deltas.filter((delta: { item: string }) => delta.item === 'OUT-1');
    expect(own.map((delta: { quantity: number; reason: string }) => [delta.quantity, delta.reason])).toEqual([
      [25, 'adjust'],
      [-6, 'ship'],
      [-4, 'ship'],
    ]);
    expect(own.at(-1)).toMatchObject({
      onHandAfter: 15,
      coveredBy: { kind: 'packing-slip', documentNumber: slip.documentNumber, state: 'reported' },
    });
    expect(await erp().order('SO-1')).toMatchObject({ status: 'closed', shipmentStatus: 'shipped' });
  });

  test('8 of 10 go, the rest is split off; reversed and confirmed again the ERP has booked each unit once', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('OUT-7'), shipMessage('o-7', 'SO-7', [[1, 'OUT-7', 10]]));
    await haveStock(office, 'OUT-7', 10, 'A-01-03-1');
    const [work] = (await applied(office, 'waves.release', { orders: ['SO-7'] })).work;
    const pick = { work: work.work, line: 1, location: 'A-01-03-1', item: 'OUT-7', unit: 'pcs' };
    await applied(office, 'picking.pick', { ...pick, quantity: 8 });
    const early = await office.do('shipping.confirm', { shipment: work.shipment, remainder: 'split' });
    expect([early.outcome, early.problem.code]).toEqual(['refused', 'shipping.goods_in_hand']);
    await applied(office, 'picking.put', { work: work.work, location: 'STAGE-01' });
    const undecided = await office.do('shipping.confirm', { shipment: work.shipment });
    expect(undecided.problem.code).toBe('shipping.work_open');

    const first = await applied(office, 'shipping.confirm', { shipment: work.shipment, remainder: 'split' });
    const [{ documentNumber }] = first.documents;
    expect(await booked()).toEqual([[documentNumber, 1, true, 8, 2]]);

    const undone = { documentNumber, reason: 'truck did not leave' };
    expect(await applied(office, 'shipping.reverse_confirmation', undone)).toEqual({
      documents: [{ documentNumber, version: 1 }],
    });
    expect((await booked()).at(-1)).toEqual([documentNumber, 1, false, 8, 2]);
    expect(await stockOf('OUT-7')).toBe(10);

    await applied(office, 'shipping.confirm', { shipment: work.shipment, remainder: 'split' });
    expect((await booked()).at(-1)).toEqual([documentNumber, 2, true, 8, 2]);

    const [rest] = first.split;
    await applied(office, 'picking.pick', { ...pick, quantity: 2 });
    await applied(office, 'picking.put', { work: work.work, location: 'STAGE-01' });
    const second = await applied(office, 'shipping.confirm', { shipment: rest.shipment });
    expect((await booked()).at(-1)).toEqual([second.documents[0].documentNumber, 1, true, 2, 0]);
    expect(await stockOf('OUT-7')).toBe(0);
    expect(await erp().order('SO-7')).toMatchObject({ status: 'closed', shipmentStatus: 'shipped' });

    async function booked() {
      const slips = (await feed('/api/erp/packing-slips')).filter(
        (slip: { lines: { orderNumber: string }[] }) => slip.lines[0]?.orderNumber === 'SO-7',
      );
      return slips.map((slip: Slip) => [
        slip.documentNumber,
        slip.version,
        slip.active,
        slip.lines[0]?.shippedQuantity,
        slip.lines[0]?.remainingQuantity,
      ]);
    }
  });

  test('packed into cartons, loaded and confirmed by load; what belongs on another truck is refused', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(
      itemMessage('OUT-8'),
      shipMessage('o-8', 'SO-8', [[1, 'OUT-8', 6]]),
      shipMessage('o-9', 'SO-9', [[1, 'OUT-8', 2]]),
    );
    await haveStock(office, 'OUT-8', 8, 'A-01-04-1');
    const works = [];
    for (const order of ['SO-8', 'SO-9'])
      works.push(...(await applied(office, 'waves.release', { orders: [order] })).work);
    for (const { work, lines } of works) {
      const pick = { work, line: 1, location: 'A-01-04-1', item: 'OUT-8', unit: 'pcs' };
      await applied(office, 'picking.pick', { ...pick, quantity: lines[0].quantity });
      await applied(office, 'picking.put', { work, location: 'PACK-01' });
    }
    const [{ shipment, load }, other] = works;
    const opened = office.command('packing.open_carton', { shipment, cartonType: 'BOX-M' });
    const [{ result: carton }] = await office.send(opened);
    const contents = { carton: `command:${opened.id}`, item: 'OUT-8', unit: 'pcs' };
    expect((await office.do('packing.close_carton', { carton: carton.carton })).problem.code).toBe(
      'packing.carton_empty',
    );
    expect((await office.do('packing.pack', { ...contents, quantity: 7 })).problem.code).toBe('packing.too_much');
    await applied(office, 'packing.pack', { ...contents, quantity: 6 });
    await applied(office, 'packing.unpack', { ...contents, quantity: 1 });
    await applied(office, 'packing.pack', { ...contents, quantity: 1 });
    expect((await office.do('shipping.confirm', { shipment })).problem.code).toBe('shipping.carton_open');
    await applied(office, 'packing.close_carton', { carton: carton.carton, weight: 4.25, trackingNumber: 'TR-1' });
    expect((await office.do('packing.close_carton', { carton: carton.carton })).problem.code).toBe(
      'packing.carton_closed',
    );

    expect((await office.do('shipping.confirm', { load })).problem.code).toBe('shipping.not_loaded');
    const foreign = await office.do('shipping.load', { load: other.load, carton: carton.carton });
    expect(foreign.problem.code).toBe('shipping.foreign_unit');
    expect(await applied(office, 'shipping.load', { load, carton: carton.carton })).toEqual({ loaded: 1, expected: 1 });
    const twice = await office.do('shipping.load', { load, carton: carton.carton });
    expect(twice.problem.code).toBe('shipping.already_loaded');
    await applied(office, 'shipping.unload', { load, carton: carton.carton });
    await applied(office, 'shipping.load', { load, carton: carton.carton });
    const { documents } = await applied(office, 'shipping.confirm', { load });
    const slip = (await feed('/api/erp/packing-slips')).find(
      (one: { documentNumber: string }) => one.documentNumber === documents[0].documentNumber,
    );
    expect(slip.containers).toEqual([
      { sscc: carton.carton, type: 'BOX-M', weight: 4.25, weightUnit: 'kg', trackingNumber: 'TR-1' },
    ]);
  });

  async function stockOf(item: string): Promise<number> {
    const deltas = await feed('/api/planning/inventory-deltas?limit=1000', 'demo-planning-key');
    return deltas.filter((delta: { item: string }) => delta.item === item).at(-1)?.onHandAfter ?? 0;
  }
});

interface Slip {
  readonly documentNumber: string;
  readonly version: number;
  readonly active: boolean;
  readonly lines: readonly { readonly shippedQuantity: number; readonly remainingQuantity: number }[];
}
