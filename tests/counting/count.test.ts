import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveSourceSystem, keyOf } from '../support/orders.ts';
import { done } from '../support/pick-faces.ts';
import { published, whenPublished } from '../support/published.ts';
import { tenCounted } from '../support/ten-counted.ts';
import { verified } from '../support/verified.ts';

const clock = new ManualClock();
const instant = () => new Date(clock.now()).toISOString();

onBothDatabases(
  'counting',
  (app) => {
    const { tenOf } = tenCounted(app);

    async function journals(item: string) {
      await whenPublished(app());
      const { body } = await app().call('GET', '/api/erp/counting-journals?limit=1000', { as: 'demo-erp-key' });
      const lines = body.items.flatMap((journal: { lines: { item: string }[] }) => journal.lines);
      return lines.filter((line: { item: string }) => line.item === item);
    }

    test('who counts is told what to count, and never how many', async () => {
      const { item, place, started } = await tenOf();
      expect(started).toEqual({
        work: expect.stringMatching(/^WK-\d{8}$/),
        ledgerPosition: expect.any(Number),
        lines: [{ location: place, item, unit: 'pcs', licensePlate: null, lot: null }],
      });
    });

    test('what is as the books say is posted without a journal, and the work is done', async () => {
      const { item, says, onHand } = await tenOf();
      const { outcome, result } = await says(10);
      expect([outcome, result.outcome, result.journal]).toEqual(['applied', 'posted', undefined]);
      expect([await onHand(), (await journals(item)).length]).toEqual([10, 1]);
      expect((await says(10)).problem.code).toBe('counting.work_done');
    });

    test('golden scenario 8: nine and again nine of ten wait for a person; rejected, ten stay and no ERP hears of it', async () => {
      const { item, says, onHand, supervisor } = await tenOf();
      expect((await says(9)).result.outcome).toBe('recount');
      const { result } = await says(9);
      expect(result.outcome).toBe('review');
      const waiting = await app().call('GET', '/api/console/counts?warehouse=EAST', { as: supervisor.token });
      expect(waiting.body.items.find((one: { count: string }) => one.count === result.count)).toMatchObject({
        attempts: 2,
        countedBy: 'W-1001',
        differences: [{ item, expected: 10, counted: 9, difference: -1, unit: 'pcs' }],
      });
      const answer = await supervisor.do('counting.review', {
        count: result.count,
        decision: 'reject',
        reason: 'seen',
      });
      expect([answer.outcome, answer.result.status]).toEqual(['applied', 'rejected']);
      expect([await onHand(), (await journals(item)).length]).toEqual([10, 1]);
    });

    test('accepted by somebody else, the difference alone is posted and told', async () => {
      const { item, place, says, onHand, supervisor, worker } = await tenOf();
      await says(12);
      const { result } = await says(12);
      const own = await worker.do('counting.review', { count: result.count, decision: 'accept', reason: 'mine' });
      expect(own.outcome).toBe('refused');
      const body = { from: place, to: 'B-12-01-1', item, quantity: 4, unit: 'pcs' };
      expect((await worker.do('inventory.move', body)).outcome).toBe('applied');
      const { result: accepted } = await supervisor.do('counting.review', {
        count: result.count,
        decision: 'accept',
        reason: 'counted myself',
      });
      expect(accepted).toMatchObject({ status: 'posted', journal: expect.stringMatching(/^CJ-/) });
      expect(await onHand()).toBe(12);
      expect((await journals(item)).at(-1)).toMatchObject({ location: place, difference: 2, unit: 'pcs' });
    });

    test('a supervisor’s own count needs nobody else, unless it is worth too much', async () => {
      const { item, place, supervisor, onHand } = await tenOf();
      const { result } = await supervisor.do('counting.start', { location: place, item });
      const lines = [{ location: place, item, quantity: 8, unit: 'pcs' }];
      const counted = await supervisor.do('counting.count', { work: result.work, lines });
      expect([counted.result.outcome, await onHand()]).toEqual(['posted', 8]);
    });

    test('nobody accepts a count of their own', async () => {
      const { item, place, supervisor, onHand } = await tenOf({ unitCost: 90 });
      const { result } = await supervisor.do('counting.start', { location: place, item });
      const lines = [{ location: place, item, quantity: 25, unit: 'pcs' }];
      const { result: counted } = await supervisor.do('counting.count', { work: result.work, lines });
      expect(counted.outcome).toBe('review');
      const accept = { count: counted.count, decision: 'accept', reason: 'sure' };
      expect((await supervisor.do('counting.review', accept)).problem.code).toBe('counting.own_count');
      expect(await onHand()).toBe(10);
    });

    test('golden scenario 9: what is picked between start and entry is no difference', async () => {
      const { item, place, worker, says, onHand } = await tenOf();
      await worker.do('inventory.move', { from: place, to: 'B-12-02-1', item, quantity: 2, unit: 'pcs' });
      const { result } = await says(8);
      expect([result.outcome, result.journal, await onHand()]).toEqual(['posted', undefined, 10]);
    });

    test.each<[when: string, minutes: number | null, outcome: string]>([
      ['before it was taken', 3, 'posted'],
      ['after it was taken', 1, 'recount'],
      ['with the rest of the place', null, 'recount'],
    ])('ten that were told %s, of which two are gone at the end of the count', async (_when, minutes, outcome) => {
      const { item, place, work, worker } = await tenOf();
      const start = clock.now();
      const other = await Device.signIn(app(), 'S-2001');
      clock.pass(120_000);
      const move = { from: place, to: 'STAGE-02', item, quantity: 2, unit: 'pcs' };
      const [moved] = await other.send(other.command('inventory.move', move, { occurredAt: instant() }));
      expect(moved.outcome).toBe('applied');
      clock.pass(120_000);
      const countedAt = minutes === null ? {} : { countedAt: new Date(start + (4 - minutes) * 60_000).toISOString() };
      const lines = [{ location: place, item, quantity: 10, unit: 'pcs', ...countedAt }];
      // The device has heard of what was taken by the time it sends the count.
      const knownAt = await published(app());
      const counted = worker.command('counting.count', { work, lines }, { occurredAt: instant(), knownAt });
      const [answer] = await worker.send(counted);
      expect([answer.problem, answer.result?.outcome]).toEqual([null, outcome]);
    });

    test('an item that is nowhere on the shelves is not written off where it is on its way', async () => {
      const { item, place, supervisor, onHand } = await tenOf();
      await done(supervisor, 'inventory.move', { from: place, to: 'STAGE-02', item, quantity: 4, unit: 'pcs' });
      const { work, lines } = await done(supervisor, 'counting.start', { item });
      expect(lines).toMatchObject([{ location: place, item }]);
      expect((await done(supervisor, 'counting.count', { work, empty: true })).outcome).toBe('posted');
      expect(await onHand()).toBe(4);
    });

    test('a count that was made without a network is compared with the books of its own moment', async () => {
      const { item, place, worker, work, onHand } = await tenOf();
      const lines = [{ location: place, item, quantity: 10, unit: 'pcs' }];
      const counted = worker.command('counting.count', { work, lines }, { occurredAt: instant() });
      clock.pass(120_000);
      const other = await Device.signIn(app(), 'S-2001');
      const move = { from: place, to: 'B-12-03-1', item, quantity: 3, unit: 'pcs' };
      const [moved] = await other.send(other.command('inventory.move', move, { occurredAt: instant() }));
      expect(moved.outcome).toBe('applied');
      clock.pass(60_000);
      const [answer] = await worker.send(counted);
      expect([answer.outcome, answer.result.outcome, await onHand()]).toEqual(['applied', 'posted', 10]);
    });

    test('goods that had left before a count are not there, though their taker tells of it later', async () => {
      const { item, place, worker, work } = await tenOf();
      const other = await Device.signIn(app(), 'S-2001');
      const move = { from: place, to: 'B-12-04-1', item, quantity: 3, unit: 'pcs' };
      const taken = other.command('inventory.move', move, { occurredAt: instant() });
      clock.pass(60_000);
      const lines = [{ location: place, item, quantity: 7, unit: 'pcs' }];
      const counted = worker.command('counting.count', { work, lines }, { occurredAt: instant() });
      clock.pass(60_000);
      expect((await other.send(taken))[0].outcome).toBe('applied');
      const [answer] = await worker.send(counted);
      expect([answer.outcome, answer.result.outcome]).toEqual(['applied', 'posted']);
    });

    test('goods whose taker told of it before a count had left by then, though that clock says they leave later', async () => {
      const { item, place, worker, work } = await tenOf();
      const other = await Device.signIn(app(), 'S-2001');
      const move = { from: place, to: 'STAGE-02', item, quantity: 3, unit: 'pcs' };
      const occurredAt = new Date(clock.now() + 180_000).toISOString();
      expect((await other.send(other.command('inventory.move', move, { occurredAt })))[0].outcome).toBe('applied');
      clock.pass(60_000);
      const lines = [{ location: place, item, quantity: 7, unit: 'pcs' }];
      const counted = worker.command('counting.count', { work, lines }, { occurredAt: instant() });
      clock.pass(60_000);
      const [answer] = await worker.send(counted);
      expect([answer.outcome, answer.result.outcome]).toEqual(['applied', 'posted']);
    });

    test.each([
      ['found two less there', { quantity: -2, reason: 'correction' }, ['posted', 8]],
      ['scrapped two that were damaged', { quantity: -2, reason: 'damaged' }, ['posted', 6]],
    ])('made without a network, before somebody %s: nothing is missing twice', async (_what, change, outcome) => {
      const { item, place, supervisor, work, onHand } = await tenOf();
      const lines = [{ location: place, item, quantity: 8, unit: 'pcs' }];
      const counted = supervisor.command('counting.count', { work, lines }, { occurredAt: instant() });
      clock.pass(60_000);
      const other = await Device.signIn(app(), 'A-3001');
      expect((await other.do('inventory.adjust', { location: place, item, unit: 'pcs', ...change })).outcome).toBe(
        'applied',
      );
      clock.pass(60_000);
      const [answer] = await supervisor.send(counted);
      expect([answer.result.outcome, await onHand()]).toEqual(outcome);
    });

    test('less than is promised takes the newest promise with it', async () => {
      const { item, place, supervisor, onHand } = await tenOf();
      await new Erp(app()).sent(
        itemMessage(item),
        shipMessage(`cnt-${item}-1`, `SO-${item}-1`, [[1, item, 6]]),
        shipMessage(`cnt-${item}-2`, `SO-${item}-2`, [[1, item, 4]]),
      );
      for (const order of [`SO-${item}-1`, `SO-${item}-2`]) {
        expect((await supervisor.do('waves.release', { orders: [order] })).outcome).toBe('applied');
      }
      const { result } = await supervisor.do('counting.start', { location: place, item });
      const lines = [{ location: place, item, quantity: 7, unit: 'pcs' }];
      const counted = await supervisor.do('counting.count', { work: result.work, lines });
      expect([counted.outcome, counted.result.outcome, await onHand()]).toEqual(['applied', 'posted', 7]);
      const stock = await app().call('GET', `/api/device/stock?item=${item}`, { as: supervisor.token });
      expect(stock.body.items).toMatchObject([{ onHand: 7, reserved: 7 }]);
      expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
    });

    test('counted once more by order of a supervisor, it is counted by somebody else', async () => {
      const { place, item, says, supervisor, worker } = await tenOf();
      await says(9);
      const { result } = await says(9);
      const again = await supervisor.do('counting.review', { count: result.count, decision: 'recount', reason: 'odd' });
      const { work } = again.result;
      const lines = [{ location: place, item, quantity: 10, unit: 'pcs' }];
      expect((await worker.do('counting.count', { work, lines })).problem.code).toBe('counting.second_person');
      expect((await supervisor.do('counting.count', { work, lines })).result).toMatchObject({
        count: result.count,
        outcome: 'posted',
      });
    });

    test('a count that waits is not sent out again while somebody counts the same, until that is told or called back', async () => {
      const { item, place, says, supervisor, worker } = await tenOf();
      await says(9);
      const { count } = (await says(9)).result;
      const { work } = await done(worker, 'counting.start', { location: place, item });
      const again = { count, decision: 'recount', reason: 'odd' };
      expect((await supervisor.do('counting.review', again)).problem.code).toBe('counting.counted_already');
      await done(supervisor, 'counting.withdraw', { work, reason: 'one is enough' });
      const { work: next } = await done(supervisor, 'counting.review', again);
      expect((await worker.do('counting.start', { work: next })).problem.code).toBe('counting.second_person');
    });

    test('goods of two source systems at one place: each hears of its own, and the books add up', async () => {
      const { item, place, supervisor } = await tenOf();
      const code = item.replace('-', '');
      await haveSourceSystem(app(), code);
      const other = `${item}-OTHER`;
      await new Erp(app(), keyOf(code)).sent(itemMessage(other));
      const { result } = await supervisor.do('counting.start', { location: place });
      const lines = [
        { location: place, item, quantity: 8, unit: 'pcs' },
        { location: place, item: other, quantity: 3, unit: 'pcs' },
      ];
      const counted = await supervisor.do('counting.count', { work: result.work, lines });
      expect([counted.outcome, counted.result.outcome]).toEqual(['applied', 'posted']);
      expect((await journals(item)).at(-1)).toMatchObject({ difference: -2 });
      expect((await verified(app())).flatMap(({ faults }) => faults)).toEqual([]);
    });

    test('a short pick sends somebody to count, whose count ends that work', async () => {
      const { item, place, supervisor, worker } = await tenOf();
      await new Erp(app()).sent(shipMessage(`cnt-short-${item}`, `SO-SHORT-${item}`, [[1, item, 10]]));
      const { result } = await supervisor.do('waves.release', { orders: [`SO-SHORT-${item}`] });
      const [{ work, lines }] = result.work;
      const [line] = lines;
      const short = await worker.do('picking.short_pick', {
        ...{ work, line: line.line, location: place, item, quantity: 7, unit: 'pcs', reason: 'not-there' },
      });
      expect([short.outcome, short.problem]).toEqual(['applied', null]);
      const toCount = short.result.countWork;
      const told = await worker.do('counting.count', { work: toCount, empty: true });
      expect([told.outcome, told.result.outcome]).toEqual(['applied', 'posted']);
    });
  },
  { clock },
);
