import type { SimItem } from '../floor/items.ts';
import type { Office } from './office.ts';
import type { ConsoleCommand } from './sim-console.ts';

/** Before anybody works: somebody counts what stands in the racks, so that there is something to ship. */
export async function takeStock({ floor, chance, send }: Office, items: readonly SimItem[]): Promise<void> {
  const racks = floor.locations.filter((code) => code.startsWith('B'));
  for (const { number, sourceSystem, tracking, baseUnit } of items) {
    const lot = floor.lot();
    const isByLot = tracking === 'lot' || tracking === 'lot and expiry';
    const quantity = tracking === 'serial' ? 4 : chance.integer(5, 40);
    await send('inventory.adjust', {
      ...{ location: chance.pick(racks), item: number, sourceSystem, quantity, unit: baseUnit, reason: 'found' },
      ...(isByLot && { lot }),
      ...(tracking === 'lot and expiry' && { expiryDate: floor.expiryOf(lot) }),
      ...(tracking === 'serial' && { serials: Array.from({ length: quantity }, () => floor.serial()) }),
    });
  }
}

interface PoolOrder {
  readonly sourceSystem: string;
  readonly order: string;
}

async function pool({ ask, chance }: Office): Promise<{ readonly sourceSystem: string; readonly orders: string[] }> {
  const answer = await ask({ method: 'GET', path: '/api/device/releasable-orders?warehouse=EAST' });
  const items: readonly PoolOrder[] = answer?.body.items ?? [];
  if (items.length === 0) return { sourceSystem: '', orders: [] };
  const { sourceSystem } = chance.pick(items);
  const own = items.filter((each) => each.sourceSystem === sourceSystem).slice(0, chance.integer(1, 4));
  return { sourceSystem, orders: own.map(({ order }) => order) };
}

/** Sends orders to the floor; now and then they were sent already, or somebody else sends them at the same time. */
export async function release(office: Office): Promise<void> {
  const { chance, erps, send, log } = office;
  const asked = await pool(office);
  const orders = asked.orders.length > 0 ? asked : anyOrder(office);
  if (orders.orders.length === 0) return;
  const { outcome } = await send('waves.release', { ...orders });
  if (outcome === 'applied' && chance.happens(0.2)) {
    log.sometimes('released twice');
    await send('waves.release', { ...orders });
  }
  if (erps.length > 1 && chance.happens(0.03)) await send('waves.release', { orders: orders.orders });
}

function anyOrder({ chance, erps }: Office): { sourceSystem: string; orders: string[] } {
  const { sourceSystem, outbound } = chance.pick(erps);
  return {
    sourceSystem,
    orders: outbound.orders.length === 0 ? [] : [chance.pick(outbound.orders.slice(-8)).orderNumber],
  };
}

/** A wave, step by step: gathered, looked at, given its goods, shown to the floor; some are taken back on the way. */
export async function makeWave(office: Office): Promise<void> {
  const { chance, send, ask, pause, log } = office;
  const { sourceSystem, orders } = await pool(office);
  const [first, ...others] = orders;
  if (first === undefined) return;
  const made = await send('waves.create', { orders: [first], sourceSystem });
  const wave = waveOf(made);
  if (wave === undefined) return;
  if (others.length > 0) await send('waves.add_orders', { wave, orders: others, sourceSystem });
  await ask({ method: 'POST', path: '/api/device/waves/preview', body: { warehouse: 'EAST', wave } });
  await pause(chance.integer(0, 5000));
  if (chance.happens(0.7)) await send('waves.process', { wave });
  if (chance.happens(0.2)) {
    const { outcome } = await send('waves.cancel', { wave, keepReservations: chance.happens(0.3) });
    if (outcome === 'applied') log.sometimes('wave cancelled');
    return;
  }
  await send('waves.release', { wave });
  if (!chance.happens(0.4)) return;
  await pause(chance.integer(0, 30_000));
  const { outcome } = await send(chance.pick(['waves.cancel', 'waves.cancel', 'waves.hold']), { wave });
  if (outcome === 'applied') log.sometimes('wave cancelled or held after release');
  await pause(chance.integer(0, 10_000));
  await send('waves.release', { wave });
}

function waveOf({ outcome, result }: ConsoleCommand): string | undefined {
  return outcome === 'applied' ? (result as { wave: string }).wave : undefined;
}

interface WorkRow {
  readonly work: string;
}

/** Work is reassigned, made more urgent, or taken off the list while somebody is on the way. */
export async function decideOnWork({ chance, ask, send }: Office): Promise<void> {
  const answer = await ask({ method: 'GET', path: '/api/device/work?warehouse=EAST' });
  const works: readonly WorkRow[] = answer?.body.items ?? [];
  if (works.length === 0) return;
  const { work } = chance.pick(works);
  const what = chance.pick(['waves.take_back', 'waves.cancel_work', 'waves.set_priority'] as const);
  await send(
    what,
    what === 'waves.set_priority' ? { work, priority: chance.integer(0, 9) } : { work, reason: 'other' },
  );
}

/** An order waits for a word from somebody, or goes on; or what is left of it is not sent any more. */
export async function decideOnOrder({ chance, erps, send }: Office): Promise<void> {
  const { sourceSystem, outbound } = chance.pick(erps);
  if (outbound.orders.length === 0) return;
  const { orderNumber: order } = chance.pick(outbound.orders);
  const about = { order, sourceSystem, reason: 'other' };
  if (chance.happens(0.2)) await send('orders.close_remainder', about);
  else if (chance.happens(0.4)) await send('orders.set_hold', { ...about, code: 'quality' });
  else await send('orders.release_hold', about);
}

/** A truck comes back: what was confirmed stands at its door again, and leaves once more most of the time. */
export async function reverseSlip({ erps, chance, send, log, pause }: Office): Promise<void> {
  const slips = chance.pick(erps).slips.rows;
  if (slips.length === 0) return;
  const { documentNumber, shipment } = chance.pick(chance.happens(0.7) ? slips.slice(-3) : slips);
  const { outcome } = await send('shipping.reverse_confirmation', { documentNumber, reason: 'other' });
  if (outcome !== 'applied') return;
  log.sometimes('packing slip reversed');
  if (chance.happens(0.3)) return;
  await pause(chance.integer(1000, 60_000));
  const again = await send('shipping.confirm', { shipment, remainder: 'backorder' });
  if (again.outcome === 'applied') log.sometimes('packing slip made again');
}

/** Shipments that wait are put onto one truck. */
export async function planTruck({ floor, chance, send }: Office): Promise<void> {
  const shipments = floor.papers.waiting.slice(0, chance.integer(1, 3)).map(({ shipment }) => shipment);
  if (shipments.length === 0) return;
  await send('shipping.plan_load', { shipments, carrier: 'DHL', door: chance.pick(['DOOR-01', 'DOOR-02']) });
}
