import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

const minute = 60_000;
const clock = new ManualClock();

onBothDatabases(
  'plates on a trip that nothing is heard of',
  (app) => {
    let number = 0;

    /** Plates at the dock, all on the trip of a worker, and a colleague. */
    async function onTrip(count: number) {
      number += 1;
      const item = `LEASE-${number}`;
      const order = `PO-${item}`;
      await haveItems(app(), [{ number: item }]);
      await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 100 }] }]);
      const worker = await Device.signIn(app(), 'W-1001');
      const other = await Device.signIn(app(), 'S-2001');
      const plates: string[] = [];
      for (let made = 0; made < count; made += 1) {
        const { result } = await worker.do('receiving.register', { order, item, quantity: 1, unit: 'pcs' });
        plates.push(result.licensePlate);
        expect(await worker.do('putaway.claim', { licensePlate: plates.at(-1), to: 'B-09-01-1' })).toMatchObject({
          outcome: 'applied',
        });
      }
      const outcome = async (device: Device, type: string, licensePlate: string | undefined) => {
        const { outcome, problem } = await device.do(type, { licensePlate });
        return problem?.code ?? outcome;
      };
      return {
        ...{ worker, other, plates },
        claims: (plate: string | undefined) => outcome(other, 'putaway.claim', plate),
        letsGo: (plate: string | undefined) => outcome(worker, 'putaway.release_claim', plate),
        signsOff: async () => (await app().call('DELETE', '/api/session', { as: worker.token })).status,
      };
    }

    const workOf = (plate: string | undefined) =>
      app()
        .services.store.read.k.selectFrom('work')
        .select(['claimed_by', 'planned_location'])
        .where('license_plate', '=', plate ?? '')
        .executeTakeFirst();

    test('are somebody’s for half an hour, and anybody’s after it', async () => {
      const { claims, plates } = await onTrip(1);
      clock.pass(30 * minute - 1);
      expect(await claims(plates[0])).toBe('putaway.claimed');
      clock.pass(1);
      expect(await claims(plates[0])).toBe('applied');
      expect(await workOf(plates[0])).toEqual({ claimed_by: 'S-2001', planned_location: null });
    });

    test('stay theirs as long as something of the trip is put or taken along', async () => {
      const { worker, claims, plates } = await onTrip(3);
      clock.pass(20 * minute);
      await worker.do('putaway.put', { licensePlate: plates[0], to: 'B-09-01-1' });
      clock.pass(20 * minute);
      expect(await claims(plates[1])).toBe('putaway.claimed');
      await worker.do('putaway.claim', { licensePlate: plates[2] });
      clock.pass(20 * minute);
      expect(await claims(plates[1])).toBe('putaway.claimed');
      clock.pass(10 * minute);
      expect(await claims(plates[1])).toBe('applied');
    });

    test('that were put by another do not make the trip of their carrier longer', async () => {
      const { other, claims, plates } = await onTrip(2);
      clock.pass(20 * minute);
      await other.do('putaway.put', { licensePlate: plates[0], to: 'B-09-01-1' });
      clock.pass(10 * minute);
      expect(await claims(plates[1])).toBe('applied');
    });

    test('do not make what their carrier has claimed to pick last longer', async () => {
      const { worker } = await onTrip(1);
      const erp = new Erp(app());
      await erp.sent(itemMessage('LEASE-PICK'), shipMessage('lease', 'SO-LEASE', [[1, 'LEASE-PICK', 1]]));
      const office = await Device.signIn(app(), 'S-2001');
      const found = { location: 'B-08-01-1', item: 'LEASE-PICK', quantity: 1, unit: 'pcs', reason: 'found' };
      await office.do('inventory.adjust', found);
      await office.do('waves.release', { orders: ['SO-LEASE'] });
      const { result } = await worker.do('picking.claim', { order: 'SO-LEASE' });
      clock.pass(20 * minute);
      const { result: registered } = await worker.do('receiving.register', {
        ...{ order: 'PO-LEASE-1', item: 'LEASE-1', quantity: 1, unit: 'pcs' },
      });
      await worker.do('putaway.claim', { licensePlate: registered.licensePlate });
      clock.pass(10 * minute);
      expect(await office.do('picking.claim', { work: result.work[0].work })).toMatchObject({ outcome: 'applied' });
    });

    test('can still be let go, or put, by whoever has them in hand', async () => {
      const { worker, letsGo, plates } = await onTrip(2);
      clock.pass(60 * minute);
      expect(await letsGo(plates[0])).toBe('applied');
      const put = { licensePlate: plates[1], to: 'B-09-01-2', overrideReason: 'other' };
      expect(await worker.do('putaway.put', put)).toMatchObject({ outcome: 'applied' });
    });

    test('keep nobody from signing off, and wait for anybody then', async () => {
      const { signsOff, plates } = await onTrip(1);
      expect(await signsOff()).toBe(409);
      clock.pass(30 * minute);
      expect(await signsOff()).toBe(204);
      expect(await workOf(plates[0])).toEqual({ claimed_by: null, planned_location: null });
    });

    test('are told to devices with the end of their time, and keep no room after it', async () => {
      const { worker, plates } = await onTrip(1);
      const told = async () => {
        await published(app());
        const { body } = await app().call('GET', '/api/device/changes?warehouse=EAST&after=0&limit=1000', {
          as: worker.token,
        });
        return body.items.find(
          ({ kind, value }: { kind: string; value: { licensePlate: string } | null }) =>
            kind === 'work' && value?.licensePlate === plates[0],
        ).value;
      };
      const until = new Date(clock.now() + 30 * minute).toISOString();
      expect(await told()).toMatchObject({ claimedBy: 'W-1001', claimedUntil: until, toLocation: 'B-09-01-1' });
      const looked = async () => {
        const path = `/api/device/look-up?warehouse=EAST&code=${plates[0]}`;
        return (await app().call('GET', path, { as: worker.token })).body.items[0].work[0].claimedBy;
      };
      expect(await looked()).toBe('W-1001');
      clock.pass(30 * minute);
      const free = await told();
      expect([free.claimedBy, free.claimedUntil, await looked()]).toEqual([null, undefined, null]);
    });
  },
  { clock },
);
