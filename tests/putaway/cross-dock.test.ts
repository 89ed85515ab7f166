import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { cancelMessage, cancelShipMessage, Erp, itemMessage, orderMessage, shipMessage } from '../support/erp.ts';
import { noticeMessage } from '../support/notices.ts';
import { published } from '../support/published.ts';
import { decideFor } from '../support/settings.ts';

onBothDatabases('cross-dock', (app) => {
  let number = 0;
  const erp = () => new Erp(app());

  /** An order that waits for so much, and goods under its tag that were just registered on a plate of their own. */
  async function cameIn(wanted: number, came: number, options: { order?: object; line?: object; plate?: null } = {}) {
    number += 1;
    const tag = `PO-XD-${number}-1`;
    const item = `XD-${number}`;
    const order = `SO-XD-${number}`;
    const floor = await Device.signIn(app(), 'W-1001');
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(
      itemMessage(item),
      orderMessage(`in-${number}`, `PO-XD-${number}`, [[1, item, 100, { crossDockSource: tag }]]),
      shipMessage(
        `out-${number}`,
        order,
        [[1, item, wanted, { crossDockSource: tag, ...options.line }]],
        options.order,
      ),
    );
    const goods = { order: `PO-XD-${number}`, line: 1, item, quantity: came, unit: 'pcs', location: 'DOCK-01' };
    const loose = options.plate === null ? { licensePlate: null } : {};
    const registered = await floor.do('receiving.register', { ...goods, ...loose });
    expect([registered.outcome, registered.problem]).toEqual(['applied', null]);
    const { licensePlate, work, crossDock } = registered.result;
    return { floor, office, item, order, plate: licensePlate as string, work, crossDock };
  }

  const workThing = (device: Device, work: string) => thing(device, 'work', work);

  async function thing(device: Device, kind: string, key: string) {
    await published(app());
    const path = '/api/device/changes?warehouse=EAST&after=0&limit=1000';
    const items = [];
    for (let after = 0, more = true; more; ) {
      const { body } = await app().call('GET', path.replace('after=0', `after=${after}`), { as: device.token });
      items.push(...body.items);
      after = body.next;
      more = body.hasMore;
    }
    return items.findLast((change: { kind: string; key: string }) => change.kind === kind && change.key === key);
  }

  async function said(device: Device, type: string, body: object, extra: object = {}) {
    const { outcome, problem } = await device.do(type, body, extra);
    return problem ? `${outcome} ${problem.code}` : outcome;
  }

  test('goods that came for an order go from the dock to its shipment, which leaves with them', async () => {
    const { floor, office, item, order, plate, work, crossDock } = await cameIn(6, 6);
    expect(crossDock).toEqual([{ order, line: 1, item, quantity: 6, unit: 'pcs', lot: null, location: 'STAGE-01' }]);
    expect((await workThing(floor, work)).value.crossDock).toMatchObject([
      { orderNumber: order, line: 1, quantityBase: 6, to: 'STAGE-01' },
    ]);
    const looked = await app().call('GET', `/api/device/look-up?code=${plate}&warehouse=EAST`, { as: floor.token });
    expect(looked.body.items).toMatchObject([{ kind: 'licensePlate', crossDock }]);
    const put = await floor.do('putaway.put', { licensePlate: plate, to: 'STAGE-01', order });
    expect([put.outcome, put.problem]).toEqual(['applied', null]);
    const { shipment, load } = put.result;
    expect(await workThing(floor, work)).toMatchObject({ deleted: true });
    expect(await erp().order(order)).toMatchObject({
      releaseStatus: 'released',
      lines: [{ reservedQuantity: 6, releasedQuantity: 6, pickedQuantity: 6 }],
      shipments: [{ shipment, load, status: 'picked' }],
    });
    expect(await wrongIn(app())).toEqual([]);
    expect(await said(office, 'waves.release', { orders: [order] })).toBe('applied');
    expect(await said(office, 'shipping.confirm', { shipment })).toBe('applied');
    expect(await erp().order(order)).toMatchObject({ status: 'closed', shipmentStatus: 'shipped' });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('only as much as the order waits for; the rest is put away as ever', async () => {
    const { floor, item, order, plate } = await cameIn(4, 10);
    const whole = await floor.do('putaway.put', { licensePlate: plate, to: 'STAGE-01' });
    expect(whole.problem).toMatchObject({ code: 'putaway.more_than_offered', params: { order, quantity: 4 } });
    const part = { licensePlate: plate, item, quantity: 4, unit: 'pcs', to: 'PACK-01' };
    expect(await said(floor, 'putaway.put', part)).toBe('applied');
    expect(await said(floor, 'putaway.put', { ...part, quantity: 1 })).toBe('refused location.wrong_type');
    expect(await said(floor, 'putaway.put', { licensePlate: plate, to: 'B-04-04-1' })).toBe('applied');
    expect(await erp().order(order)).toMatchObject({ lines: [{ pickedQuantity: 4 }] });
    expect(await wrongIn(app())).toEqual([]);
  });

  test('who declines puts the goods away, and the order is released from the shelf', async () => {
    const { floor, office, order, plate } = await cameIn(5, 5);
    expect(await said(floor, 'putaway.put', { licensePlate: plate, to: 'B-04-04-2' })).toBe('applied');
    const released = await office.do('waves.release', { orders: [order] });
    expect(released.result.work).toMatchObject([{ lines: [{ location: 'B-04-04-2', quantity: 5 }] }]);
  });

  test('what an order got from the shelf meanwhile is not offered to it any more, and devices hear of it', async () => {
    const { floor, office, item, order, plate, work } = await cameIn(5, 5);
    const knownAt = await published(app());
    const found = { location: 'A-05-03-1', item, quantity: 5, unit: 'pcs', reason: 'found' };
    expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    expect((await office.do('waves.release', { orders: [order] })).result.shortages).toEqual([]);
    expect((await workThing(floor, work)).value.crossDock).toBeUndefined();
    const put = { licensePlate: plate, to: 'STAGE-01', order };
    expect(await said(floor, 'putaway.put', put, { knownAt })).toBe('held putaway.not_offered');
    expect(await said(floor, 'putaway.put', put)).toBe('refused putaway.not_offered');
  });

  test('of goods that were registered by mistake no more is offered, and devices hear of it', async () => {
    const { floor, item, plate, work } = await cameIn(6, 5);
    const more = { order: `PO-XD-${number}`, line: 1, item, quantity: 1, unit: 'pcs', licensePlate: plate };
    const { result } = await floor.do('receiving.register', more);
    const before = await published(app());
    const [mistake] = result.registrations;
    expect(await said(floor, 'receiving.undo_registration', { registration: mistake.registration })).toBe('applied');
    const { position, value } = await workThing(floor, work);
    expect([position > before, value.crossDock]).toEqual([true, [expect.objectContaining({ quantityBase: 5 })]]);
  });

  test('what an order got from the shelf is not offered of a carton on a pallet any more, and devices hear of it', async () => {
    number += 1;
    const tag = `PO-XD-${number}-1`;
    const item = `XD-${number}`;
    const [purchase, order, pallet, carton] = [`PO-XD-${number}`, `SO-XD-${number}`, 'LP-XD-PALLET', 'LP-XD-CARTON'];
    const floor = await Device.signIn(app(), 'W-1001');
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(
      itemMessage(item),
      orderMessage(`in-${number}`, purchase, [[1, item, 9, { crossDockSource: tag }]]),
      shipMessage(`out-${number}`, order, [[1, item, 5, { crossDockSource: tag }]]),
      noticeMessage(`ASN-XD-${number}`, [
        { licensePlate: pallet },
        { licensePlate: carton, parent: pallet, lines: [[purchase, 1, item, 5]] },
      ]),
    );
    const { result } = await floor.do('receiving.register', { licensePlate: pallet });
    const found = { location: 'A-05-04-1', item, quantity: 5, unit: 'pcs', reason: 'found' };
    expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    expect((await workThing(floor, result.work)).value.crossDock).toMatchObject([{ orderNumber: order }]);
    const after = await published(app());
    expect((await office.do('waves.release', { orders: [order] })).result.shortages).toEqual([]);
    await published(app());
    const path = `/api/device/changes?warehouse=EAST&after=${after}&limit=1000`;
    const { items } = (await app().call('GET', path, { as: floor.token })).body;
    const told = items.find((change: { kind: string; key: string }) => change.key === result.work);
    expect([told !== undefined, told?.value.crossDock]).toEqual([true, undefined]);
  });

  test('once its wave is cancelled the order waits for what stands at the dock again, and devices hear of it', async () => {
    const { floor, office, item, order, work } = await cameIn(5, 5);
    const found = { location: 'A-05-03-2', item, quantity: 5, unit: 'pcs', reason: 'found' };
    expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    const { wave } = (await office.do('waves.release', { orders: [order] })).result;
    const knownAt = await published(app());
    expect(await said(office, 'waves.cancel', { wave })).toBe('applied');
    await published(app());
    const path = `/api/device/changes?warehouse=EAST&after=${knownAt}&limit=1000`;
    const { items } = (await app().call('GET', path, { as: floor.token })).body;
    const told = items.find((change: { kind: string; key: string }) => change.kind === 'work' && change.key === work);
    expect(told?.value.crossDock).toMatchObject([{ orderNumber: order, quantityBase: 5 }]);
    const coming = items.find((change: { kind: string }) => change.kind === 'inboundOrder');
    expect(coming?.value.lines[0].wishes).toMatchObject([{ orderNumber: order, quantityBase: 5 }]);
  });

  test('goods go where what was picked of the order is, until that is loaded, and devices hear of it', async () => {
    const { floor, office, item, order, work } = await cameIn(8, 3);
    const found = { location: 'A-05-02-2', item, quantity: 5, unit: 'pcs', reason: 'found' };
    expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    const [{ work: pickWork }] = (await office.do('waves.release', { orders: [order] })).result.work;
    const picked = { work: pickWork, line: 1, location: 'A-05-02-2', item, quantity: 5, unit: 'pcs' };
    expect(await said(floor, 'picking.pick', picked)).toBe('applied');
    /** Where the goods are said to go, of the put-away and of the order to receive, in what devices hear of a command. */
    const toldOf = async (type: string, body: object) => {
      const knownAt = await published(app());
      expect(await said(floor, type, body)).toBe('applied');
      await published(app());
      const path = `/api/device/changes?warehouse=EAST&after=${knownAt}&limit=1000`;
      const { items } = (await app().call('GET', path, { as: floor.token })).body;
      const of = (kind: string, key: string) =>
        items.find((change: { kind: string; key: string }) => change.kind === kind && change.key === key)?.value;
      const coming = of('inboundOrder', `DEMO:PO-XD-${number}`);
      return [of('work', work)?.crossDock[0].to, coming?.lines[0].wishes[0].to];
    };
    const put = { work: pickWork, location: 'PACK-01' };
    expect(await toldOf('picking.put', put)).toEqual(['PACK-01', 'PACK-01']);
    const [{ shipment, load }] = (await erp().order(order)).shipments;
    expect(await toldOf('shipping.load', { load, shipment })).toEqual(['STAGE-01', 'STAGE-01']);
    expect(await toldOf('shipping.unload', { load, shipment })).toEqual(['PACK-01', 'PACK-01']);
  });

  test('an order of which one shipment only leaves gets nothing more once that is on the truck', async () => {
    const { floor, office, item, order, work } = await cameIn(8, 3);
    await decideFor(app(), { shipmentOrderMatching: true });
    const found = { location: 'A-05-03-2', item, quantity: 5, unit: 'pcs', reason: 'found' };
    expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    const [{ work: pickWork }] = (await office.do('waves.release', { orders: [order] })).result.work;
    const picked = { work: pickWork, line: 1, location: 'A-05-03-2', item, quantity: 5, unit: 'pcs' };
    expect(await said(floor, 'picking.pick', picked)).toBe('applied');
    expect(await said(floor, 'picking.put', { work: pickWork, location: 'STAGE-01' })).toBe('applied');
    const [{ shipment, load }] = (await erp().order(order)).shipments;
    const offered = async () => (await thing(floor, 'work', work)).value.crossDock?.[0].to;
    expect(await offered()).toBe('STAGE-01');
    expect(await said(floor, 'shipping.load', { load, shipment })).toBe('applied');
    expect(await offered()).toBeUndefined();
    expect(await said(floor, 'shipping.unload', { load, shipment })).toBe('applied');
    expect(await offered()).toBe('STAGE-01');
    await decideFor(app(), {});
  });

  test('an order that does not point to what comes in any more gets none of it, and devices hear of it', async () => {
    const { floor, item, order, work } = await cameIn(5, 5);
    const after = await published(app());
    await erp().sent(shipMessage(`else-${number}`, order, [[1, item, 5]]));
    await published(app());
    const path = `/api/device/changes?warehouse=EAST&after=${after}&limit=1000`;
    const { items } = (await app().call('GET', path, { as: floor.token })).body;
    const told = items.find((change: { kind: string; key: string }) => change.kind === 'work' && change.key === work);
    expect([told !== undefined, told?.value.crossDock]).toEqual([true, undefined]);
  });

  test('of an order of which nothing more comes, devices are not told who waits for it', async () => {
    const { floor } = await cameIn(9, 5);
    await erp().sent(cancelMessage(`gone-${number}`, `PO-XD-${number}`));
    const { value } = await thing(floor, 'inboundOrder', `DEMO:PO-XD-${number}`);
    expect([value.status, value.lines[0].wishes]).toEqual(['closed_short', undefined]);
  });

  test('a plate that a notice announced is offered when it is scanned in', async () => {
    number += 1;
    const tag = `PO-XD-${number}-1`;
    const item = `XD-${number}`;
    const [purchase, order, licensePlate] = [`PO-XD-${number}`, `SO-XD-${number}`, '003400000000004108'];
    const floor = await Device.signIn(app(), 'W-1001');
    await erp().sent(
      itemMessage(item),
      orderMessage(`in-${number}`, purchase, [[1, item, 9, { crossDockSource: tag }]]),
      shipMessage(`out-${number}`, order, [[1, item, 7, { crossDockSource: tag }]]),
    );
    const lines = [{ orderNumber: purchase, lineNumber: 1, item, quantity: 7, unit: 'pcs' }];
    const shipments = [{ shipment: 'S-1', licensePlates: [{ licensePlate, parent: null, lines }] }];
    const notice = { load: `ASN-XD-${number}`, warehouse: 'EAST', shipments };
    await erp().sent({ messageId: `asn-${number}`, type: 'advance-shipping-notice', operation: 'upsert', notice } as {
      messageId: string;
    });
    const { result } = await floor.do('receiving.register', { licensePlate });
    expect(result.crossDock).toMatchObject([{ order, quantity: 7, location: 'STAGE-01' }]);
    expect(await said(floor, 'putaway.put', { licensePlate, to: 'DOOR-01' })).toBe('applied');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('loose goods are offered and brought by item and place', async () => {
    const { floor, item, order, crossDock } = await cameIn(3, 3, { plate: null });
    expect(crossDock).toMatchObject([{ order, quantity: 3 }]);
    expect(await said(floor, 'putaway.put', { item, from: 'DOCK-01', quantity: 3, unit: 'pcs', to: 'STAGE-02' })).toBe(
      'applied',
    );
    expect(await wrongIn(app())).toEqual([]);
  });

  test('what is meant of the goods may be less than the line', async () => {
    const { crossDock } = await cameIn(5, 10, { line: { crossDockQuantity: 2 } });
    expect(crossDock).toMatchObject([{ quantity: 2 }]);
  });

  test('goods of the same order go with the shipment that is being made up already', async () => {
    const { floor, office, item, order, plate } = await cameIn(8, 3);
    const found = { location: 'A-05-02-1', item, quantity: 5, unit: 'pcs', reason: 'found' };
    expect(await said(office, 'inventory.adjust', found)).toBe('applied');
    const [{ shipment }] = (await office.do('waves.release', { orders: [order] })).result.work;
    const put = await floor.do('putaway.put', { licensePlate: plate, to: 'STAGE-01' });
    expect([put.outcome, put.result]).toMatchObject(['applied', { shipment }]);
    expect(await erp().order(order)).toMatchObject({ lines: [{ releasedQuantity: 8, pickedQuantity: 3 }] });
    expect(await wrongIn(app())).toEqual([]);
  });

  test.each([
    [
      'on hold',
      (order: string, office: Device) => said(office, 'orders.set_hold', { order, code: 'credit', reason: 'x' }),
    ],
    ['cancelled', (order: string) => erp().sent(cancelShipMessage(`c-${order}`, order))],
  ])('nothing is offered to an order that is %s, and devices hear of it', async (_, happens) => {
    const { floor, office, order, plate, work } = await cameIn(5, 5);
    await happens(order, office);
    expect((await workThing(floor, work)).value.crossDock).toBeUndefined();
    const put = { licensePlate: plate, to: 'STAGE-01', order };
    expect(await said(floor, 'putaway.put', put)).toBe('refused putaway.not_offered');
  });

  test('goods that stand at staging for an order which was cancelled behind the device are kept for a supervisor', async () => {
    const { floor, order, plate } = await cameIn(5, 5);
    const knownAt = await published(app());
    await erp().sent(cancelShipMessage(`c-${order}`, order));
    await published(app());
    const put = { licensePlate: plate, to: 'STAGE-01', order };
    expect(await said(floor, 'putaway.put', put, { knownAt })).toBe('held putaway.not_offered');
  });

  test('where the source system requires it, goods go to their order and nowhere else; or to nobody where it ignores it', async () => {
    await decideFor(app(), { crossDockRequests: 'require' });
    const { floor, item, order, plate } = await cameIn(4, 10);
    const away = { licensePlate: plate, to: 'B-05-04-1' };
    const refusal = (await floor.do('putaway.put', away)).problem;
    expect(refusal).toMatchObject({ code: 'putaway.cross_dock_required', params: { order, quantity: 4 } });
    expect(await said(floor, 'putaway.put', { ...away, item, quantity: 6, unit: 'pcs' })).toBe('applied');
    expect(await said(floor, 'putaway.put', { licensePlate: plate, to: 'STAGE-01' })).toBe('applied');
    await decideFor(app(), { crossDockRequests: 'ignore' });
    expect((await cameIn(4, 4)).crossDock).toBeUndefined();
    await decideFor(app(), {});
  });

  test('two plates brought at the same moment: the order gets what it asked for once', async () => {
    const first = await cameIn(6, 6);
    const more = { order: `PO-XD-${number}`, line: 1, item: first.item, quantity: 6, unit: 'pcs', location: 'DOCK-01' };
    const second = (await first.floor.do('receiving.register', more)).result.licensePlate;
    const results = await Promise.all(
      [first.plate, second].map((licensePlate) =>
        first.office.send(first.office.unordered('putaway.put', { licensePlate, to: 'STAGE-01', order: first.order })),
      ),
    );
    expect(results.map(([one]) => one.outcome).sort()).toEqual(['applied', 'refused']);
    expect(await erp().order(first.order)).toMatchObject({ lines: [{ pickedQuantity: 6 }] });
    expect(await wrongIn(app())).toEqual([]);
  });
});
