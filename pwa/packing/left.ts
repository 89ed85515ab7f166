import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import type { ShipmentGoods, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { Need, Prompt, Row, World } from '../engine/flow.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { amount, words } from '../ui/words.ts';
import type { AtCarton } from './pack.states.ts';

/** What tells whether goods can be packed where they are. */
export const doorsNeed: Need = { list: snapshotCode.doors };

/** What was put down for a shipment and is in none of its cartons yet: all that can be packed. */
export function unpacked(shipment: ShipmentThing, world: World): ShipmentGoods[] {
  const doors = doorsOf(world);
  return outside(shipment).filter(({ location }) => !doors.has(location));
}

/** What went onto the truck as it is: unloaded first, it can be packed. */
export function onTruck(shipment: ShipmentThing, world: World): ShipmentGoods[] {
  const doors = doorsOf(world);
  return outside(shipment).filter(({ location }) => doors.has(location));
}

function outside({ goods, cartons }: ShipmentThing): ShipmentGoods[] {
  const packed = new Set(cartons.map(({ carton }) => carton));
  return goods.filter((one) => !isInHand(one) && !packed.has(one.licensePlate));
}

function doorsOf(world: World): ReadonlySet<string> {
  return new Set(foundOf(world.list(snapshotCode.doors), 'location').map(({ value }) => value.code));
}

/** What is in a carton. */
export function inCarton({ goods }: ShipmentThing, carton: string): ShipmentGoods[] {
  return goods.filter(({ licensePlate }) => licensePlate === carton);
}

/** The goods that can be scanned now: those to pack, or those to take out again. */
export function scannable(shipment: ShipmentThing, { carton, isOut }: AtCarton, world: World): ShipmentGoods[] {
  return isOut ? inCarton(shipment, carton) : unpacked(shipment, world);
}

/** Goods item by item and lot by lot, as rows. */
export function rowsOf(shipment: ShipmentThing, goods: readonly ShipmentGoods[]): Row[] {
  const kinds = Map.groupBy(goods, ({ item, lot }) => `${item}\u0000${lot}`);
  return [...kinds.values()].flatMap((of) => {
    const [first] = of;
    const line = shipment.lines.find(({ item }) => item === first?.item);
    if (!first || !line) return [];
    const { itemNumber, description, baseUnit, decimals } = line;
    const lot = first.lot === '' ? '' : ` · ${first.lot}`;
    const left = fromBase(totalBase(of), decimals);
    return [{ title: description, detail: `${itemNumber}${lot}`, value: amount(left, baseUnit) }];
  });
}

/** Lines whose goods are all in cartons, of those that were picked and went not onto the truck without one. */
export function packProgress(shipment: ShipmentThing, world: World): Pick<Prompt, 'progress'> {
  const gone = new Set(onTruck(shipment, world));
  const kinds = new Set(shipment.goods.filter((one) => !gone.has(one)).map(lineKey));
  const open = new Set([...unpacked(shipment, world), ...shipment.goods.filter(isInHand)].map(lineKey));
  return { progress: { done: kinds.size - open.size, of: kinds.size, unit: 'unit.lines' } };
}

function lineKey({ order, line }: ShipmentGoods): string {
  return `${order}/${line}`;
}

/** What every step at a carton shows. */
export function cartonPrompt(state: AtCarton, world: World, ask: Prompt['ask']): Prompt {
  const shipment = world.thing('shipment', state.shipment);
  if (!shipment) return { ask: words('lookUp.gone') };
  return {
    ask,
    about: [shipment.orders.join(', '), shipment.customer].filter(Boolean).join(' · '),
    details: [{ label: 'pack.carton', value: state.carton }],
    ...packProgress(shipment, world),
    ...held(shipment),
  };
}

/** That its goods stay where they are for now. */
export function held({ heldOrders = [] }: ShipmentThing): Pick<Prompt, 'notice'> {
  return heldOrders.length === 0 ? {} : { notice: words('pack.onHold', { orders: heldOrders.join(', ') }) };
}
