import { fromBase, totalBase } from '#shared/kernel/quantity.ts';
import type { CrossDockOffer } from '#shared/ledger/cross-dock.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { isWayOut } from '#shared/ledger/location-type.ts';
import type { PlateContent } from '#shared/ledger/thing.ts';
import { put } from '#shared/putaway/put.ts';
import { areCheckDigits } from '#shared/scan/check-digits.ts';
import { type FlowStep, go, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import type { FoundOf } from '../store/read-things.ts';
import { grouped } from '../ui/grouped.ts';
import { amount, words } from '../ui/words.ts';
import type { Carried, ForOrder, OfferedPart, PutStates } from './put-away.states.ts';

/** What of the goods at hand an order waits for, as the open put-away tells it; null: they are put away. */
export function forOrder(
  carried: Carried,
  contents: readonly PlateContent[],
  works: readonly FoundOf<'work'>[],
  world: World,
): ForOrder | null {
  const told = works.flatMap(({ value }) => value.crossDock ?? []);
  // What was taken off the plate just now is still told of.
  const isHere = (offer: CrossDockOffer) => contents.length === 0 || contents.some((content) => isOf(offer, content));
  const offers = told.filter(isHere);
  const [first] = offers;
  if (!first) return null;
  const ofOrder = offers.filter(({ order }) => order === first.order);
  const offeredBase = (content: PlateContent) => totalBase(ofOrder.filter((offer) => isOf(offer, content)));
  const isWhole = contents.every((content) => offeredBase(content) >= content.quantityBase);
  const { orderNumber: order, to, isRequired } = first;
  const parts = isWhole ? null : partsOf(ofOrder, world);
  return { ...carried, order, to, isRequired, parts };
}

/** The order waits for these goods: they go to where its shipment is made up, or are put away all the same. */
export const crossDockStep: FlowStep<PutStates, ForOrder> = {
  prompt: ({ goods, what, order, to, parts }) => {
    const [part] = parts ?? [];
    return {
      ask: part
        ? words('putAway.crossDockPart', { order, quantity: part.quantity, unit: part.unit })
        : words('putAway.crossDock', { order }),
      ...(to !== null && { large: to }),
      about: what,
      details: [
        goods.kind === 'plate'
          ? { label: 'putAway.plate', value: grouped(goods.licensePlate) }
          : { label: 'putAway.from', value: goods.from },
        ...(part?.lot ? [{ label: 'receive.lot' as const, value: part.lot }] : []),
        ...(part && part.serials.length > 0
          ? [{ label: 'receive.serial' as const, value: part.serials.join(', ') }]
          : []),
      ],
    };
  },
  needs: ({ to, goods }) => [
    ...(goods.kind === 'plate' ? [{ goodsOn: goods.licensePlate }] : []),
    ...(to === null ? [] : [{ kind: 'location' as const, key: to }]),
  ],
  scan: { location: (state, { location }, world) => brought(state, location, world) },
  enter: {
    kind: 'text',
    label: 'putAway.checkDigits',
    maxLength: 32,
    run: (state, text, world) => {
      const { to } = state;
      const isThere = to !== null && areCheckDigits(text, world.thing('location', to)?.checkDigit);
      return isThere ? brought(state, to, world) : say('putAway.checkDigitsWrong', { text });
    },
  },
  actions: {
    putAway: {
      label: 'putAway.putInstead',
      when: ({ isRequired }) => !isRequired,
      run: ({ goods, what, proposed }) => go('location', { goods, what, proposed }, what),
    },
  },
};

function brought(state: ForOrder, code: string, world: World): Verdict<PutStates> {
  const { goods, what, order, to, parts } = state;
  const location = world.thing('location', code);
  if (!location) return refuse({ code: 'location.unknown', params: { location: code } });
  if (!isWayOut(location.type)) return say('putAway.notForOrder', { location: code, order, proposed: to ?? '–' });
  const [part, ...rest] = parts ?? [];
  const named = goods.kind === 'plate' ? { licensePlate: goods.licensePlate } : { from: goods.from };
  const body = { ...named, ...(part && bodyOf(part)), to: code, order };
  const then = rest.length > 0 ? go('crossDock', { ...state, parts: rest }) : go('plate', {});
  const told = words('putAway.broughtTo', { what: part ? amount(part.quantity, part.unit, part.name) : what, order });
  return submit(put, body, then, { told });
}

function bodyOf({ item, lot, serials, quantity, unit }: OfferedPart) {
  return {
    ...{ item: itemNumberOf(item), sourceSystem: sourceSystemOf(item), quantity, unit },
    ...(lot !== null && { lot }),
    ...(serials.length > 0 && { serials: [...serials] }),
  };
}

/** What is taken off, item by item and lot by lot. */
function partsOf(offers: readonly CrossDockOffer[], world: World): OfferedPart[] {
  return [...Map.groupBy(offers, ({ item, lot }) => JSON.stringify([item, lot])).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const item = world.thing('item', first.item);
    const quantity = fromBase(totalBase(same), item?.decimals ?? 0);
    const serials = same.flatMap(({ serial }) => (serial === '' ? [] : [serial]));
    const named = { item: first.item, name: item?.description ?? '', lot: first.lot || null, serials };
    return [{ ...named, quantity, unit: item?.baseUnit ?? '' }];
  });
}

function isOf(offer: CrossDockOffer, content: PlateContent): boolean {
  const members = ['item', 'owner', 'lot', 'serial', 'inventoryStatus'] as const;
  return members.every((member) => offer[member] === content[member]);
}
