import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published, whenPublished } from '../support/published.ts';

interface Work {
  readonly work: string;
  readonly order: string;
  readonly shipment: string;
  readonly lines: readonly { readonly line: number; readonly location: string; readonly item: string }[];
}

/** Whoever picks in a zone walks no further than that; what of an order lies in others somebody else brings. */
onBothDatabases('picking zone by zone', (app) => {
  let office: Device;
  let inA: Device;
  const places = ['A-05-02-1', 'B-05-02-1', 'A-06-02-1'] as const;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    inA = await Device.signIn(app(), 'W-1001');
  });

  async function did(device: Device, type: string, body: object) {
    const { outcome, problem, result } = await device.do(type, body);
    expect([type, body, outcome, problem]).toEqual([type, body, 'applied', null]);
    return result;
  }

  /** An order with a line of five in zone A, one in zone B, and another in zone A, released without a word of zones. */
  async function released(order: string): Promise<Work[]> {
    const items = places.map((_, index) => `${order}-${index + 1}`);
    const lines = items.map((item, index) => [index + 1, item, 5] as const);
    await new Erp(app()).sent(...items.map((item) => itemMessage(item)), shipMessage(order, order, lines));
    for (const [index, location] of places.entries()) {
      await did(office, 'inventory.adjust', {
        ...{ item: items[index], location, quantity: 5, unit: 'pcs', reason: 'found' },
      });
    }
    return (await did(office, 'waves.release', { orders: [order] })).work;
  }

  const claimed = async (device: Device, body: object): Promise<Work[]> =>
    (await did(device, 'picking.claim', body)).work;
  const stops = (works: readonly Work[]) => works.flatMap(({ lines }) => lines.map(({ location }) => location));

  async function pickAll(device: Device, { work, lines }: Work): Promise<void> {
    for (const { line, location, item } of lines) {
      await did(device, 'picking.pick', { work, line, location, item, quantity: 5, unit: 'pcs' });
    }
    expect(await did(device, 'picking.put', { work, location: 'STAGE-01' })).toEqual({ work, status: 'closed' });
  }

  test('each gets what lies in the zone, and the order leaves with all of it', async () => {
    expect(stops(await released('ZN-SO-1'))).toEqual(['A-05-02-1', 'A-06-02-1', 'B-05-02-1']);
    const before = await published(app());
    const [ofB] = await claimed(office, { zone: 'B' });
    expect(stops(ofB ? [ofB] : [])).toEqual(['B-05-02-1']);
    await whenPublished(app());
    const news = `/api/device/changes?after=${before}&warehouse=EAST&limit=1000`;
    const { items } = (await app().call('GET', news, { as: inA.token })).body;
    const told = items.filter(({ kind }: { kind: string }) => kind === 'shipment').at(-1);
    expect(told).toMatchObject({
      key: ofB?.shipment,
      value: { openWork: 2, works: [expect.any(String), expect.any(String)] },
    });
    const [ofA] = await claimed(inA, { zone: 'A' });
    expect(stops(ofA ? [ofA] : [])).toEqual(['A-05-02-1', 'A-06-02-1']);
    expect((await inA.do('picking.claim', { zone: 'B' })).problem.code).toBe('picking.nothing_to_do');
    expect(await wrongIn(app())).toEqual([]);
    await pickAll(inA, ofA as Work);
    expect((await office.do('shipping.confirm', { order: 'ZN-SO-1' })).problem.code).toBe('shipping.work_open');
    await pickAll(office, ofB as Work);
    await did(office, 'shipping.confirm', { order: 'ZN-SO-1' });
    expect(await new Erp(app()).order('ZN-SO-1')).toMatchObject({ status: 'closed', shipmentStatus: 'shipped' });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('who goes through both zones with one tote puts all of it down at one place', async () => {
    await released('ZN-SO-TOTE');
    const works = [...(await claimed(inA, { zone: 'A' })), ...(await claimed(inA, { zone: 'B' }))];
    for (const { work, lines } of works) {
      for (const { line, location, item } of lines) {
        const stop = { work, line, location, item, quantity: 5, unit: 'pcs' };
        await did(inA, 'picking.pick', { ...stop, toLicensePlate: 'ZN-TOTE' });
      }
    }
    const [one, other] = works.map(({ work }) => work);
    await did(inA, 'picking.put', { work: one, location: 'STAGE-01' });
    const apart = await inA.do('picking.put', { work: other, location: 'STAGE-02' });
    expect([apart.problem?.code, apart.problem?.params]).toEqual([
      'picking.tote_stands',
      { licensePlate: 'ZN-TOTE', location: 'STAGE-01' },
    ]);
    await did(inA, 'picking.put', { work: other, location: 'STAGE-01' });
    await did(office, 'shipping.confirm', { order: 'ZN-SO-TOTE' });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('what is given back in one zone is offered in the next, and nobody is sent where everything is fetched', async () => {
    const [{ work = '', lines = [] } = {}] = await released('ZN-SO-2');
    await claimed(inA, { work });
    for (const { line, location, item } of lines.slice(0, 2)) {
      await did(inA, 'picking.pick', { work, line, location, item, quantity: 5, unit: 'pcs' });
    }
    await did(inA, 'picking.put', { work, location: 'STAGE-01' });
    await did(inA, 'picking.release_claim', { work, reason: 'end of the zone' });
    expect((await inA.do('picking.claim', { zone: 'A' })).problem.code).toBe('picking.nothing_to_do');
    const [rest] = await claimed(office, { zone: 'B' });
    expect(rest).toMatchObject({ work, order: 'ZN-SO-2' });
    await did(office, 'picking.pick', {
      ...{ work, line: 3, location: 'B-05-02-1', item: 'ZN-SO-2-2', quantity: 5, unit: 'pcs' },
    });
    expect(await did(office, 'picking.put', { work, location: 'STAGE-01' })).toEqual({ work, status: 'closed' });
    await did(office, 'shipping.confirm', { order: 'ZN-SO-2' });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('on a trolley too; what is left of each order can be cancelled, and all of it is free again', async () => {
    await released('ZN-SO-3');
    await released('ZN-SO-4');
    const works = await claimed(inA, { zone: 'B', positions: 2 });
    expect(works.map(({ order }) => order)).toEqual(['ZN-SO-3', 'ZN-SO-4']);
    expect(stops(works)).toEqual(['B-05-02-1', 'B-05-02-1']);
    for (const { work } of works) await did(inA, 'picking.release_claim', { work, reason: 'break' });
    for (const order of ['ZN-SO-3', 'ZN-SO-4']) {
      await did(office, 'orders.close_remainder', { order, reason: 'customer' });
      expect(await new Erp(app()).order(order)).toMatchObject({ status: 'cancelled', reservedPercent: 0 });
    }
    expect((await inA.do('picking.claim', {})).problem.code).toBe('picking.nothing_to_do');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('work whose claim ran out goes over whole: late picks name its lines', async () => {
    const [{ work = '' } = {}] = await released('ZN-SO-5');
    await claimed(inA, { work });
    await app().services.store.write((trx) =>
      trx.k.updateTable('work').set({ claimed_at: 0 }).where('id', '=', work).execute(),
    );
    expect(stops(await claimed(office, { zone: 'B' }))).toEqual(['A-05-02-1', 'A-06-02-1', 'B-05-02-1']);
    await did(office, 'picking.release_claim', { work, reason: 'done' });
    await did(office, 'orders.close_remainder', { order: 'ZN-SO-5', reason: 'customer' });
    expect(await wrongIn(app())).toEqual([]);
  });
});
