import { type Problem, problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import type { InboundLineThing, InboundOrderThing, ItemThing } from '#shared/ledger/thing.ts';
import { register } from '#shared/receiving/register.ts';
import { limitOf } from '#shared/receiving/spread.ts';
import { countedAs, countedIn, serialsNeeded, whyTooManySerials } from '../engine/counted-scan.ts';
import { type FlowStep, go, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { lastSerials, serialEntry } from '../engine/serial-entry.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, type KeyedWords, words } from '../ui/words.ts';
import { type Counted, type Goods, nameOf, nextFor, partsOf, registerBody } from './goods.ts';
import { receivingLine } from './order-facts.ts';
import { goodsNeeds, progressIn } from './progress.ts';
import type { ReceiveStates } from './receive.states.ts';
import { conditionWords } from './receive-condition.steps.ts';
import { arrivedBase, isLineOpen, shownOn } from './shown.ts';

/** How many? Each further scan of the item counts one more. */
export const quantityStep: FlowStep<ReceiveStates, Goods> = {
  counts: true,
  prompt: (goods, world) => ({
    ask: words('receive.howMany'),
    about: goods.description,
    details: [
      ...(goods.lot === null ? [] : [{ label: 'receive.lot' as const, value: goods.lot }]),
      ...(goods.expiryDate === null ? [] : [{ label: 'receive.expiry' as const, value: goods.expiryDate }]),
      ...expectedDetail(goods, world),
    ],
    ...progressIn(goods, world),
  }),
  needs: goodsNeeds,
  scan: {
    item: (goods, scan) => {
      const isSame = scan.item === partsOf(goods.item)[1];
      if (!isSame) return say('receive.otherItem', { item: scan.item, expected: partsOf(goods.item)[1] });
      if (scan.unit !== undefined && scan.unit !== goods.unit) {
        return say('receive.otherUnit', { unit: scan.unit, counting: goods.unit });
      }
      const counted = goods.counted + (scan.quantity ?? 1) * (scan.count ?? 1);
      return go('quantity', { ...goods, counted }, words('receive.counted', { count: counted, unit: goods.unit }));
    },
  },
  enter: {
    kind: 'number',
    ...countedIn<Goods>(({ unit }) => unit),
    suggested: (goods) => (goods.counted > 0 ? goods.counted : null),
    run: (goods, { quantity, unit }, world) => {
      const item = world.thing('item', goods.item);
      const order = world.thing('inboundOrder', goods.order);
      if (!item || !order) return say('receiving.item_unknown', { item: partsOf(goods.item)[1] });
      const why = whyNotQuantity(order, item, goods, quantity, unit);
      if (why) return refuse(why);
      return (
        whyTooManySerials(item, quantity, unit) ??
        nextFor({ ...goods, ...countedAs(item, quantity, unit) }, item, world)
      );
    },
  },
};

/**
 * What the shared rule will say of the quantity, said where it is entered: not at the end, when the plate is scanned.
 */
function whyNotQuantity(
  order: InboundOrderThing,
  item: ItemThing,
  goods: Goods,
  quantity: number,
  unit: string,
): Problem | null {
  const quantityBase = readQuantity(item, quantity, unit);
  if (isProblem(quantityBase)) return quantityBase;
  const lines = linesOf(order, goods).map((line) => receivingLine(order, line));
  const limitBase = lines.reduce((sum, line) => sum + limitOf(line), 0);
  const registeredBase = lines.reduce((sum, line) => sum + line.registeredBase, 0);
  if (registeredBase + quantityBase <= limitBase) return null;
  return problem('receiving.over_delivery', {
    item: item.number,
    limit: fromBase(limitBase, item.decimals),
    registered: fromBase(registeredBase, item.decimals),
    fits: fromBase(Math.max(0, limitBase - registeredBase), item.decimals),
    unit: item.baseUnit,
  });
}

/** The open lines that the goods may go to. */
function linesOf(order: InboundOrderThing, { item, line }: Goods): InboundLineThing[] {
  return order.lines.filter((each) => each.item === item && isLineOpen(each) && (line === null || each.line === line));
}

/** Goods with serial numbers: each one. */
export const serialStep: FlowStep<ReceiveStates, Counted> = {
  prompt: (goods, world) => {
    const item = world.thing('item', goods.item);
    const needed = item ? serialsNeeded(goods, item) : goods.quantity;
    return {
      ask: words('receive.scanSerial'),
      about: item ? nameOf(item) : goods.description,
      ...(goods.replaced && { details: [{ label: 'receive.inPlaceOf' as const, value: fewOf(goods.replaced) }] }),
      progress: { done: goods.serials.length, of: needed, unit: 'unit.serials' },
      rows: lastSerials(goods.serials),
    };
  },
  needs: goodsNeeds,
  ...serialEntry(takeSerial),
};

const fewNamed = 5;

/** The first of them by name. */
function fewOf(serials: readonly string[]): string {
  const more = serials.length > fewNamed ? [`+${serials.length - fewNamed}`] : [];
  return [...serials.slice(0, fewNamed), ...more].join(', ');
}

function takeSerial(goods: Counted, serial: string, world: World) {
  const item = world.thing('item', goods.item);
  if (!item) return say('receiving.item_unknown', { item: partsOf(goods.item)[1] });
  if (goods.serials.includes(serial)) return say('pick.serialTwice', { serial });
  // Goods that are put right are known by their number alone.
  const known = { ...goods, description: nameOf(item), serials: [...goods.serials, serial] };
  const next = nextFor(known, item, world);
  return { ...next, told: words('receive.serialIs', { serial }) };
}

/** On which plate do they stand? Scanning it books the goods. */
export const plateStep: FlowStep<ReceiveStates, Counted> = {
  prompt: (goods, world) => ({
    ask: words('receive.scanPlate'),
    about: goods.description,
    large: quantityOf(goods),
    ...(world.nextPlate === null && { notice: words('receive.noNumbers') }),
    ...(goods.condition && {
      details: [{ label: 'receive.condition' as const, value: conditionWords(goods.condition) }],
    }),
    ...progressIn(goods, world),
  }),
  needs: goodsNeeds,
  offersPlate: true,
  scan: {
    licensePlate: (goods, scan) => book(goods, scan.licensePlate, false),
  },
  actions: {
    newPlate: {
      label: 'receive.newPlate',
      emphasis: 'primary',
      when: (_goods, world) => world.nextPlate !== null,
      run: (goods, world) =>
        go('label', { ...goods, licensePlate: world.nextPlate ?? '' }, grouped(world.nextPlate ?? '')),
    },
    samePlate: {
      label: 'receive.samePlate',
      when: ({ lastPlate }) => lastPlate !== null,
      run: (goods) => book(goods, goods.lastPlate ?? '', false),
    },
    noPlate: { label: 'receive.noPlate', run: (goods) => book(goods, null, false) },
    exception: { label: 'receive.somethingWrong', run: (goods) => go('condition', goods) },
  },
};

/** A new number for goods that have no label: write or print it, put it on, confirm. */
export const labelStep: FlowStep<ReceiveStates, ReceiveStates['label']> = {
  prompt: (goods, world) => ({
    ask: words('receive.putLabelOn'),
    large: grouped(goods.licensePlate),
    about: goods.description,
    details: [{ label: 'receive.quantity', value: quantityOf(goods) }],
    ...progressIn(goods, world),
  }),
  needs: goodsNeeds,
  scan: {
    licensePlate: (goods, scan, world) =>
      scan.licensePlate === goods.licensePlate
        ? bookNew(goods, world)
        : say('receive.otherPlate', { licensePlate: scan.licensePlate, expected: goods.licensePlate }),
  },
  actions: {
    confirm: {
      label: 'receive.labelIsOn',
      emphasis: 'primary',
      run: bookNew,
    },
  },
};

/** Whoever else works on this device may have used the number since it was shown. */
function bookNew(goods: ReceiveStates['label'], world: World): Verdict<ReceiveStates> {
  const { licensePlate, ...counted } = goods;
  return world.nextPlate === licensePlate
    ? book(counted, licensePlate, true)
    : go('plate', counted, words('receive.numberTaken', { licensePlate: grouped(licensePlate) }));
}

function book(goods: Counted, licensePlate: string | null, takesPlate: boolean) {
  const { order, location, lastPlate, load } = goods;
  const params = { what: goods.description, quantity: quantityOf(goods), licensePlate: grouped(licensePlate ?? '') };
  const told = words(licensePlate === null ? 'receive.bookedLoose' : 'receive.booked', params);
  const newPlate = takesPlate && licensePlate !== null ? { newPlate: licensePlate } : {};
  const next = { location, lastPlate: licensePlate ?? lastPlate, ...newPlate };
  const then = load ? go('loadItem', { ...next, load }) : go('item', { ...next, order });
  return submit(register, registerBody(goods, licensePlate), then, { told, takesPlate });
}

function quantityOf({ quantity, unit }: Counted): KeyedWords {
  return amount(quantity, unit);
}

function expectedDetail(goods: Goods, world: World) {
  const order = world.thing('inboundOrder', goods.order);
  const lines =
    order?.lines.filter((line) => line.item === goods.item && line.line === (goods.line ?? line.line)) ?? [];
  const [first] = lines;
  if (!order || !first) return [];
  const sum = (each: (line: InboundLineThing) => number) => lines.reduce((total, line) => total + each(line), 0);
  const arrived = sum((line) => arrivedBase(order, line));
  const expected = sum((line) => line.expectedBase);
  const value = words('receive.arrivedOf', shownOn(first, { arrived, expected }));
  return [{ label: 'receive.arrived' as const, value }];
}
