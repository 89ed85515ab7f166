import { put } from '#shared/putaway/put.ts';
import { type FlowStep, go, say, submit } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import type { Loose, LooseFrom, PutStates } from './put-away.states.ts';

/** Where do the loose goods come from? */
export const fromStep: FlowStep<PutStates, Loose> = {
  prompt: ({ description }) => ({ ask: words('putAway.scanFrom'), about: description }),
  scan: {
    location: (state, { location }, world) =>
      world.thing('location', location)?.type === 'receiving'
        ? go('looseQuantity', { ...state, from: location }, location)
        : say('receiving.location_not_receiving', { location }),
  },
};

export const looseQuantityStep: FlowStep<PutStates, LooseFrom> = {
  prompt: ({ description, from }) => ({
    ask: words('putAway.howMany'),
    about: description,
    details: [{ label: 'putAway.from', value: from }],
  }),
  needs: ({ item }) => [{ kind: 'item', key: item }],
  enter: {
    kind: 'number',
    units: ({ item, unit }, world) => {
      const known = world.thing('item', item);
      const all = known ? [known.baseUnit, ...known.units.map((each) => each.unit)] : [];
      return [unit, ...all.filter((other) => other !== unit)];
    },
    run: (state, { quantity, unit }) =>
      quantity > 0 ? go('looseLocation', { ...state, unit, quantity }) : say('quantity.not_positive', { quantity }),
  },
};

export const looseStep: FlowStep<PutStates, PutStates['looseLocation']> = {
  prompt: ({ description, quantity, unit }) => ({
    ask: words('putAway.scanWhere'),
    large: `${quantity} ${unit}`,
    about: description,
  }),
  scan: {
    location: ({ item, from, lot, quantity, unit, description }, { location }) => {
      const colon = item.indexOf(':');
      const body = {
        ...{ item: item.slice(colon + 1), sourceSystem: item.slice(0, colon), from, to: location, quantity, unit },
        ...(lot !== null && { lot }),
      };
      const what = `${quantity} ${unit} ${description}`;
      return submit(put, body, go('plate', {}), { told: words('putAway.done', { what, location }) });
    },
  },
};
