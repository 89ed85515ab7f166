import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems } from '../support/orders.ts';
import { done, PickFaces } from '../support/pick-faces.ts';
import { whenPublished } from '../support/published.ts';
import { verified } from '../support/verified.ts';

const place = 'B-11-03-1';
const elsewhere = 'B-11-04-1';
const clock = new ManualClock();

onBothDatabases(
  'a count that is accepted after others were there',
  (app) => {
    let items = 0;

    /** Of ten pieces a worker counted other goods twice; a supervisor has to look at it. */
    async function waiting(line: object, extra: object = {}) {
      items += 1;
      const item = `RL-${items}`;
      await haveItems(app(), [{ number: item, unitCost: 1, ...extra }]);
      const worker = await Device.signIn(app(), 'W-1001');
      const supervisor = await Device.signIn(app(), 'S-2001');
      const meanwhile = async (type: string, body: object) => {
        clock.pass(5000);
        const done = await supervisor.do(type, body);
        expect([done.outcome, done.problem]).toEqual(['applied', null]);
        clock.pass(5000);
        return done.result;
      };
      const adjust = (body: object) => meanwhile('inventory.adjust', { location: place, item, unit: 'pcs', ...body });
      if (extra !== pieces) await adjust({ quantity: 10, reason: 'found' });
      const { work } = (await worker.do('counting.start', { location: place, item })).result;
      const lines = [{ location: place, item, unit: 'pcs', ...line }];
      await worker.do('counting.count', { work, lines });
      const { result } = await worker.do('counting.count', { work, lines });
      expect(result.outcome).toBe('review');
      const accept = () => {
        clock.pass(5000);
        return supervisor.do('counting.review', { count: result.count, decision: 'accept', reason: 'seen' });
      };
      const onHand = async (): Promise<[string, number][]> => {
        const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: worker.token });
        return body.items.map((row: { location: string; onHand: number }) => [row.location, row.onHand]);
      };
      return { item, supervisor, meanwhile, adjust, accept, onHand, count: result.count as string };
    }

    const pieces = { serial: true };

    /** What the ERP is told of an item altogether. */
    async function told(item: string): Promise<number> {
      await whenPublished(app());
      const { body } = await app().call('GET', '/api/erp/counting-journals?limit=1000', { as: 'demo-erp-key' });
      const lines: { item: string; difference: number }[] = body.items.flatMap(
        (journal: { lines: object[] }) => journal.lines,
      );
      return lines.filter((line) => line.item === item).reduce((sum, { difference }) => sum + difference, 0);
    }

    test.each<[what: string, change: object | null, left: number]>([
      ['nobody was there', null, 7],
      ['they are written off already', { quantity: -3, reason: 'not-there' }, 7],
      ['one of them is written off already', { quantity: -1, reason: 'correction' }, 7],
      ['more than them was written off', { quantity: -4, reason: 'correction' }, 7],
      ['others were found on the books’ behalf', { quantity: 2, reason: 'found' }, 7],
      ['one more broke and was carried away', { quantity: -1, reason: 'damaged' }, 6],
    ])('seven of ten, and meanwhile %s: the books say what lies there', async (_, change, left) => {
      const { item, adjust, accept, onHand } = await waiting({ quantity: 7 });
      if (change) await adjust(change);
      expect((await accept()).result).toMatchObject({ status: 'posted' });
      expect(await onHand()).toEqual([[place, left]]);
      expect(await told(item)).toBe(left);
    });

    test('goods that had left before they were counted, as somebody without a network tells by now: nothing is missing', async () => {
      const other = await Device.signIn(app(), 'A-3001');
      const occurredAt = new Date(clock.now() + 6000).toISOString();
      const { item, accept, onHand } = await waiting({ quantity: 7 });
      clock.pass(60_000);
      const body = { from: place, to: elsewhere, item, quantity: 3, unit: 'pcs' };
      const [moved] = await other.send(other.command('inventory.move', body, { occurredAt }));
      expect([moved.outcome, moved.problem]).toEqual(['applied', null]);
      expect((await accept()).result).toMatchObject({ status: 'posted' });
      expect(await onHand()).toEqual([
        [place, 7],
        [elsewhere, 3],
      ]);
      expect(await told(item)).toBe(10);
    });

    test('two who decide at the same moment: one of them does, and it is posted once', async () => {
      const { item, count, supervisor, onHand } = await waiting({ quantity: 7 });
      clock.pass(5000);
      const other = await Device.signIn(app(), 'A-3001');
      const accept = { count, decision: 'accept', reason: 'seen' };
      const answers = await Promise.all([supervisor, other].map((who) => who.do('counting.review', accept)));
      expect(answers.map(({ outcome, problem }) => problem?.code ?? outcome).sort()).toEqual([
        'applied',
        'counting.not_in_review',
      ]);
      expect([await onHand(), await told(item)]).toEqual([[[place, 7]], 7]);
    });

    test('another count of the place has said so already: nothing is posted, and nothing told twice', async () => {
      const { item, supervisor, meanwhile, accept, onHand, count } = await waiting({ quantity: 7 });
      const { work } = await meanwhile('counting.start', { location: place, item });
      await meanwhile('counting.count', { work, lines: [{ location: place, item, quantity: 7, unit: 'pcs' }] });
      const { result } = await accept();
      expect([result.status, result.journal]).toEqual(['posted', undefined]);
      expect([await onHand(), await told(item)]).toEqual([[[place, 7]], 7]);
      const { body } = await app().call('GET', '/api/console/counts?warehouse=EAST&status=posted', {
        as: supervisor.token,
      });
      expect(body.items.find((one: { count: string }) => one.count === count)).toMatchObject({ differences: [] });
    });

    test('a piece that was found is on the books there by now: it is not found again', async () => {
      const found = { quantity: 1, serials: ['RL-S1'] };
      const { adjust, accept, onHand } = await waiting(found, pieces);
      await adjust({ ...found, reason: 'found' });
      expect((await accept()).result).toMatchObject({ status: 'posted' });
      expect(await onHand()).toEqual([[place, 1]]);
    });

    test('a piece that was found is known at another place by now: nobody accepts it here', async () => {
      const found = { quantity: 1, serials: ['RL-S2'] };
      const { adjust, accept, onHand } = await waiting(found, pieces);
      await adjust({ ...found, location: elsewhere, reason: 'found' });
      expect((await accept()).problem?.code).toBe('counting.serial_elsewhere');
      expect(await onHand()).toEqual([[elsewhere, 1]]);
    });

    test('a plate that was found stands at another place by now: nobody accepts it here', async () => {
      const { adjust, accept } = await waiting({ quantity: 12, licensePlate: 'RL-PLATE' });
      await adjust({ location: elsewhere, quantity: 1, licensePlate: 'RL-PLATE', reason: 'found' });
      expect((await accept()).problem?.code).toBe('counting.plate_elsewhere');
      expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
    });
  },
  { clock },
);

onBothDatabases('counting where goods are to be brought from', (app) => {
  test('less is there than was to be brought: so much less is brought, and the order’s promise shrinks with it', async () => {
    const faces = await PickFaces.begin(app());
    const { item } = await faces.scene({ reserve: 48 });
    const { fills } = await faces.released(item, 5);
    const from = 'A-01-02-2';
    const { work } = await done(faces.office, 'counting.start', { location: from, item });
    const lines = [{ location: from, item, quantity: 2, unit: 'pcs' }];
    expect(await done(faces.office, 'counting.count', { work, lines })).toMatchObject({ outcome: 'posted' });
    expect(await faces.stockOf(item)).toEqual([`${from} 2 (2)`]);
    expect(await faces.lineOf(fills[0]?.work ?? '')).toEqual([`${from} 2 open`]);
    await faces.booksBalance();
    // Of another item nothing is there at all: who waited for it waits no longer.
    const { item: gone } = await faces.scene({ reserve: 48 });
    await faces.released(gone, 5);
    const { work: next } = await done(faces.office, 'counting.start', { location: from, item: gone });
    expect(await done(faces.office, 'counting.count', { work: next, empty: true })).toMatchObject({
      outcome: 'posted',
    });
    await faces.booksBalance();
  });
});
