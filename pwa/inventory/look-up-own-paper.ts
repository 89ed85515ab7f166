import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { OutboundLoadThing, PickWorkThing, ShipmentThing } from '#shared/ledger/outbound-thing.ts';
import { isToDo } from '#shared/ledger/pick-work.ts';
import type { Prompt, Row, World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, amountOf, codeWords, type TextKey, type Words, words } from '../ui/words.ts';
import { because } from './look-up-paper.answer.ts';

/** What the device itself knows of a number: of work that somebody claimed, a shipment, a truck, or an outbound order. */
export function ownPaper(code: string, world: World): Prompt | null {
  const upper = code.toUpperCase();
  const known = world.list(snapshotCode.document(code));
  const work = foundOf(known, 'pickWork').find(({ key }) => key === upper)?.value;
  if (work) return workPrompt(work);
  const shipments = foundOf(known, 'shipment').map(({ value }) => value);
  const shipment = shipments.find((one) => one.shipment === upper);
  if (shipment) return shipmentPrompt(shipment);
  const load = foundOf(world.list(snapshotCode.load(code)), 'outboundLoad')[0]?.value;
  if (load) return loadPrompt(load);
  const [first] = shipments;
  return first ? orderPrompt(code, first, shipments) : null;
}

/** A carton, or a plate with picked goods, that the device knows by its shipment. */
export function ownCarton(unit: string, world: World): Prompt | null {
  const shipment = foundOf(world.list(snapshotCode.shipmentGoods(unit)), 'shipment')[0]?.value;
  if (!shipment) return null;
  const carton = shipment.cartons.find((one) => one.carton === unit);
  const goods = shipment.goods.filter(({ licensePlate }) => licensePlate === unit);
  const location = carton?.location ?? goods[0]?.location;
  return {
    ask: words(carton ? 'lookUp.carton' : 'lookUp.plate'),
    large: location ?? words('lookUp.nowhere'),
    about: grouped(unit),
    details: [...(carton ? [stateOf(carton.status)] : []), ...partsOf(shipment)],
    rows: goods.map(({ item, order, line, lot, serial, quantityBase }) => {
      const known = shipment.lines.find((one) => one.item === item);
      const quantity = known ? amount(fromBase(quantityBase, known.decimals), known.baseUnit) : '';
      const marks = [`${itemNumberOf(order)} / ${line}`, lot, serial].filter((mark) => mark !== '').join(' · ');
      return { title: known?.description ?? itemNumberOf(item), detail: marks, value: quantity };
    }),
  };
}

type Detail = NonNullable<Prompt['details']>[number];

function workPrompt(work: PickWorkThing): Prompt {
  const { orderNumber, customer, claimedBy, shipment, load, targetPlate } = work;
  return {
    ask: words('lookUp.workTitle'),
    large: work.work,
    about: customer ?? codeWords('workType', work.type),
    details: [
      stateOf(work.status),
      ...given('lookUp.claimedBy', claimedBy),
      ...given('lookUp.orders', orderNumber),
      ...given('lookUp.shipment', shipment),
      ...given('lookUp.outboundLoad', load),
      ...given('lookUp.onPlate', targetPlate && grouped(targetPlate)),
    ],
    rows: work.lines.map((line): Row => {
      const { location, blockedBy, hold, itemNumber, decimals, baseUnit } = line;
      const picked = fromBase(line.pickedBase, decimals);
      const isOpen = isToDo(line);
      const blocked = blockedBy && { code: 'picking.blocked', params: { location, work: blockedBy } };
      const held = hold && { code: 'order.held', params: { order: hold.order, holds: hold.holds } };
      const why = isOpen ? held || blocked : null;
      const about = `${location} · ${itemNumber}`;
      return {
        title: line.description,
        detail: why ? because(about, why) : about,
        value: amountOf(picked, fromBase(line.quantityBase, decimals), baseUnit),
        tone: why ? 'warn' : isOpen ? 'open' : 'good',
      };
    }),
  };
}

function shipmentPrompt(shipment: ShipmentThing): Prompt {
  return {
    ask: words('lookUp.shipment'),
    large: shipment.shipment,
    ...(shipment.customer !== null && { about: shipment.customer }),
    details: [stateOf(shipment.status), ...partsOf(shipment), ...given('lookUp.location', shipment.staging)],
    rows: shipment.lines.map(lineRow),
  };
}

function orderPrompt(order: string, first: ShipmentThing, shipments: readonly ShipmentThing[]): Prompt {
  return {
    ask: words('lookUp.outboundOrder'),
    large: order,
    ...(first.customer !== null && { about: first.customer }),
    details: shipments.flatMap((one) => [...given('lookUp.shipment', one.shipment), stateOf(one.status)]),
    rows: shipments.flatMap((one) => one.lines.map(lineRow)),
  };
}

function loadPrompt({ load, status, carrier, door, departsAt, shipments, units }: OutboundLoadThing): Prompt {
  return {
    ask: words('lookUp.outboundLoad'),
    large: load,
    ...(carrier !== null && { about: carrier }),
    details: [
      stateOf(status),
      ...given('lookUp.location', door),
      ...given('lookUp.due', departsAt === null ? null : words('lookUp.at', { time: { atMs: departsAt } })),
      ...given('lookUp.shipment', shipments.join(', ')),
    ],
    rows: units.map(({ unit, shipment, isLoaded }) => ({
      title: grouped(unit),
      detail: shipment,
      tone: isLoaded ? ('good' as const) : ('open' as const),
    })),
  };
}

function lineRow({
  description,
  itemNumber,
  pickedBase,
  quantityBase,
  decimals,
  baseUnit,
}: ShipmentThing['lines'][number]) {
  return {
    title: description,
    detail: itemNumber,
    value: amountOf(fromBase(pickedBase, decimals), fromBase(quantityBase, decimals), baseUnit),
    tone: pickedBase >= quantityBase ? ('good' as const) : ('open' as const),
  };
}

function partsOf({ orders, shipment, load, carrier }: ShipmentThing): Detail[] {
  return [
    ...given('lookUp.orders', orders.join(', ')),
    ...given('lookUp.shipment', shipment),
    ...given('lookUp.outboundLoad', load),
    ...given('lookUp.carrier', carrier),
  ];
}

function stateOf(status: string): Detail {
  return { label: 'lookUp.status', value: codeWords('paperStatus', status) };
}

function given(label: TextKey, value: Words | null): Detail[] {
  return value === null || value === '' ? [] : [{ label, value }];
}
