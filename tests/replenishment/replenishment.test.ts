import { beforeAll, describe, expect, test } from 'vitest';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, type LineOf, shipMessage } from '../support/erp.ts';
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

  describe('less than was asked for', () => {
    test('has to be said why', async () => {
      const { item } = await scene({ reserve: 48 });
      const { fills } = await released(item, 5);
      expect(await said(forklift, 'replenishment.pick', take(fills[0], item, 4))).toBe(
        'refused replenishment.reason_missing',
      );
    });

    test('not there: it is written off and counted, and who waits for it is sent to where else there is some', async () => {
      const { item, face } = await scene({ reserve: 6, other: 9 });
      const { picks, fills } = await released(item, 8, 3);
      expect(stops(fills).sort()).toEqual(['A-01-02-2 2', 'A-01-03-2 9']);
      const fill = fills.find(({ lines }) => lines[0]?.location === 'A-01-03-2');
      const less = take(fill, item, 5, { location: 'A-01-03-2', reason: 'not-there' });
      const told = await done(forklift, 'replenishment.pick', less);
      expect(told).toMatchObject({ picked: 5, countWork: expect.any(String), journal: expect.any(String) });
      await done(forklift, 'replenishment.put', { work: fill?.work, location: face });
      const lines = (await Promise.all(picks.map(({ work }) => lineOf(work)))).flat();
      expect(lines.filter((line) => line.startsWith('A-01-02-2'))).toEqual(['A-01-02-2 3 open', 'A-01-02-2 1 open']);
      await booksBalance();
    });

    test('nothing there and nothing elsewhere: the line ends short, and its order waits for others', async () => {
      const { item } = await scene({ reserve: 48 });
      const { orders, picks, fills } = await released(item, 5);
      await done(forklift, 'replenishment.pick', take(fills[0], item, 0, { reason: 'damaged' }));
      const [pick] = picks;
      expect(await lineOf(pick?.work ?? '')).toEqual([`${pick?.lines[0]?.location} 5 short`]);
      const [line] = (await erp().order(orders[0] ?? '')).lines;
      expect(line).toMatchObject({ releasedQuantity: 0, backorderedQuantity: 5 });
      await booksBalance();
    });

    test('left where it is for another reason, it is picked there', async () => {
      const { item, face } = await scene({ reserve: 48 });
      const { picks, fills } = await released(item, 5, 4);
      await done(forklift, 'replenishment.pick', take(fills[0], item, 5, { reason: 'other' }));
      await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
      const lines = await Promise.all(picks.map(({ work }) => lineOf(work)));
      expect(lines.flat().sort()).toEqual(['A-01-02-2 4 open', `${face} 5 open`].sort());
      await booksBalance();
    });
  });

  describe('not brought at all', () => {
    test('cancelled by the supervisor: who waits picks in reserve', async () => {
      const { item } = await scene({ reserve: 48 });
      const { picks, fills } = await released(item, 5);
      await done(office, 'waves.cancel_work', { work: fills[0]?.work, reason: 'no forklift' });
      expect(await lineOf(picks[0]?.work ?? '')).toEqual(['A-01-02-2 5 open']);
      const line = { licensePlate: `LP-${item}`, location: 'A-01-02-2' };
      await done(floor, 'picking.pick', pickOf(picks[0], item, line));
      expect(await said(forklift, 'replenishment.pick', take(fills[0], item, 5))).toBe('held picking.work_cancelled');
      await booksBalance();
    });

    test('not cancelled while the goods are on their way', async () => {
      const { item, face } = await scene({ reserve: 48 });
      const { fills } = await released(item, 5);
      const work = fills[0]?.work;
      await done(forklift, 'replenishment.pick', take(fills[0], item, 5));
      for (const [device, type, body] of [
        [office, 'waves.cancel_work', { work, reason: 'x' }],
        [forklift, 'picking.release_claim', { work }],
      ] as const) {
        expect(await said(device, type, body)).toBe('refused picking.goods_in_hand');
      }
      await done(forklift, 'replenishment.put', { work, location: face });
    });

    test('nobody waits any more: nobody is sent', async () => {
      const { item } = await scene({ reserve: 48 });
      const { orders, fills, wave } = await released(item, 5);
      await done(office, 'waves.cancel', { wave });
      expect(await said(forklift, 'picking.claim', { work: fills[0]?.work })).toBe('refused picking.work_closed');
      expect(await stockOf(item)).toEqual(['A-01-02-2 48']);
      expect((await done(office, 'waves.release', { orders })).work).toHaveLength(2);
      await booksBalance();
    });

    test('its order is cancelled on the way: the goods come to the face for whoever wants them', async () => {
      const { item, face } = await scene({ reserve: 48 });
      const { orders, fills } = await released(item, 5, 4);
      await done(forklift, 'replenishment.pick', take(fills[0], item, 9));
      await erp().sent(cancelShipMessage(`c-${item}`, orders[0] ?? ''));
      await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
      expect(await stockOf(item)).toEqual(['A-01-02-2 39', `${face} 9 (4)`]);
      await booksBalance();
    });

    test('a wave that is taken back with its promises kept leaves the goods where they are', async () => {
      const { item } = await scene({ reserve: 48 });
      const { wave, orders } = await released(item, 5);
      await done(office, 'waves.cancel', { wave, keepReservations: true });
      expect(await stockOf(item)).toEqual(['A-01-02-2 48 (5)']);
      const { work } = await done(office, 'waves.release', { orders });
      expect(stops((work as Work[]).filter(({ type }) => type === 'replenish'))).toEqual(['A-01-02-2 5']);
      await booksBalance();
    });
  });

  test.each([
    ['taken elsewhere', 'replenishment.pick', { location: 'A-01-03-2' }, 'refused picking.wrong_location'],
    ['another item', 'replenishment.pick', { item: 'NOPE' }, 'refused picking.wrong_item'],
    ['off another plate', 'replenishment.pick', { licensePlate: 'LP-?' }, 'refused picking.wrong_plate'],
    ['another lot', 'replenishment.pick', { lot: 'L9' }, 'refused picking.wrong_lot'],
    ['more than is there', 'replenishment.pick', { quantity: 49 }, 'refused picking.too_much'],
    ['for a reason that nobody knows', 'replenishment.pick', { reason: 'mood' }, 'refused picking.reason_unknown'],
    ['for work that is not there', 'replenishment.pick', { work: 'WK-?' }, 'refused picking.work_unknown'],
    ['all of the plate', 'replenishment.pick', { quantity: 48 }, 'applied'],
  ])('%s: %s %o', async (_, type, change, outcome) => {
    const { item } = await scene({ reserve: 48 });
    const { fills } = await released(item, 5);
    expect(await said(forklift, type, { ...take(fills[0], item, 5), ...change })).toBe(outcome);
  });

  test('put down elsewhere only with a reason, and who waits is sent there', async () => {
    const { item } = await scene({ reserve: 48 });
    const { picks, fills } = await released(item, 5);
    const work = fills[0]?.work;
    const put = (location: string, more: object = {}) =>
      said(forklift, 'replenishment.put', { work, location, ...more });
    expect(await put('A-04-01-2')).toBe('refused picking.nothing_in_hand');
    await done(forklift, 'replenishment.pick', take(fills[0], item, 48));
    expect(await put('NOWHERE')).toBe('refused location.unknown');
    expect(await put('STAGE-01')).toBe('refused replenishment.not_pickable');
    expect(await put('A-04-01-2')).toBe('refused replenishment.other_place');
    expect(await put('A-04-01-2', { overrideReason: 'the face is full' })).toBe('applied');
    expect(await put('A-04-01-2')).toBe('refused picking.work_closed');
    expect(await lineOf(picks[0]?.work ?? '')).toEqual(['A-04-01-2 5 open']);
    const line = { location: 'A-04-01-2', licensePlate: `LP-${item}` };
    await done(floor, 'picking.pick', pickOf(picks[0], item, line));
    await booksBalance();
  });

  test('a wave that is only processed shows nothing; released, the forklift is sent first', async () => {
    const { item } = await scene({ reserve: 48 });
    await erp().sent(shipMessage(`m-held-${item}`, `SO-HELD-${item}`, [[1, item, 5]]));
    const { wave } = await done(office, 'waves.create', { orders: [`SO-HELD-${item}`] });
    const { work } = await done(office, 'waves.process', { wave });
    const [, fill] = work as Work[];
    expect(await said(forklift, 'picking.claim', { work: fill?.work })).toBe('refused picking.work_not_released');
    expect((await done(office, 'waves.release', { wave })).work).toEqual(work);
    expect(await said(forklift, 'picking.claim', { work: fill?.work })).toBe('applied');
    expect(await said(floor, 'picking.pick', take(fill, item, 5, { line: 1 }))).toBe('refused picking.work_unknown');
  });
});
