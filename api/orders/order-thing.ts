import type { CrossDockWish } from '#shared/ledger/cross-dock.ts';
import { orderSettings, standardSettings } from '#shared/ledger/source-system-settings.ts';
import type { InboundLineThing, InboundOrderThing, OrderSettings, RegistrationThing } from '#shared/ledger/thing.ts';
import { unitFractionOf } from '#shared/orders/unit-of-line.ts';
import type { Clock } from '../platform/clock.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { comingStatuses } from '../platform/facts/coming-orders.ts';
import { crossDockWishesFor } from '../platform/facts/cross-dock.ts';
import { settingsFrom } from '../platform/facts/source-systems.queries.ts';
import type { LoadThings } from '../platform/thing-loaders.ts';
import { type LineRow, linesWithItems, openLoadsOf, openRegistrationsOf, ordersAtDock } from './order.queries.ts';

/**
 * Orders as devices keep them: those that can be received, and those whose load has to be completed. All others are gone
 * for a device.
 */
export function inboundOrderLoader(clock: Clock): LoadThings {
  return (read, keys, warehouse) => loadInboundOrders(read, keys, warehouse, clock.now());
}

async function loadInboundOrders(
  read: Runner,
  keys: readonly string[],
  warehouse: string,
  nowMs: number,
): Promise<Map<string, InboundOrderThing>> {
  const orders = await ordersAtDock(read, keys, warehouse);
  const orderKeys = orders.map((order) => order.order_key);
  if (orderKeys.length === 0) return new Map();
  const lines = Map.groupBy(await linesWithItems(read, orderKeys), (line) => line.order_key);
  const loads = Map.groupBy(await read.all(openLoadsOf, { orderKeys }), (load) => load.order_key);
  const wishes = await wishesOf(read, warehouse, lines, nowMs);
  const registrations = Map.groupBy(await read.all(openRegistrationsOf, { orderKeys }), (made) => made.order_key);
  return new Map(
    orders.map((order) => {
      const { order_key: key } = order;
      const { consigner } = JSON.parse(order.document) as Header;
      const thing: InboundOrderThing = {
        key,
        orderNumber: order.order_number,
        sourceSystem: order.source_system,
        status: order.status,
        consigner: consigner?.name ?? consigner?.account ?? null,
        openLoads: (loads.get(key) ?? []).map((load) => load.load_number),
        lines: (lines.get(key) ?? []).map((line) => ({
          ...lineThing(line),
          ...(comingStatuses.includes(order.status) && wishesFor(line, wishes)),
        })),
        registrations: byLineAndLoad(registrations.get(key) ?? []),
        ...ownSettings(order.settings),
      };
      return [key, thing];
    }),
  );
}

/** What was registered of each line on each load, in the order of the first of it. */
function byLineAndLoad(made: readonly RowOf<typeof openRegistrationsOf>[]): RegistrationThing[] {
  const together = Map.groupBy(made, (one) => JSON.stringify([one.line_number, one.load_number]));
  return [...together.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const quantityBase = same.reduce((sum, one) => sum + Number(one.quantity_base), 0);
    return [
      { commands: same.map((one) => one.command_id), line: first.line_number, quantityBase, load: first.load_number },
    ];
  });
}

type Wishes = ReadonlyMap<string, readonly CrossDockWish[]>;

/** What orders wait for of the items of tagged lines, by item. */
async function wishesOf(
  read: Runner,
  warehouse: string,
  lines: ReadonlyMap<string, readonly LineRow[]>,
  nowMs: number,
): Promise<Wishes> {
  const tagged = [...lines.values()].flat().filter((line) => line.cross_dock_source !== null);
  const itemKeys = [...new Set(tagged.map((line) => line.item_key))];
  return crossDockWishesFor(read, { warehouse, itemKeys, nowMs });
}

function wishesFor(line: LineRow, wishes: Wishes): Pick<InboundLineThing, 'wishes'> {
  const own = (wishes.get(line.item_key) ?? []).filter(({ tag }) => tag === line.cross_dock_source);
  return own.length > 0 ? { wishes: own } : {};
}

/** What the source system decides for itself, where that is not what everybody's is. */
function ownSettings(text: string): { readonly settings?: OrderSettings } {
  const own = settingsFrom(text);
  if (orderSettings.every((name) => own[name] === standardSettings[name])) return {};
  return { settings: Object.fromEntries(orderSettings.map((name) => [name, own[name]])) as OrderSettings };
}

interface Header {
  readonly consigner?: { readonly name?: string | null; readonly account?: string | null } | null;
}

function lineThing(line: LineRow): InboundLineThing {
  const { quantity, quantity_base: quantityBase, decimals } = line;
  return {
    line: line.line_number,
    item: line.item_key,
    itemNumber: line.item_number,
    description: line.description,
    baseUnit: line.base_unit,
    decimals,
    unit: line.unit,
    unitFraction: unitFractionOf({ quantity, quantityBase, decimals }),
    expectedBase: quantityBase,
    overPercent: Number(line.over_percent),
    underPercent: Number(line.under_percent),
    inventoryStatus: line.inventory_status,
    owner: line.owner,
    lot: line.lot,
    status: line.status,
    receivedBase: line.received_base,
  };
}
