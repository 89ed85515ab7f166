import { fromBase, fromBaseIn } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import { isToDo } from '#shared/ledger/pick-work.ts';
import type { WorkResult } from '#shared/ledger/work-result.ts';
import type { Runner } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import { undoneWork } from './literals.ts';

const workWithId = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('work as w')
    .leftJoin('outbound_order as o', 'o.order_key', 'w.order_key')
    .leftJoin('outbound_shipment as s', 's.shipment', 'w.shipment')
    .select(['w.id', 'w.type', 'w.shipment', 'w.trolley_position', 'o.order_number', 's.load_number'])
    .where('w.id', '=', p('id')),
);

const linesOfWork = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('work_line as l')
    .innerJoin('item as i', 'i.item_key', 'l.item_key')
    .leftJoin('item_unit as u', (join) => join.onRef('u.item_key', '=', 'l.item_key').onRef('u.unit', '=', 'l.unit'))
    .select([
      'l.line',
      'l.location',
      'l.item_key',
      'l.quantity_base',
      'l.picked_base',
      'l.unit',
      'l.lot',
      'l.serial',
      'l.license_plate',
      'l.status',
      'i.base_unit',
      'i.decimals',
      'u.numerator',
      'u.denominator',
    ])
    .where('l.work', '=', p('id'))
    .orderBy('l.line'),
);

const openWorkOfOrder = statement<{ orderKey: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('order_key', '=', p('orderKey'))
    .where('type', '=', 'pick')
    .where('status', 'in', undoneWork)
    .orderBy('id'),
);

const openWorkOfWave = statement<{ wave: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select('id')
    .where('wave', '=', p('wave'))
    .where('status', 'in', undoneWork)
    .orderBy('type')
    .orderBy('id'),
);

const waveWithWork = statement<{ id: string }>()((k, p) =>
  k.selectFrom('work').select('wave').where('id', '=', p('id')),
);

/** The wave that work was made in; null for none. */
export async function waveOfWork(read: Runner, id: string): Promise<string | null> {
  return (await read.one(waveWithWork, { id }))?.wave ?? null;
}

/** Pick work of an order that is not done, in the order in which it was made. */
export async function openPickWorkOfOrder(read: Runner, orderKey: string): Promise<string[]> {
  return (await read.all(openWorkOfOrder, { orderKey })).map(({ id }) => id);
}

export async function openPickWorkOfWave(read: Runner, wave: string): Promise<string[]> {
  return (await read.all(openWorkOfWave, { wave })).map(({ id }) => id);
}

/** Work as senders of commands are told of it: quantities in the unit that stands beside them. */
export async function workResults(read: Runner, ids: readonly string[]): Promise<WorkResult[]> {
  const works: WorkResult[] = [];
  for (const id of ids) {
    const work = await read.one(workWithId, { id });
    if (!work) continue;
    const lines = await read.all(linesOfWork, { id });
    works.push({
      work: work.id,
      type: work.type,
      order: work.order_number,
      shipment: work.shipment,
      load: work.load_number,
      ...(work.trolley_position !== null && { position: work.trolley_position }),
      lines: lines.map((line) => ({
        line: line.line,
        location: line.location,
        item: itemNumberOf(line.item_key),
        ...quantityOf({ ...line, quantity_base: meantBase(line) }),
        lot: line.lot || null,
        serials: line.serial === '' ? [] : [line.serial],
        licensePlate: line.license_plate || null,
        status: line.status,
      })),
    });
  }
  return works;
}

/** What is left of a line that is still to be done; of another one what it was for. */
function meantBase(line: {
  readonly status: string;
  readonly quantity_base: number;
  readonly picked_base: number;
}): number {
  return isToDo(line) ? line.quantity_base - line.picked_base : line.quantity_base;
}

function quantityOf(line: {
  readonly quantity_base: number;
  readonly unit: string;
  readonly base_unit: string;
  readonly decimals: number;
  readonly numerator: number | null;
  readonly denominator: number | null;
}): { readonly quantity: number; readonly unit: string } {
  const { numerator, denominator, decimals } = line;
  const exact =
    numerator === null || denominator === null
      ? null
      : fromBaseIn(line.quantity_base, { numerator, denominator }, decimals);
  if (exact !== null) return { quantity: exact, unit: line.unit };
  return { quantity: fromBase(line.quantity_base, decimals), unit: line.base_unit };
}
