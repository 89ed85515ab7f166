import { blindMs } from '#shared/ledger/claim-lease.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { WorkStatus } from '#shared/ledger/work.machine.ts';
import type { Runner } from '../db/connection.ts';
import { lockingStatement } from '../db/locking.ts';
import { statement } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import { countType, openStatus, rowByRow } from './literals.ts';
import { itemKeysAt } from './promised-goods.queries.ts';
import { countedWork, locationsOf, tellOfCounted } from './withheld.queries.ts';
import type { Counted } from './withhold.ts';

/** What is to be counted: all of a place, an item wherever it is (`location` ''), or an item at a place. */
export interface ToCount {
  readonly warehouse: string;
  readonly location: string;
  readonly itemKey: string | null;
}

/** Why somebody is sent to count, where nobody came by themselves. */
export interface CountTask {
  readonly origin: 'plan' | 'pick' | 'request';
  readonly plan: string | null;
  /** Where something is different, somebody else counts it once more. */
  readonly isSecondCounter: boolean;
  readonly askedBy: string;
}

const openAt = lockingStatement<{ warehouse: string; location: string }>()((k, p) =>
  k
    .selectFrom('work')
    .select(['id', 'item_key'])
    .where('type', '=', countType)
    .where('status', '=', openStatus)
    .where('warehouse', '=', p('warehouse'))
    .where('from_location', '=', p('location'))
    .orderBy('id'),
);

const insert = statement<ToCount & { id: string; commandId: string; at: number }>()((k, p) =>
  k.insertInto('work').values({
    id: p('id'),
    type: countType,
    warehouse: p('warehouse'),
    status: openStatus,
    license_plate: null,
    item_key: p('itemKey'),
    from_location: p('location'),
    to_location: null,
    quantity_base: 0,
    command_id: p('commandId'),
    created_at: p('at'),
    version: 1,
  }),
);

const insertTask = statement<{
  work: string;
  warehouse: string;
  origin: string;
  plan: string | null;
  secondCounter: number;
  askedBy: string;
}>()((k, p) =>
  k.insertInto('count_task').values({
    work: p('work'),
    warehouse: p('warehouse'),
    origin: p('origin'),
    plan: p('plan'),
    second_counter: p('secondCounter'),
    asked_by: p('askedBy'),
  }),
);

const end = statement<{ id: string; status: WorkStatus; at: number }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ status: p('status'), closed_at: p('at'), version: eb('version', '+', 1) }))
    .where('id', '=', p('id')),
);

const claim = statement<{ id: string; by: string | null; at: number | null }>()((k, p) =>
  k
    .updateTable('work')
    .set((eb) => ({ claimed_by: p('by'), claimed_at: p('at'), version: eb('version', '+', 1) }))
    .where('id', '=', p('id')),
);

const begin = statement<{ badge: string; work: string; at: number }>()((k, p) =>
  k
    .insertInto('count_begun')
    .values({ badge: p('badge'), work: p('work'), begun_at: p('at') })
    .onConflict((conflict) => conflict.columns(['badge', 'work']).doUpdateSet({ begun_at: p('at') })),
);

const said = statement<{ badge: string; work: string }>()((k, p) =>
  k.deleteFrom('count_begun').where('badge', '=', p('badge')).where('work', '=', p('work')),
);

const saidByAll = statement<{ work: string }>()((k, p) =>
  k.deleteFrom('count_begun').where('work', '=', p('work')).returning('badge'),
);

const begunBy = statement<{ badge: string; since: number }>()((k, p) =>
  k
    .selectFrom('count_begun as b')
    .innerJoin('work as w', 'w.id', 'b.work')
    .select(['w.warehouse', 'w.from_location', 'w.item_key'])
    .where('b.badge', '=', p('badge'))
    .where(rowByRow('w.status'), '=', openStatus)
    .where('b.begun_at', '>', p('since')),
);

/**
 * What somebody is counting: all of a place (`item` null), an item wherever it is (`location` null), or an item at a
 * place.
 */
export interface CountedNow {
  readonly warehouse: string;
  readonly location: string | null;
  /** The item's number. */
  readonly item: string | null;
}

/** What somebody has begun to count and not told of, however long ago within a shift. */
export async function countedNow(read: Runner, badge: string, nowMs: number): Promise<CountedNow[]> {
  const rows = await read.all(begunBy, { badge, since: nowMs - blindMs });
  return rows.map(({ warehouse, from_location: location, item_key: key }) => ({
    warehouse,
    location: location === '' ? null : location,
    item: key && itemNumberOf(key),
  }));
}

