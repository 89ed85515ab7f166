import type { IDBPObjectStore } from 'idb';
import type { InboundOrderThing, ItemThing, LicensePlateThing, WorkThing } from '#shared/ledger/thing.ts';
import type { StoredThing, TallymanSchema } from './database.ts';
import type { Change } from './snapshot.ts';

type Things = IDBPObjectStore<TallymanSchema, ['things', 'meta'], 'things', 'readwrite'>;

/** Items of a page whose description is another one than the device knew, by key. */
export async function renamedBy(things: Things, items: readonly Change[]): Promise<ReadonlyMap<string, string>> {
  const renamed = new Map<string, string>();
  for (const { kind, key, deleted, value } of items) {
    if (kind !== 'item' || deleted) continue;
    const known = await things.get(['item', key]);
    const { description } = value as ItemThing;
    if (known && (known.value as ItemThing).description !== description) renamed.set(key, description);
  }
  return renamed;
}

/**
 * Orders, plates and loose goods say how their items are called, so that a screen need not look each of them up. The
 * server does not send them again when only a description changes: it is carried over here.
 */
export async function renameItems(things: Things, renamed: ReadonlyMap<string, string>): Promise<void> {
  if (renamed.size === 0) return;
  for (const kind of ['inboundOrder', 'licensePlate', 'work'] as const) {
    const ofKind = IDBKeyRange.bound([kind], [kind, []]);
    for await (const stored of things.iterate(ofKind)) {
      const value = withNames(stored.value, renamed);
      if (value !== stored.value.value) await stored.update({ ...stored.value, value });
    }
  }
}

function withNames({ kind, value }: StoredThing, renamed: ReadonlyMap<string, string>): unknown {
  switch (kind) {
    case 'inboundOrder':
      return renameAll(value as InboundOrderThing, 'lines', renamed);
    case 'licensePlate':
      return renameAll(value as LicensePlateThing, 'contents', renamed);
    default:
      return renameAll(value as WorkThing, 'loose', renamed);
  }
}

interface Named {
  readonly item: string;
  readonly description: string;
}

/** The thing with the goods of one member called as they are now; the very same thing where that changes nothing. */
function renameAll<Name extends string>(
  thing: { readonly [Member in Name]?: readonly Named[] },
  member: Name,
  renamed: ReadonlyMap<string, string>,
): object {
  const goods: readonly Named[] = thing[member] ?? [];
  const isTouched = goods.some(({ item, description }) => (renamed.get(item) ?? description) !== description);
  if (!isTouched) return thing;
  return {
    ...thing,
    [member]: goods.map((one) => ({ ...one, description: renamed.get(one.item) ?? one.description })),
  };
}
