import { fromBase } from '#shared/kernel/quantity.ts';
import type { ShipmentGoods, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import type { Prompt, Row, World } from '../engine/flow.ts';
import { isInHand } from '../store/outbound-effects.ts';
import { words } from '../ui/words.ts';
import type { AtCarton } from './pack.states.ts';

/** What was put down for a shipment and is in none of its cartons yet. */
export function unpacked({ goods, cartons }: ShipmentThing): ShipmentGoods[] {
  const packed = new Set(cartons.map(({ carton }) => carton));
  return goods.filter((one) => !isInHand(one) && !packed.has(one.licensePlate));
}

/** What is in a carton. */
export function inCarton({ goods }: ShipmentThing, carton: string): ShipmentGoods[] {
  return goods.filter(({ licensePlate }) => licensePlate === carton);
}

/** The goods that can be scanned now: those to pack, or those to take out again. */
export function scannable(shipment: ShipmentThing, { carton, isOut }: AtCarton): ShipmentGoods[] {
  return isOut ? inCarton(shipment, carton) : unpacked(shipment);
}

export function sumOf(goods: readonly ShipmentGoods[]): number {
  return goods.reduce((sum, { quantityBase }) => sum + quantityBase, 0);
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
    const left = fromBase(sumOf(of), decimals);
    return [{ title: description, detail: `${itemNumber}${lot}`, value: `${left} ${baseUnit}` }];
  });
}

/** Lines whose goods are all in cartons, of those that were picked. */
export function packProgress(shipment: ShipmentThing): Pick<Prompt, 'progress'> {
  const kinds = new Set(shipment.goods.map(lineKey));
  const open = new Set([...unpacked(shipment), ...shipment.goods.filter(isInHand)].map(lineKey));
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
    ...packProgress(shipment),
  };
}
