import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { faultsOfFloor } from '../support/floor-faults.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';
import { verified } from '../support/verified.ts';

/** What someone does on the floor; numbers choose among what is there, modulo how much there is. */
const deed = fc.record({
  device: fc.nat(2),
  kind: fc.constantFrom('register', 'register', 'register', 'undo', 'put', 'put', 'move', 'adjust', 'complete'),
  which: fc.nat(7),
  quantity: fc.integer({ min: 1, max: 6 }),
  plate: fc.constantFrom('own', 'loose', 'earlier', 'named'),
  to: fc.nat(4),
  isPart: fc.boolean(),
  repeats: fc.nat(2),
});
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Deeds of one round are done by all devices at once. */
const day = fc.array(fc.array(deed, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 10 });

/** The places of one run: two docks of the demo, racks for two plates each, a face without a limit. */
async function haveRacks(app: TestApp, run: string): Promise<string[]> {
  const codes = [1, 2, 3, 4].map((index) => `${run}-${index}`);
  await app.services.store.write(async (trx) => {
    for (const [index, code] of codes.entries()) {
      const isFace = index === 3;
      await trx.k
        .insertInto('location')
        .values({
          warehouse: 'EAST',
          code,
          type: isFace ? 'pick' : 'storage',
          zone: run,
          walk_sequence: 1000 + index,
          check_digit: '00',
          capacity_plates: isFace ? null : 2,
          mixed_items: isFace ? 1 : 0,
          mixed_lots: 1,
          active: 1,
          version: 1,
        })
        .execute();
    }
  });
  return [...codes, 'DOCK-01'];
}

/** One day on the floor with items, an order and racks of its own. */
class Day {
  readonly #run: string;
  readonly #devices: readonly Device[];
  readonly #places: readonly string[];
  readonly #registers: string[] = [];
  readonly outcomes: { outcome: string; code: string | undefined }[] = [];

  constructor(run: string, devices: readonly Device[], places: readonly string[]) {
    this.#run = run;
    this.#devices = devices;
    this.#places = places;
  }

  async round(deeds: readonly Deed[]): Promise<void> {
    await Promise.all(deeds.map((each) => this.#do(each)));
  }

  async #do(each: Deed): Promise<void> {
    const device = this.#devices[each.device] as Device;
    const { type, body } = this.#commandFor(each);
    const command = device.unordered(type, body);
    if (type === 'receiving.register') this.#registers.push(command.id);
    const sent = Array.from({ length: 1 + each.repeats }, () => device.send(command));
    const [first, ...again] = (await Promise.all(sent)).map(([result]) => result);
    for (const other of again) expect({ ...other, repeated: null }).toEqual({ ...first, repeated: null });
    this.outcomes.push({ outcome: first.outcome, code: first.problem?.code });
  }

  #commandFor({ kind, which, quantity, plate, to, isPart }: Deed): { type: string; body: object } {
    const item = `${this.#run}-${which % 2}`;
    const place = this.#places[to] ?? '';
    const from = this.#places[which % this.#places.length] ?? '';
    const earlier = `command:${this.#registers[which % Math.max(1, this.#registers.length)] ?? 'none'}`;
    const part = isPart ? { item, quantity, unit: 'pcs' } : {};
    switch (kind) {
      case 'register': {
        const plates = {
          own: {},
          loose: { licensePlate: null },
          earlier: { licensePlate: earlier },
          named: { licensePlate: `${this.#run}-P${which}` },
        };
        const line = isPart ? { line: (which % 2) + 1 } : {};
        return {
          type: 'receiving.register',
          body: { order: this.#run, item, quantity, unit: 'pcs', ...line, ...plates[plate] },
        };
      }
      case 'undo':
        return { type: 'receiving.undo_registration', body: { registration: earlier } };
      case 'put':
        return plate === 'loose'
          ? {
              type: 'putaway.put',
              body: {
                item,
                from: 'DOCK-01',
                to: place,
                overrideReason: 'other',
                ...(isPart && { quantity, unit: 'pcs' }),
              },
            }
          : { type: 'putaway.put', body: { licensePlate: earlier, to: place, overrideReason: 'other', ...part } };
      case 'move':
        return plate === 'loose'
          ? { type: 'inventory.move', body: { item, from, to: place, quantity, unit: 'pcs' } }
          : { type: 'inventory.move', body: { licensePlate: earlier, from, to: place, ...part } };
      case 'adjust':
        return {
          type: 'inventory.adjust',
          body: {
            location: this.#places[3],
            item,
            quantity: isPart ? quantity : -quantity,
            unit: 'pcs',
            reason: 'correction',
          },
        };
      default:
        return { type: 'receiving.complete', body: { order: this.#run, acceptDifferences: true } };
    }
  }
}

let runs = 0;

onBothDatabases('whatever is done on the floor, by whom and how often it is sent', (app) => {
  test('the books stay right', { timeout: 120_000 }, async () => {
    const devices = await Promise.all([1, 2, 3].map(() => Device.signIn(app(), 'S-2001')));
    const outcomes = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(day, async (rounds) => {
        runs += 1;
        const run = `RUN${runs}`;
        await haveItems(app(), [{ number: `${run}-0` }, { number: `${run}-1` }]);
        const lines = [0, 1, 0].map((of, index) => ({
          lineNumber: index + 1,
          item: `${run}-${of}`,
          quantity: 12,
          over: 25,
        }));
        await haveOrders(app(), [{ orderNumber: run, lines }]);
        const today = new Day(run, devices, await haveRacks(app(), run));
        for (const deeds of rounds) await today.round(deeds);
        for (const { outcome, code } of today.outcomes) {
          const key = code ?? outcome;
          outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
        }
        expect(
          today.outcomes.filter(({ code }) => code === 'command.failed' || code === 'command.body_invalid'),
        ).toEqual([]);
        await published(app());
        expect(await faultsOfFloor(app(), run)).toEqual([]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
    // A property that only ever sees refusals proves nothing.
    expect(outcomes.get('applied')).toBeGreaterThan(50);
    const faults = (await verified(app())).flatMap((finding) => finding.faults);
    expect(faults).toEqual([]);
  });
});
