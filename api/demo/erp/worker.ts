import { parseArgs } from 'node:util';
import { WarehouseHttp } from './http.ts';
import type { Errand } from './post-orders.ts';
import { Steps } from './steps.ts';

/**
 * Somebody on the floor, in a process of its own and only through the interface of devices: receives a purchase order,
 * puts the goods away, completes it, then picks, stages and ships a sales order. Everything it has begun is in its file
 * before it is sent, so that after a crash it goes on where it was.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: '' },
    file: { type: 'string', default: '' },
    name: { type: 'string', default: '' },
    errands: { type: 'string', default: '[]' },
    drops: { type: 'boolean', default: false },
  },
});
const warehouse = new WarehouseHttp(values.url, values.drops);
const steps = new Steps(warehouse, values.file);

interface Line {
  readonly line: number;
  readonly location: string;
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
}

interface OrderLine {
  readonly line: number;
  readonly itemNumber: string;
  readonly baseUnit: string;
  readonly decimals: number;
  readonly expectedBase: number;
}

await steps.signIn([
  { badge: 'W-1001', pin: '1001', device: `${values.name}-FLOOR` },
  { badge: 'S-2001', pin: '2001', device: `${values.name}-OFFICE` },
]);
for (const { purchase, sales } of JSON.parse(values.errands) as Errand[]) {
  await receive(purchase);
  await ship(sales);
}
console.log(`${values.name} is done: ${steps.count} commands, ${warehouse.dropped} requests or answers lost`);

async function receive(order: string): Promise<void> {
  // Devices are told no more of an order that is done.
  const lines: OrderLine[] = await steps.once(`lines of ${order}`, () => steps.linesOf(order));
  for (const { line, itemNumber: item, baseUnit: unit, decimals, expectedBase } of lines) {
    const body = { order, line, item, quantity: expectedBase / 10 ** decimals, unit, location: 'DOCK-01' };
    const { licensePlate } = await steps.must('W-1001', `register ${order} ${line}`, 'receiving.register', body);
    await putAway(`put ${order} ${line}`, item, licensePlate);
  }
  await steps.must('W-1001', `complete ${order}`, 'receiving.complete', { order, acceptDifferences: true });
}

/** Beside goods of its own kind, else into the first place that takes it: most of the demo's hold one item each. */
async function putAway(name: string, item: string, licensePlate: string): Promise<void> {
  const tried = await steps.once(`places for ${name}`, async () => [
    ...(await steps.placesOf(item)).filter((code) => /^[AB]-/.test(code)),
    ...places(),
  ]);
  for (const to of tried) {
    const body = { licensePlate, to, overrideReason: 'other' };
    const { outcome } = await steps.take('W-1001', `${name} ${to}`, 'putaway.put', body);
    if (outcome === 'applied') return;
  }
  throw new Error(`no place takes the plate ${licensePlate}`);
}

/** The racks from their far ends: what is there last is what the demo fills last. */
function* places(): Generator<string> {
  for (const aisle of ['A', 'B']) {
    for (const level of [4, 3, 2, 1]) {
      for (let bay = 12; bay >= 1; bay -= 1) {
        for (const position of [2, 1]) yield `${aisle}-${String(bay).padStart(2, '0')}-0${level}-${position}`;
      }
    }
  }
}

async function ship(order: string): Promise<void> {
  const released = await steps.must('S-2001', `release ${order}`, 'waves.release', { orders: [order] });
  const works = released.work as { work: string; lines: Line[] }[];
  for (const { work, lines } of works) {
    await steps.must('W-1001', `claim ${work}`, 'picking.claim', { work });
    for (const { line, location, item, quantity, unit } of lines) {
      const body = { work, line, location, item, quantity, unit };
      await steps.must('W-1001', `pick ${work} ${line}`, 'picking.pick', body);
    }
    await steps.must('W-1001', `stage ${work}`, 'picking.put', { work, location: 'STAGE-01' });
  }
  if (works.length === 0) return;
  const remainder = released.shortages.length > 0 ? { remainder: 'backorder', reason: 'other' } : {};
  await steps.must('S-2001', `ship ${order}`, 'shipping.confirm', { order, ...remainder });
}
