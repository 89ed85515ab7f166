import { expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems } from '../support/orders.ts';
import { done } from '../support/pick-faces.ts';

/** So many pieces of an item, loose or on a plate. */
type Goods = readonly [quantity: number, item: 'A' | 'B', plate?: 'P' | 'Q'];

onBothDatabases('goods that wait at a dock are counted there, and wait to be put away as they are then', (app) => {
  let run = 0;

  test.each<[what: string, came: readonly Goods[], counted: readonly Goods[], waiting: readonly string[]]>([
    ['as many as came', [[10, 'A']], [[10, 'A']], ['A']],
    ['more', [[10, 'A']], [[12, 'A']], ['A']],
    ['fewer', [[10, 'A']], [[9, 'A']], ['A']],
    ['none of them', [[10, 'A']], [], []],
    [
      'another item beside them',
      [[10, 'A']],
      [
        [10, 'A'],
        [3, 'B'],
      ],
      ['A', 'B'],
    ],
    ['a plate instead', [[10, 'A']], [[10, 'A', 'P']], ['P']],
    [
      'two plates that nobody knew of',
      [],
      [
        [4, 'A', 'P'],
        [5, 'B', 'Q'],
      ],
      ['P', 'Q'],
    ],
    ['more on a plate', [[10, 'A', 'P']], [[11, 'A', 'P']], ['P']],
    [
      'one plate of two',
      [
        [10, 'A', 'P'],
        [5, 'A', 'Q'],
      ],
      [[10, 'A', 'P']],
      ['P'],
    ],
  ])('%s', async (_, came, counted, waiting) => {
    run += 1;
    const dock = `DK-${run}`;
    const named = ({ 1: name, 2: plate }: Goods) => ({
      item: `DK-${run}-${name}`,
      ...(plate !== undefined && { licensePlate: `DK-${run}-${plate}` }),
    });
    const ada = await atConsole(app(), 'A-3001');
    await ada.make(`/api/admin/warehouses/EAST/locations/${dock}`, { type: 'receiving' });
    await haveItems(
      app(),
      ['A', 'B'].map((name) => ({ number: `DK-${run}-${name}`, unitCost: 1 })),
    );
    const device = await Device.signIn(app(), 'S-2001');
    const at = (goods: Goods) => ({ location: dock, ...named(goods), quantity: goods[0], unit: 'pcs' });
    for (const goods of came) await done(device, 'inventory.adjust', { ...at(goods), reason: 'found' });

    const { work } = await done(device, 'counting.start', { location: dock });
    const lines = counted.map(at);
    const result = await done(device, 'counting.count', lines.length > 0 ? { work, lines } : { work, empty: true });
    expect(result.outcome).toBe('posted');

    const { body } = await app().call('GET', `/api/device/stock?location=${dock}`, { as: device.token });
    const there = body.items.map((row: { onHand: number; item: string; licensePlate: string | null }) =>
      [row.onHand, row.item, row.licensePlate ?? ''].join(' '),
    );
    const told = lines.map(({ quantity, item, licensePlate = '' }) => [quantity, item, licensePlate].join(' '));
    expect(there.sort()).toEqual(told.sort());
    const works = await app()
      .services.store.read.k.selectFrom('work')
      .select(['item_key', 'license_plate'])
      .where('from_location', '=', dock)
      .where('type', '=', 'putaway')
      .where('status', '=', 'open')
      .execute();
    expect(works.map((one) => (one.license_plate ?? one.item_key ?? '').split('-').at(-1)).sort()).toEqual(waiting);
  });
});
