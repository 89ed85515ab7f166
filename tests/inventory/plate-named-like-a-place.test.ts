import { expect, test } from 'vitest';
import { atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { noticeMessage } from '../support/notices.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { done, said } from '../support/pick-faces.ts';

/** What a worker holds who scans a location where a plate is asked for. */
interface Scene {
  readonly device: Device;
  readonly item: string;
  /** Ten of the item are here, on a plate. */
  readonly place: string;
  readonly plate: string;
  readonly order: string;
}

interface Fault {
  readonly pointer: string;
  readonly code: string;
}

const four = { quantity: 4, unit: 'pcs' };

onBothDatabases('a location that is scanned for a plate', (app) => {
  let number = 0;

  async function scene(): Promise<Scene> {
    number += 1;
    const names = {
      item: `LIKE-${number}`,
      place: 'B-11-01-1',
      plate: `LP-LIKE-${number}`,
      order: `PO-LIKE-${number}`,
    };
    await haveItems(app(), [{ number: names.item, unitCost: 1 }]);
    await haveOrders(app(), [{ orderNumber: names.order, lines: [{ lineNumber: 1, item: names.item, quantity: 20 }] }]);
    const device = await Device.signIn(app(), 'S-2001');
    const { item, place, plate } = names;
    const ten = { location: place, item, quantity: 10, unit: 'pcs', licensePlate: plate, reason: 'found' };
    await done(device, 'inventory.adjust', ten);
    return { device, ...names };
  }

  test.each<[what: string, scan: string, does: (scene: Scene, scanned: string) => Promise<string>]>([
    [
      'goods are registered on',
      'DOCK-02',
      ({ device, order, item }, licensePlate) =>
        said(device, 'receiving.register', { order, line: 1, location: 'DOCK-01', item, ...four, licensePlate }),
    ],
    [
      'they are put away onto',
      'A-01-01-1',
      async ({ device, order, item, place: to }, toLicensePlate) => {
        const goods = { order, line: 1, location: 'DOCK-01', item, ...four };
        await done(device, 'receiving.register', { ...goods, licensePlate: null });
        const put = { item, from: 'DOCK-01', to, ...four, overrideReason: 'other', toLicensePlate };
        return said(device, 'putaway.put', put);
      },
    ],
    [
      'some are moved onto',
      'B-12-01-1',
      ({ device, item, place, plate }, toLicensePlate) =>
        said(device, 'inventory.move', { from: place, to: place, licensePlate: plate, item, ...four, toLicensePlate }),
    ],
    [
      'a plate is stood on',
      'STAGE-01',
      ({ device, plate }, toLicensePlate) =>
        said(device, 'inventory.build_plate', { licensePlate: plate, toLicensePlate }),
    ],
    [
      'all of a plate is laid on',
      'PACK-01',
      ({ device, plate }, toLicensePlate) =>
        said(device, 'inventory.consolidate', { licensePlate: plate, toLicensePlate }),
    ],
    [
      'goods are found on',
      'QC-01',
      ({ device, item, place }, licensePlate) =>
        said(device, 'inventory.adjust', { location: place, item, ...four, licensePlate, reason: 'found' }),
    ],
    [
      'the same is typed in small letters',
      'qc-01',
      ({ device, item, place }, licensePlate) =>
        said(device, 'inventory.adjust', { location: place, item, ...four, licensePlate, reason: 'found' }),
    ],
    [
      'goods are picked onto',
      'DOCK-01',
      async ({ device, item }, toLicensePlate) => {
        await new Erp(app()).sent(shipMessage(`m-${item}`, `SO-${item}`, [[1, item, 4]]));
        const { work } = await done(device, 'waves.release', { orders: [`SO-${item}`] });
        const [{ work: pick, lines }] = (await done(device, 'picking.claim', { work: work[0].work })).work;
        const { location, licensePlate } = lines[0];
        return said(device, 'picking.pick', {
          work: pick,
          line: 1,
          location,
          item,
          ...four,
          licensePlate,
          toLicensePlate,
        });
      },
    ],
    [
      'goods are counted on',
      'DOCK-01',
      async ({ device, item, place }, licensePlate) => {
        const { work } = await done(device, 'counting.start', { location: place, item });
        const lines = [{ location: place, item, ...four, licensePlate }];
        return said(device, 'counting.count', { work, lines });
      },
    ],
  ])('is refused when %s %s', async (_, scanned, does) => {
    expect(await does(await scene(), scanned)).toBe('refused stock.plate_is_location');
    const { k } = app().services.store.read;
    const made = await k
      .selectFrom('license_plate')
      .select('number')
      .where('number', 'in', [scanned, scanned.toUpperCase()])
      .execute();
    expect(made).toEqual([]);
  });

  test('is announced by no notice: it fails with every such plate, until each has another number', async () => {
    const { order, item } = await scene();
    const two = (first: string, second: string) =>
      noticeMessage(`ASN-${item}`, [
        { licensePlate: first, lines: [[order, 1, item, 2]] },
        { licensePlate: second, parent: first, lines: [[order, 1, item, 0.5]] },
      ]);
    const [failed] = await new Erp(app()).sent(two('DOCK-01', 'a-01-01-1'));
    const plates = '/notice/shipments/0/licensePlates';
    expect([failed.status, failed.errors.map(({ pointer, code }: Fault) => `${pointer} ${code}`)]).toEqual([
      'failed',
      [
        `${plates}/0/licensePlate notice.plate_is_location`,
        `${plates}/1/licensePlate notice.plate_is_location`,
        `${plates}/1/lines/0/quantity quantity.too_precise`,
      ],
    ]);
    expect(failed.errors[0]).toMatchObject({ value: 'DOCK-01', suggestedAction: 'correct-and-replace' });
    const named = noticeMessage(`ASN-${item}`, [{ licensePlate: `${item}-1`, lines: [[order, 1, item, 2]] }]);
    expect((await new Erp(app()).sent(named))[0].status).toBe('accepted');
  });

  test('is not made with the name of a plate that is here or on its way, one by one or many at once', async () => {
    const { device, order, item, place } = await scene();
    const ten = {
      location: place,
      item,
      quantity: 10,
      unit: 'pcs',
      licensePlate: `${item}-here`.toLowerCase(),
      reason: 'found',
    };
    await done(device, 'inventory.adjust', ten);
    const announced = [{ licensePlate: `${item}-COMES`, lines: [[order, 1, item, 2] as const] }];
    await new Erp(app()).sent(noticeMessage(`ASN-${item}`, announced));
    const ada = await atConsole(app(), 'A-3001');
    const locations = '/api/admin/warehouses/EAST/locations';
    const made = await ada.make(`${locations}/${item}-COMES`, { type: 'storage' });
    expect([made.status, faultsIn(made)]).toEqual([422, ['/code location.code_is_plate']]);
    const codes = [`${item}-HERE`, `${item}-FREE`, `${item}-COMES`];
    const many = await ada.post(
      locations,
      codes.map((code) => ({ code, type: 'storage' })),
    );
    expect([many.status, faultsIn(many)]).toEqual([
      422,
      ['/0/code location.code_is_plate', '/2/code location.code_is_plate'],
    ]);
    const west = await ada.make(`/api/admin/warehouses/WEST/locations/${item}-COMES`, { type: 'storage' });
    expect(west.status).toBe(201);
  });
});
