import { beforeAll, describe, expect, test } from 'vitest';
import { directCounts } from '../../api/counting/directed.ts';
import { type Administrator, atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems } from '../support/orders.ts';
import { done, pickOf, said } from '../support/pick-faces.ts';
import { whenPublished } from '../support/published.ts';
import { verified } from '../support/verified.ts';

const path = '/api/admin/count-plans/EAST';
const dayMs = 86_400_000;
const clock = new ManualClock();

onBothDatabases(
  'counts that somebody is sent to',
  (app) => {
    let ada: Administrator;
    let worker: Device;
    let office: Device;

    beforeAll(async () => {
      await signIn();
      await haveItems(app(), [
        { number: 'DC-A', unitCost: 1, extra: { abcClass: 'X1' } },
        { number: 'DC-B', unitCost: 1, extra: { abcClass: 'X2' } },
        { number: 'DC-KG', unitCost: 1, decimals: 2, baseUnit: 'kg' },
      ]);
      await found('DC-A', 'A-02-01-1', 10);
      await found('DC-A', 'A-02-02-1', 10);
      await found('DC-B', 'A-02-02-1', 10);
    });

    async function signIn(): Promise<void> {
      ada = await atConsole(app(), 'A-3001');
      worker = await Device.signIn(app(), 'W-1001');
      office = await Device.signIn(app(), 'S-2001');
    }

    /** Days go by; sessions end meanwhile. */
    async function pass(days: number): Promise<void> {
      clock.pass(days * dayMs);
      await signIn();
    }

    async function found(item: string, location: string, quantity: number): Promise<void> {
      await done(office, 'inventory.adjust', { location, item, quantity, unit: 'pcs', reason: 'found' });
    }

    /** All that devices were ever told of counts. */
    async function told(): Promise<{ key: string; value: { location: string; itemNumber: string | null } | null }[]> {
      await whenPublished(app());
      const changes = '/api/device/changes?after=0&warehouse=EAST&limit=1000';
      const { body } = await app().call('GET', changes, { as: worker.token });
      return body.items.filter((change: { kind: string }) => change.kind === 'countWork');
    }

    /** What is to be counted, as devices hear of it: the place and what of it, and the work. */
    async function toCount(): Promise<Map<string, string>> {
      const newest = new Map((await told()).map((change) => [change.key, change.value]));
      const open = [...newest].flatMap(([work, value]) => (value ? [[value, work] as const] : []));
      const said = open.map(([{ location, itemNumber }, work]): [string, string] => [
        `${location} ${itemNumber ?? 'everything'}`,
        work,
      ]);
      return new Map(said.sort());
    }

    const places = async () => [...(await toCount()).keys()];

    async function counted(device: Device, what: string, quantity: number): Promise<string> {
      const [location, item] = what.split(' ');
      const work = (await toCount()).get(what);
      const lines = [{ location, item, quantity, unit: 'pcs' }];
      return (await done(device, 'counting.count', { work, lines })).outcome;
    }

    test('a plan has the items of its class counted, place by place, and again when its days are over', async () => {
      const plan = { code: 'a', name: 'A goods', when: { abcClasses: ['X1'] }, everyDays: 30 };
      expect((await ada.make(`${path}/a`, plan)).status).toBe(201);
      await directCounts(app().services, 'EAST');
      await directCounts(app().services, 'EAST');
      expect(await places()).toEqual(['A-02-01-1 DC-A', 'A-02-02-1 DC-A']);
      expect(await counted(worker, 'A-02-01-1 DC-A', 10)).toBe('posted');
      expect(await counted(worker, 'A-02-02-1 DC-A', 10)).toBe('posted');
      await pass(29);
      await directCounts(app().services, 'EAST');
      expect(await places()).toEqual([]);
      await pass(1);
      await directCounts(app().services, 'EAST');
      expect(await places()).toEqual(['A-02-01-1 DC-A', 'A-02-02-1 DC-A']);
    });

    test('no more places wait for a plan than it says, and one that is switched off sends nobody', async () => {
      await ada.edit(`${path}/a`, { isActive: false });
      const where = { abcClasses: ['X2'], zones: [], types: [] };
      const plan = { code: 'b', name: 'B places', by: 'place', when: where, everyDays: 1, atMost: 1 };
      expect((await ada.make(`${path}/b`, plan)).body).toMatchObject(plan);
      await pass(1);
      await found('DC-B', 'A-02-03-1', 5);
      await directCounts(app().services, 'EAST');
      await directCounts(app().services, 'EAST');
      expect(await places()).toEqual(['A-02-01-1 DC-A', 'A-02-02-1 DC-A', 'A-02-02-1 everything']);
    });

    test('when all of a place was counted, nobody is sent for a single item there', async () => {
      const work = (await toCount()).get('A-02-02-1 everything');
      const lines = ['DC-A', 'DC-B'].map((item) => ({ location: 'A-02-02-1', item, quantity: 10, unit: 'pcs' }));
      expect((await done(worker, 'counting.count', { work, lines })).outcome).toBe('posted');
      expect(await places()).toEqual(['A-02-01-1 DC-A']);
    });

    test('a pick that leaves little at a place sends somebody there, once, and a second counter where something differs', async () => {
      const low = { code: 'low', name: 'Nearly empty', by: 'place', whenLeft: 2, secondCounter: true };
      expect((await ada.make(`${path}/low`, low)).status).toBe(201);
      await haveItems(app(), [{ number: 'DC-LOW', unitCost: 1 }]);
      await found('DC-LOW', 'A-02-04-1', 10);
      const before = await places();
      for (const [order, quantity] of [
        ['DC-SO-1', 7],
        ['DC-SO-2', 1],
        ['DC-SO-3', 1],
      ] as const) {
        await new Erp(app()).sent(shipMessage(`m-${order}`, order, [[1, 'DC-LOW', quantity]]));
        const { work } = await done(office, 'waves.release', { orders: [order] });
        await done(office, 'picking.pick', pickOf(work[0], 'DC-LOW'));
        const isLow = order !== 'DC-SO-1';
        expect(await places()).toEqual([...before, ...(isLow ? ['A-02-04-1 everything'] : [])]);
      }
      const work = (await toCount()).get('A-02-04-1 everything');
      const nothing = { work, empty: true };
      expect((await done(worker, 'counting.count', nothing)).outcome).toBe('recount');
      expect(await said(worker, 'counting.count', nothing)).toBe('refused counting.second_person');
      expect(await said(worker, 'counting.start', { work })).toBe('refused counting.second_person');
      expect((await done(office, 'counting.count', nothing)).outcome).toBe('posted');
    });

    test('a place that comes to owe goods asks to be counted, once until somebody has', async () => {
      const [location, item] = ['DC-OWES', 'DC-B'];
      const what = `${location} everything`;
      await ada.make(`/api/admin/warehouses/EAST/locations/${location}`, { type: 'storage', allowNegativeStock: true });
      await found(item, location, 2);
      const away = (quantity: number) => ({ from: location, to: 'B-07-03-1', item, quantity, unit: 'pcs' });
      const asked: boolean[] = [];
      for (const quantity of [2, 1, 1]) {
        await done(worker, 'inventory.move', away(quantity));
        asked.push((await toCount()).has(what));
      }
      expect(asked).toEqual([false, true, true]);
      const work = (await toCount()).get(what);
      const { body } = await app().call('GET', '/api/console/count-work?warehouse=EAST', { as: office.token });
      const rows = body.items.filter((row: { location: string }) => row.location === location);
      expect(rows).toMatchObject([{ work, origin: 'request', askedBy: 'server', item: null }]);
      expect((await done(office, 'counting.count', { work, empty: true })).outcome).toBe('posted');
      await done(worker, 'inventory.move', away(1));
      expect((await toCount()).get(what)).not.toBe(work);
    });

    test('places and items are asked for; what somebody is sent to already is not asked for twice', async () => {
      const asked = { locations: ['B-07-01-1', 'B-07-02-1'], items: ['DC-B'] };
      const { work } = await done(office, 'counting.request', asked);
      expect(work).toMatchObject([
        { location: 'B-07-01-1', item: 'DC-B' },
        { location: 'B-07-02-1', item: 'DC-B' },
      ]);
      expect((await done(office, 'counting.request', asked)).work).toEqual(work);
      const { work: everywhere } = await done(office, 'counting.request', { items: ['DC-B'] });
      expect(everywhere).toMatchObject([{ location: null, item: 'DC-B' }]);
      expect(await places()).toEqual(expect.arrayContaining(['B-07-01-1 DC-B', 'B-07-02-1 DC-B', 'null DC-B']));
      expect(await said(worker, 'counting.request', asked)).toBe('refused auth.permit_missing');
    });

    test.each<[what: string, body: object, code: string]>([
      ['nothing', {}, 'counting.request_unclear'],
      ['a plan and a place', { plan: 'a', locations: ['B-07-01-1'] }, 'counting.request_unclear'],
      ['a plan that is not there', { plan: 'none' }, 'counting.plan_unknown'],
      ['a packing place', { locations: ['PACK-01'] }, 'counting.not_countable'],
      ['a place that is not there', { locations: ['NOWHERE'] }, 'location.unknown'],
      ['an item that is not there', { items: ['NOTHING'] }, 'item.unknown'],
    ])('%s cannot be asked for', async (_, body, code) => {
      expect(await said(office, 'counting.request', body)).toBe(`refused ${code}`);
    });

    test('plans are changed by whoever decides on counts, and by nobody else', async () => {
      const desk = await atConsole(app(), 'W-1001');
      expect((await desk.make(`${path}/w`, { code: 'w', name: 'W' })).status).toBe(403);
      expect((await ada.make(`${path}/x`, { code: 'x', name: 'X', everyDays: 0 })).status).toBe(422);
      expect((await ada.remove(`${path}/b`)).status).toBe(204);
      expect(await ada.audit('count-plans/EAST/b', 2)).toMatchObject([
        { action: 'count_plan.made' },
        { action: 'count_plan.removed' },
      ]);
    });

    describe('how much the books say', () => {
      test('is in nothing that who counts is answered, or their device hears of the count', async () => {
        const many = 7319;
        await haveItems(app(), [{ number: 'DC-BLIND', unitCost: 0.01 }]);
        await found('DC-BLIND', 'B-08-01-1', many);
        const { work } = (await done(office, 'counting.request', { locations: ['B-08-01-1'] })).work[0];
        const lines = (quantity: number) => [{ location: 'B-08-01-1', item: 'DC-BLIND', quantity, unit: 'pcs' }];
        const answers = [
          await worker.do('counting.start', { work }),
          await worker.do('counting.count', { work, lines: lines(1.5) }),
          await worker.do('counting.count', { work, lines: lines(4) }),
          await worker.do('counting.count', { work, lines: lines(3) }),
        ];
        expect(answers.map(({ outcome, result }) => result?.outcome ?? outcome)).toEqual([
          ...['applied', 'refused', 'recount', 'review'],
        ]);
        const heard = JSON.stringify([answers, (await told()).filter(({ key }) => key === work)]);
        // Ids are made by chance, and may have the same digits.
        for (const number of [many, many - 4, many - 3])
          expect(heard).not.toMatch(new RegExp(`(?<![\\w-])${number}(?![\\w-])`));
      });

      test('is not told either where less is there by now than is missing: a person looks at it', async () => {
        await haveItems(app(), [{ number: 'DC-GONE', unitCost: 1 }]);
        await found('DC-GONE', 'B-08-02-1', 10);
        const { work } = await done(office, 'counting.start', { location: 'B-08-02-1' });
        const countedAt = new Date(clock.now()).toISOString();
        clock.pass(60_000);
        await done(office, 'inventory.move', {
          ...{ from: 'B-08-02-1', to: 'B-08-03-1', item: 'DC-GONE', quantity: 9, unit: 'pcs' },
        });
        clock.pass(60_000);
        const lines = [{ location: 'B-08-02-1', item: 'DC-GONE', quantity: 2, unit: 'pcs', countedAt }];
        const { outcome, count } = await done(office, 'counting.count', { work, lines });
        expect(outcome).toBe('review');
        const { body } = await ada.get('/api/console/counts?warehouse=EAST');
        expect(body.items.find((one: { count: string }) => one.count === count)).toMatchObject({
          refusal: { code: 'counting.stock_changed' },
          differences: [{ expected: 10, counted: 2, difference: -8, posts: null }],
        });
      });
    });

    test('a count that waits shows what accepting it would post by now', async () => {
      await haveItems(app(), [{ number: 'DC-WAIT', unitCost: 1 }]);
      await found('DC-WAIT', 'B-09-01-1', 10);
      const { work } = await done(worker, 'counting.start', { location: 'B-09-01-1' });
      const lines = [{ location: 'B-09-01-1', item: 'DC-WAIT', quantity: 6, unit: 'pcs' }];
      await done(worker, 'counting.count', { work, lines });
      const { count } = await done(worker, 'counting.count', { work, lines });
      clock.pass(5000);
      const correction = { location: 'B-09-01-1', item: 'DC-WAIT', quantity: -1, unit: 'pcs', reason: 'not-there' };
      await done(office, 'inventory.adjust', correction);
      const { body } = await ada.get('/api/console/counts?warehouse=EAST');
      expect(body.items.find((one: { count: string }) => one.count === count)).toMatchObject({
        attemptedBy: ['W-1001', 'W-1001'],
        refusal: null,
        differences: [{ expected: 10, counted: 6, difference: -4, posts: -3 }],
      });
      expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
    });

    test('goods that were put down at the next shelf by mistake: the decision knows which scan it may have been', async () => {
      await haveItems(app(), [{ number: 'DC-SLIP', unitCost: 1 }]);
      await found('DC-SLIP', 'B-09-02-1', 10);
      const device = await Device.signIn(app(), 'W-1001');
      const move = { from: 'B-09-02-1', to: 'B-09-03-1', item: 'DC-SLIP', quantity: 3, unit: 'pcs' };
      await done(device, 'inventory.move', move);
      clock.pass(5000);
      const { work } = await done(device, 'counting.start', { location: 'B-09-04-1' });
      const lines = [
        { location: 'B-09-04-1', item: 'DC-KG', quantity: 0, unit: 'kg' },
        { location: 'B-09-04-1', item: 'DC-SLIP', quantity: 3, unit: 'pcs' },
      ];
      await done(device, 'counting.count', { work, lines });
      const { count } = await done(device, 'counting.count', { work, lines });
      const { body } = await ada.get('/api/console/counts?warehouse=EAST');
      const [difference] = body.items.find((one: { count: string }) => one.count === count).differences;
      expect(difference).toMatchObject({
        ...{ item: 'DC-SLIP', difference: 3, isNew: true },
        told: { after: 'B-09-04-1', scans: 2, previous: 'DC-KG', next: null },
      });
      expect(difference.causes[0]).toMatchObject({
        ...{ kind: 'moved', type: 'inventory.move', place: 'B-09-03-1', quantity: 3 },
        whereabouts: { after: 'B-09-02-1', scans: 1 },
      });
    });

    describe('a zone that several people count', () => {
      const inZone = ['ZC-1', 'ZC-2', 'ZC-3'];
      const next = { zone: 'ZC' };

      beforeAll(async () => {
        for (const code of inZone) {
          const place = { type: 'storage', zone: 'ZC', sequence: Number(code.slice(-1)) };
          expect((await ada.make(`/api/admin/warehouses/EAST/locations/${code}`, place)).status).toBe(201);
        }
      });

      test('each is given the next place that nobody is at, and their own again until they have told of it', async () => {
        const { work } = await done(office, 'counting.request', { zones: ['ZC'] });
        expect(work.map(({ location }: { location: string }) => location)).toEqual(inZone);
        const other = await Device.signIn(app(), 'A-3001');
        const placesOf = async (...devices: Device[]) => {
          const begun = [];
          for (const device of devices) begun.push((await done(device, 'counting.start', next)).location);
          return begun;
        };
        expect(await placesOf(worker, other, worker, office)).toEqual(['ZC-1', 'ZC-2', 'ZC-1', 'ZC-3']);
        const things = (await told()).filter(({ key }) => key === work[1].work);
        expect(things.at(-1)?.value).toMatchObject({
          zone: 'ZC',
          claimedBy: 'A-3001',
          claimedUntil: expect.any(String),
        });
        expect((await done(worker, 'counting.count', { work: work[0].work, empty: true })).outcome).toBe('posted');
        expect(await said(worker, 'counting.start', next)).toBe('refused counting.zone_done');
        clock.pass(31 * 60_000);
        expect(await placesOf(worker)).toEqual(['ZC-2']);
      });

      test('who asked for it calls it back: nobody is sent there any more, and a count told later is refused', async () => {
        const { body } = await ada.get('/api/console/count-work?warehouse=EAST');
        const open = body.items.filter(({ location }: { location: string | null }) => location?.startsWith('ZC-'));
        expect(open).toMatchObject([
          { location: 'ZC-2', claimedBy: 'W-1001' },
          { location: 'ZC-3', claimedBy: null },
        ]);
        const reason = 'the shelf is taken down';
        for (const { work } of open) {
          expect(await said(worker, 'counting.withdraw', { work, reason })).toBe('refused auth.permit_missing');
          await done(office, 'counting.withdraw', { work, reason });
          expect(await said(office, 'counting.withdraw', { work, reason })).toBe('refused counting.work_withdrawn');
          expect(await said(worker, 'counting.count', { work, empty: true })).toBe('refused counting.work_withdrawn');
        }
        expect((await places()).filter((place) => place.startsWith('ZC-'))).toEqual([]);
        const counts = await ada.get('/api/console/counts?warehouse=EAST&status=withdrawn');
        expect(counts.body.items).toMatchObject([
          { location: 'ZC-3', reviewedBy: 'S-2001', reviewReason: reason },
          { location: 'ZC-2', reviewedBy: 'S-2001', reviewReason: reason },
        ]);
      });

      test('what a plan in use would ask for again is not called back', async () => {
        const where = { abcClasses: [], zones: ['ZC'], types: [] };
        expect(
          (await ada.make(`${path}/zc`, { code: 'zc', name: 'ZC', by: 'place', when: where, everyDays: 1 })).status,
        ).toBe(201);
        const [{ work }] = (await done(office, 'counting.request', { plan: 'zc' })).work;
        const called = { work, reason: 'not today' };
        expect(await said(office, 'counting.withdraw', called)).toBe('refused counting.still_planned');
        await ada.edit(`${path}/zc`, { isActive: false });
        await done(office, 'counting.withdraw', called);
      });

      test.each<[what: string, type: string, body: object, code: string]>([
        ['a zone without places', 'counting.request', { zones: ['NONE'] }, 'counting.zone_unknown'],
        ['a zone that only goods on their way pass', 'counting.request', { zones: ['PACK'] }, 'counting.zone_unknown'],
        ['a plan and a zone', 'counting.request', { plan: 'a', zones: ['ZC'] }, 'counting.request_unclear'],
        ['a zone and a place', 'counting.start', { zone: 'ZC', location: 'ZC-1' }, 'counting.scope_missing'],
        ['a zone where nothing is to be counted', 'counting.start', { zone: 'NONE' }, 'counting.zone_done'],
        ['work that is not there', 'counting.withdraw', { work: 'WK-9', reason: 'x' }, 'counting.work_unknown'],
      ])('%s', async (_, type, body, code) => {
        expect(await said(office, type, body)).toBe(`refused ${code}`);
      });
    });

    test('whoever counted a shelf beside the one they scanned is asked whether they still stand there', async () => {
      const [item, here, there] = ['DC-DOUBT', 'B-05-03-1', 'B-05-02-1'];
      await haveItems(app(), [{ number: item, unitCost: 0.01 }]);
      await found(item, there, 6421);
      const device = await Device.signIn(app(), 'W-1001');
      const first = await done(device, 'counting.start', { location: there });
      clock.pass(1000);
      const { work } = await done(device, 'counting.start', { location: here });
      clock.pass(1000);
      const lines = [{ location: here, item, quantity: 6420, unit: 'pcs' }];
      expect((await done(device, 'counting.count', { work, lines })).outcome).toBe('recount');
      const thing = (await told()).filter(({ key }) => key === work).at(-1);
      expect(thing?.value).toMatchObject({ doubt: { by: 'W-1001', place: there, scans: 2 } });
      expect(JSON.stringify(thing)).not.toMatch(/DC-DOUBT|642/);
      for (const each of [first.work, work]) await done(office, 'counting.withdraw', { work: each, reason: 'over' });
    });

    test('the date of a lot that was read wrong is not kept where the count is rejected, and is where it is accepted', async () => {
      const [item, place] = ['DC-LOT', 'B-05-04-1'];
      await haveItems(app(), [{ number: item, unitCost: 1, lot: true, expiry: true }]);
      const counted = async (expiryDate: string) => {
        const { work } = await done(worker, 'counting.start', { location: place });
        const lines = [{ location: place, item, lot: 'L1', expiryDate, quantity: 4, unit: 'pcs' }];
        await done(worker, 'counting.count', { work, lines });
        return (await done(worker, 'counting.count', { work, lines })).count;
      };
      const decided = async (count: string, decision: string) =>
        done(office, 'counting.review', { count, decision, reason: 'looked' });
      await decided(await counted('2027-01-31'), 'reject');
      await decided(await counted('2027-10-31'), 'accept');
      const { body } = await app().call('GET', `/api/device/stock?location=${place}`, { as: office.token });
      expect(body.items).toMatchObject([{ item, lot: 'L1', expiryDate: '2027-10-31', onHand: 4 }]);
      expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
    });
  },
  { clock },
);