/** The goods of a warehouse that somebody is counting, place by place. */
export async function countedGoods(
  read: Runner,
  { warehouse, badge, nowMs }: { readonly warehouse: string; readonly badge: string; readonly nowMs: number },
): Promise<Counted[]> {
  const rows = await read.all(begunBy, { badge, since: nowMs - blindMs });
  const counted: Counted[] = [];
  for (const { from_location: location, item_key: item } of rows.filter((row) => row.warehouse === warehouse)) {
    const places = location === '' && item !== null ? await locationsOf(read, warehouse, item) : [location];
    for (const place of places) {
      const items = item === null ? await itemKeysAt(read, warehouse, place) : [item];
      counted.push({ location: place, item, items });
    }
  }
  return counted;
}

/** Open work that has just this counted; undefined for none. */
export async function countWorkFor(
  trx: AppTrx,
  { warehouse, location, itemKey }: ToCount,
): Promise<string | undefined> {
  const rows = await trx.all(openAt.lock[trx.dialect], { warehouse, location });
  return rows.find((row) => row.item_key === itemKey)?.id;
}

/** Sends somebody to count. Answers the work: what was open for it already, else new work with the id. */
export async function openCountWork(
  trx: AppTrx,
  { task, ...asked }: ToCount & { readonly id: string; readonly commandId: string; readonly task?: CountTask },
): Promise<string> {
  const known = await countWorkFor(trx, asked);
  if (known !== undefined) return known;
  await trx.one(insert, { ...asked, at: trx.now });
  if (task) {
    const { origin, plan, isSecondCounter, askedBy } = task;
    const { id: work, warehouse } = asked;
    await trx.one(insertTask, { work, warehouse, origin, plan, secondCounter: isSecondCounter ? 1 : 0, askedBy });
  }
  publishCountWork(trx, asked.warehouse, asked.id, false);
  return asked.id;
}

/** Work of single items at a place that is open. */
export async function countWorkOfItems(
  trx: AppTrx,
  { warehouse, location }: Pick<ToCount, 'warehouse' | 'location'>,
): Promise<string[]> {
  const rows = await trx.all(openAt.lock[trx.dialect], { warehouse, location });
  return rows.filter((row) => row.item_key !== null).map(({ id }) => id);
}

/** It was counted: nobody has to any more. */
export async function endCountWork(trx: AppTrx, warehouse: string, id: string): Promise<void> {
  await endAs(trx, warehouse, { id, status: 'closed' });
}

/** Whoever was sent is called back. */
export async function withdrawCountWork(trx: AppTrx, warehouse: string, id: string): Promise<void> {
  await endAs(trx, warehouse, { id, status: 'cancelled' });
}

async function endAs(
  trx: AppTrx,
  warehouse: string,
  { id, status }: { readonly id: string; readonly status: WorkStatus },
): Promise<void> {
  await trx.one(end, { id, status, at: trx.now });
  publishCountWork(trx, warehouse, id, true);
  const begun = await trx.all(saidByAll, { work: id });
  if (begun.length > 0) await tellOf(trx, id);
}

/** Who counts has it, so that nobody else is sent there meanwhile. */
export async function claimCountWork(
  trx: AppTrx,
  warehouse: string,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<void> {
  await trx.one(claim, { id, by, at: trx.now });
  await trx.one(begin, { work: id, badge: by, at: trx.now });
  publishCountWork(trx, warehouse, id, false);
  await tellOf(trx, id);
}

/** Who counted said what is there, and somebody else is to count it once more. */
export async function releaseCountWork(
  trx: AppTrx,
  warehouse: string,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<void> {
  await trx.one(claim, { id, by: null, at: null });
  await trx.one(said, { work: id, badge: by });
  publishCountWork(trx, warehouse, id, false);
  await tellOf(trx, id);
}

async function tellOf(trx: AppTrx, id: string): Promise<void> {
  const work = await countedWork(trx, id);
  if (work) await tellOfCounted(trx, work);
}

/** Devices hear of work that was made, counted once more or done. */
export function publishCountWork(trx: AppTrx, warehouse: string, key: string, deleted: boolean): void {
  trx.publish({ kind: 'thing', thing: 'countWork', key, warehouse, deleted });
}
