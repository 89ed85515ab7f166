import type { Command } from '#shared/command/envelope.ts';
import type { ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import {
  type ConfirmBody,
  type ConfirmFacts,
  type ConfirmShipment,
  confirm,
  decideConfirm,
  type Unreleased,
} from '#shared/shipping/confirm.ts';
import type { OutboundLoadStatus, ShipmentStatus } from '#shared/shipping/outbound.machine.ts';
import type { Effect } from '../store/effects.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { deviceOperation } from '../store/provisional.ts';
import { foundOf, type ReadThings } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { placedGoods } from './goods.ts';
import { notReleased } from './what-closes.ts';

/** The truck leaves, and what does not go of orders is closed where one shipment stands for each. */
export const confirmOnDevice = deviceOperation({
  operation: confirm,
  facts: async (command, read): Promise<ConfirmFacts | null> => {
    const meant = await shipmentsMeant(command.body, read);
    if (meant.length === 0) return null;
    const shipments = await Promise.all(meant.map((thing) => confirmShipment(thing, command, read)));
    const sourceSystems = [...new Set(meant.map(({ sourceSystem }) => sourceSystem))];
    return { shipments, isKnown: true, sourceSystems, unreleased: unreleasedOf(command.body, meant) };
  },
  decide: decideConfirm,
  effects: (_command, { shipped }): Effect[] =>
    shipped.map(({ shipment: { shipment, load } }) => ({ does: 'ship', shipment, load })),
});

async function shipmentsMeant({ load, shipment, order }: ConfirmBody, read: ReadThings): Promise<ShipmentThing[]> {
  if (shipment !== undefined) {
    const known = await read.thing('shipment', shipment);
    return known ? [known] : [];
  }
  const code = load === undefined ? snapshotCode.document(order ?? '') : snapshotCode.shipmentsOn(load);
  return foundOf(await read.byCodes([code]), 'shipment').map(({ value }) => value);
}

/** What is cancelled with an order besides what is on its shipments. */
function unreleasedOf({ order, remainder }: ConfirmBody, shipments: readonly ShipmentThing[]): Unreleased[] {
  if (order === undefined || remainder !== 'cancel') return [];
  return notReleased(shipments, order).map((rest) => ({ ...rest, reservedBase: 0 }));
}

async function confirmShipment(
  thing: ShipmentThing,
  { warehouse }: Command<ConfirmBody>,
  read: ReadThings,
): Promise<ConfirmShipment> {
  const load = await read.thing('outboundLoad', thing.load);
  const names = thing.works ?? Array<string>(thing.openWork).fill('');
  const openWork = names.map((work) => {
    const own = thing.goods.filter((one) => one.work === work);
    const inHand = own.filter(isInHand).length;
    return { work, isClaimed: false, isBegun: own.length > 0, inHand };
  });
  return {
    shipment: thing.shipment,
    status: thing.status as ShipmentStatus,
    load: thing.load,
    loadStatus: (load?.status ?? 'in_process') as OutboundLoadStatus,
    sourceSystem: thing.sourceSystem,
    toWarehouse: null,
    isOnlyOne: thing.isOnlyOne === true,
    unreleased: (thing.unreleased?.lines ?? []).map((rest) => ({ ...rest, reservedBase: 0 })),
    lines: thing.lines,
    goods: await placedGoods(thing, warehouse, read),
    openWork,
    openCartons: thing.cartons.filter(({ status }) => status === 'open').map(({ carton }) => carton),
    heldOrders: thing.heldOrders ?? [],
  };
}
