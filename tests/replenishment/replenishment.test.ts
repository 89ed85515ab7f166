import { beforeAll, expect, test } from 'vitest';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, type LineOf, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';
import { verified } from '../support/verified.ts';

interface Line {
  readonly line: number;
  readonly location: string;
  readonly quantity: number;
  readonly licensePlate: string | null;
  readonly status: string;
}

interface Work {
  readonly work: string;
  readonly type: string;
  readonly lines: readonly Line[];
}

onBothDatabases('goods that go to a pick face before they are picked', (app) => {
  let office: Device;
  let floor: Device;
  let forklift: Device;
  let ada: Administrator;
  const erp = () => new Erp(app());
  let scenes = 0;
  let ordered = 0;

  beforeAll(async () => {
    office = await Device.signIn(app(), 'S-2001');
    floor = await Device.signIn(app(), 'W-1001');
    forklift = await Device.signIn(app(), 'A-3001');
    ada = await atConsole(app(), 'A-3001');
  });

  async function done(device: Device, type: string, body: object) {
    const { outcome, result, problem } = await device.do(type, body);
    expect([type, outcome, problem]).toEqual([type, 'applied', null]);
    return result;
  }

  async function said(device: Device, type: string, body: object): Promise<string> {
    const { outcome, problem } = await device.do(type, body);
    return problem ? `${outcome} ${problem.code}` : outcome;
  }

  /** An item of its own with a pick face of its own, and so much of it there, on a plate in reserve and elsewhere. */
  async function scene(
    stock: { face?: number; reserve?: number; other?: number },
    more: { item?: object; face?: object } = {},
  ) {
    scenes += 1;
    const item = `RP-${scenes}`;
    const face = `F-${scenes}`;
    const reserve = { location: 'A-01-02-2', licensePlate: `LP-${item}` };
    await erp().sent(itemMessage(item, more.item));
    const made = await ada.make(`/api/admin/warehouses/EAST/locations/${face}`, {
      ...{ code: face, type: 'pick', zone: 'F', sequence: 500 + scenes, fixedItem: item, ...more.face },
    });
    expect(made.status).toBe(201);
    const found = (place: object, quantity = 0) =>
      quantity === 0
        ? null
        : done(office, 'inventory.adjust', { item, unit: 'pcs', reason: 'found', quantity, ...place });
    await found({ location: face }, stock.face);
    await found(reserve, stock.reserve);
    await found({ location: 'A-01-03-2' }, stock.other);
    return { item, face, reserve };
  }

  /** Orders for so many of an item each, released together. */
  async function released(item: string, ...quantities: readonly number[]) {
    const asked = quantities.map((quantity) => {
      ordered += 1;
      return { order: `SO-RP-${ordered}`, line: [1, item, quantity, {}] as LineOf };
    });
    const orders = asked.map(({ order }) => order);
    await erp().sent(...asked.map(({ order, line }) => shipMessage(`m-${order}`, order, [line])));
    const { work, wave, shortages } = await done(office, 'waves.release', { orders });
    const works = work as Work[];
    const ofType = (type: string) => works.filter((each) => each.type === type);
    return { orders, wave, shortages, picks: ofType('pick'), fills: ofType('replenish') };
  }

  const stops = (works: readonly Work[]) =>
    works.flatMap(({ lines }) => lines.map(({ location, quantity }) => `${location} ${quantity}`));

  async function lineOf(work: string) {
    const { k } = app().services.store.read;
    const rows = await k.selectFrom('work_line').selectAll().where('work', '=', work).orderBy('line').execute();
    return rows.map((row) => `${row.location} ${row.quantity_base} ${row.status}${row.blocked_by ? ' waits' : ''}`);
  }

  async function stockOf(item: string): Promise<string[]> {
    const { items } = (await app().call('GET', `/api/device/stock?item=${item}`, { as: office.token })).body;
    return items.map(
      (row: { location: string; onHand: number; reserved: number }) =>
        `${row.location} ${row.onHand}${row.reserved > 0 ? ` (${row.reserved})` : ''}`,
    );
  }

  const take = (work: Work | undefined, item: string, quantity: number, more: object = {}) => ({
    ...{ work: work?.work, location: 'A-01-02-2', item, quantity, unit: 'pcs', ...more },
  });

  const pickOf = (work: Work | undefined, item: string, more: object = {}) => {
    const line = work?.lines[0];
    return {
      work: work?.work,
      line: 1,
      location: line?.location,
      item,
      quantity: line?.quantity,
      unit: 'pcs',
      ...more,
    };
  };

  async function booksBalance(): Promise<void> {
    await published(app());
    const findings = await verified(app());
    expect(findings.flatMap(({ faults }) => faults)).toEqual([]);
  }

  test('less than a full plate waits until it is brought, and is picked at the face then', async () => {
    const { item, face } = await scene({ reserve: 48 });
    const { picks, fills } = await released(item, 5);
    expect(stops(picks)).toEqual([`${face} 5`]);
    expect(stops(fills)).toEqual(['A-01-02-2 5']);
    const [fill] = fills;
    expect(await lineOf(picks[0]?.work ?? '')).toEqual([`${face} 5 open waits`]);
    expect(await said(floor, 'picking.pick', pickOf(picks[0], item))).toBe('refused picking.blocked');
    const claimed = await done(forklift, 'picking.claim', { type: 'replenish' });
    expect(claimed.work.map(({ work }: Work) => work)).toEqual([fill?.work]);
    await done(forklift, 'replenishment.pick', take(fill, item, 5));
    expect(await said(floor, 'picking.pick', pickOf(picks[0], item))).toBe('refused picking.blocked');
    await done(forklift, 'replenishment.put', { work: fill?.work, location: face });
    expect(await stockOf(item)).toEqual(['A-01-02-2 43', `${face} 5 (5)`]);
    await done(floor, 'picking.pick', pickOf(picks[0], item));
    expect(await done(floor, 'picking.put', { work: picks[0]?.work, location: 'STAGE-01' })).toMatchObject({
      status: 'closed',
    });
    await booksBalance();
  });

  test.each([
    ['a full plate goes as it stands', { reserve: 48 }, 48, ['A-01-02-2 48'], []],
    ['what the face has is picked there', { face: 9, reserve: 48 }, 5, ['FACE 5'], []],
    ['a full plate as it stands, the rest from the face', { face: 9, reserve: 48 }, 53, ['A-01-02-2 48', 'FACE 5'], []],
    ['what the face lacks is brought', { face: 3, reserve: 48 }, 5, ['FACE 3', 'FACE 2'], ['A-01-02-2 2']],
    [
      'a plate that is emptied goes as it stands',
      { reserve: 4, other: 3 },
      7,
      ['A-01-02-2 4', 'FACE 3'],
      ['A-01-03-2 3'],
    ],
  ])('%s', async (_, stock, quantity, expected, brought) => {
    const { item, face } = await scene(stock);
    const { picks, fills } = await released(item, quantity);
    expect(
      stops(picks)
        .map((stop) => stop.replace(face, 'FACE'))
        .sort(),
    ).toEqual([...expected].sort());
    expect(stops(fills)).toEqual(brought);
  });

  test('an item without a face is picked where it stands', async () => {
    const { item } = await scene({ reserve: 48 }, { face: { fixedItem: null } });
    const { picks, fills } = await released(item, 5);
    expect([stops(picks), fills]).toEqual([['A-01-02-2 5'], []]);
  });

  test('a face that does not take the goods is none', async () => {
    const { item } = await scene(
      { reserve: 48 },
      { face: { capacity: { weightGrams: 1000 } }, item: { weight: { gross: 1, unit: 'kg' } } },
    );
    const { picks, fills } = await released(item, 5);
    expect([stops(picks), fills]).toEqual([['A-01-02-2 5'], []]);
  });

  test('several orders are served by one trip, and only the lines that wait are kept', async () => {
    const { item, face } = await scene({ face: 4, reserve: 48 });
    const { picks, fills } = await released(item, 4, 5, 6);
    expect(fills).toHaveLength(1);
    expect(stops(fills)).toEqual(['A-01-02-2 11']);
    const [first] = picks.filter(({ lines }) => lines[0]?.quantity === 4);
    await done(floor, 'picking.pick', pickOf(first, item));
    const again = await released(item, 2);
    expect(again.fills).toEqual([]);
    expect(await lineOf(fills[0]?.work ?? '')).toEqual(['A-01-02-2 13 open']);
    await done(forklift, 'replenishment.pick', take(fills[0], item, 48));
    await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
    expect(await stockOf(item)).toContain(`${face} 48 (13)`);
    await booksBalance();
  });
});
