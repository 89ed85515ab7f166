import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';

/** An item whose smallest step is 10^-decimals of a kilogram, and its other units, each an exact fraction of one. */
const item = fc.record({
  decimals: fc.integer({ min: 0, max: 4 }),
  units: fc.array(
    fc.record({ numerator: fc.integer({ min: 1, max: 40 }), denominator: fc.constantFrom(1, 1, 2, 3, 4, 8) }),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
});

/** Goods that come in or are counted, `hundredths` of one of the units (0: the base unit). */
const portions = fc.array(
  fc.record({
    unit: fc.nat(3),
    hundredths: fc.oneof(
      fc.integer({ min: 1, max: 40 }).map((count) => count * 100),
      fc.integer({ min: 1, max: 999 }),
    ),
    isCounted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

type Example = [
  typeof item extends fc.Arbitrary<infer T> ? T : never,
  typeof portions extends fc.Arbitrary<infer T> ? T : never,
];

/** What is tried first, so that chance cannot leave it out: of what comes in whole only, whole ones and halves. */
const wholeAndHalf: Example = [
  { decimals: 0, units: [{ numerator: 12, denominator: 1 }] },
  [100, 150, 200, 50, 300, 250, 400, 350].map((hundredths) => ({ unit: 0, hundredths, isCounted: hundredths > 250 })),
];

/** Steps of an item in so many hundredths of a unit; null where that is no whole number of them. Exact, and our own. */
function stepsOf(
  hundredths: number,
  { numerator, denominator }: { numerator: number; denominator: number },
  decimals: number,
) {
  const scaled = BigInt(hundredths) * BigInt(numerator) * 10n ** BigInt(decimals);
  const divisor = 100n * BigInt(denominator);
  return scaled % divisor === 0n ? scaled / divisor : null;
}

/** Steps as the number that must be on the wire. */
function shown(steps: bigint, decimals: number): number {
  return Number(`${steps}e-${decimals}`);
}

async function everywhere(app: TestApp, number: string, device: Device, order: string) {
  const stock = await app.call('GET', `/api/device/stock?item=${number}`, { as: device.token });
  const deltas = await app.call('GET', '/api/planning/inventory-deltas?limit=1000&after=0', {
    as: 'demo-planning-key',
  });
  const own = deltas.body.items.filter((delta: { item: string }) => delta.item === number);
  const told = await app.call('GET', `/api/erp/orders/${order}`, { as: 'demo-erp-key' });
  const sum = (rows: readonly { onHand: number }[], decimals: number) =>
    rows.reduce((total, { onHand }) => total + BigInt(Math.round(onHand * 10 ** decimals)), 0n);
  return {
    onHand: own.at(-1)?.onHandAfter ?? 0,
    stock: (decimals: number) => sum(stock.body.items, decimals),
    registered: told.body.lines[0].base.registered,
  };
}

onBothDatabases('quantities in any unit', (app) => {
  test('are exact to the last step, however they are counted and wherever they are told', async () => {
    const device = await Device.signIn(app(), 'S-2001');
    const seen = { applied: 0, refused: 0 };
    let run = 0;
    await fc.assert(
      fc.asyncProperty(item, portions, async ({ decimals, units }, parts) => {
        run += 1;
        const [number, order] = [`U${run}`, `UO-${run}`];
        const named = units.map((fraction, index) => ({ unit: `u${index + 1}`, ...fraction }));
        await haveItems(app(), [{ number, baseUnit: 'kg', decimals, units: named }]);
        await haveOrders(app(), [
          { orderNumber: order, lines: [{ lineNumber: 1, item: number, quantity: 100_000, unit: 'kg' }] },
        ]);
        let [received, counted] = [0n, 0n];
        for (const { unit: which, hundredths, isCounted } of parts) {
          const unit = named[which - 1] ?? { unit: 'kg', numerator: 1, denominator: 1 };
          const steps = stepsOf(hundredths, unit, decimals);
          const goods = { item: number, quantity: hundredths / 100, unit: unit.unit };
          const { outcome, problem, result } = isCounted
            ? await device.do('inventory.adjust', { location: 'STAGE-01', ...goods, reason: 'found' })
            : await device.do('receiving.register', { order, ...goods });
          expect([outcome, problem?.code]).toEqual(
            steps === null ? ['refused', 'quantity.too_precise'] : ['applied', undefined],
          );
          seen[steps === null ? 'refused' : 'applied'] += 1;
          if (isCounted) counted += steps ?? 0n;
          else received += steps ?? 0n;
          const [registration] = result?.registrations ?? [];
          const answered = named.find((known) => known.unit === registration?.unit) ?? { numerator: 1, denominator: 1 };
          if (registration)
            expect(stepsOf(Math.round(registration.quantity * 100_000_000), answered, decimals)).toBe(
              (steps ?? 0n) * 1_000_000n,
            );
        }
        await whenPublished(app());
        const found = await everywhere(app(), number, device, order);
        expect(found.stock(decimals)).toBe(received + counted);
        expect(found.onHand).toBe(shown(received + counted, decimals));
        expect(found.registered).toBe(shown(received, decimals));
        if (received === 0n) return;
        const { result } = await device.do('receiving.complete', { order, acceptDifferences: true });
        const { documentNumber } = result.documents[0];
        const { body } = await app().call('GET', `/api/erp/shipment-receipts/${documentNumber}`, {
          as: 'demo-erp-key',
        });
        expect(body.lines[0].receivedQuantity).toBe(shown(received, decimals));
        const details = body.lines[0].details.map(({ quantity }: { quantity: number }) =>
          BigInt(Math.round(quantity * 10 ** decimals)),
        );
        expect(details.reduce((sum: bigint, each: bigint) => sum + each, 0n)).toBe(received);
      }),
      { numRuns: app().dialect === 'sqlite' ? 25 : 10, interruptAfterTimeLimit: 20_000, examples: [wholeAndHalf] },
    );
    expect(Math.min(seen.applied, seen.refused)).toBeGreaterThan(3);
  });
});
