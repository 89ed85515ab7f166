import { actionsOf } from '#shared/exceptions/resolve.ts';
import { discrepancyClasses, responsibles } from '#shared/ledger/discrepancy.ts';
import type { Office } from './office.ts';
import { decideOnOrder, decideOnWork, makeWave, planTruck, release, reverseSlip } from './outbound-chores.ts';
import { askForMore, askToCount, moveFreely, reviewCount } from './stock-chores.ts';

/** Something that a person at a desk does, from beginning to end. */
type Chore = (office: Office) => Promise<unknown>;

/** What there is to do besides deciding; one named twice is done twice as often. */
export const choresOf: Readonly<Record<'supervisor' | 'administrator' | 'dispatcher', readonly Chore[]>> = {
  supervisor: [
    ...[count, count, move, complete, complete, reverse, expectLoad, raiseCap, raiseCap, reportDiscrepancy],
    ...[release, release, decideOnWork, decideOnOrder],
    ...[askToCount, reviewCount, reviewCount, askForMore, moveFreely],
  ],
  administrator: [
    ...[count, move, complete, reverse, reverse, expectLoad, changeChannel, changeChannel],
    ...[release, reverseSlip, reverseSlip],
    ...[askToCount, reviewCount, reviewCount, askForMore, moveFreely],
  ],
  dispatcher: [
    release,
    release,
    release,
    release,
    makeWave,
    makeWave,
    decideOnWork,
    decideOnOrder,
    planTruck,
    askForMore,
  ],
};

/** Somebody has counted, and found another number. */
function count({ floor, chance, send }: Office): Promise<unknown> {
  // What is dear waits for a second person.
  const dear = floor.items.filter(({ unitCost }) => unitCost > 1);
  const item = chance.pick(chance.happens(0.3) ? dear : floor.items);
  const { number, sourceSystem, tracking } = item;
  const quantity = chance.pick([-2, -1, 1, 3, 20]);
  const isByLot = tracking === 'lot' || tracking === 'lot and expiry';
  const lot = floor.lot();
  return send('inventory.adjust', {
    location: chance.pick(floor.locations),
    ...{ item: number, sourceSystem, quantity, unit: item.baseUnit, reason: 'found' },
    ...(isByLot && { lot }),
    ...(tracking === 'lot and expiry' && quantity > 0 && { expiryDate: floor.expiryOf(lot) }),
    ...(tracking === 'serial' && { quantity: Math.sign(quantity), serials: [floor.serial()] }),
  });
}

function move({ floor, chance, send }: Office): Promise<unknown> {
  const body = { from: chance.pick(floor.locations), to: chance.pick(floor.locations) };
  if (chance.happens(0.5)) return send('inventory.move', { ...body, from: 'DOCK-01', licensePlate: floor.anyPlate() });
  const { number, sourceSystem, baseUnit } = chance.pick(floor.items);
  return send('inventory.move', { ...body, item: number, sourceSystem, quantity: 1, unit: baseUnit });
}

/** Closes what stands at the dock: an order, or all that came on a lorry. */
async function complete({ erps, floor, chance, send }: Office): Promise<void> {
  const { orders, notices, sourceSystem } = chance.pick(erps);
  const lorries = [...floor.lorries, ...notices];
  if (lorries.length > 0 && chance.happens(0.7)) {
    await send('receiving.complete', { load: chance.pick(lorries).load, acceptDifferences: true });
  } else if (orders.length > 0) {
    const { orderNumber: order } = chance.pick(orders);
    await send('receiving.complete', { order, sourceSystem, acceptDifferences: true });
  }
}

/** Something was wrong with a receipt: the load is opened again and, most of the time, completed once more. */
async function reverse({ erps, chance, send, log, pause }: Office): Promise<void> {
  const receipts = chance.pick(erps).receipts.rows;
  if (receipts.length === 0) return;
  const { documentNumber, load } = chance.pick(chance.happens(0.7) ? receipts.slice(-3) : receipts);
  const { outcome } = await send('receiving.reverse_completion', { documentNumber, reason: 'other' });
  if (outcome !== 'applied') return;
  log.sometimes('receipt reversed');
  if (chance.happens(0.3)) return;
  await pause(chance.integer(1000, 60_000));
  const again = await send('receiving.complete', { load, acceptDifferences: true });
  if (again.outcome === 'applied') log.sometimes('receipt made again');
}

