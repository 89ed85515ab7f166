import { invariant } from '#shared/kernel/invariant.ts';
import { badgeOfHands } from '#shared/ledger/location-type.ts';
import type { Reservation, ReservationState } from '#shared/ledger/reservation.ts';
import type { Runner } from '../db/connection.ts';
import { lockingStatement, TryAgain } from '../db/locking.ts';
import type { Database } from '../db/schema.ts';
import { statement } from '../db/statement.ts';
import { changeReserved } from '../ledger.queries.ts';
import type { AppTrx } from '../store.ts';
import { bringLess } from './brought.queries.ts';

const ofOrder = lockingStatement<{ orderKey: string }>()((k, p) =>
  k.selectFrom('reservation').selectAll().where('order_key', '=', p('orderKey')).orderBy('id'),
);

const ofWork = lockingStatement<{ work: string }>()((k, p) =>
  k.selectFrom('reservation').selectAll().where('work', '=', p('work')).orderBy('id'),
);

const waitingForLine = lockingStatement<{ work: string; line: number }>()((k, p) =>
  k
    .selectFrom('reservation')
    .selectAll()
    .where('work', '=', p('work'))
    .where('work_line', '=', p('line'))
    .where('state', '=', 'work')
    .orderBy('id'),
);

const broughtByWork = lockingStatement<{ work: string }>()((k, p) =>
  k.selectFrom('reservation').selectAll().where('brought_by', '=', p('work')).orderBy('id'),
);

/** What is promised to an order and what was shipped to it, locked in the order of its ids. */
export async function lockReservationsOfOrder(trx: AppTrx, orderKey: string): Promise<Reservation[]> {
  return (await trx.all(ofOrder.lock[trx.dialect], { orderKey })).map(reservationOf);
}

/** The same as it is read. */
export async function reservationsOfOrder(read: Runner, orderKey: string): Promise<Reservation[]> {
  return (await read.all(ofOrder.read, { orderKey })).map(reservationOf);
}

export async function lockReservationsOfWork(trx: AppTrx, work: string): Promise<Reservation[]> {
  return (await trx.all(ofWork.lock[trx.dialect], { work })).map(reservationOf);
}

/** What is promised to a line of work and was not picked. */
export async function lockReservationsOfLine(trx: AppTrx, work: string, line: number): Promise<Reservation[]> {
  return (await trx.all(waitingForLine.lock[trx.dialect], { work, line })).map(reservationOf);
}

/** What a replenishment brings to a pick face: promises whose goods are where they were, or in its worker's hands. */
export async function lockReservationsBroughtBy(trx: AppTrx, work: string): Promise<Reservation[]> {
  return (await trx.all(broughtByWork.lock[trx.dialect], { work })).map(reservationOf);
}

export function reservationOf(row: Database['reservation']): Reservation {
  return {
    id: row.id,
    warehouse: row.warehouse,
    location: row.location,
    item: row.item_key,
    owner: row.owner,
    lot: row.lot,
    serial: row.serial,
    inventoryStatus: row.inventory_status,
    licensePlate: row.license_plate,
    quantityBase: row.quantity_base,
    order: row.order_key,
    line: row.line_number,
    shipment: row.shipment,
    work: row.work,
    workLine: row.work_line,
    state: row.state as ReservationState,
    broughtBy: row.brought_by,
  };
}

const insert = statement<{
  id: string;
  warehouse: string;
  location: string;
  itemKey: string;
  owner: string;
  lot: string;
  serial: string;
  inventoryStatus: string;
  licensePlate: string;
  quantityBase: number;
  orderKey: string;
  line: number;
  shipment: string | null;
  work: string | null;
  workLine: number | null;
  state: ReservationState;
  broughtBy: string | null;
  at: number;
}>()((k, p) =>
  k.insertInto('reservation').values({
    id: p('id'),
    warehouse: p('warehouse'),
    location: p('location'),
    item_key: p('itemKey'),
    owner: p('owner'),
    lot: p('lot'),
    serial: p('serial'),
    inventory_status: p('inventoryStatus'),
    license_plate: p('licensePlate'),
    quantity_base: p('quantityBase'),
    order_key: p('orderKey'),
    line_number: p('line'),
    shipment: p('shipment'),
    work: p('work'),
    work_line: p('workLine'),
    state: p('state'),
    document_number: null,
    entry_id: null,
    reserved_at: p('at'),
    brought_by: p('broughtBy'),
  }),
);

const resize = statement<{ id: string; quantityBase: number }>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ quantity_base: p('quantityBase') })
    .where('id', '=', p('id')),
);

const remove = statement<{ id: string }>()((k, p) => k.deleteFrom('reservation').where('id', '=', p('id')));

/**
 * Promises goods of a balance. Answers false where somebody else was promised them meanwhile: the caller looks for
 * others. The only way a promise comes into being.
 */
export async function reserve(trx: AppTrx, reservation: Reservation): Promise<boolean> {
  const changed = await trx.one(changeReserved, {
    ...balanceKey(reservation),
    reservedBase: reservation.quantityBase,
  });
  if (!changed) return false;
  await insertReservation(trx, reservation);
  return true;
}

