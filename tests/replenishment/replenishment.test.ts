import { beforeAll, describe, expect, test } from 'vitest';
import type { WorkResult } from '#shared/ledger/work-result.ts';
import { onBothDatabases } from '../support/app.ts';
import type { Device } from '../support/device.ts';
import { cancelShipMessage, type LineOf, shipMessage } from '../support/erp.ts';
import { done, PickFaces, pickOf, said, stops, take } from '../support/pick-faces.ts';
import { published } from '../support/published.ts';

onBothDatabases(
  'goods that go to a pick face before they are picked',
  (app) => {
    let faces: PickFaces;
    let office: Device;
    let floor: Device;
    let forklift: Device;

    beforeAll(async () => {
      faces = await PickFaces.begin(app());
      ({ office, floor, forklift } = faces);
    });

    test('less than a full plate waits until it is brought, and is picked at the face then', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const { picks, fills } = await faces.released(item, 5);
      expect(stops(picks)).toEqual([`${face} 5`]);
      expect(stops(fills)).toEqual(['A-01-02-2 5']);
      const [fill] = fills;
      expect(await faces.lineOf(picks[0]?.work ?? '')).toEqual([`${face} 5 open waits`]);
      expect(await said(floor, 'picking.pick', pickOf(picks[0], item))).toBe('refused picking.blocked');
      const claimed = await done(forklift, 'picking.claim', { type: 'replenish' });
      expect(claimed.work.map(({ work }: WorkResult) => work)).toEqual([fill?.work]);
      await done(forklift, 'replenishment.pick', take(fill, item, 5));
      expect(await said(floor, 'picking.pick', pickOf(picks[0], item))).toBe('refused picking.blocked');
      await done(forklift, 'replenishment.put', { work: fill?.work, location: face });
      expect(await faces.stockOf(item)).toEqual(['A-01-02-2 43', `${face} 5 (5)`]);
      await done(floor, 'picking.pick', pickOf(picks[0], item));
      expect(await done(floor, 'picking.put', { work: picks[0]?.work, location: 'STAGE-01' })).toMatchObject({
        status: 'closed',
      });
      await faces.booksBalance();
    });

    test.each([
      ['a full plate goes as it stands', { reserve: 48 }, 48, ['A-01-02-2 48'], []],
      ['what the face has is picked there', { face: 9, reserve: 48 }, 5, ['FACE 5'], []],
      [
        'a full plate as it stands, the rest from the face',
        { face: 9, reserve: 48 },
        53,
        ['A-01-02-2 48', 'FACE 5'],
        [],
      ],
      ['what the face lacks is brought', { face: 3, reserve: 48 }, 5, ['FACE 3', 'FACE 2'], ['A-01-02-2 2']],
      [
        'a plate that is emptied goes as it stands',
        { reserve: 4, other: 3 },
        7,
        ['A-01-02-2 4', 'FACE 3'],
        ['A-01-03-2 3'],
      ],
    ])('%s', async (_, stock, quantity, expected, brought) => {
      const { item, face } = await faces.scene(stock);
      const { picks, fills } = await faces.released(item, quantity);
      expect(
        stops(picks)
          .map((stop) => stop.replace(face, 'FACE'))
          .sort(),
      ).toEqual([...expected].sort());
      expect(stops(fills)).toEqual(brought);
    });

    test('an item without a face is picked where it stands', async () => {
      const { item } = await faces.scene({ reserve: 48 }, { face: { fixedItem: null } });
      const { picks, fills } = await faces.released(item, 5);
      expect([stops(picks), fills]).toEqual([['A-01-02-2 5'], []]);
    });

    test('a face that does not take the goods is none', async () => {
      const { item } = await faces.scene(
        { reserve: 48 },
        { face: { capacity: { weightGrams: 1000 } }, item: { weight: { gross: 1, unit: 'kg' } } },
      );
      const { picks, fills } = await faces.released(item, 5);
      expect([stops(picks), fills]).toEqual([['A-01-02-2 5'], []]);
    });

    test('several orders are served by one trip, and only the lines that wait are kept', async () => {
      const { item, face } = await faces.scene({ face: 4, reserve: 48 });
      const { picks, fills } = await faces.released(item, 4, 5, 6);
      expect(fills).toHaveLength(1);
      expect(stops(fills)).toEqual(['A-01-02-2 11']);
      const [first] = picks.filter(({ lines }) => lines[0]?.quantity === 4);
      await done(floor, 'picking.pick', pickOf(first, item));
      const again = await faces.released(item, 2);
      expect(again.fills).toEqual([]);
      expect(await faces.lineOf(fills[0]?.work ?? '')).toEqual(['A-01-02-2 13 open']);
      await done(forklift, 'replenishment.pick', take(fills[0], item, 48));
      await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
      expect(await faces.stockOf(item)).toContain(`${face} 48 (13)`);
      await faces.booksBalance();
    });

    describe('less than was asked for', () => {
      test('has to be said why', async () => {
        const { item } = await faces.scene({ reserve: 48 });
        const { fills } = await faces.released(item, 5);
        expect(await said(forklift, 'replenishment.pick', take(fills[0], item, 4))).toBe(
          'refused replenishment.reason_missing',
        );
      });

      test('not there: it is written off and counted, and who waits for it is sent to where else there is some', async () => {
        const { item, face } = await faces.scene({ reserve: 6, other: 9 });
        const { picks, fills } = await faces.released(item, 8, 3);
        expect(stops(fills).sort()).toEqual(['A-01-02-2 2', 'A-01-03-2 9']);
        const fill = fills.find(({ lines }) => lines[0]?.location === 'A-01-03-2');
        const less = take(fill, item, 5, { location: 'A-01-03-2', reason: 'not-there' });
        const told = await done(forklift, 'replenishment.pick', less);
        expect(told).toMatchObject({ picked: 5, countWork: expect.any(String), journal: expect.any(String) });
        await done(forklift, 'replenishment.put', { work: fill?.work, location: face });
        const lines = (await Promise.all(picks.map(({ work }) => faces.lineOf(work)))).flat();
        expect(lines.filter((line) => line.startsWith('A-01-02-2'))).toEqual(['A-01-02-2 3 open', 'A-01-02-2 1 open']);
        await faces.booksBalance();
      });

      test('nothing there and nothing elsewhere: the line ends short, and its order waits for others', async () => {
        const { item } = await faces.scene({ reserve: 48 });
        const { orders, picks, fills } = await faces.released(item, 5);
        await done(forklift, 'replenishment.pick', take(fills[0], item, 0, { reason: 'damaged' }));
        const [pick] = picks;
        expect(await faces.lineOf(pick?.work ?? '')).toEqual([`${pick?.lines[0]?.location} 5 short`]);
        const [line] = (await faces.erp.order(orders[0] ?? '')).lines;
        expect(line).toMatchObject({ releasedQuantity: 0, backorderedQuantity: 5 });
        await faces.booksBalance();
      });

      test('the rest of the order is picked: handhelds hear that its shipment waits for nothing any more', async () => {
        const [there, missing] = [await faces.scene({ face: 5 }), await faces.scene({ reserve: 48 })];
        const lines: LineOf[] = [
          [1, there.item, 5, {}],
          [2, missing.item, 2, {}],
        ];
        await faces.erp.sent(shipMessage('m-rest-picked', 'SO-REST-PICKED', lines));
        const { work } = await done(office, 'waves.release', { orders: ['SO-REST-PICKED'] });
        const [pick, fill] = ['pick', 'replenish'].map((type) => work.find((one: WorkResult) => one.type === type));
        const line = pick.lines.find((one: { item: string }) => one.item === there.item).line;
        await done(floor, 'picking.pick', pickOf(pick, there.item, { line, location: there.face, quantity: 5 }));
        await done(floor, 'picking.put', { work: pick.work, location: 'STAGE-01' });
        const before = await published(app());
        await done(forklift, 'replenishment.pick', take(fill, missing.item, 0, { reason: 'damaged' }));
        await published(app());
        const path = `/api/device/changes?warehouse=EAST&after=${before}&limit=1000`;
        const { items } = (await app().call('GET', path, { as: floor.token })).body;
        const news = items.find(({ key }: { key: string }) => key === pick.shipment);
        expect(news?.value).toMatchObject({ status: 'picked', openWork: 0 });
      });

      test('left where it is for another reason, it is picked there', async () => {
        const { item, face } = await faces.scene({ reserve: 48 });
        const { picks, fills } = await faces.released(item, 5, 4);
        await done(forklift, 'replenishment.pick', take(fills[0], item, 5, { reason: 'other' }));
        await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
        const lines = await Promise.all(picks.map(({ work }) => faces.lineOf(work)));
        expect(lines.flat().sort()).toEqual(['A-01-02-2 4 open', `${face} 5 open`].sort());
        await faces.booksBalance();
      });
    });

    describe('not brought at all', () => {
      test('cancelled by the supervisor: who waits picks in reserve', async () => {
        const { item } = await faces.scene({ reserve: 48 });
        const { picks, fills } = await faces.released(item, 5);
        await done(office, 'waves.cancel_work', { work: fills[0]?.work, reason: 'no forklift' });
        expect(await faces.lineOf(picks[0]?.work ?? '')).toEqual(['A-01-02-2 5 open']);
        const line = { licensePlate: `LP-${item}`, location: 'A-01-02-2' };
        await done(floor, 'picking.pick', pickOf(picks[0], item, line));
        expect(await said(forklift, 'replenishment.pick', take(fills[0], item, 5))).toBe('held picking.work_cancelled');
        await faces.booksBalance();
      });

      test('not cancelled while the goods are on their way', async () => {
        const { item, face } = await faces.scene({ reserve: 48 });
        const { fills } = await faces.released(item, 5);
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
        const { item } = await faces.scene({ reserve: 48 });
        const { orders, fills, wave } = await faces.released(item, 5);
        await done(office, 'waves.cancel', { wave });
        expect(await said(forklift, 'picking.claim', { work: fills[0]?.work })).toBe('refused picking.work_closed');
        expect(await faces.stockOf(item)).toEqual(['A-01-02-2 48']);
        expect((await done(office, 'waves.release', { orders })).work).toHaveLength(2);
        await faces.booksBalance();
      });

      test('its order is cancelled on the way: the goods come to the face for whoever wants them', async () => {
        const { item, face } = await faces.scene({ reserve: 48 });
        const { orders, picks, fills } = await faces.released(item, 5, 4);
        await done(forklift, 'replenishment.pick', take(fills[0], item, 9));
        const after = await published(app());
        await faces.erp.sent(cancelShipMessage(`c-${item}`, orders[0] ?? ''));
        await published(app());
        const pick = picks.find(({ order }) => order === orders[0])?.work ?? '';
        expect(await faces.lineOf(pick)).toEqual([expect.stringMatching(/ 5 cancelled$/)]);
        const path = `/api/device/changes?warehouse=EAST&after=${after}&limit=1000`;
        const told = (await app().call('GET', path, { as: forklift.token })).body.items;
        const fill = told.find(({ key }: { key: string }) => key === fills[0]?.work);
        expect(fill?.value).toMatchObject({ waitingLines: 1 });
        await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
        expect(await faces.stockOf(item)).toEqual(['A-01-02-2 39', `${face} 9 (4)`]);
        await faces.booksBalance();
      });

      test('all of its orders are cancelled on the way: the goods go back to where they were', async () => {
        const { item, face } = await faces.scene({ reserve: 48 });
        const { orders, fills } = await faces.released(item, 5);
        const work = fills[0]?.work ?? '';
        await done(forklift, 'replenishment.pick', take(fills[0], item, 5));
        await faces.erp.sent(cancelShipMessage(`c-${item}`, orders[0] ?? ''));
        await faces.leadsTo(work, 'A-01-02-2');
        await done(forklift, 'replenishment.put', { work, location: 'A-01-02-2' });
        expect(await faces.stockOf(item)).toEqual(['A-01-02-2 48']);
        expect(await faces.coming(face)).toEqual([]);
        await faces.booksBalance();
      });

      test('who had put them down at the face all the same, without a network, is right as well', async () => {
        const { item, face } = await faces.scene({ reserve: 48 });
        const { wave, fills } = await faces.released(item, 5);
        const work = fills[0]?.work ?? '';
        await done(forklift, 'replenishment.pick', take(fills[0], item, 5));
        await done(office, 'waves.cancel', { wave, putBack: true });
        await faces.leadsTo(work, 'A-01-02-2');
        await done(forklift, 'replenishment.put', { work, location: face });
        expect(await faces.stockOf(item)).toEqual(['A-01-02-2 43', `${face} 5`]);
      });

      test('what the face itself needs, or somebody asked for, comes all the same', async () => {
        const [needed, asked] = [await faces.scene({ reserve: 48 }), await faces.scene({ reserve: 48 })];
        const [one, other] = [await faces.released(needed.item, 5), await faces.released(asked.item, 5)];
        await done(floor, 'replenishment.request', { item: asked.item, location: asked.face, quantity: 3 });
        await done(forklift, 'replenishment.pick', take(one.fills[0], needed.item, 5));
        await done(forklift, 'replenishment.pick', take(other.fills[0], asked.item, 8));
        await faces.holds(needed.face, needed.item, 3, 5);
        for (const order of [...one.orders, ...other.orders])
          await faces.erp.sent(cancelShipMessage(`c-${order}`, order));
        const last = await faces.scene({ reserve: 48 });
        const unwanted = await faces.released(last.item, 5);
        await done(forklift, 'replenishment.pick', take(unwanted.fills[0], last.item, 5));
        await done(office, 'waves.cancel', { wave: unwanted.wave, putBack: true });
        await faces.leadsTo(unwanted.fills[0]?.work ?? '', 'A-01-02-2');
        await faces.leadsTo(one.fills[0]?.work ?? '', needed.face);
        await faces.leadsTo(other.fills[0]?.work ?? '', asked.face);
      });

      test('a wave that is taken back with its promises kept leaves the goods where they are', async () => {
        const { item } = await faces.scene({ reserve: 48 });
        const { wave, orders } = await faces.released(item, 5);
        await done(office, 'waves.cancel', { wave, keepReservations: true });
        expect(await faces.stockOf(item)).toEqual(['A-01-02-2 48 (5)']);
        const { work } = await done(office, 'waves.release', { orders });
        expect(stops((work as WorkResult[]).filter(({ type }) => type === 'replenish'))).toEqual(['A-01-02-2 5']);
        await faces.booksBalance();
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
      const { item } = await faces.scene({ reserve: 48 });
      const { fills } = await faces.released(item, 5);
      expect(await said(forklift, type, { ...take(fills[0], item, 5), ...change })).toBe(outcome);
    });

    test('put down elsewhere only with a reason, and who waits is sent there', async () => {
      const { item } = await faces.scene({ reserve: 48 });
      const { picks, fills } = await faces.released(item, 5);
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
      expect(await faces.lineOf(picks[0]?.work ?? '')).toEqual(['A-04-01-2 5 open']);
      const line = { location: 'A-04-01-2', licensePlate: `LP-${item}` };
      await done(floor, 'picking.pick', pickOf(picks[0], item, line));
      await faces.booksBalance();
    });

    test('a wave that is only processed shows nothing; released, the forklift is sent first', async () => {
      const { item } = await faces.scene({ reserve: 48 });
      await faces.erp.sent(shipMessage(`m-held-${item}`, `SO-HELD-${item}`, [[1, item, 5]]));
      const { wave } = await done(office, 'waves.create', { orders: [`SO-HELD-${item}`] });
      const { work } = await done(office, 'waves.process', { wave });
      const [, fill] = work as WorkResult[];
      expect(await said(forklift, 'picking.claim', { work: fill?.work })).toBe('refused picking.work_not_released');
      expect((await done(office, 'waves.release', { wave })).work).toEqual(work);
      expect(await said(forklift, 'picking.claim', { work: fill?.work })).toBe('applied');
      expect(await said(floor, 'picking.pick', take(fill, item, 5, { line: 1 }))).toBe('refused picking.work_unknown');
    });

    test('the handheld of whoever has taken it on knows where from, where to, and who waits', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const { fills } = await faces.released(item, 5, 4);
      const work = fills[0]?.work ?? '';
      await done(forklift, 'picking.claim', { work });
      await published(app());
      const path = '/api/device/changes?warehouse=EAST&after=0&limit=1000';
      let after = 0;
      let thing: { key: string; value: object } | undefined;
      for (let hasMore = true; hasMore && !thing; ) {
        const { body } = await app().call('GET', path.replace('after=0', `after=${after}`), { as: forklift.token });
        thing = body.items.find((each: { kind: string; key: string }) => each.kind === 'pickWork' && each.key === work);
        ({ hasMore, next: after } = body);
      }
      expect(thing?.value).toMatchObject({
        ...{ type: 'replenish', putTo: face, waitingLines: 2, shipment: null },
        lines: [{ location: 'A-01-02-2', quantityBase: 9, moreBase: 39, licensePlate: `LP-${item}` }],
      });
    });
  },
  { restMs: 50 },
);
