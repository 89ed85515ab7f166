import { fromBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import type { InboundOrderThing, LicensePlateThing } from '#shared/ledger/thing.ts';
import type { UnknownScan } from '#shared/scan/scan.ts';
import { type FlowStep, flow, go, type Row, say, type World } from '../engine/flow.ts';
import type { StockAnswer } from '../engine/stock.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { codeWords, type Words, words } from '../ui/words.ts';

/** The steps of looking up, and what is looked at. */
export interface LookUpStates {
  readonly anything: object;
  readonly item: { readonly item: string };
  readonly location: { readonly location: string };
  readonly plate: { readonly licensePlate: string };
  readonly order: { readonly order: string };
  readonly work: { readonly work: string };
}

/**
 * Look something up. The worker has something in the hand or stands before it and wants to know what it is.
 *
 * Scan anything: an item, a location, a licence plate, an order. The device shows what it knows of it, also without a
 * network; with one, also what the server says is where. Scan the next thing right away; press "Close" to go back to the task that was interrupted.
 */
export const lookUp = flow<LookUpStates>({
  id: 'look-up',
  permit: 'stock.read',
  title: 'lookUp.title',
  revision: 1,
  start: () => go('anything', {}),
  steps: {
    anything: { prompt: () => ({ ask: words('lookUp.scanAnything') }), scan: anything() },
    item: itemStep(),
    location: locationStep(),
    plate: plateStep(),
    order: orderStep(),
    work: workStep(),
  },
});

/** The same at every step: whatever is scanned next is shown next. */
function anything(): NonNullable<FlowStep<LookUpStates, object>['scan']> {
  return {
    item: (_state, scan) => go('item', { item: `${scan.sourceSystem ?? ''}:${scan.item}` }, scan.item),
    location: (_state, { location }) => go('location', { location }, location),
    licensePlate: (_state, { licensePlate, known }) =>
      known ? go('plate', { licensePlate }, licensePlate) : say('lookUp.plateUnknown', { licensePlate }),
    document: (_state, scan) =>
      scan.documentType === 'work'
        ? go('work', { work: scan.document }, scan.document)
        : go('order', { order: `${scan.sourceSystem ?? ''}:${scan.document}` }, scan.document),
    unknown: (_state, scan: UnknownScan) => say(scan.code, scan.params),
  };
}

function itemStep(): FlowStep<LookUpStates, LookUpStates['item']> {
  return {
    prompt: ({ item: key }, world) => {
      const item = world.thing('item', key);
      if (!item) return { ask: itemNumberOf(key), about: words('lookUp.gone') };
      const plates = foundOf(world.list(snapshotCode.platesHolding(key)), 'licensePlate');
      return {
        ask: item.description,
        large: item.number,
        details: [
          { label: 'lookUp.baseUnit', value: item.baseUnit },
          ...item.units.map(({ unit, numerator, denominator }) => ({
            label: 'lookUp.unit' as const,
            value: `1 ${unit} = ${numerator / denominator} ${item.baseUnit}`,
          })),
          ...(item.barcodes.length === 0
            ? []
            : [{ label: 'lookUp.barcodes' as const, value: item.barcodes.map(({ code }) => code).join(', ') }]),
        ],
        rows: world.stock(stockOfItem(key))?.map(whereRow) ?? plates.map(({ value }) => plateRow(value, key)),
      };
    },
    needs: ({ item }) => [
      { kind: 'item', key: item },
      { list: snapshotCode.platesHolding(item) },
      { stock: stockOfItem(item) },
    ],
    scan: anything(),
  };
}

function stockOfItem(key: string): string {
  const query = new URLSearchParams({ item: itemNumberOf(key), sourceSystem: sourceSystemOf(key) });
  return query.toString();
}

function stockAt(location: string): string {
  return new URLSearchParams({ location }).toString();
}

/** Stock of an item by where it is. */
function whereRow({ location, licensePlate, lot, onHand, available, unit }: StockAnswer): Row {
  return { title: location, ...onPlate(licensePlate, lot), value: quantities(onHand, available, unit) };
}

/** Stock at a location by what it is. */
function whatRow({ item, description, licensePlate, lot, onHand, available, unit }: StockAnswer): Row {
  return {
    title: `${item} · ${description}`,
    ...onPlate(licensePlate, lot),
    value: quantities(onHand, available, unit),
  };
}

function onPlate(licensePlate: string | null, lot: string | null): Pick<Row, 'detail'> {
  const plate = licensePlate === null ? null : grouped(licensePlate);
  if (plate !== null && lot !== null) return { detail: words('lookUp.plateAndLot', { licensePlate: plate, lot }) };
  if (lot !== null) return { detail: words('lookUp.lot', { lot }) };
  return plate === null ? {} : { detail: plate };
}

/** How many are there; and how many of them are free, where that differs. */
function quantities(onHand: number, available: number, unit: string): Words {
  return onHand === available ? `${onHand} ${unit}` : words('lookUp.onHandFree', { onHand, available, unit });
}

function plateRow(plate: LicensePlateThing, item: string): Row {
  const held = plate.contents.filter((content) => content.item === item);
  const quantity = held.map((content) => `${fromBase(content.quantityBase, content.decimals)} ${content.baseUnit}`);
  return { title: plate.location ?? plate.licensePlate, detail: plate.licensePlate, value: quantity.join(' + ') };
}

function locationStep(): FlowStep<LookUpStates, LookUpStates['location']> {
  return {
    prompt: ({ location: code }, world) => {
      const location = world.thing('location', code);
      if (!location) return { ask: code, about: words('lookUp.gone') };
      const plates = foundOf(world.list(snapshotCode.platesAt(code)), 'licensePlate');
      return {
        ask: words('lookUp.location'),
        large: code,
        details: [
          { label: 'lookUp.type', value: codeWords('placeType', location.type) },
          { label: 'lookUp.zone', value: location.zone },
          ...(location.capacityPlates === null
            ? []
            : [{ label: 'lookUp.capacity' as const, value: `${location.plates} / ${location.capacityPlates}` }]),
          ...(location.fixedItem === null
            ? []
            : [{ label: 'lookUp.fixedItem' as const, value: itemNumberOf(location.fixedItem) }]),
        ],
        rows: world.stock(stockAt(code))?.map(whatRow) ?? plates.flatMap(({ value }) => contentRows(value)),
      };
    },
    needs: ({ location }) => [
      { kind: 'location', key: location },
      { list: snapshotCode.platesAt(location) },
      { stock: stockAt(location) },
    ],
    scan: anything(),
  };
}

function contentRows({ licensePlate, contents }: LicensePlateThing): Row[] {
  return contents.map((content) => ({
    title: `${itemNumberOf(content.item)} · ${content.description}`,
    detail: content.lot === '' ? licensePlate : words('lookUp.plateAndLot', { licensePlate, lot: content.lot }),
    value: `${fromBase(content.quantityBase, content.decimals)} ${content.baseUnit}`,
  }));
}

function plateStep(): FlowStep<LookUpStates, LookUpStates['plate']> {
  return {
    prompt: ({ licensePlate }, world) => {
      const plate = world.thing('licensePlate', licensePlate);
      if (!plate) return { ask: licensePlate, about: words('lookUp.gone') };
      return {
        ask: words('lookUp.plate'),
        large: plate.location ?? words('lookUp.nowhere'),
        about: licensePlate,
        rows: contentRows(plate),
      };
    },
    needs: ({ licensePlate }) => [{ kind: 'licensePlate', key: licensePlate }],
    scan: anything(),
  };
}

function orderStep(): FlowStep<LookUpStates, LookUpStates['order']> {
  return {
    prompt: ({ order: key }, world) => {
      const order = world.thing('inboundOrder', key);
      if (!order) return { ask: itemNumberOf(key), about: words('lookUp.gone') };
      return {
        ask: words('lookUp.order'),
        large: order.orderNumber,
        ...(order.consigner !== null && { about: order.consigner }),
        details: [{ label: 'lookUp.status', value: codeWords('orderStatus', order.status) }],
        rows: order.lines.map((line) => orderRow(order, line)),
      };
    },
    needs: ({ order }) => [{ kind: 'inboundOrder', key: order }],
    scan: anything(),
  };
}

function orderRow(order: InboundOrderThing, line: InboundOrderThing['lines'][number]): Row {
  const registered = order.registrations.filter((each) => each.line === line.line);
  const arrivedBase = registered.reduce((sum, each) => sum + each.quantityBase, line.receivedBase);
  const arrived = fromBase(arrivedBase, line.decimals);
  const expected = fromBase(line.expectedBase, line.decimals);
  return {
    title: line.description,
    detail: line.itemNumber,
    value: words('lookUp.arrivedOf', { arrived, expected, unit: line.baseUnit }),
    tone: arrivedBase >= line.expectedBase ? 'good' : 'open',
  };
}

function workStep(): FlowStep<LookUpStates, LookUpStates['work']> {
  return {
    prompt: ({ work: id }, world: World) => {
      const work = world.thing('work', id);
      if (!work) return { ask: id, about: words('lookUp.gone') };
      return {
        ask: words('lookUp.work'),
        large: work.toLocation ?? words('lookUp.nowhere'),
        about: work.licensePlate ?? '',
        details: [{ label: 'putAway.from', value: work.fromLocation }],
      };
    },
    needs: ({ work }) => [{ kind: 'work', key: work }],
    scan: anything(),
  };
}