/** Goods of a balance, and how much of them. */
export type StockToPromise = Pick<
  Reservation,
  'warehouse' | 'location' | 'item' | 'owner' | 'lot' | 'serial' | 'inventoryStatus' | 'licensePlate' | 'quantityBase'
>;

/**
 * Takes goods for promises that are written right after, each by `insertReservation`. Balances are changed in the order of
 * their keys, as whoever moves stock does it, so that nobody waits for each other in a circle. Tries everything once more
 * where somebody else was promised some of them since they were chosen, which is on PostgreSQL only.
 */
export async function takeForPromises(trx: AppTrx, goods: readonly StockToPromise[]): Promise<void> {
  const ordered = goods.map((one) => ({ one, key: Object.values(balanceKey(one)).join('\u0000') }));
  ordered.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const { one } of ordered) {
    const changed = await trx.one(changeReserved, { ...balanceKey(one), reservedBase: one.quantityBase });
    if (!changed) throw new TryAgain(`${one.item} at ${one.location} was promised to others`);
  }
}

/**
 * Writes a promise whose goods are in a balance's reserved part already: entries with `isReserved` brought them there, or
 * they come out of another promise.
 */
export async function insertReservation(trx: AppTrx, reservation: Reservation): Promise<void> {
  const { item: itemKey, order: orderKey, broughtBy = null, ...rest } = reservation;
  await trx.one(insert, { ...rest, itemKey, orderKey, broughtBy, at: trx.now });
}

const bring = statement<{ id: string; work: string | null }>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ brought_by: p('work') })
    .where('id', '=', p('id')),
);

/** A replenishment brings the goods of a promise to where they are picked, or (null) does not, or not any more. */
export async function setBroughtBy(trx: AppTrx, { id }: Reservation, work: string | null): Promise<void> {
  await trx.one(bring, { id, work });
}

const disown = statement<{ id: string; work: string }>()((k, p) =>
  k
    .updateTable('reservation')
    .set({ order_key: '', line_number: 0, shipment: null, work: p('work'), work_line: 1, state: 'work' })
    .where('id', '=', p('id')),
);

/**
 * Gives goods back that were promised: all of it, or `quantityBase`. What was to be brought to a pick face for it need not
 * be; goods that are on their way there come there all the same, for nobody, and are free when they are put down.
 */
export async function unreserve(
  trx: AppTrx,
  reservation: Reservation,
  quantityBase = reservation.quantityBase,
): Promise<void> {
  const carrier = await stopBringing(trx, reservation, quantityBase);
  if (carrier !== null) return leaveToCarrier(trx, reservation, carrier, quantityBase);
  const changed = await trx.one(changeReserved, { ...balanceKey(reservation), reservedBase: -quantityBase });
  invariant(changed, `${reservation.id} is part of what its balance has promised`);
  await takeFromReservation(trx, reservation, quantityBase);
}

/**
 * So much of what is promised need not be brought to where it is picked. Answers the work that brings it all the same,
 * since it is on its way.
 */
export async function stopBringing(
  trx: AppTrx,
  { broughtBy = null, location, warehouse }: Reservation,
  quantityBase: number,
): Promise<string | null> {
  if (broughtBy === null) return null;
  if (badgeOfHands(location) !== null) {
    // Who brings it is told how many still wait.
    trx.publish({ kind: 'thing', thing: 'pickWork', key: broughtBy, warehouse, deleted: false });
    return broughtBy;
  }
  await bringLess(trx, broughtBy, quantityBase);
  return null;
}

async function leaveToCarrier(trx: AppTrx, reservation: Reservation, work: string, goneBase: number): Promise<void> {
  const { id, quantityBase } = reservation;
  if (goneBase === quantityBase) return void (await trx.one(disown, { id, work }));
  await takeFromReservation(trx, reservation, goneBase);
  const free = { order: '', line: 0, shipment: null, work, workLine: 1, state: 'work' } as const;
  await insertReservation(trx, {
    ...reservation,
    ...free,
    id: `${id}.${quantityBase - goneBase}`,
    quantityBase: goneBase,
  });
}

/**
 * Makes a promise smaller, or ends it, where an entry with `isReserved` has taken its goods out of the balance's
 * reserved part already.
 */
export async function takeFromReservation(
  trx: AppTrx,
  { id, quantityBase }: Reservation,
  goneBase: number,
): Promise<void> {
  const leftBase = quantityBase - goneBase;
  invariant(leftBase >= 0, `${id} holds ${quantityBase}, not ${goneBase}`);
  if (leftBase === 0) await trx.one(remove, { id });
  else await trx.one(resize, { id, quantityBase: leftBase });
}

function balanceKey(reservation: Omit<StockToPromise, 'quantityBase'>) {
  const { warehouse, location, item, owner, lot, serial, inventoryStatus, licensePlate } = reservation;
  return { warehouse, location, itemKey: item, owner, lot, serial, inventoryStatus, licensePlate };
}
