import { totalBase } from '#shared/kernel/quantity.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import type { RowOf } from '../db/statement.ts';
import type { AppTrx } from '../store.ts';
import {
  cancelEmptyLoad,
  cancelEmptyShipment,
  cancelEmptyWork,
  cutShipmentLine,
  cutWork,
  cutWorkLine,
  openWorkOfOrder,
  takeLineBack,
  toFetchOfOrder,
  unpickedOfOrder,
} from './cancel-released.queries.ts';
import { assignReservation } from './carry-reservations.queries.ts';
import {
  insertReservation,
  lockReservationsOfOrder,
  setBroughtBy,
  stopBringing,
  takeFromReservation,
  unreserve,
} from './reservations.queries.ts';

/** What is to be taken back from the floor. Everything that is not named is meant. */
export interface TakeBack {
  readonly orderKey: string;
  readonly line?: number;
  readonly shipment?: string;
  /** Only what this work was to fetch. */
  readonly work?: string;
  /** Of each line, at most; without it, all that is not picked. */
  readonly quantityBase?: number;
  /** Goods stay promised to the order, or are free for others again. */
  readonly promises: 'keep' | 'give-up';
  /** Begins the ids of promises that are split off: the command's. */
  readonly commandId: string;
}

/** What was taken back of a line on a shipment. */
export interface TakenBack {
  readonly line: number;
  readonly shipment: string;
  readonly quantityBase: number;
  /** Work that this was cut out of; its claim is kept where it is cancelled whole, so that its worker can be told. */
  readonly works: readonly string[];
}

/**
 * Takes released goods of an order back that are not picked: its newest shipments first, of each what is promised no more,
 * then what nobody has claimed before what somebody has. Work lines become smaller or are cancelled, work without lines,
 * shipments without goods and loads without shipments are cancelled. The order's row is locked by the caller, who also
 * publishes its status.
 */
export async function cancelReleased(trx: AppTrx, asked: TakeBack): Promise<TakenBack[]> {
  const { orderKey } = asked;
  const works = await trx.all(openWorkOfOrder.lock[trx.dialect], { orderKey });
  const claimed = new Set(works.flatMap(({ id, claimed_by }) => (claimed_by === null ? [] : [id])));
  const promised = (await lockReservationsOfOrder(trx, orderKey)).filter(
    ({ state }) => state === 'shipment' || state === 'work',
  );
  const meant = (await trx.all(unpickedOfOrder, { orderKey })).filter(
    ({ shipment, line_number: line }) => shipment === (asked.shipment ?? shipment) && line === (asked.line ?? line),
  );
  const lacking = await lackingOf(trx, orderKey, meant, promised);
  const leftBase = new Map<number, number>();
  const taken: TakenBack[] = [];
  const loads = new Map<string, { load: string; warehouse: string }>();
  for (const row of meant) {
    const { shipment, line_number: line, load_number: load, warehouse } = row;
    const isMeant = (one: Pick<Reservation, 'shipment' | 'line' | 'work'>) =>
      one.shipment === shipment && one.line === line && (asked.work ?? one.work) === one.work;
    const ofLine = promised.filter(isMeant);
    const unpromised = lacking.filter(isMeant);
    const ofWorkBase = totalBase([...ofLine, ...unpromised]);
    const limitBase = leftBase.get(line) ?? asked.quantityBase ?? Number.POSITIVE_INFINITY;
    const mostBase = asked.work === undefined ? row.quantity_base - row.picked_base : ofWorkBase;
    const quantityBase = Math.min(limitBase, mostBase);
    if (quantityBase === 0) continue;
    leftBase.set(line, limitBase - quantityBase);
    const forgottenBase = await forget(trx, unpromised, quantityBase);
    const promises = ofLine.sort(unclaimedFirst(claimed));
    const { keptBase, touched } = await takePromises(trx, asked, promises, quantityBase - forgottenBase);
    await trx.one(cutShipmentLine, { shipment, orderKey, line, quantityBase });
    await trx.one(takeLineBack, { orderKey, line, releasedBase: quantityBase, keptBase });
    const works = [...(forgottenBase > 0 ? unpromised.map(({ work }) => work) : []), ...touched];
    taken.push({ line, shipment, quantityBase, works });
    loads.set(shipment, { load, warehouse });
  }
  for (const work of new Set(taken.flatMap((one) => one.works))) {
    const isGone = (await trx.one(cancelEmptyWork, { work, at: trx.now })) !== undefined;
    const warehouse = works.find(({ id }) => id === work)?.warehouse ?? '';
    if (claimed.has(work)) trx.publish({ kind: 'thing', thing: 'pickWork', key: work, warehouse, deleted: isGone });
  }
  for (const [shipment, { load, warehouse }] of loads) await settleShipment(trx, shipment, load, warehouse);
  return taken;
}

