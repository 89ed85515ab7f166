import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import { itemNumberOf } from '#shared/ledger/item-key.ts';
import type { InboundOrderThing, ItemThing, LicensePlateThing, PlateContent } from '#shared/ledger/thing.ts';
import { type FlowStep, go, type Prompt, type Row, type World } from '../engine/flow.ts';
import { foundOf } from '../store/read-things.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, codeWords, type KeyedWords, type TextKey, type Words, words } from '../ui/words.ts';
import { anything, moreActions, unknownNeeds } from './look-up.actions.ts';
import { asOf, foundFor, foundPrompt, lookUpPath, meant, meantByKey } from './look-up.answer.ts';
import type { LookUpStates, Meant } from './look-up.states.ts';
import { ownCarton } from './look-up-own-paper.ts';

type Step<Name extends keyof LookUpStates> = FlowStep<LookUpStates, LookUpStates[Name]>;

/** What the server knows of it; else what the device knows by itself. */
export function shown(asked: Meant, world: World, own: () => Prompt): Prompt {
  const found = foundFor(asked, world);
  const prompt = found ? foundPrompt(found) : own();
  return { ...prompt, details: [...(prompt.details ?? []), ...asOf(asked.code, world)] };
}

export function itemStep(): Step<'item'> {
  const of = ({ item }: LookUpStates['item']) => meantByKey('item', item);
  return {
    prompt: (state, world) => {
      const item = world.thing('item', state.item);
      const plates = foundOf(world.list(snapshotCode.platesHolding(state.item)), 'licensePlate');
      const own = (): Prompt => ({
        ask: item?.description ?? itemNumberOf(state.item),
        ...(item ? { large: item.number } : { about: words('lookUp.gone') }),
        rows: plates.map(({ value }) => plateRow(value, state.item)),
      });
      return shown(of(state), world, own);
    },
    needs: (state, input) => [
      { kind: 'item', key: state.item },
      { list: snapshotCode.platesHolding(state.item) },
      { asked: lookUpPath(of(state).code) },
      ...unknownNeeds(state, input),
    ],
    scan: anything(),
    actions: {
      ...moreActions(of),
      details: {
        label: 'lookUp.showDetails',
        when: ({ item }, world) => world.thing('item', item) !== undefined,
        run: (state) => go('itemDetails', state),
      },
    },
  };
}

/** What an item is counted in, weighs and is known by. */
export function itemDetailsStep(): Step<'itemDetails'> {
  return {
    prompt: ({ item: key }, world) => {
      const item = world.thing('item', key);
      if (!item) return { ask: itemNumberOf(key), about: words('lookUp.gone') };
      return { ask: item.description, large: item.number, details: itemDetails(item), rows: barcodeRows(item) };
    },
    needs: (state, input) => [{ kind: 'item', key: state.item }, ...unknownNeeds(state, input)],
    scan: anything(),
  };
}

function itemDetails({ baseUnit, units, category, weightMilligrams, shelfLifeDays }: ItemThing) {
  const details: [TextKey, Words | null | undefined][] = [
    ['lookUp.baseUnit', baseUnit],
    ...units.map(({ unit, numerator, denominator }): [TextKey, Words] => {
      return ['lookUp.unit', words('lookUp.unitIs', { unit, quantity: numerator / denominator, baseUnit })];
    }),
    ['lookUp.category', category],
    ['lookUp.weight', weightMilligrams == null ? null : amount(fromBase(weightMilligrams, 6), `kg / ${baseUnit}`)],
    ['lookUp.shelfLife', shelfLifeDays === null ? null : words('lookUp.days', { days: shelfLifeDays })],
  ];
  return details.flatMap(([label, value]) => (value == null ? [] : [{ label, value }]));
}

function barcodeRows({ barcodes }: ItemThing): Row[] {
  return barcodes.map(({ code, unit, quantity }) => ({ title: code, value: amount(quantity, unit) }));
}

function plateRow(plate: LicensePlateThing, item: string): Row {
  return {
    title: plate.location ?? plate.licensePlate,
    detail: grouped(plate.licensePlate),
    value: together(plate.contents.filter((content) => content.item === item)),
  };
}

export function locationStep(): Step<'location'> {
  const of = ({ location }: LookUpStates['location']) => meant('location', location);
  return {
    prompt: (state, world) => {
      const { location: code } = state;
      const location = world.thing('location', code);
      const plates = foundOf(world.list(snapshotCode.platesAt(code)), 'licensePlate');
      const own = (): Prompt => {
        if (!location) return { ask: code, about: words('lookUp.gone') };
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
          rows: plates.flatMap(({ value }) => contentRows(value)),
        };
      };
      return shown(of(state), world, own);
    },
    needs: (state, input) => [
      { kind: 'location', key: state.location },
      { list: snapshotCode.platesAt(state.location) },
      { asked: lookUpPath(state.location) },
      ...unknownNeeds(state, input),
    ],
    scan: anything(),
    actions: moreActions(of),
  };
}

