import { invariant } from '#shared/kernel/invariant.ts';
import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import type { StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { Reservation } from '#shared/ledger/reservation.ts';
import { groupWork, type PlacedPart, type PlannedWork } from '#shared/waves/group-work.ts';
import { shipmentKeyOf } from '#shared/waves/parts.ts';
import type { ReleasedOrder, ReleasedPart, ReleasePlan, Shortage } from '#shared/waves/plan-release.ts';
import { splitRefills } from '#shared/waves/refill.ts';
import type { WavesResult } from '#shared/waves/wave.ts';
import { nextName } from '../platform/counter.ts';
import { assignReservation } from '../platform/facts/carry-reservations.queries.ts';
import { makeOutboundLoad, makeShipment, putOnShipment } from '../platform/facts/outbound-loads.queries.ts';
import { backorderLine, publishOrderStatus } from '../platform/facts/outbound-orders.queries.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import {
  insertReservation,
  type StockToPromise,
  setBroughtBy,
  takeForPromises,
  takeFromReservation,
} from '../platform/facts/reservations.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { insertWalk, insertWorkLine } from '../platform/facts/work-lines.queries.ts';
import { workResults } from '../platform/facts/work-results.queries.ts';
import type { AppTrx } from '../platform/store.ts';
import { FaceSupply } from './face-supply.ts';
import { joinShipment, putWaveOrder, releaseLine, waveLoad, waveShipment } from './write-release.queries.ts';

/** For which wave goods are released, and how its work is cut. */
export interface WaveToFill {
  readonly commandId: string;
  readonly warehouse: string;
  readonly wave: string;
  /** Whether the floor sees the work at once. */
  readonly isShown: boolean;
  readonly byZone: boolean;
  /** Loads that parts before this one made, by `loadKeyOf`; those of this part are added. */
  readonly loads?: Map<string, string>;
}

/**
 * Writes what `planRelease` decided: promises, shipments on loads (one for each carrier of a source system), and the work
 * that fetches the goods. Orders say what became of them.
 */
export async function writeRelease(trx: AppTrx, into: WaveToFill, plan: ReleasePlan): Promise<WavesResult> {
  const writer = new ReleaseWriter(trx, into);
  await takeForPromises(
    trx,
    plan.released
      .flatMap(({ parts }) => parts)
      .flatMap(({ source, quantityBase }) =>
        'row' in source ? [stockOf(into.warehouse, source.row, quantityBase)] : [],
      ),
  );
  const { refills, joining, rest } = splitRefills(plan.released);
  for (const { shipment, orders } of refills) await writer.refill(shipment, orders);
  for (const { shipment, orders } of joining) await writer.join(shipment, orders);
  for (const shipment of shipmentsOf(rest)) await writer.ship(shipment);
  for (const { order, line, reason } of plan.shortages) {
    await trx.one(backorderLine, { orderKey: order, line, reason });
  }
  const shortages = Map.groupBy(plan.shortages, ({ order }) => order);
  const keys = new Set([...plan.released.map(({ order }) => order.key), ...shortages.keys()]);
  for (const orderKey of keys) {
    const short = shortages.get(orderKey) ?? [];
    const isIn = plan.released.some(({ order }) => order.key === orderKey);
    const status = isIn ? 'released' : 'left_out';
    await trx.one(putWaveOrder, { wave: into.wave, orderKey, status, shortages: JSON.stringify(short) });
    publishOrderStatus(trx, orderKey);
  }
  return {
    wave: into.wave,
    work: await workResults(trx, [...writer.works, ...writer.supply.works]),
    shortages: await shortagesTold(trx, plan.shortages),
    shipments: writer.shipments,
  };
}

/** What is missing, in the base unit of each item. */
export async function shortagesTold(trx: AppTrx, shortages: readonly Shortage[]): Promise<WavesResult['shortages']> {
  const items = await itemsByKey(
    trx,
    shortages.map(({ item }) => item),
  );
  const decimals = new Map(items.map((item) => [item.key, item.decimals]));
  return shortages.map(({ orderNumber, line, item, quantityBase, reason }) => ({
    order: orderNumber,
    line,
    quantity: fromBase(quantityBase, decimals.get(item) ?? 0),
    reason,
  }));
}

/** One shipment an order, unless their source system lets orders to one consignee share one. */
function shipmentsOf(released: readonly ReleasedOrder[]): ReleasedOrder[][] {
  return [...Map.groupBy(released, ({ order }) => shipmentKeyOf(order)).values()];
}

