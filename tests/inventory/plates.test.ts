import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { haveItems } from '../support/orders.ts';

onBothDatabases('plates on plates', (app) => {
  let number = 0;
  let device: Device;

  /** Full plates side by side, each with five pieces of one item. */
  async function plates(count: number) {
    device = await Device.signIn(app(), 'W-1001');
    number += 1;
    const place = `B-${String((number % 12) + 1).padStart(2, '0')}-0${number > 12 ? 4 : 3}-1`;
    const item = `NP${number}`;
    await haveItems(app(), [{ number: item }]);
    const names = Array.from({ length: count }, (_, index) => `NP${number}-${index + 1}`);
    for (const licensePlate of names) {
      expect((await device.do('inventory.adjust', { ...found(place, item), licensePlate })).problem).toBeNull();
    }
    const [a = '', b = '', c = '', d = ''] = names;
    return { item, place, a, b, c, d, elsewhere: place.replace(/1$/, '2') };
  }

  const found = (location: string, item: string) => ({ location, item, quantity: 5, unit: 'pcs', reason: 'found' });

  const part = (place: string, item: string) => ({ from: place, to: place, item, quantity: 2, unit: 'pcs' });
  const nobodys = '0198f6c2-0000-7000-8000-000000000000';

  /** An empty carton of a shipment that is being packed. */
  async function openCarton(): Promise<string> {
    const order = `SO-NP${number}`;
    const office = await Device.signIn(app(), 'S-2001');
    await new Erp(app()).sent(shipMessage(`m-${order}`, order, [[1, `NP${number}`, 1]]));
    const [{ work, shipment, lines }] = (await office.do('waves.release', { orders: [order] })).result.work;
    const [{ line, location, licensePlate, item }] = lines;
    await office.do('picking.pick', { work, line, location, licensePlate, item, quantity: 1, unit: 'pcs' });
    await office.do('picking.put', { work, location: 'PACK-01' });
    return (await office.do('packing.open_carton', { shipment, cartonType: 'BOX-S' })).result.carton;
  }

  async function said(type: string, body: object) {
    const { outcome, problem } = await device.do(type, body);
    return problem ? `${outcome} ${problem.code}` : outcome;
  }

  const build = (licensePlate: string, toLicensePlate: string) =>
    said('inventory.build_plate', { licensePlate, toLicensePlate });

  async function standing(item: string) {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return body.items.map((row: { location: string; licensePlate: string | null; onHand: number }) => [
      row.location,
      row.licensePlate,
      row.onHand,
    ]);
  }

  test('a plate is built of others, travels with them, and is broken up again', async () => {
    const { item, place, a, b, c, elsewhere } = await plates(3);
    expect(await build(b, a)).toBe('applied');
    expect(await build(c, a)).toBe('applied');
    expect(await said('inventory.move', { from: place, to: elsewhere, licensePlate: a })).toBe('applied');
    expect(await standing(item)).toEqual([
      [elsewhere, a, 5],
      [elsewhere, b, 5],
      [elsewhere, c, 5],
    ]);
    expect(await said('inventory.break_plate', { licensePlate: a, nested: [c] })).toBe('applied');
    expect(await said('inventory.break_plate', { licensePlate: a })).toBe('applied');
    expect(await said('inventory.break_plate', { licensePlate: a })).toBe('refused inventory.nothing_nested');
    expect(await said('inventory.move', { from: elsewhere, to: place, licensePlate: a })).toBe('applied');
    expect(await standing(item)).toEqual([
      [place, a, 5],
      [elsewhere, b, 5],
      [elsewhere, c, 5],
    ]);
    expect(await wrongIn(app())).toEqual([]);
  });

  test('an empty pallet is scanned first: it comes to be with what is put on it', async () => {
    const { item, place, a, b } = await plates(2);
    expect(await build(a, `${a}-PALLET`)).toBe('applied');
    expect(await build(b, `${a}-PALLET`)).toBe('applied');
    expect(await said('inventory.move', { from: place, to: 'A-12-02-1', licensePlate: `${a}-PALLET` })).toBe('applied');
    expect(await standing(item)).toEqual([
      ['A-12-02-1', a, 5],
      ['A-12-02-1', b, 5],
    ]);
  });

  test('two plates become one, and the plates that stood on the one stand on the other', async () => {
    const { item, place, a, b, c, elsewhere } = await plates(3);
    await build(c, b);
    await said('inventory.move', { from: place, to: elsewhere, licensePlate: a });
    expect(await said('inventory.consolidate', { licensePlate: b, toLicensePlate: a })).toBe('applied');
    expect(await standing(item)).toEqual([
      [elsewhere, a, 10],
      [elsewhere, c, 5],
    ]);
    expect(await said('inventory.consolidate', { licensePlate: b, toLicensePlate: a })).toBe(
      'refused inventory.plate_empty',
    );
    expect(await said('inventory.break_plate', { licensePlate: a })).toBe('applied');
    expect(await wrongIn(app())).toEqual([]);
  });

  test('a part of a plate, and loose goods, come onto another plate', async () => {
    const { item, place, a, b } = await plates(2);
    const two = part(place, item);
    expect(await said('inventory.move', { ...two, licensePlate: a, toLicensePlate: b })).toBe('applied');
    expect(await said('inventory.move', { ...two, licensePlate: b, toLicensePlate: b })).toBe(
      'refused inventory.on_it_already',
    );
    expect(await standing(item)).toEqual([
      [place, a, 3],
      [place, b, 7],
    ]);
  });

  test.each<[string, (on: Awaited<ReturnType<typeof plates>>) => Promise<string>, string]>([
    ['itself', ({ a }) => build(a, a), 'refused inventory.onto_itself'],
    [
      'one that stands on it',
      async ({ a, b }) => {
        await build(b, a);
        return build(a, b);
      },
      'refused inventory.onto_itself',
    ],
    [
      'the one it stands on',
      async ({ a, b }) => {
        await build(b, a);
        return build(b, a);
      },
      'refused inventory.on_it_already',
    ],
    [
      'one that is elsewhere',
      ({ place, a, b, elsewhere }) =>
        said('inventory.move', { from: place, to: elsewhere, licensePlate: a, toLicensePlate: b }),
      'refused inventory.plate_elsewhere',
    ],
    [
      'a fourth one deep',
      async ({ a, b, c, d }) => {
        await build(c, b);
        await build(b, a);
        return build(a, d);
      },
      'refused inventory.nested_too_deep',
    ],
    [
      'one place to the same',
      ({ place, a, b }) => said('inventory.move', { from: place, to: place, licensePlate: a, toLicensePlate: b }),
      'refused inventory.same_place',
    ],
    [
      'a plate that no command has made',
      ({ place, a, item }) =>
        said('inventory.move', { ...part(place, item), licensePlate: a, toLicensePlate: `command:${nobodys}` }),
      'refused inventory.plate_unknown',
    ],
    ['one that a command would name', ({ a }) => build(a, `command:${nobodys}`), 'refused inventory.plate_unknown'],
    ['a carton that has not left', async ({ a }) => build(a, await openCarton()), 'refused stock.plate_is_carton'],
    [
      'the floor, from a plate that carries only an empty one',
      async ({ place, item, a, b }) => {
        await build(b, a);
        await said('inventory.adjust', { ...found(place, item), quantity: -5, reason: 'not-there', licensePlate: b });
        return said('inventory.break_plate', { licensePlate: a });
      },
      'refused inventory.nothing_nested',
    ],
    [
      'itself, all that is on it',
      ({ a }) => said('inventory.consolidate', { licensePlate: a, toLicensePlate: a }),
      'refused inventory.onto_itself',
    ],
    [
      'one, from a plate that nobody knows',
      ({ a }) => said('inventory.consolidate', { licensePlate: 'NO-PLATE', toLicensePlate: a }),
      'refused inventory.plate_unknown',
    ],
    [
      'the floor, from a plate that it is not on',
      async ({ a, b, c }) => {
        await build(b, a);
        return said('inventory.break_plate', { licensePlate: a, nested: [c] });
      },
      'refused inventory.not_nested',
    ],
    [
      'a place at which so many plates have no room',
      async ({ place, a, b, c }) => {
        const others = await plates(2);
        await build(b, a);
        await build(c, a);
        for (const licensePlate of [others.a, others.b]) {
          await said('inventory.adjust', { ...found(place, others.item), licensePlate: `${licensePlate}+` });
        }
        return said('inventory.break_plate', { licensePlate: a });
      },
      'refused location.full',
    ],
  ])('cannot be moved onto %s', async (_, attempt, outcome) => {
    expect(await attempt(await plates(4))).toBe(outcome);
  });
});
