import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('what devices know of goods that go out', (app) => {
  test('claimed work comes with its lines and alternatives, and goes when it is done', async () => {
    const floor = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('T-1'), shipMessage('t-1', 'SO-T', [[1, 'T-1', 5]]));
    for (const location of ['A-01-02-1', 'A-01-03-1']) {
      await floor.do('inventory.adjust', { location, item: 'T-1', quantity: 5, unit: 'pcs', reason: 'found' });
    }
    const released = await floor.do('waves.release', { orders: ['SO-T'] });
    const [{ work, shipment, load }] = released.result.work;
    expect(await things('pickWork')).toEqual([]);
    await floor.do('picking.claim', { work });
    const [mine] = await things('pickWork');
    expect(mine).toMatchObject({
      work,
      orderNumber: 'SO-T',
      claimedBy: 'S-2001',
      customer: 'Corner Bakery',
      lines: [{ location: 'A-01-02-1', quantityBase: 5, alternatives: [{ location: 'A-01-03-1', availableBase: 5 }] }],
    });
    const pick = { work, line: 1, location: 'A-01-02-1', item: 'T-1', quantity: 5, unit: 'pcs' };
    await floor.do('picking.pick', pick);
    await floor.do('picking.put', { work, location: 'STAGE-01' });
    expect(await things('pickWork')).toEqual([]);
    expect(await things('shipment')).toMatchObject([
      { shipment, load, openWork: 0, goods: [{ location: 'STAGE-01', quantityBase: 5 }], lines: [{ pickedBase: 5 }] },
    ]);
    expect(await things('outboundLoad')).toMatchObject([{ load, units: [{ unit: shipment, isLoaded: false }] }]);
    const places = await things('location');
    expect(places.filter(({ type }: { type: string }) => type === 'hands')).toEqual([]);

    async function things(kind: string) {
      await published(app());
      const answer = await app().call('GET', '/api/device/changes?warehouse=EAST&limit=1000', { as: floor.token });
      expect(answer.status).toBe(200);
      const changes = answer.body.changes ?? answer.body.items;
      return changes
        .filter((change: { kind: string; deleted: boolean }) => change.kind === kind && !change.deleted)
        .map((change: { value: object }) => change.value);
    }
  });

  test('when the first line of an item is picked, the next one still says where else such goods are', async () => {
    const floor = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('T-6'), shipMessage('t-6', 'SO-T6', [[1, 'T-6', 8]]));
    for (const location of ['A-01-02-1', 'A-01-03-1', 'A-01-04-1']) {
      await floor.do('inventory.adjust', { location, item: 'T-6', quantity: 5, unit: 'pcs', reason: 'found' });
    }
    const released = await floor.do('waves.release', { orders: ['SO-T6'] });
    const [{ work, lines }] = released.result.work;
    await floor.do('picking.claim', { work });
    const [{ line, location, item, quantity, unit }] = lines;
    await floor.do('picking.pick', { work, line, location, item, quantity, unit });
    await published(app());
    const { body } = await app().call('GET', '/api/device/changes?warehouse=EAST&limit=1000', { as: floor.token });
    const mine = body.items.find(({ kind, key }: { kind: string; key: string }) => kind === 'pickWork' && key === work);
    const elsewhere = [{ location: 'A-01-04-1', availableBase: 5 }];
    expect(mine.value.lines).toMatchObject([{ alternatives: [] }, { location: 'A-01-03-1', alternatives: elsewhere }]);
  });

  test('whoever loads a truck is told of goods when they are put down and when they are packed, not while they are carried', async () => {
    const floor = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    await erp.sent(itemMessage('T-2'), shipMessage('t-2', 'SO-T2', [[1, 'T-2', 5]]));
    await floor.do('inventory.adjust', {
      location: 'A-01-02-1',
      item: 'T-2',
      quantity: 5,
      unit: 'pcs',
      reason: 'found',
    });
    const released = await floor.do('waves.release', { orders: ['SO-T2'] });
    const [{ work, shipment, load }] = released.result.work;
    let after = 0;
    await floor.do('picking.pick', { work, line: 1, location: 'A-01-02-1', item: 'T-2', quantity: 5, unit: 'pcs' });
    expect(await unitsTold()).toEqual([]);
    await floor.do('picking.put', { work, location: 'PACK-01' });
    expect(await unitsTold()).toEqual([{ unit: shipment, shipment, isLoaded: false }]);
    const { result } = await floor.do('packing.open_carton', { shipment, cartonType: 'BOX-S' });
    const packed = { carton: result.carton, item: 'T-2', quantity: 5, unit: 'pcs' };
    await floor.do('packing.pack', packed);
    expect(await unitsTold()).toEqual([{ unit: result.carton, shipment, isLoaded: false }]);
    await floor.do('packing.unpack', packed);
    expect(await unitsTold()).toEqual([{ unit: shipment, shipment, isLoaded: false }]);

    /** What a device that follows is told of the load since it asked last; undefined: nothing. */
    async function unitsTold() {
      await published(app());
      const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
      const { items, next } = (await app().call('GET', path, { as: floor.token })).body;
      after = next;
      return items.findLast(({ kind, key }: { kind: string; key: string }) => kind === 'outboundLoad' && key === load)
        ?.value.units;
    }
  });

  test('a page tells of each thing the same as a page of its own would', async () => {
    const floor = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    for (const [order, item] of [['SO-M1', 'M-1'] as const, ['SO-M2', 'M-2'] as const, ['SO-M3', 'M-1'] as const]) {
      await erp.sent(itemMessage(item), shipMessage(order, order, [[1, item, 4]]));
      for (const location of ['A-01-02-1', 'A-01-03-1']) {
        await floor.do('inventory.adjust', { location, item, quantity: 2, unit: 'pcs', reason: 'found' });
      }
    }
    const orders = ['SO-M1', 'SO-M2', 'SO-M3'];
    const released = await floor.do('waves.release', { orders });
    const works: { work: string; shipment: string }[] = released.result.work;
    for (const { work } of works) await floor.do('picking.claim', { work });
    const [first, second] = works;
    const pick = { work: first?.work, line: 1, location: 'A-01-02-1', quantity: 2, unit: 'pcs' };
    await floor.do('picking.pick', { ...pick, item: 'M-1' });
    await floor.do('packing.open_carton', { shipment: second?.shipment, cartonType: 'BOX-S' });
    await published(app());
    const together = await told(1000);
    const known = together.filter(({ deleted }) => !deleted).map(({ key }) => key);
    expect(known).toEqual(expect.arrayContaining(works.flatMap(({ work, shipment }) => [work, shipment])));
    expect(await told(1)).toEqual(together);

    async function told(limit: number): Promise<{ key: string; deleted: boolean }[]> {
      const all = [];
      for (let after = 0, hasMore = true; hasMore; ) {
        const path = `/api/device/changes?warehouse=EAST&limit=${limit}&after=${after}`;
        const { items, ...page } = (await app().call('GET', path, { as: floor.token })).body;
        all.push(...items.filter(({ kind }: { kind: string }) => kind !== 'location' && kind !== 'item'));
        ({ next: after, hasMore } = page);
      }
      return all;
    }
  });

  test('who is at an order hears that its ERP holds it, and that it may go on', async () => {
    const floor = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    const said = (id: string, more: object) => erp.sent(shipMessage(id, 'SO-T3', [[1, 'T-3', 5]], more));
    await erp.sent(itemMessage('T-3'));
    await said('t-3', {});
    await floor.do('inventory.adjust', {
      location: 'A-01-02-1',
      item: 'T-3',
      quantity: 5,
      unit: 'pcs',
      reason: 'found',
    });
    const released = await floor.do('waves.release', { orders: ['SO-T3'] });
    const [{ shipment }] = released.result.work;
    let after = await published(app());
    await said('t-4', { holdCodes: ['CREDIT'] });
    expect(await holdsTold()).toEqual(['SO-T3']);
    await said('t-5', {});
    expect(await holdsTold()).toEqual([]);

    async function holdsTold() {
      await published(app());
      const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
      const { items, next } = (await app().call('GET', path, { as: floor.token })).body;
      after = next;
      const told = items.findLast(({ key }: { key: string }) => key === shipment);
      return told && (told.value.heldOrders ?? []);
    }
  });

  const consignee = { name: 'Nordsee Fisch', address: { country: 'DE' } };

  test.each<[what: string, more: object, line: object, told: object]>([
    ['an item may be taken instead', {}, { substitutes: ['T-OTHER'] }, { lines: [{ substitutes: ['DEMO:T-OTHER'] }] }],
    ['nothing may be taken instead', {}, {}, { lines: [{ substitutes: [] }] }],
    ['it goes to another customer', { consignee }, {}, { customer: 'Nordsee Fisch' }],
    ['it is more urgent', { priority: 1 }, {}, { priority: 1 }],
    ['it is on hold', { holdCodes: ['CREDIT'] }, {}, { lines: [{ hold: { holds: 'CREDIT' } }] }],
  ])('who picks for an order hears from its ERP that %s', async (what, more, line, told) => {
    const floor = await Device.signIn(app(), 'S-2001');
    const erp = new Erp(app());
    const [order, item] = [`SO-${what}`, `T-${what}`];
    const found = { location: 'A-01-02-1', item, quantity: 5, unit: 'pcs', reason: 'found' };
    await erp.sent(itemMessage(item), shipMessage(`1 ${what}`, order, [[1, item, 5, { substitutes: ['T-3'] }]]));
    await floor.do('inventory.adjust', found);
    const [{ work }] = (await floor.do('waves.release', { orders: [order] })).result.work;
    await floor.do('picking.claim', { work });
    const after = await published(app());
    await erp.sent(shipMessage(`2 ${what}`, order, [[1, item, 5, line]], more));
    await published(app());
    const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
    const { items } = (await app().call('GET', path, { as: floor.token })).body;
    expect(items.find(({ key }: { key: string }) => key === work)).toMatchObject({ kind: 'pickWork', value: told });
  });
});
