import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { BookingErp, chooseChannel, seenByPlanning } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';
import { verified } from '../support/verified.ts';

const deeds = [
  ...(['register', 'register', 'register', 'undo', 'undo', 'adjust', 'put'] as const),
  ...(['complete', 'complete', 'reverse', 'switch', 'switch'] as const),
];

/** What happens to the goods of one order; numbers choose among what there is, modulo how much there is. */
const deed = fc.record({
  kind: fc.constantFrom(...deeds),
  which: fc.nat(5),
  quantity: fc.integer({ min: 1, max: 4 }),
  isMore: fc.boolean(),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Every kind of deed that matters is done at least once, whatever chance brings. */
const usualDay: Deed[] = (['register', 'adjust', 'complete', 'reverse', 'switch', 'complete'] as const).map((kind) => ({
  kind,
  which: 0,
  quantity: 2,
  isMore: true,
}));

/** One order of an item, a supervisor who does everything, and the ERP that reads along. */
class Delivery {
  readonly #app: TestApp;
  readonly #device: Device;
  readonly #run: string;
  readonly #registrations: string[] = [];
  readonly #plates: string[] = [];
  readonly #receipts: string[] = [];
  readonly outcomes: string[] = [];
  #byLog = false;

  constructor(app: TestApp, device: Device, run: string) {
    this.#app = app;
    this.#device = device;
    this.#run = run;
  }

  async carryOut({ kind, which, quantity, isMore }: Deed): Promise<void> {
    const order = `PO-${this.#run}`;
    const item = `${this.#run}-1`;
    const of = { item, unit: 'pcs' };
    if (kind === 'switch') {
      this.#byLog = !this.#byLog;
      await chooseChannel(this.#app, this.#byLog ? 'update-log' : 'documents');
      return;
    }
    const registration = pick(this.#registrations, which);
    const plate = pick(this.#plates, which);
    const receipt = pick(this.#receipts, which);
    if (kind === 'register') {
      const done = await this.#do('receiving.register', { ...of, order, line: 1, quantity, location: 'DOCK-01' });
      if (!done) return;
      this.#registrations.push(done.registrations[0].registration);
      this.#plates.push(done.licensePlate);
    }
    if (kind === 'undo' && registration) await this.#do('receiving.undo_registration', { registration });
    if (kind === 'adjust' && plate) {
      const change = { quantity: isMore ? quantity : -quantity, reason: isMore ? 'found' : 'damaged' };
      await this.#do('inventory.adjust', { ...of, location: 'DOCK-01', licensePlate: plate, ...change });
    }
    if (kind === 'put' && plate) {
      await this.#do('putaway.put', { licensePlate: plate, to: 'STAGE-01', overrideReason: 'other' });
    }
    if (kind === 'complete') {
      const done = await this.#do('receiving.complete', { order, acceptDifferences: true });
      for (const { documentNumber } of done?.documents ?? []) {
        if (!this.#receipts.includes(documentNumber)) this.#receipts.push(documentNumber);
      }
    }
    if (kind === 'reverse' && receipt) {
      await this.#do('receiving.reverse_completion', { documentNumber: receipt, reason: 'wrong' });
    }
  }

  async #do(type: string, body: object) {
    const { outcome, result } = await this.#device.do(type, body);
    this.outcomes.push(`${type} ${outcome}`);
    return outcome === 'applied' ? result : null;
  }
}

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list.length === 0 ? undefined : list[which % list.length];
}

onBothDatabases('whatever is done through whichever channel', (app) => {
  test('the ERP has booked what is on hand, less what it was not told yet, after every step', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    const outcomes: string[] = [];
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (done) => {
        run += 1;
        const [name, item] = [`CH${run}`, `CH${run}-1`];
        await chooseChannel(app(), 'documents');
        await haveItems(app(), [{ number: item }]);
        const lines = [{ lineNumber: 1, item, quantity: 100 }];
        await haveOrders(app(), [{ orderNumber: `PO-${name}`, lines }]);
        const delivery = new Delivery(app(), device, name);
        const erp = new BookingErp(app());
        await whenPublished(app());
        const { next } = (await erp.call('GET', '/api/erp/inventory-update-log?limit=1000')).body;
        for (const each of done) {
          await delivery.carryOut(each);
          await whenPublished(app());
          await erp.poll();
          const { onHand, pending } = await seenByPlanning(app(), item, next);
          const told = [await erp.reportOn(item, true), await erp.reportOn(item, false)];
          const seen = { booked: erp.bookedOf(item), told: told.map(({ reportedToErp }) => reportedToErp) };
          expect(seen).toEqual({ booked: onHand - pending, told: [onHand - pending, onHand - pending] });
          expect(told[0]?.onHand).toBe(onHand);
        }
        outcomes.push(...delivery.outcomes);
      }),
      { numRuns: app().dialect === 'sqlite' ? 25 : 8, interruptAfterTimeLimit: 20_000, examples: [[usualDay]] },
    );
    await whenPublished(app());
    const findings = await verified(app());
    expect(findings.flatMap(({ check, faults }) => faults.map((fault) => ({ check, ...fault })))).toEqual([]);
    // The days were not spent on refusals alone.
    for (const type of [
      'receiving.complete applied',
      'receiving.reverse_completion applied',
      'inventory.adjust applied',
    ]) {
      expect(outcomes).toContain(type);
    }
  });
});