class ReleaseWriter {
  readonly works: string[] = [];
  readonly shipments: { shipment: string; load: string; orders: string[] }[] = [];
  readonly supply: FaceSupply;
  readonly #loads: Map<string, string>;
  readonly #trx: AppTrx;
  readonly #into: WaveToFill;
  /** What is left of promises of which a part was handed on already. */
  readonly #leftBase = new Map<string, number>();
  #reservations = 0;

  constructor(trx: AppTrx, into: WaveToFill) {
    this.#trx = trx;
    this.#into = into;
    this.#loads = into.loads ?? new Map();
    this.supply = new FaceSupply(trx, into);
  }

  /** Sends somebody for what a shipment lacks that was split off without goods. */
  async refill(shipment: string, orders: readonly ReleasedOrder[]): Promise<void> {
    const { warehouse } = this.#into;
    const load = (await this.#trx.one(waveShipment, { shipment }))?.load_number;
    invariant(load !== undefined, 'only an open shipment lacks goods that nobody is sent for');
    await this.#trx.one(waveLoad, { load });
    for (const { order, parts } of orders) {
      for (const [line, ofLine] of Map.groupBy(parts, (part) => part.line.line)) {
        const fromOrderBase = totalBase(ofLine.filter(({ source }) => 'reservation' in source));
        await this.#trx.one(releaseLine, { orderKey: order.key, line, releasedBase: 0, fromOrderBase });
      }
    }
    await this.#writeWorks(shipment, orders);
    this.#trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
    this.#trx.publish({ kind: 'thing', thing: 'outboundLoad', key: load, warehouse, deleted: false });
    this.shipments.push({ shipment, load, orders: orders.map((one) => one.order.number) });
  }

  /** More of an order goes with its shipment that is being made up. */
  async join(shipment: string, orders: readonly ReleasedOrder[]): Promise<void> {
    const { warehouse } = this.#into;
    const load = (await this.#trx.one(joinShipment, { shipment }))?.load_number;
    invariant(load !== undefined, 'more goes with a shipment only before it is on the truck');
    await this.#trx.one(waveLoad, { load });
    for (const released of orders) await this.#releaseLines(shipment, released);
    await this.#writeWorks(shipment, orders);
    this.#trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
    this.#trx.publish({ kind: 'thing', thing: 'outboundLoad', key: load, warehouse, deleted: false });
    this.shipments.push({ shipment, load, orders: orders.map((one) => one.order.number) });
  }

  async ship(orders: readonly ReleasedOrder[]): Promise<void> {
    const [first] = orders;
    invariant(first, 'a shipment has an order');
    const { order } = first;
    const load = await this.#loadFor(order);
    const { warehouse, wave } = this.#into;
    const { sourceSystem, consignee, carrier } = order;
    const made = { load, warehouse, sourceSystem, wave, status: 'waved', consignee, carrier } as const;
    const shipment = await makeShipment(this.#trx, made);
    for (const released of orders) await this.#releaseLines(shipment, released);
    await this.#writeWorks(shipment, orders);
    this.shipments.push({ shipment, load, orders: orders.map((one) => one.order.number) });
    this.#trx.publish({ kind: 'thing', thing: 'shipment', key: shipment, warehouse, deleted: false });
  }

  async #writeWorks(shipment: string, orders: readonly ReleasedOrder[]): Promise<void> {
    for (const work of groupWork(await this.#placed(orders), this.#into.byZone)) {
      await this.#writeWork(shipment, orders, work);
    }
  }

  /** A truck for each carrier of a source system that this release sends something with. */
  async #loadFor({ sourceSystem, carrier }: ReleasedOrder['order']): Promise<string> {
    const key = JSON.stringify([sourceSystem, carrier]);
    const known = this.#loads.get(key);
    if (known !== undefined) return known;
    const { warehouse, wave } = this.#into;
    const load = await makeOutboundLoad(this.#trx, { warehouse, status: 'waved', carrier, madeBy: wave });
    this.#loads.set(key, load);
    this.#trx.publish({ kind: 'thing', thing: 'outboundLoad', key: load, warehouse, deleted: false });
    return load;
  }

  async #releaseLines(shipment: string, { order, parts }: ReleasedOrder): Promise<void> {
    for (const [line, ofLine] of Map.groupBy(parts, (part) => part.line.line)) {
      const releasedBase = totalBase(ofLine);
      const fromOrderBase = totalBase(ofLine.filter(({ source }) => 'reservation' in source));
      const named = { orderKey: order.key, line };
      await this.#trx.one(putOnShipment, { shipment, ...named, quantityBase: releasedBase, pickedBase: 0 });
      await this.#trx.one(releaseLine, { ...named, releasedBase, fromOrderBase });
    }
  }

  async #placed(orders: readonly ReleasedOrder[]): Promise<PlacedPart[]> {
    const { warehouse } = this.#into;
    const placed: PlacedPart[] = [];
    for (const { order, parts } of orders) {
      const plates = Map.groupBy(parts, plateKeyOf);
      for (const part of parts) {
        const row = goodsOf(part);
        const { quantityBase } = part;
        const offPlateBase = totalBase(plates.get(plateKeyOf(part)) ?? []);
        const stands = await placeNamed(this.#trx, warehouse, row.location);
        const { priority } = order;
        const brought = await this.supply.broughtFor({ row, quantityBase, offPlateBase, place: stands, priority });
        const place = brought?.face ?? stands;
        const { lot, serial } = row;
        placed.push({
          ...{ ...part, order: order.key, lot, serial, broughtBy: brought?.work ?? null },
          location: place?.code ?? row.location,
          licensePlate: brought ? '' : row.licensePlate,
          zone: place?.zone ?? '',
          walkSequence: place?.walkSequence ?? 0,
        });
      }
    }
    return placed;
  }

  async #writeWork(shipment: string, orders: readonly ReleasedOrder[], { zone, stops }: PlannedWork): Promise<void> {
    const [first] = stops;
    invariant(first, 'work has a stop');
    const id = await nextName(this.#trx, 'work', 'WK');
    const { warehouse, wave, commandId, isShown } = this.#into;
    const [only, ...others] = orders;
    await this.#trx.one(insertWalk, {
      id,
      type: 'pick',
      face: null,
      warehouse,
      status: isShown ? 'open' : 'held',
      location: first.first.location,
      quantityBase: stops.reduce((sum, stop) => sum + stop.quantityBase, 0),
      commandId,
      orderKey: others.length === 0 ? (only?.order.key ?? null) : null,
      shipment,
      wave,
      priority: Math.min(...orders.map(({ order }) => order.priority)),
      zone,
      walkSequence: first.first.walkSequence,
      at: this.#trx.now,
    });
    for (const [index, stop] of stops.entries()) {
      const line = index + 1;
      const { first: part } = stop;
      await this.#trx.one(insertWorkLine, {
        work: id,
        line,
        location: part.location,
        licensePlate: part.licensePlate,
        itemKey: part.line.item,
        owner: part.line.owner,
        lot: part.lot,
        serial: stop.serial,
        inventoryStatus: part.line.inventoryStatus,
        quantityBase: stop.quantityBase,
        unit: part.line.unit,
        walkSequence: part.walkSequence,
        shipment,
        orderKey: part.order,
        orderLine: part.line.line,
        blockedBy: part.broughtBy ?? null,
      });
      for (const each of stop.parts) await this.#promise(each, { shipment, work: id, workLine: line, state: 'work' });
    }
    this.works.push(id);
  }

  async #promise(part: PlacedPart, to: Pick<Reservation, 'shipment' | 'work' | 'workLine' | 'state'>): Promise<void> {
    const id = `${this.#into.commandId}.${this.#reservations}`;
    this.#reservations += 1;
    const { quantityBase, broughtBy = null } = part;
    if ('reservation' in part.source) {
      const { reservation } = part.source;
      const leftBase = this.#leftBase.get(reservation.id) ?? reservation.quantityBase;
      if (leftBase === quantityBase) {
        if (broughtBy !== reservation.broughtBy) await setBroughtBy(this.#trx, reservation, broughtBy);
        return assignReservation(this.#trx, reservation, to);
      }
      await takeFromReservation(this.#trx, { ...reservation, quantityBase: leftBase }, quantityBase);
      this.#leftBase.set(reservation.id, leftBase - quantityBase);
      return insertReservation(this.#trx, { ...reservation, ...to, id, quantityBase, broughtBy });
    }
    const stock = stockOf(this.#into.warehouse, part.source.row, quantityBase);
    return insertReservation(this.#trx, { ...stock, id, order: part.order, line: part.line.line, broughtBy, ...to });
  }
}

function goodsOf({ source }: ReleasedPart): StockCandidate | Reservation {
  return 'row' in source ? source.row : source.reservation;
}

/** What an order line gets off one plate goes together. */
function plateKeyOf(part: ReleasedPart): string {
  return `${part.line.line} ${goodsOf(part).licensePlate}`;
}

function stockOf(warehouse: string, row: StockCandidate, quantityBase: number): StockToPromise {
  const { location, item, owner, lot, serial, inventoryStatus, licensePlate } = row;
  return { warehouse, location, item, owner, lot, serial, inventoryStatus, licensePlate, quantityBase };
}