/** What is on a plate. Pieces are counted, and named where there is one: nobody reads hundreds of numbers. */
function contentRows({ licensePlate, contents }: LicensePlateThing): Row[] {
  const alike = Map.groupBy(contents, ({ item, lot, owner, inventoryStatus }) =>
    [inventoryStatus, owner, lot, item].join(' '),
  );
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { item, description, lot, serial } = first;
    const marks = [grouped(licensePlate), lot, others.length === 0 ? serial : ''];
    return {
      title: `${itemNumberOf(item)} · ${description}`,
      detail: marks.filter((mark) => mark !== '').join(' · '),
      value: together([first, ...others]),
    };
  });
}

/** How much it is of one item. */
function together(contents: readonly PlateContent[]): KeyedWords | string {
  const [first] = contents;
  return first ? amount(fromBase(totalBase(contents), first.decimals), first.baseUnit) : '';
}

export function plateStep(): Step<'plate'> {
  // A carton is a plate, too, and told of as a carton by whoever knows that it is one.
  const of = ({ licensePlate }: LookUpStates['plate'], world: World) => {
    const carton = meant('carton', licensePlate);
    return foundFor(carton, world) ? carton : meant('licensePlate', licensePlate);
  };
  return {
    prompt: (state, world) => {
      const { licensePlate } = state;
      const plate = world.thing('licensePlate', licensePlate);
      const own = (): Prompt =>
        ownCarton(licensePlate, world) ??
        (plate
          ? {
              ask: words('lookUp.plate'),
              large: plate.location ?? words('lookUp.nowhere'),
              about: grouped(licensePlate),
              rows: contentRows(plate),
            }
          : {
              ask: words('lookUp.plate'),
              about: words('lookUp.plateUnknown', { licensePlate: grouped(licensePlate) }),
            });
      const prompt = shown(of(state, world), world, own);
      return { ...prompt, ...receivingOf(licensePlate, plate !== undefined, prompt, world) };
    },
    needs: (state, input) => [
      { kind: 'licensePlate', key: state.licensePlate },
      { list: snapshotCode.shipmentGoods(state.licensePlate) },
      { asked: lookUpPath(state.licensePlate) },
      ...unknownNeeds(state, input),
    ],
    scan: anything(),
    actions: moreActions(of),
  };
}

/** Whether what was registered on a plate is booked: the worker may be done long before the server is. */
function receivingOf(
  licensePlate: string,
  isKnown: boolean,
  { details = [] }: Prompt,
  world: World,
): Pick<Prompt, 'details' | 'notice'> {
  const state = world.plateState(licensePlate) ?? (isKnown ? 'received' : null);
  if (state === null) return {};
  return {
    details: [{ label: 'lookUp.receiving', value: words(`plateState.${state}`) }, ...details],
    ...(state === 'to-mend' && { notice: words('lookUp.toMend') }),
  };
}

export function orderStep(): Step<'order'> {
  const of = ({ order }: LookUpStates['order']) => meantByKey('order', order);
  return {
    prompt: (state, world) => {
      const order = world.thing('inboundOrder', state.order);
      const own = (): Prompt => {
        if (!order) return { ask: itemNumberOf(state.order), about: words('lookUp.gone') };
        return {
          ask: words('lookUp.order'),
          large: order.orderNumber,
          ...(order.consigner !== null && { about: order.consigner }),
          details: [{ label: 'lookUp.status', value: codeWords('orderStatus', order.status) }],
          rows: order.lines.map((line) => orderRow(order, line)),
        };
      };
      return shown(of(state), world, own);
    },
    needs: (state, input) => [
      { kind: 'inboundOrder', key: state.order },
      { asked: lookUpPath(of(state).code) },
      ...unknownNeeds(state, input),
    ],
    scan: anything(),
    actions: moreActions(of),
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

export function workStep(): Step<'work'> {
  return {
    prompt: ({ work: id }, world: World) => {
      const work = world.thing('work', id);
      if (!work) return { ask: id, about: words('lookUp.gone') };
      return {
        ask: words('lookUp.work'),
        large: work.toLocation ?? words('lookUp.nowhere'),
        about: grouped(work.licensePlate ?? ''),
        details: [
          { label: 'putAway.from', value: work.fromLocation },
          ...(work.claimedBy ? [{ label: 'lookUp.claimedBy' as const, value: work.claimedBy }] : []),
        ],
      };
    },
    needs: ({ work }, input) => [{ kind: 'work', key: work }, ...unknownNeeds({}, input)],
    scan: anything(),
  };
}
