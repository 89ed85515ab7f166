import { problem } from '#shared/kernel/problem.ts';
import { releaseClaim } from '#shared/picking/release-claim.ts';
import { skip } from '#shared/picking/skip.ts';
import { areCheckDigits } from '#shared/scan/check-digits.ts';
import { type FlowStep, go, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { backNeeds, backNotice, backsOf } from './back.ts';
import { backAction } from './back-action.ts';
import type { AtWork, PickStates } from './pick.states.ts';
import { takePlate } from './taking.ts';
import { toteDetail } from './tote.ts';
import {
  detailsOf,
  inHandOf,
  nextStop,
  progressOf,
  rowsOf,
  type Stop,
  shownLeft,
  stopsOf,
  walkNeeds,
  worksOf,
} from './walk.ts';

/** The next place to go to. Its label is scanned, or its check digits typed; or the plate there, where all of it goes. */
export const walkStep: FlowStep<PickStates, AtWork> = {
  prompt: (state, world) => {
    const works = worksOf(state, world);
    const next = nextStop(works);
    const [, ...later] = stopsOf(works);
    const back = backNotice(world);
    if (next) {
      return {
        ask: words('pick.goTo'),
        large: next.line.location,
        aloud: { place: next.line.location, take: shownLeft(next.line) },
        about: shownLeft(next.line, `· ${next.line.description}`),
        details: [...detailsOf(next), ...toteDetail(state, world)],
        ...progressOf(works),
        ...back,
        rows: rowsOf(later),
      };
    }
    const waiting = stopsOf(works);
    if (works.length === 0 && (state.isBegun || back.notice)) {
      return { ask: words('pick.over'), ...(back.notice ? back : { about: words('pick.overAbout') }) };
    }
    if (works.length === 0) return { ask: words('pick.coming'), about: words('pick.comingAbout') };
    return {
      ask: words(waiting.length === 0 ? 'pick.nothingLeft' : 'pick.allWaits'),
      ...progressOf(works),
      ...back,
      rows: rowsOf(waiting),
    };
  },
  needs: (state, input) => {
    const needs = [...walkNeeds(state), ...backNeeds];
    if (input?.kind === 'text') return [...needs, ...state.works.map(({ work }) => ({ placesOf: work }))];
    if (input?.kind !== 'scan' || input.scan.kind !== 'licensePlate' || !input.scan.known) return needs;
    return [...needs, { goodsOn: input.scan.licensePlate }];
  },
  scan: {
    location: (state, { location }, world) => {
      const next = nextStop(worksOf(state, world));
      if (!next) return say('pick.nothingThere', { location });
      const { line, work } = next;
      // The goods of another stop, of which this is the place as well: whoever is there takes them now.
      const here = stopsOf(worksOf(state, world)).find(
        (stop) => stop.line.location === location && stop.line.blockedBy === null,
      );
      if (!here) return refuse(problem('picking.wrong_location', { expected: line.location, got: location }));
      const isNext = here.line.location === line.location;
      const meant = isNext ? next : here;
      const told = isNext ? undefined : words('pick.outOfOrder', { location });
      const to = { ...state, work: isNext ? work.work : meant.work.work, line: meant.line.line, item: meant.line.item };
      return go('item', to, told);
    },
    licensePlate: (state, { licensePlate, known }, world) => {
      const stops = stopsOf(worksOf(state, world));
      const [next] = stops;
      const own = stops.find(({ line }) => line.licensePlate === licensePlate && line.blockedBy === null);
      const meant = own ?? (next && known && isAlike(next, licensePlate, world) ? next : undefined);
      if (meant && known) {
        const { work, line } = meant;
        return takePlate({ ...state, work: work.work, line: line.line, item: line.item }, licensePlate, world);
      }
      if (!next) return say('pick.nothingThere', { location: grouped(licensePlate) });
      if (next.line.licensePlate === '') return say('pick.scanPlaceFirst', { location: next.line.location });
      const { licensePlate: expected } = next.line;
      return refuse(problem('picking.wrong_plate', { expected: grouped(expected), got: grouped(licensePlate) }));
    },
    item: (state, _scan, world) => {
      const next = nextStop(worksOf(state, world));
      return say('pick.scanPlaceFirst', { location: next?.line.location ?? '–' });
    },
  },
  enter: {
    kind: 'text',
    label: 'putAway.checkDigits',
    maxLength: 32,
    run: (state, text, world) => atPlaceWith(state, text, world),
  },
  actions: {
    back: backAction,
    put: {
      label: 'pick.bring',
      when: (state, world) => inHandOf(state, world).length > 0,
      run: (state) => go('put', { ...state, only: null }),
    },
    tote: {
      label: 'pick.tote',
      when: (state, world) => {
        const works = worksOf(state, world);
        return works.length > 0 && works.every(({ trolleyPosition }) => trolleyPosition === null);
      },
      run: (state) => go('tote', state),
    },
    skip: {
      label: 'trip.later',
      when: (state, world) => stopsOf(worksOf(state, world)).filter(({ line }) => line.blockedBy === null).length > 1,
      run: (state, world) => {
        const next = nextStop(worksOf(state, world));
        if (!next) return say('pick.nothingThere', { location: '–' });
        const { work, line } = next;
        const told = words('pick.skipped', { location: line.location });
        return submit(skip, { work: work.work, line: line.line }, go('walk', state), { told });
      },
    },
    next: {
      label: 'pick.otherWork',
      emphasis: 'primary',
      when: (state, world) => worksOf(state, world).length === 0 && backsOf(world).length === 0,
      run: () => go('begin', {}),
    },
    giveBack: {
      label: 'pick.giveBack',
      when: (state, world) => worksOf(state, world).length > 0 && inHandOf(state, world).length === 0,
      run: giveBack,
    },
  },
};

/** Another plate with the same goods at the same place, which are as good where nobody else was promised them. */
function isAlike({ line }: Stop, licensePlate: string, world: World): boolean {
  const plate = world.thing('licensePlate', licensePlate);
  const isThere = plate?.location === line.location && line.blockedBy === null;
  return isThere && plate.contents.some(({ item }) => item === line.item);
}

/** Somebody else does what is left, from wherever it was begun. */
function giveBack(state: AtWork, world: World): Verdict<PickStates> {
  const works = worksOf(state, world).map(({ work }) => ({ work }));
  const [last, ...before] = works.reverse();
  if (!last) return go('begin', {});
  return submit(releaseClaim, last, go('begin', {}), {
    told: words('pick.givenBack', { count: works.length }),
    before,
  });
}

/** Whoever cannot scan the label types what is printed on it for that. */
function atPlaceWith(state: AtWork, text: string, world: World): Verdict<PickStates> {
  const next = nextStop(worksOf(state, world));
  if (!next) return say('pick.nothingThere', { location: text });
  const { work, line } = next;
  const isThere = areCheckDigits(text, world.thing('location', line.location)?.checkDigit);
  if (!isThere) return say('putAway.checkDigitsWrong', { text });
  return go('item', { ...state, work: work.work, line: line.line, item: line.item });
}
