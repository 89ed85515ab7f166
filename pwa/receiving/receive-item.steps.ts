import { itemKey } from '#shared/ledger/item-key.ts';
import type { InboundLineThing, InboundOrderThing, ItemThing } from '#shared/ledger/thing.ts';
import type { ItemScan, LabelDetails } from '#shared/scan/scan.ts';
import { again, type FlowStep, type Go, go, type Say, say, type World } from '../engine/flow.ts';
import { printsPlate } from '../engine/prints-label.ts';
import { words } from '../ui/words.ts';
import { type Goods, nameOf, nextFor, partsOf, withLabel } from './goods.ts';
import { goodsNeeds, progressIn } from './progress.ts';
import type { AtOrder, ReceiveStates } from './receive.states.ts';
import { arrivedBase, byWhatIsMissing, isLineOpen, shownOn } from './shown.ts';

/** How many lines are listed to choose from; the rest is reached by scanning. */
const listed = 50;

/** What has come? Scan it, or choose its line. */
export const itemStep: FlowStep<ReceiveStates, AtOrder> = {
  counts: true,
  prompt: ({ order: key, location }, world) => {
    const order = world.thing('inboundOrder', key);
    return {
      ask: words('receive.scanItem'),
      about: order ? [order.orderNumber, order.consigner].filter(Boolean).join(' · ') : partsOf(key)[1],
      ...(location !== null && { details: [{ label: 'receive.dock', value: location }] }),
      ...progressIn({ order: key }, world),
    };
  },
  needs: ({ order }, input) => [
    { kind: 'inboundOrder', key: order },
    ...(input?.kind === 'choice' ? [{ kind: 'item' as const, key: itemOfChoice(input.key) }] : []),
  ],
  scan: {
    item: (state, scan, world) => {
      const order = world.thing('inboundOrder', state.order);
      if (!order) return orderGone(state);
      const key = itemKey(scan.sourceSystem ?? order.sourceSystem, scan.item);
      const item = world.thing('item', key);
      const lines = order.lines.filter((line) => line.item === key && isLineOpen(line));
      const [first, second] = lines;
      if (!item || !first) return say('receiving.item_not_on_order', { item: scan.item, order: order.orderNumber });
      const goods = goodsOf(state, item, second ? null : first, scan);
      return second ? go('line', goods, item.description) : nextFor(goods, item, world);
    },
    location: (state, scan, world) => {
      const location = world.thing('location', scan.location);
      if (location?.type !== 'receiving') return say('receiving.location_not_receiving', { location: scan.location });
      return go('item', { ...state, location: scan.location }, words('receive.dockIs', { location: scan.location }));
    },
  },
  choose: {
    options: ({ order: key }, world) => {
      const order = world.thing('inboundOrder', key);
      return order
        ? byWhatIsMissing(order)
            .filter(isLineOpen)
            .slice(0, listed)
            .map((line) => optionOf(order, line))
        : [];
    },
    pick: (state, key, world) => {
      const line = world.thing('inboundOrder', state.order)?.lines.find((each) => choiceOf(each) === key);
      const item = line && world.thing('item', line.item);
      return line && item ? nextFor(goodsOf(state, item, line, {}), item, world) : orderGone(state);
    },
  },
  actions: {
    done: { label: 'receive.allIn', run: (state) => go('check', state) },
    label: printsPlate(({ newPlate: _printed, ...state }) => go('item', state)),
    order: { label: 'receive.otherOrder', run: () => go('order', {}) },
  },
};

/** The order has several lines of the item. */
export const lineStep: FlowStep<ReceiveStates, Goods> = {
  prompt: (goods, world) => ({
    ask: words('receive.whichLine'),
    about: goods.description,
    ...progressIn(goods, world),
  }),
  needs: goodsNeeds,
  choose: {
    options: (goods, world) => {
      const order = world.thing('inboundOrder', goods.order);
      const lines = order?.lines.filter((line) => line.item === goods.item && isLineOpen(line)) ?? [];
      const each = lines.flatMap((line) => (order ? [{ ...optionOf(order, line), key: String(line.line) }] : []));
      return [{ key: 'oldest', title: words('receive.oldestFirst') }, ...each];
    },
    pick: (goods, key, world) => {
      const item = world.thing('item', goods.item);
      if (!item) return orderGone(goods);
      return nextFor({ ...goods, line: key === 'oldest' ? null : Number(key) }, item, world);
    },
  },
};

