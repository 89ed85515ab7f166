import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import { whyNotPicked } from '#shared/ledger/why-not-picked.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { AskedWhy, Why } from '../platform/explainers.ts';
import { familyOf } from '../platform/facts/plate-family.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { dayIn } from '../platform/facts/warehouses.queries.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import { expectedOnOrders, type StockGroup, type StockOf, stockGroups } from './look-up.queries.ts';
import { pickedRow } from './look-up-common.ts';
import { livePromises, type PromiseRow } from './look-up-promises.queries.ts';

/** Says of goods somebody stands before why they cannot be picked: of an item, at a location, on a plate. */
export function addPickingExplainer(_routes: Routes, { explainers, clock }: Services): void {
  explainers.set('picking', (read, asked) => explain(read, asked, clock.now()));
}

const rowsTold = 40;
const promisesRead = 400;

/** A verdict for each place of the goods; where there are none at all, one that says so. */
async function explain(read: Runner, asked: AskedWhy, nowMs: number): Promise<Why[]> {
  const { warehouse, licensePlate, location } = asked;
  const itemKey = await itemKeyOf(read, asked);
  if (itemKey === null) return [];
  const meant: StockOf = {
    ...(location !== undefined && { location }),
    ...(licensePlate !== undefined && { licensePlates: await platesOf(read, licensePlate) }),
    ...(itemKey !== undefined && { itemKey }),
  };
  const groups = await stockGroups(read, warehouse, meant);
  if (groups.length === 0) return [await whyNone(read, asked, itemKey)];
  const today = await dayIn(read, warehouse, nowMs);
  const promised = await livePromises(read, warehouse, meant, promisesRead);
  return groups.slice(0, rowsTold).map((group) => {
    const own = promised.filter((one) => isOf(one, group));
    const why = whyNotPicked(pickedRow(group), today);
    const said = why?.code === 'stock.all_reserved' ? (byWhom(own) ?? why) : why;
    return { subject: subjectOf(group), allowed: said === null, problem: said, more: moreOf(group, own) };
  });
}

/** Null: there is no such item, or several systems have one; put-away says so. */
async function itemKeyOf(read: Runner, { item, sourceSystem }: AskedWhy): Promise<string | undefined | null> {
  if (item === undefined) return undefined;
  const meant = itemMeant(item, await itemsByNumber(read, item), [], sourceSystem);
  return isProblem(meant) ? null : meant.key;
}

async function platesOf(read: Runner, licensePlate: string): Promise<string[]> {
  const family = await familyOf(read, licensePlate);
  return family.length > 0 ? family : [licensePlate];
}

async function whyNone(read: Runner, asked: AskedWhy, itemKey: string | undefined): Promise<Why> {
  const { warehouse, item, location, licensePlate } = asked;
  const subject = { activity: 'picking', item, location, licensePlate };
  return { subject, allowed: false, problem: await reason() };

  async function reason(): Promise<Problem> {
    if (licensePlate !== undefined) return problem('stock.none_on', { licensePlate });
    if (location !== undefined) return problem('stock.none_at', { location });
    const [next] = itemKey === undefined ? [] : await expectedOnOrders(read, warehouse, { itemKey }, 1);
    if (!next) return problem('stock.none_here', { item: item ?? '' });
    const quantity = fromBase(next.quantity_base - next.registered_base, next.decimals);
    return problem('stock.not_come', { item: item ?? '', quantity, unit: next.base_unit, order: next.order_number });
  }
}

function isOf(one: PromiseRow, group: StockGroup): boolean {
  return (
    one.number === group.number &&
    one.location === group.location &&
    one.lot === group.lot &&
    one.license_plate === group.license_plate
  );
}

/** Whom all of it is promised: a replenishment that carries it on, or orders. */
function byWhom(promised: readonly PromiseRow[]): Problem | null {
  const carrier = promised.find((one) => one.brought_by !== null)?.brought_by;
  if (carrier != null) return problem('stock.being_brought', { work: carrier });
  const orders = [...new Set(promised.flatMap(({ order_number: order }) => order ?? []))];
  if (orders.length === 0) return null;
  const more = orders.length > ordersNamed ? ` + ${orders.length - ordersNamed}` : '';
  return problem('stock.reserved_for', { orders: orders.slice(0, ordersNamed).join(', ') + more });
}

const ordersNamed = 3;

function subjectOf(group: StockGroup) {
  return {
    activity: 'picking',
    location: group.location,
    licensePlate: group.license_plate || null,
    item: group.number,
    lot: group.lot || null,
    serial: group.serial || null,
  };
}

function moreOf({ quantity_base, reserved_base, base_unit: unit, decimals }: StockGroup, own: readonly PromiseRow[]) {
  return {
    onHand: fromBase(quantity_base, decimals),
    reserved: fromBase(reserved_base, decimals),
    unit,
    promised: own.map((one) => ({
      order: one.order_number,
      line: one.line_number,
      quantity: fromBase(one.quantity_base, decimals),
      state: one.state,
      work: one.work,
      shipment: one.shipment,
    })),
  };
}