/** Goods that work is to fetch and that are promised no more: a count, say, did not find them. */
interface Lacking extends Pick<Reservation, 'line' | 'shipment' | 'quantityBase'> {
  readonly work: string;
  readonly workLine: number;
}

/** Of lines on shipments that are not picked; nearly always there is nothing, and then nothing is asked. */
async function lackingOf(
  trx: AppTrx,
  orderKey: string,
  unpicked: readonly RowOf<typeof unpickedOfOrder>[],
  promised: readonly Reservation[],
): Promise<Lacking[]> {
  const isPromised = ({ shipment, line_number: line, quantity_base, picked_base }: (typeof unpicked)[number]) =>
    totalBase(promised.filter((one) => one.shipment === shipment && one.line === line)) >= quantity_base - picked_base;
  if (unpicked.every(isPromised)) return [];
  const ofWork = Map.groupBy(promised, ({ work, workLine }) => `${work} ${workLine}`);
  return (await trx.all(toFetchOfOrder, { orderKey })).flatMap((row) => {
    const { work, line: workLine, order_line: line, shipment } = row;
    const quantityBase = row.quantity_base - row.picked_base - totalBase(ofWork.get(`${work} ${workLine}`) ?? []);
    return line !== null && quantityBase > 0 ? [{ line, shipment, work, workLine, quantityBase }] : [];
  });
}

/** Nobody fetches any more what is promised no more, at most so much of it; answers how much that was. */
async function forget(trx: AppTrx, lacking: readonly Lacking[], mostBase: number): Promise<number> {
  let leftBase = mostBase;
  for (const { work, workLine, quantityBase } of lacking) {
    const partBase = Math.min(leftBase, quantityBase);
    if (partBase === 0) break;
    leftBase -= partBase;
    await trx.one(cutWorkLine, { work, line: workLine, quantityBase: partBase });
    await trx.one(cutWork, { work, quantityBase: partBase });
  }
  return mostBase - leftBase;
}

function unclaimedFirst(claimed: ReadonlySet<string>) {
  const rank = ({ work }: Reservation) => (work === null ? 0 : claimed.has(work) ? 2 : 1);
  return (a: Reservation, b: Reservation) => rank(a) - rank(b) || (b.workLine ?? 0) - (a.workLine ?? 0);
}

/** Takes so much out of promises; what a short pick left without one is taken all the same. */
async function takePromises(
  trx: AppTrx,
  { promises, commandId }: TakeBack,
  reservations: readonly Reservation[],
  quantityBase: number,
): Promise<{ keptBase: number; touched: string[] }> {
  let leftBase = quantityBase;
  let keptBase = 0;
  const touched: string[] = [];
  for (const reservation of reservations) {
    const partBase = Math.min(leftBase, reservation.quantityBase);
    if (partBase === 0) break;
    leftBase -= partBase;
    const { work, workLine } = reservation;
    if (work !== null && workLine !== null) {
      await trx.one(cutWorkLine, { work, line: workLine, quantityBase: partBase });
      await trx.one(cutWork, { work, quantityBase: partBase });
      touched.push(work);
    }
    if (promises === 'give-up') await unreserve(trx, reservation, partBase);
    else {
      await keep(trx, reservation, partBase, commandId);
      keptBase += partBase;
    }
  }
  return { keptBase, touched };
}

async function keep(trx: AppTrx, reservation: Reservation, quantityBase: number, commandId: string): Promise<void> {
  const ofOrder = { shipment: null, work: null, workLine: null, state: 'order' } as const;
  const broughtBy = await stopBringing(trx, reservation, quantityBase);
  if (quantityBase === reservation.quantityBase) {
    if (reservation.broughtBy && broughtBy === null) await setBroughtBy(trx, reservation, null);
    return assignReservation(trx, reservation, ofOrder);
  }
  const id = `${commandId}.back.${reservation.id}`;
  await takeFromReservation(trx, reservation, quantityBase);
  await insertReservation(trx, { ...reservation, ...ofOrder, id, quantityBase, broughtBy });
}

/** A shipment without goods is cancelled, and so is a load without shipments; devices hear of both. */
export async function settleShipment(trx: AppTrx, shipment: string, load: string, warehouse: string): Promise<void> {
  const isGone = (await trx.one(cancelEmptyShipment, { shipment })) !== undefined;
  trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: isGone });
  const isLoadGone = isGone && (await trx.one(cancelEmptyLoad, { load })) !== undefined;
  trx.publish({ kind: 'thing', thing: 'outboundLoad', key: load, warehouse, deleted: isLoadGone });
}
