import type { IDBPObjectStore } from 'idb';
import { unitOf } from '#shared/ledger/stock-item.ts';
import type { ItemThing } from '#shared/ledger/thing.ts';
import type { TallymanSchema } from './database.ts';
import type { Change } from './snapshot.ts';

type Things = IDBPObjectStore<TallymanSchema, ['things', 'meta'], 'things', 'readwrite'>;

/** Items of a page whose description or units are others than the device knew, by key. */
export async function renamedBy(things: Things, items: readonly Change[]): Promise<ReadonlyMap<string, ItemThing>> {
  const renamed = new Map<string, ItemThing>();
  for (const { kind, key, deleted, value } of items) {
    if (kind !== 'item' || deleted) continue;
    const known = await things.get(['item', key]);
    const item = value as ItemThing;
    if (known && saidOf(known.value as ItemThing) !== saidOf(item)) renamed.set(key, item);
  }
  return renamed;
}

function saidOf({ description, units }: ItemThing): string {
  return JSON.stringify([description, units]);
}

/** Things that say of items how they are called, so that a screen need not look each of them up. */
const sayingSo = ['inboundOrder', 'licensePlate', 'work', 'pickWork', 'shipment', 'countWork'] as const;

/** The server does not send them again when only that changes: it is carried over here. */
export async function renameItems(things: Things, renamed: ReadonlyMap<string, ItemThing>): Promise<void> {
  if (renamed.size === 0) return;
  for (const kind of sayingSo) {
    const ofKind = IDBKeyRange.bound([kind], [kind, []]);
    for await (const cursor of things.iterate(ofKind)) {
      const { value, ...stored } = cursor.value;
      const named = JSON.stringify(value, (_name, part: unknown) => asNow(kind, part, renamed));
      if (named !== JSON.stringify(value)) await cursor.update({ ...stored, value: JSON.parse(named) as unknown });
    }
  }
}

/** Goods as their item is called now; those to pick in its unit as large as that is now, a line of an order as its ERP said. */
function asNow(kind: string, part: unknown, renamed: ReadonlyMap<string, ItemThing>): unknown {
  const goods = part as Partial<Goods> | null;
  const item = renamed.get(goods?.item ?? '');
  if (!item || !goods?.description) return part;
  const { description } = item;
  if (kind !== 'pickWork' || goods.unit === undefined) return { ...goods, description };
  const unit = unitOf(item, goods.unit) ? goods.unit : item.baseUnit;
  const { numerator, denominator } = unitOf(item, unit) ?? { numerator: 1, denominator: 1 };
  return { ...goods, description, unit, unitFraction: { numerator, denominator } };
}

interface Goods {
  readonly item: string | null;
  readonly description: string | null;
  readonly unit: string;
}