/** Which lot? Scanned from the label, or typed. */
export const lotStep: FlowStep<ReceiveStates, Goods> = {
  prompt: (goods, world) => ({ ask: words('receive.scanLot'), about: goods.description, ...progressIn(goods, world) }),
  needs: goodsNeeds,
  scan: {
    details: (goods, scan, world) => takeLabel(goods, scan, world),
    item: (goods, scan, world) => takeLabel(goods, scan, world),
    unknown: (goods, scan, world) =>
      scan.refused ? say(scan.code, scan.params) : takeLot(goods, scan.lot ?? scan.text, world),
  },
  enter: { kind: 'text', label: 'receive.lot', maxLength: 64, run: takeLot },
};

/** Until when is it good? */
export const expiryStep: FlowStep<ReceiveStates, Goods> = {
  prompt: (goods, world) => ({
    ask: words('receive.enterExpiry'),
    about: goods.description,
    ...progressIn(goods, world),
    details: goods.lot === null ? [] : [{ label: 'receive.lot', value: goods.lot }],
  }),
  needs: goodsNeeds,
  scan: {
    details: (goods, scan, world) => takeLabel(goods, scan, world),
    item: (goods, scan, world) => takeLabel(goods, scan, world),
  },
  enter: {
    kind: 'date',
    label: 'receive.expiry',
    run: (goods, expiryDate, world) => {
      const item = world.thing('item', goods.item);
      return item ? nextFor({ ...goods, expiryDate }, item, world) : orderGone(goods);
    },
  },
};

function takeLot(goods: Goods, lot: string, world: World) {
  const item = world.thing('item', goods.item);
  return item ? nextFor({ ...goods, lot }, item, world) : orderGone(goods);
}

/** A label as it was scanned; one of another item says nothing of these goods. */
export interface LabelOfGoods extends LabelDetails {
  readonly text: string;
  readonly item?: string;
}

/**
 * Another label of the same goods: what it says and was not known yet. Another lot than is known is asked about, unless
 * the label is meant to be right in the place of the first.
 */
export function takeLabel(goods: Goods, scan: LabelOfGoods, world: World, isInstead = world.isConfirmed) {
  const item = world.thing('item', goods.item);
  if (!item) return orderGone(goods);
  if (scan.item !== undefined && scan.item !== item.number) {
    return say('receive.otherItem', { item: scan.item, expected: item.number });
  }
  const { lot } = scan;
  const isOtherLot = item.isLotTracked && goods.lot !== null && lot !== undefined && lot !== goods.lot;
  if (isOtherLot && !isInstead) return again('receive.otherLot', { lot, known: goods.lot });
  const known = withLabel(goods, scan, item);
  const isNews = known.lot !== goods.lot || known.expiryDate !== goods.expiryDate || known.counted !== goods.counted;
  return isNews ? nextFor(known, item, world) : say('receive.labelSaysNothing', { text: scan.text });
}

/** What a scan says of goods of an order, from which the steps go on. */
export function goodsOf(
  state: AtOrder,
  item: ItemThing,
  line: InboundLineThing | null,
  scan: Pick<ItemScan, 'unit' | 'quantity' | 'count'> & LabelDetails,
): Goods {
  const goods: Goods = {
    ...state,
    item: item.key,
    description: nameOf(item),
    line: line?.line ?? null,
    unit: scan.unit ?? line?.unit ?? item.baseUnit,
    counted: scan.unit === undefined ? 0 : (scan.quantity ?? 1) * (scan.count ?? 1),
    quantity: null,
    lot: null,
    expiryDate: null,
    serials: [],
  };
  return withLabel(goods, scan, item);
}

function optionOf(order: InboundOrderThing, line: InboundLineThing) {
  return {
    key: choiceOf(line),
    title: line.description,
    detail: words('receive.lineOf', { line: line.line, item: line.itemNumber }),
    value: words(
      'receive.arrivedOf',
      shownOn(line, { arrived: arrivedBase(order, line), expected: line.expectedBase }),
    ),
  };
}

/** A line's key among the choices; holds the item's key, so that the item can be looked up from the choice alone. */
function choiceOf(line: InboundLineThing): string {
  return `${line.line}/${line.item}`;
}

function itemOfChoice(choice: string): string {
  return choice.slice(choice.indexOf('/') + 1);
}

/** The order or item left the device's copy in the middle of the task. */
function orderGone({ order }: AtOrder): Say | Go<ReceiveStates> {
  return say('receiving.order_unknown', { order: partsOf(order)[1] });
}
