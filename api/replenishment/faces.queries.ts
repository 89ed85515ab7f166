import { setImmediate as nextTurn } from 'node:timers/promises';
import { availableStatus } from '#shared/ledger/stock-row.ts';
import { type LimitedFace, limitedFaces } from '#shared/replenishment/limits.ts';
import type { Runner } from '../platform/db/connection.ts';
import { isOneOf } from '../platform/db/lists.ts';
import { statement } from '../platform/db/statement.ts';
import { replenishType, rowByRow } from '../platform/facts/literals.ts';

interface OfItems {
  readonly warehouse: string;
  readonly itemKeys: readonly string[];
}

const ownLimits = statement<OfItems>()((k, p, dialect) =>
  k
    .selectFrom('face_limit')
    .select(['location', 'item_key', 'minimum_base', 'maximum_base'])
    .where(isOneOf(dialect, 'item_key', p('itemKeys')))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .orderBy('location'),
);

const plannedLimits = statement<OfItems & { today: string }>()((k, p, dialect) =>
  k
    .selectFrom('plan_policy as l')
    .innerJoin('plan_version as v', (join) =>
      join.onRef('v.scope', '=', 'l.scope').onRef('v.version', '=', 'l.version'),
    )
    .selectAll('l')
    .where(isOneOf(dialect, 'l.item_key', p('itemKeys')))
    .where(rowByRow('l.warehouse'), '=', p('warehouse'))
    .where('l.valid_from', '<=', p('today'))
    .where('v.state', '=', 'active'),
);

const facesOfItems = statement<OfItems>()((k, p, dialect) =>
  k
    .selectFrom('location')
    .select(['code', 'fixed_item'])
    .where(isOneOf(dialect, 'fixed_item', p('itemKeys')))
    .where(rowByRow('warehouse'), '=', p('warehouse'))
    .where('type', '=', 'pick')
    .where('active', '=', 1)
    .orderBy('walk_sequence')
    .orderBy('code'),
);

/** The places for picking that belong to these items, in walking order. */
export async function facesOf(read: Runner, warehouse: string, itemKeys: readonly string[]) {
  return (await read.all(facesOfItems, { warehouse, itemKeys })).flatMap(({ code: location, fixed_item: item }) =>
    item === null ? [] : [{ location, item }],
  );
}

/** How much of these items is to be where, on a day `YYYY-MM-DD`. */
export async function limitedFacesOf(
  read: Runner,
  warehouse: string,
  itemKeys: readonly string[],
  today: string,
): Promise<LimitedFace[]> {
  const asked = { warehouse, itemKeys };
  const own = (await read.all(ownLimits, asked)).map((row) => ({
    ...{ location: row.location, item: row.item_key },
    ...{ minimumBase: row.minimum_base, maximumBase: row.maximum_base },
  }));
  const planned = (await read.all(plannedLimits, { ...asked, today })).map((row) => ({
    ...{ location: row.location, item: row.item_key, scope: row.scope, validFrom: row.valid_from, plan: row.plan },
    ...{ reorderPointBase: row.reorder_point_base, minimumBase: row.minimum_base, maximumBase: row.maximum_base },
  }));
  return limitedFaces(own, planned, await facesOf(read, warehouse, itemKeys));
}

const itemsWithLimits = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('face_limit')
    .select('item_key')
    .where('warehouse', '=', p('warehouse'))
    .union(
      k
        .selectFrom('plan_policy as l')
        .innerJoin('plan_version as v', (join) =>
          join.onRef('v.scope', '=', 'l.scope').onRef('v.version', '=', 'l.version'),
        )
        .select('l.item_key')
        .where('v.state', '=', 'active')
        .where('l.warehouse', '=', p('warehouse')),
    )
    .orderBy('item_key'),
);

/** Items of which somebody said how much of them is to be at the faces of a warehouse. */
export async function limitedItems(read: Runner, warehouse: string): Promise<string[]> {
  return (await read.all(itemsWithLimits, { warehouse })).map(({ item_key: key }) => key);
}

const standing = statement<{ warehouse: string; faces: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('balance')
    .select(['location', 'item_key', (eb) => eb.fn.sum<number>('quantity_base').as('quantity_base')])
    .where('warehouse', '=', p('warehouse'))
    .where(isOneOf(dialect, 'location', p('faces')))
    .where(rowByRow('inventory_status'), '=', availableStatus)
    .groupBy(['location', 'item_key']),
);

