import { problem } from '#shared/kernel/problem.ts';
import { itemKey, itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import { request } from '#shared/replenishment/request.ts';
import { countedIn } from '../engine/counted-scan.ts';
import { type FlowStep, go, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import type { AskAt, FillStates } from './fill.states.ts';

/** A place that runs empty was scanned: of what? Of the item that it belongs to, where there is one. */
export function askAt(location: string, world: World): Verdict<FillStates> {
  const place = world.thing('location', location);
  if (!place) return say('location.unknown', { location });
  const { type, fixedItem } = place;
  if (!useOf(type).isReservable) return refuse(problem('replenishment.not_pickable', { location, type }));
  return fixedItem === null ? go('askItem', { location }) : go('askMuch', { location, item: fixedItem });
}

/** Which item is missing there? Any of its barcodes says so. */
export const askItemStep: FlowStep<FillStates, FillStates['askItem']> = {
  prompt: ({ location }) => ({ ask: words('fill.askItem'), large: location }),
  scan: {
    item: ({ location }, scan, world) => {
      const item = world.thing('item', itemKey(scan.sourceSystem ?? '', scan.item));
      return item ? go('askMuch', { location, item: item.key }) : say('item.unknown', { item: scan.item });
    },
  },
};

/** How much is to be brought? A number, or as much as stands together in reserve. */
export const askMuchStep: FlowStep<FillStates, AskAt> = {
  prompt: ({ location, item }, world) => ({
    ask: words('fill.askMuch'),
    about: `${location} · ${aboutItem(item, world)}`,
  }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  enter: {
    kind: 'number',
    ...countedIn(),
    run: (state, { quantity, unit }, world) => {
      const item = world.thing('item', state.item);
      const read = item ? readQuantity(item, quantity, unit) : 0;
      return isProblem(read) ? refuse(read) : go('askWhen', { ...state, quantity, unit });
    },
  },
  actions: {
    plate: {
      label: 'fill.askPlate',
      emphasis: 'primary',
      run: (state) => go('askWhen', { ...state, quantity: null, unit: '' }),
    },
  },
};

/** How soon? What is urgent goes before all other goods for pick faces. */
export const askWhenStep: FlowStep<FillStates, FillStates['askWhen']> = {
  prompt: ({ location, item }, world) => ({
    ask: words('fill.askWhen'),
    large: location,
    about: aboutItem(item, world),
  }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  choose: {
    options: () => [
      { key: 'urgent', title: words('fill.urgent'), detail: words('fill.urgentAbout') },
      { key: 'soon', title: words('fill.soon') },
    ],
    pick: ({ location, item, quantity, unit }, key) => {
      const much = quantity === null ? {} : { quantity, unit };
      const what = { item: itemNumberOf(item), sourceSystem: sourceSystemOf(item) };
      const body = { ...what, location, ...much, urgent: key === 'urgent' };
      return submit(request, body, go('begin', {}), { told: words('fill.asked', { location }) });
    },
  },
};

function aboutItem(key: string, world: World): string {
  const item = world.thing('item', key);
  return [itemNumberOf(key), item?.description].filter(Boolean).join(' · ');
}
