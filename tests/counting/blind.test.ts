import { describe, expect, test } from 'vitest';
import { blindMs, claimLeaseMs } from '#shared/ledger/claim-lease.ts';
import type { PickWorkThing } from '#shared/ledger/outbound-thing.ts';
import { atConsole } from '../support/administrator.ts';
import { announcer } from '../support/announced.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems } from '../support/orders.ts';
import { done } from '../support/pick-faces.ts';
import { published, whenPublished } from '../support/published.ts';
import { tenCounted } from '../support/ten-counted.ts';

const clock = new ManualClock();
interface ToldThing {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

onBothDatabases(
  'who counts',
  (app) => {
    const { tenOf, next } = tenCounted(app);

    test('is told by no look-up either, until they are done; who decides on counts is', async () => {
      const { item, place, worker, supervisor, says } = await tenOf();
      await whenPublished(app());
      const then = new Date(clock.now()).toISOString();
      const looks = [
        ...[`device/stock?location=${place}`, `device/stock?item=${item}`],
        ...[place, item].map((code) => `device/look-up?warehouse=EAST&code=${code}`),
        `device/history?warehouse=EAST&item=${item}`,
        `device/explain?warehouse=EAST&location=${place}&item=${item}&about=picking`,
        ...[place, item].map((code) => `console/stock?warehouse=EAST&search=${code}`),
        ...[`location=${place}`, `item=${item}`].map((of) => `console/stock-then?warehouse=EAST&at=${then}&${of}`),
      ];
      const answers = (who: Device) =>
        Promise.all(looks.map(async (look) => (await app().call('GET', `/api/${look}`, { as: who.token })).status));
      expect([await answers(worker), await answers(supervisor)]).toEqual([looks.map(() => 409), looks.map(() => 200)]);
      const tooMany = { from: place, to: 'B-12-01-1', item, quantity: 99, unit: 'pcs' };
      const refused = worker.command('inventory.move', tooMany);
      const bodyless = { ...worker.command('inventory.move', {}), body: null };
      const [{ problem }, unreadable] = await worker.send(refused, bodyless);
      expect([problem.code, problem.params.there]).toEqual(['stock.not_enough', '?']);
      expect(unreadable.problem.code).toBe('command.body_invalid');
      await says(10);
      expect(await answers(worker)).toEqual(looks.map(() => 200));
      expect((await worker.do('inventory.move', tooMany)).problem.params.there).toBe(10);
    });

    test('prints no label that says how many there are, until they are done', async () => {
      const plate = `LABELLED-${next()}`;
      const { worker, supervisor, says } = await tenOf({}, { licensePlate: plate });
      const path = `/api/device/labels/license-plate?warehouse=EAST&subject=${plate}`;
      const look = async ({ token }: Device) =>
        (await app().call('GET', path, { as: token, headers: { accept: 'text/plain' } })).status;
      const print = async (device: Device) =>
        (await device.do('labels.print', { kind: 'license-plate', subject: plate })).problem?.code ?? 'printed';
      expect([await look(worker), await print(worker)]).toEqual([409, 'counting.blind']);
      expect([await look(supervisor), await print(supervisor)]).toEqual([200, 'printed']);
      await says(10, { licensePlate: plate });
      expect([await look(worker), await print(worker)]).toEqual([200, 'printed']);
    });

    test('is not told of a plate that came with a notice what came on it, until they are done', async () => {
      const announce = announcer(app);
      const { plate, load, one, device } = await announce(({ order, one, plate }) => [
        { licensePlate: plate, lines: [[order, 1, one, 6]] },
      ]);
      const supervisor = await Device.signIn(app(), 'S-2001');
      await done(device, 'receiving.register', { licensePlate: plate, location: 'DOCK-01' });
      await done(supervisor, 'putaway.put', { licensePlate: plate, to: 'B-11-01-1', overrideReason: 'other' });
      const seenBy = async ({ token }: Device) => {
        await whenPublished(app());
        const get = async (path: string) => (await app().call('GET', `/api/${path}`, { as: token })).body;
        return {
          expected: (await get(`device/expected?load=${load}`)).items[0].lines.length,
          onLoad: (await get(`console/loads/${load}`)).plateItems.length,
        };
      };
      const all = { expected: 1, onLoad: 1 };
      expect(await seenBy(device)).toEqual(all);
      const { work } = await done(device, 'counting.start', { location: 'B-11-01-1' });
      expect(await seenBy(device)).toEqual({ expected: 0, onLoad: 0 });
      expect(await seenBy(supervisor)).toEqual(all);
      const lines = [{ location: 'B-11-01-1', item: one, licensePlate: plate, quantity: 6, unit: 'pcs' }];
      await done(device, 'counting.count', { work, lines });
      expect(await seenBy(device)).toEqual(all);
    });

    test('is told by nothing after a break either: the count may still come from them', async () => {
      const { place, worker, supervisor, says } = await tenOf();
      clock.pass(2 * claimLeaseMs);
      const look = async ({ token }: Device) =>
        (await app().call('GET', `/api/device/stock?location=${place}`, { as: token })).status;
      expect([await look(worker), await look(supervisor)]).toEqual([409, 200]);
      await says(10);
      expect(await look(worker)).toBe(200);
    });

    describe('copies that devices keep', () => {
      /** What a device was told of since a position, by kind and key; the newest of each. */
      async function told(device: Device, after: number) {
        await whenPublished(app());
        const news = `/api/device/changes?after=${after}&warehouse=EAST&limit=1000`;
        const { body } = await app().call('GET', news, { as: device.token });
        return new Map(body.items.map((one: ToldThing) => [`${one.kind} ${one.key}`, one.value]));
      }

      /** Ten pieces of a kilogram on a plate, which a worker has begun to count. */
      async function countedPlate(isEverywhere = false) {
        const before = await published(app());
        const plate = `PLATE-${next()}`;
        const known = await tenOf({ extra: { weight: { net: 1, unit: 'kg' } } }, { licensePlate: plate }, isEverywhere);
        return { ...known, plate, before, key: `DEMO:${known.item}` };
      }

      test.each<[string, (counted: Awaited<ReturnType<typeof countedPlate>>) => Promise<unknown>, boolean?]>([
        ['is told', ({ says, plate }) => says(10, { licensePlate: plate })],
        ['of all there is of the item is told', ({ says, plate }) => says(10, { licensePlate: plate }), true],
        ['waits for a second look', ({ says }) => says(9).then(() => says(9))],
        ['is withdrawn', ({ supervisor, work }) => done(supervisor, 'counting.withdraw', { work, reason: 'not now' })],
        ['was let lie for a shift', async () => clock.pass(blindMs)],
      ])('tell who counts how much is there only when the count %s', async (_when, end, isEverywhere) => {
        const counted = await countedPlate(isEverywhere);
        const { plate, place, before, key, worker, supervisor } = counted;
        const things = [`licensePlate ${plate}`, `location ${place}`];
        const contents = [expect.objectContaining({ item: key, quantityBase: 10 })];
        const weighed = expect.objectContaining({ weightMilligrams: 10_000_000, plates: 1 });
        const whole = [{ licensePlate: plate, location: place, contents }, weighed];
        const seenBy = async (device: Device, after: number) => {
          const news = await told(device, after);
          return things.map((thing) => news.get(thing));
        };
        expect(await seenBy(supervisor, before)).toEqual(whole);
        const [onPlate, there] = await seenBy(worker, before);
        expect(onPlate).toEqual({ licensePlate: plate, location: place, contents: [], withheld: [key] });
        expect(there).not.toHaveProperty('weightMilligrams');
        const during = await published(app());
        await end(counted);
        await expect.poll(() => seenBy(worker, during), { timeout: 10_000 }).toEqual(whole);
      });

      test('tell neither who began a count nor who took it over, until one of them is done', async () => {
        const { plate, before, key, worker, work, place, item } = await countedPlate();
        const ada = await atConsole(app(), 'A-3001');
        await ada.make('/api/admin/people/W-1002', { name: 'Otto', roles: { EAST: 'worker' }, pin: '1002' });
        const other = await Device.signIn(app(), 'W-1002', { pin: '1002' });
        await done(other, 'counting.start', { work });
        const seenBy = async (device: Device, after: number) =>
          (await told(device, after)).get(`licensePlate ${plate}`);
        const hidden = { contents: [], withheld: [key] };
        expect([await seenBy(worker, before), await seenBy(other, before)]).toMatchObject([hidden, hidden]);
        const look = async ({ token }: Device) =>
          (await app().call('GET', `/api/device/stock?location=${place}`, { as: token })).status;
        expect([await look(worker), await look(other)]).toEqual([409, 409]);
        const during = await published(app());
        const lines = [{ location: place, item, licensePlate: plate, quantity: 10, unit: 'pcs' }];
        await done(worker, 'counting.count', { work, lines });
        const all = { contents: [{ item: key, quantityBase: 10 }] };
        expect([await seenBy(worker, during), await seenBy(other, during)]).toMatchObject([all, all]);
        expect([await look(worker), await look(other)]).toEqual([200, 200]);
      });

      test('tell who has to leave it to a second counter, and that one only once it is done', async () => {
        const item = `SECOND-${next()}`;
        const plate = `LP-${item}`;
        const place = 'B-10-02-1';
        await haveItems(app(), [{ number: item, unitCost: 1, extra: { abcClass: 'S2' } }]);
        const ada = await atConsole(app(), 'A-3001');
        const plan = { code: 'second', name: 'Twice', when: { abcClasses: ['S2'] }, secondCounter: true };
        expect((await ada.make('/api/admin/count-plans/EAST/second', plan)).status).toBe(201);
        await ada.make('/api/admin/people/W-1003', { name: 'Mia', roles: { EAST: 'worker' }, pin: '1003' });
        const first = await Device.signIn(app(), 'W-1001');
        const second = await Device.signIn(app(), 'W-1003', { pin: '1003' });
        const supervisor = await Device.signIn(app(), 'S-2001');
        const goods = { location: place, item, quantity: 10, unit: 'pcs', licensePlate: plate };
        await done(supervisor, 'inventory.adjust', { ...goods, reason: 'found' });
        const [{ work }] = (await done(supervisor, 'counting.request', { plan: 'second' })).work;
        const counts = (device: Device, quantity: number) =>
          done(device, 'counting.count', { work, lines: [{ ...goods, quantity }] });
        const seenSince = async (device: Device, after: number) =>
          (await told(device, after)).get(`licensePlate ${plate}`);
        const hidden = { contents: [], withheld: [`DEMO:${item}`] };
        const all = { contents: [{ quantityBase: 10 }] };
        let since = await published(app());
        await done(first, 'counting.start', { work });
        expect(await seenSince(first, since)).toMatchObject(hidden);
        since = await published(app());
        expect((await counts(first, 9)).outcome).toBe('recount');
        expect(await seenSince(first, since)).toMatchObject(all);
        await done(second, 'counting.start', { work });
        expect([await seenSince(first, since), await seenSince(second, since)]).toMatchObject([all, hidden]);
        since = await published(app());
        expect((await counts(second, 9)).outcome).toBe('review');
        expect(await seenSince(second, since)).toMatchObject(all);
        const { k } = app().services.store.read;
        expect(await k.selectFrom('count_begun').select('badge').where('work', '=', work).execute()).toEqual([]);
      });

      test('tell of a plate that is carried away from there what is on it', async () => {
        const { plate, place, worker, supervisor, key } = await countedPlate();
        const during = await published(app());
        await done(supervisor, 'inventory.move', { from: place, to: 'B-10-01-1', licensePlate: plate });
        const moved = { location: 'B-10-01-1', contents: [{ item: key, quantityBase: 10 }] };
        expect((await told(worker, during)).get(`licensePlate ${plate}`)).toMatchObject(moved);
      });

      test.each([
        ['who picks', true],
        ['anybody, of the work of others', false],
      ])('do not tell %s what else is free where they count', async (_who, isOwn) => {
        const { item, worker, supervisor, place } = await tenOf();
        const five = { location: 'B-12-02-1', item, quantity: 5, unit: 'pcs', reason: 'found' };
        await done(supervisor, 'inventory.adjust', five);
        await new Erp(app()).sent(shipMessage(`m-${item}`, `SO-${item}`, [[1, item, 2]]));
        const { work } = await done(supervisor, 'waves.release', { orders: [`SO-${item}`] });
        const [{ work: pick, lines: picked }] = work;
        const other = picked[0].location === place ? 'B-12-02-1' : place;
        await done(isOwn ? worker : supervisor, 'picking.claim', { work: pick });
        const claimed = await published(app());
        const { work: counted } = await done(worker, 'counting.start', { location: place, item });
        const elsewhere = async (after: number) => {
          const thing = (await told(worker, after)).get(`pickWork ${pick}`) as PickWorkThing;
          return thing.lines.flatMap(({ alternatives }) => alternatives.map(({ location: where }) => where));
        };
        const hidden = await elsewhere(claimed);
        const during = await published(app());
        const lines = [{ location: place, item, quantity: 10, unit: 'pcs' }];
        await done(worker, 'counting.count', { work: counted, lines });
        expect([hidden, await elsewhere(during)]).toEqual([[], [other]]);
      });
    });
  },
  { clock },
);
