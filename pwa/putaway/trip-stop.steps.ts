import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotPut } from '#shared/ledger/fits.ts';
import { overrideReasons } from '#shared/ledger/reason-code.ts';
import { put } from '#shared/putaway/put.ts';
import { releaseClaim } from '#shared/putaway/release-claim.ts';
import { areCheckDigits } from '#shared/scan/check-digits.ts';
import { again, type FlowStep, go, type Need, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { reasonOptions } from '../ui/reason-options.ts';
import { words } from '../ui/words.ts';
import type { Stop, TripStates, UnderWay } from './trip.states.ts';

/** The next place, and the plate that goes there. */
export const stopStep: FlowStep<TripStates, UnderWay> = {
  prompt: (state) => {
    const [next, ...later] = state.stops;
    return {
      ask: words(next?.to == null ? 'putAway.chooseLocation' : 'putAway.goTo'),
      ...(next?.to != null && { large: next.to }),
      about: next?.what ?? '',
      details: [{ label: 'putAway.plate', value: grouped(next?.licensePlate ?? '') }],
      progress: { done: state.total - state.stops.length, of: state.total, unit: 'unit.plates' },
      rows: later.map((stop) => ({
        title: stop.what,
        detail: grouped(stop.licensePlate),
        value: stop.to ?? words('trip.noPlace'),
      })),
    };
  },
  needs: ({ stops: [next] }) => {
    const needs: Need[] = next ? [{ goodsOn: next.licensePlate }] : [];
    return next?.to == null ? needs : [...needs, { kind: 'location', key: next.to }];
  },
  scan: {
    location: (state, { location }, world) => {
      const meant = state.stops.find(({ to }) => to === location);
      if (meant) return put1(withFirst(state, meant), location);
      const [next] = state.stops;
      const why = whyNotThere(location, world);
      if (!next || why) return refuse(why ?? problem('location.unknown', { location }));
      if (next.to !== null && !world.isConfirmed)
        return again('putAway.otherLocation', { location, proposed: next.to });
      return put1(state, location);
    },
    licensePlate: (state, { licensePlate }) => {
      const meant = state.stops.find((stop) => stop.licensePlate === licensePlate);
      return meant
        ? go('stop', withFirst(state, meant), words('trip.goesTo', { what: meant.what, location: meant.to ?? '–' }))
        : say('trip.notOnIt', { licensePlate: grouped(licensePlate) });
    },
  },
  enter: {
    kind: 'text',
    label: 'putAway.checkDigits',
    maxLength: 32,
    run: (state, text, world) => {
      const to = state.stops[0]?.to ?? null;
      const isThere = to !== null && areCheckDigits(text, world.thing('location', to)?.checkDigit);
      return isThere ? put1(state, to) : say('putAway.checkDigitsWrong', { text });
    },
  },
  actions: {
    skip: {
      label: 'trip.later',
      when: ({ stops }) => stops.length > 1,
      run: (state) => {
        const [next, ...later] = state.stops;
        return go('stop', { ...state, stops: next ? [...later, next] : later });
      },
    },
    leave: {
      label: 'trip.leave',
      run: (state) => {
        const [next, ...stops] = state.stops;
        const licensePlate = next?.licensePlate ?? '';
        const told = words('trip.left', { licensePlate: grouped(licensePlate) });
        return submit(releaseClaim, { licensePlate }, after({ ...state, stops, total: state.total - 1 }), { told });
      },
    },
  },
};

/** Which of the plates at hand is put here? */
export const whichStep: FlowStep<TripStates, TripStates['which']> = {
  prompt: ({ stops, total, at }) => ({
    ask: words('trip.scanPlate'),
    large: grouped(stops[0]?.licensePlate ?? ''),
    about: stops[0]?.what ?? '',
    details: [{ label: 'lookUp.location', value: at }],
    progress: { done: total - stops.length, of: total, unit: 'unit.plates' },
  }),
  scan: {
    licensePlate: ({ at, ...state }, { licensePlate }, world) => {
      const meant = state.stops.find((stop) => stop.licensePlate === licensePlate);
      if (!meant) return say('trip.notOnIt', { licensePlate: grouped(licensePlate) });
      const isOther = meant !== state.stops[0] && meant.to !== at;
      if (isOther && !world.isConfirmed) {
        return again('trip.belongsElsewhere', { licensePlate: grouped(licensePlate), location: meant.to ?? '–' });
      }
      return putThere(withFirst(state, meant), meant, at);
    },
  },
};

/** Why not where it belongs? */
export const reasonStep: FlowStep<TripStates, TripStates['reason']> = {
  prompt: ({ stops, at, licensePlate }) => {
    const stop = stops.find((each) => each.licensePlate === licensePlate);
    return { ask: words('putAway.whyElsewhere', { proposed: stop?.to ?? '' }), large: at, about: stop?.what ?? '' };
  },
  choose: {
    options: () => reasonOptions(overrideReasons),
    pick: ({ at, licensePlate, ...state }, reason) => {
      const stop = state.stops.find((each) => each.licensePlate === licensePlate);
      return stop ? booked(state, stop, at, reason) : say('trip.notOnIt', { licensePlate: grouped(licensePlate) });
    },
  },
};

/** At a place: with one plate left it is plain which one is meant. */
function put1(state: UnderWay, at: string): Verdict<TripStates> {
  const [next, another] = state.stops;
  if (!next) return say('location.unknown', { location: at });
  return another ? go('which', { ...state, at }, at) : putThere(state, next, at);
}

function putThere(state: UnderWay, stop: Stop, at: string): Verdict<TripStates> {
  const isElsewhere = stop.to !== null && stop.to !== at;
  if (isElsewhere) return go('reason', { ...state, at, licensePlate: stop.licensePlate }, at);
  return booked(state, stop, at, undefined);
}

function booked(state: UnderWay, { licensePlate, to, what }: Stop, at: string, overrideReason: string | undefined) {
  const stops = state.stops.filter((stop) => stop.licensePlate !== licensePlate);
  const body = {
    licensePlate,
    to: at,
    ...(to !== null && { proposed: to }),
    ...(overrideReason !== undefined && { overrideReason }),
  };
  return submit(put, body, after({ ...state, stops }), { told: words('putAway.done', { what, location: at }) });
}

/** On to the next place, or, when nothing is left, to the next trip. */
function after(state: UnderWay) {
  return state.stops.length > 0 ? go('stop', state) : go('load', { stops: [], from: 0 });
}

function withFirst(state: UnderWay, first: Stop): UnderWay {
  return { ...state, stops: [first, ...state.stops.filter((stop) => stop !== first)] };
}

/** Whether anything may be put there at all; the shared rule looks at the goods when it is booked. */
function whyNotThere(code: string, world: World): Problem | null {
  return whyNotPut(code, world.thing('location', code), { licensePlate: null, contents: [], joinsPlate: true });
}