const coming = statement<{ warehouse: string; faces: readonly string[] }>()((k, p, dialect) =>
  k
    .selectFrom('work as w')
    .innerJoin('work_line as l', 'l.work', 'w.id')
    .select(['w.planned_location', 'l.item_key', 'l.location', 'w.id', 'w.claimed_by'])
    .select((eb) =>
      eb
        .case()
        .when('l.status', '=', 'open')
        .then(eb.ref('l.quantity_base'))
        .else(eb.ref('l.picked_base'))
        .end()
        .as('quantity_base'),
    )
    .where('w.type', '=', replenishType)
    .where(isOneOf(dialect, 'w.planned_location', p('faces')))
    .where('w.status', 'in', ['held', 'open'])
    .where(rowByRow('w.warehouse'), '=', p('warehouse'))
    .orderBy('w.id'),
);

/** Work that brings goods to a face. */
export interface ComingWork {
  readonly work: string;
  readonly claimedBy: string | null;
  /** Of what waits: how much is asked for, 0 for as much as stands together. */
  readonly quantityBase: number;
  /** None of the item is in reserve: nobody is sent yet. */
  readonly isWaiting: boolean;
}

/** A face that has limits, with what is there and on its way. */
export interface FilledFace extends LimitedFace {
  readonly onHandBase: number;
  readonly comingBase: number;
  readonly coming: readonly ComingWork[];
  /** Something is on its way to the place, this item or another. */
  readonly isAwaited: boolean;
}

/** Items whose faces are read in one question. */
const itemsAtOnce = 200;

/**
 * The faces of items that are to hold some of them, with what stands there and is on its way there. Where there are many,
 * whatever else waits goes between.
 */
export async function* filledFacesOf(
  read: Runner,
  warehouse: string,
  itemKeys: readonly string[],
  today: string,
): AsyncGenerator<FilledFace[]> {
  for (let from = 0; from < itemKeys.length; from += itemsAtOnce) {
    if (from > 0) await nextTurn();
    const faces = await limitedFacesOf(read, warehouse, itemKeys.slice(from, from + itemsAtOnce), today);
    yield howFull(read, warehouse, faces);
  }
}

/** These faces with what of their item stands there and is on its way there. */
export async function howFull(read: Runner, warehouse: string, faces: readonly LimitedFace[]): Promise<FilledFace[]> {
  const codes = [...new Set(faces.map(({ location }) => location))];
  const there = new Map(
    (await read.all(standing, { warehouse, faces: codes })).map((row) => [keyOf(row.location, row.item_key), row]),
  );
  const onTheWay = await read.all(coming, { warehouse, faces: codes });
  const works = Map.groupBy(onTheWay, (row) => keyOf(row.planned_location ?? '', row.item_key));
  const awaited = new Set(onTheWay.map((row) => row.planned_location));
  return faces.map((face) => {
    const key = keyOf(face.location, face.item);
    const ofFace = (works.get(key) ?? []).map((row) => {
      const { id: work, claimed_by: claimedBy, quantity_base: quantityBase } = row;
      return { work, claimedBy, quantityBase, isWaiting: row.location === '' };
    });
    return {
      ...face,
      onHandBase: Number(there.get(key)?.quantity_base ?? 0),
      comingBase: ofFace.reduce((sum, { quantityBase, isWaiting }) => sum + (isWaiting ? 0 : quantityBase), 0),
      coming: ofFace,
      isAwaited: awaited.has(face.location),
    };
  });
}

function keyOf(location: string, item: string): string {
  return `${item}\u0000${location}`;
}

const movedBehind = statement<{ warehouse: string; position: number }>()((k, p) =>
  k
    .selectFrom('inventory_delta')
    .select('item_key')
    .distinct()
    .where('position', '>', p('position'))
    .where(rowByRow('warehouse'), '=', p('warehouse')),
);

/** Items whose stock changed in a warehouse behind a position of the feeds. */
export async function itemsMovedBehind(read: Runner, warehouse: string, position: number): Promise<string[]> {
  return (await read.all(movedBehind, { warehouse, position })).map(({ item_key: key }) => key);
}

const lastChange = statement<object>()((k) =>
  k.selectNoFrom((eb) => [
    eb
      .selectFrom('face_limit')
      .select((max) => max.fn.max<number>('changed_at').as('at'))
      .as('limits_at'),
    eb
      .selectFrom('plan_version')
      .select((max) => max.fn.max<number>('changed_at').as('at'))
      .as('plans_at'),
  ]),
);

/** Changes whenever somebody changes how much faces are to hold. */
export async function stampOfLimits(read: Runner): Promise<string> {
  const row = await read.one(lastChange, {});
  return `${row?.limits_at ?? 0} ${row?.plans_at ?? 0}`;
}
