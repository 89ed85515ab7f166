import { pickFaces } from '../world/seeded-database.ts';
import type { Office } from './office.ts';

/** Somebody is asked to count a place, an item wherever it is, or an item at a place. */
export function askToCount({ floor, chance, send }: Office): Promise<unknown> {
  const { number: item, sourceSystem } = chance.pick(floor.items);
  const location = chance.pick(floor.locations.slice(2));
  const what = chance.pick([{ location }, { location }, { item, sourceSystem }, { location, item, sourceSystem }]);
  return send('counting.start', what);
}

interface CountRow {
  readonly count: string;
}

/** Takes one of the counts that found something different, and decides. */
export async function reviewCount({ chance, ask, send, pause, log }: Office): Promise<void> {
  const answer = await ask({ method: 'GET', path: '/api/console/counts?warehouse=EAST' });
  const waiting: readonly CountRow[] = answer?.body.items ?? [];
  if (waiting.length === 0) return;
  const { count } = chance.pick(waiting);
  await pause(chance.integer(0, 10_000));
  const decision = chance.pick(['accept', 'accept', 'reject', 'recount'] as const);
  const { outcome } = await send('counting.review', { count, decision, reason: 'Looked myself' });
  if (outcome === 'applied') log.sometimes(`count reviewed: ${decision}`);
}

/** A pick face runs empty, or soon will. */
export async function askForMore({ floor, chance, send }: Office): Promise<void> {
  const [location, key] = chance.pick(Object.entries(pickFaces));
  const [sourceSystem, number] = key.split(':');
  const item = floor.items.find((each) => each.number === number && each.sourceSystem === sourceSystem);
  if (!item) return;
  const some = chance.happens(0.7) ? { quantity: chance.integer(1, 8), unit: item.baseUnit } : {};
  const urgent = chance.happens(0.3) ? { urgent: true } : {};
  await send('replenishment.request', { item: number, sourceSystem, location, ...some, ...urgent });
}

interface StockRow {
  readonly location: string;
  readonly licensePlate: string | null;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly available: number;
}

/** Goods are carried elsewhere of somebody's own accord: loose ones, a part of a plate, or a plate with all that is on it. */
export async function moveFreely({ floor, chance, ask, send }: Office): Promise<void> {
  const { number: item, sourceSystem, baseUnit: unit } = chance.pick(floor.items);
  const path = `/api/device/stock?warehouse=EAST&item=${item}&sourceSystem=${sourceSystem}`;
  const rows: readonly StockRow[] = (await ask({ method: 'GET', path }))?.body.items ?? [];
  const free = rows.filter(({ available }) => available > 0);
  if (free.length === 0) return;
  const { location: from, licensePlate, lot, serial, available } = chance.pick(free);
  const to = chance.pick(floor.locations.slice(2));
  const plate = licensePlate === null ? {} : { licensePlate };
  if (licensePlate !== null && chance.happens(0.4)) {
    await send('inventory.move', { from, to, licensePlate });
    return;
  }
  const quantity = serial !== null || available < 1 ? Math.min(1, available) : chance.integer(1, Math.floor(available));
  const traces = { ...(lot !== null && { lot }), ...(serial !== null && { serials: [serial] }) };
  await send('inventory.move', { from, to, item, sourceSystem, quantity, unit, ...plate, ...traces });
}