/** The office hears what a lorry will bring: whole orders, or some of their lines. */
async function expectLoad({ erps, floor, chance, send, log }: Office): Promise<void> {
  const { sourceSystem, orders: all } = chance.pick(erps);
  const open = all.slice(-8).filter(({ isCancelled, lines }) => !isCancelled && lines.length > 0);
  const orders = open.filter(() => chance.happens(0.4));
  if (orders.length === 0) return;
  const load = `HAND-${sourceSystem}-${floor.lorries.length + 1}`;
  const lines = orders.map(({ orderNumber: order, lines: [first] }) => {
    const unit = floor.items.find((item) => item.number === first?.item && item.sourceSystem === sourceSystem);
    return { order, line: first?.lineNumber ?? 1, quantity: chance.integer(1, 6), unit: unit?.baseUnit ?? 'pcs' };
  });
  const brings = chance.happens(0.5) ? { lines } : { orders: orders.map(({ orderNumber }) => orderNumber) };
  const { outcome } = await send('receiving.create_load', { load, sourceSystem, ...brings });
  if (outcome !== 'applied') return;
  floor.lorries.push({ load, orders });
  if (orders.length > 1) log.sometimes('several orders on a load made by hand');
}

/** The driver has more of something than was said, and somebody allows it. */
async function raiseCap({ erps, floor, chance, send }: Office): Promise<void> {
  const { sourceSystem, notices } = chance.pick(erps);
  const lorries = [...floor.lorries.filter(({ load }) => load.includes(sourceSystem)), ...notices];
  if (lorries.length === 0) return;
  const { load, orders } = chance.pick(lorries.slice(-6));
  const { orderNumber: order, lines } = chance.pick(orders);
  const { lineNumber: line = 1 } = lines.length > 0 ? chance.pick(lines) : {};
  const percent = chance.pick([0, 20, 50, 100, 300]);
  await send('receiving.set_over_delivery', { load, order, sourceSystem, line, percent, reason: 'other' });
}

function reportDiscrepancy({ erps, floor, chance, send }: Office): Promise<unknown> {
  const of = chance.pick(discrepancyClasses);
  const { number: item, sourceSystem } = chance.pick(floor.items);
  const about = [
    { item, sourceSystem },
    { location: chance.pick(floor.locations) },
    { licensePlate: floor.anyPlate() },
  ];
  const { orders } = chance.pick(erps);
  const order = orders.at(-1);
  if (order) about.push({ item: chance.pick(floor.items).number, sourceSystem: order.sourceSystem });
  return send('exceptions.report_discrepancy', { class: of, ...chance.pick(about), note: 'Looks wrong' });
}

/** An ERP chooses the other channel from now on. Only an administrator may say so. */
async function changeChannel({ erps, chance, ask, log }: Office): Promise<void> {
  const path = `/api/admin/source-systems/${chance.pick(erps).sourceSystem}`;
  const found = await ask({ method: 'GET', path });
  if (!found?.etag) return;
  const { quantityChannel } = found.body;
  const direction = chance.pick(['inbound', 'outbound'] as const);
  const other = quantityChannel[direction] === 'documents' ? 'update-log' : 'documents';
  const body = { ...found.body, quantityChannel: { ...quantityChannel, [direction]: other } };
  const changed = await ask({ method: 'PUT', path, body, ifMatch: found.etag });
  if (changed) log.sometimes('channel changed');
}

interface OpenCase {
  readonly exception: string;
  readonly kind: string;
}

/** Takes one of what waits, and decides; a discrepancy may be given to another desk first. */
export async function decide({ chance, ask, send, pause, log }: Office): Promise<void> {
  const answer = await ask({ method: 'GET', path: '/api/console/decisions?warehouse=EAST' });
  const open: readonly OpenCase[] = answer?.body.items ?? [];
  if (open.length === 0) return;
  const [first = chance.pick(open)] = open;
  const { exception, kind } = chance.happens(0.5) ? first : chance.pick(open);
  // Reads what happened; somebody else may be at it too.
  await pause(chance.integer(0, 20_000));
  if (kind === 'discrepancy' && chance.happens(0.5)) {
    const desk = { responsible: chance.pick(responsibles), ...(chance.happens(0.5) && { class: 'other' }) };
    await send('exceptions.assign', { exception, ...desk, reason: 'other' });
    if (chance.happens(0.4)) return;
  }
  // What is held is let pass most of the time; of what waits for a second person, and of discrepancies, all is as likely.
  const actions = actionsOf[kind] ?? [];
  const action = chance.pick(kind === 'held_command' ? ['apply', ...actions] : actions);
  const { outcome } = await send('exceptions.resolve', { exception, action, reason: 'other' });
  if (outcome === 'applied') log.sometimes(`decided: ${action}`);
}
