import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotPut } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { itemKey, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import { overrideReasons } from '#shared/ledger/reason-code.ts';
import { putBack } from '#shared/picking/put-back.ts';
import {
  again,
  type FlowStep,
  go,
  type Option,
  refuse,
  say,
  submit,
  type Verdict,
  type World,
} from '../engine/flow.ts';
import type { Back } from '../store/backs.ts';
import { reasonOptions } from '../ui/reason-options.ts';
import { words } from '../ui/words.ts';
import { backNeeds, backsOf, detailsOfBack, keyOf, whatOf } from './back.ts';
import type { PickStates } from './pick.states.ts';
import { ownWorks, rowsOf } from './walk.ts';

type Backing = PickStates['back'];

/** Back to the shelf with what was picked for nothing. Another place is scanned twice, and asks why. */
export const backStep: FlowStep<PickStates, Backing> = {
  prompt: (state, world) => {
    const next = backOf(state, world);
    if (!next) return { ask: words('pick.allBack') };
    const others = backsOf(world).filter((one) => keyOf(one) !== keyOf(next));
    return {
      ask: words(next.line.location === '' ? 'pick.backAnywhere' : 'pick.bringBack'),
      large: next.line.location || '–',
      about: whatOf(next),
      details: detailsOfBack(next, world),
      rows: rowsOf(others),
    };
  },
  needs: (_state, input) => {
    if (input?.kind === 'scan' && input.scan.kind === 'location') {
      return [...backNeeds, { kind: 'location', key: input.scan.location }];
    }
    return backNeeds;
  },
  scan: {
    location: (state, { location }, world) => {
      const next = backOf(state, world);
      if (!next) return say('pick.allBack');
      const why = whyNotThere(next, location, world);
      if (why) return refuse(why);
      const { location: proposed } = next.line;
      if (proposed === '' || location === proposed) return bringBack(state, next, location, undefined, world);
      if (!world.isConfirmed) return again('putAway.otherLocation', { location, proposed });
      return go('backWhy', { ...state, meant: keyOf(next), to: location });
    },
    item: (state, { item, sourceSystem }, world) => {
      const isOf = ({ line }: Back) => line.item === itemKey(sourceSystem ?? sourceSystemOf(line.item), item);
      const meant = backsOf(world).find(isOf);
      const next = backOf(state, world);
      if (meant) return go('back', { ...state, meant: keyOf(meant) });
      return next
        ? refuse(problem('picking.wrong_item', { expected: next.line.itemNumber, got: item }))
        : say('pick.allBack');
    },
  },
  choose: {
    options: (state, world) => {
      const next = backOf(state, world);
      const others = next ? backsOf(world).filter((one) => keyOf(one) !== keyOf(next)) : [];
      return others.map((one): Option => ({ key: keyOf(one), title: one.line.location || '–', detail: whatOf(one) }));
    },
    pick: (state, key) => go('back', { ...state, meant: key }),
  },
  actions: {
    goOn: {
      label: 'pick.goOnPicking',
      when: (state, world) => leftOf(state, world).length > 0 || backsOf(world).length === 0,
      run: goOn,
    },
  },
};

/** Why not where they came from? */
export const backWhyStep: FlowStep<PickStates, PickStates['backWhy']> = {
  prompt: (state, world) => {
    const next = backOf(state, world);
    if (!next) return { ask: words('pick.allBack') };
    return {
      ask: words('putAway.whyElsewhere', { proposed: next.line.location }),
      large: state.to,
      about: whatOf(next),
    };
  },
  needs: () => backNeeds,
  choose: {
    options: () => reasonOptions(overrideReasons),
    pick: ({ to, ...state }, reason, world) => {
      const next = backOf(state, world);
      return next ? bringBack(state, next, to, reason, world) : say('pick.allBack');
    },
  },
};

/** What was chosen of all that goes back; else what is next on the walk. */
function backOf({ meant }: Backing, world: World): Back | null {
  const all = backsOf(world);
  return all.find((one) => keyOf(one) === meant) ?? all[0] ?? null;
}

/** What the shared rule will say of a place, said at once: before anybody is asked why the goods go there. */
function whyNotThere({ line }: Back, code: string, world: World): Problem | null {
  const goods = goodsOf(null, [{ ...line, quantityBase: leftBase(line) }], []);
  return whyNotPut(code, world.thing('location', code), {
    ...goods,
    joinsPlate: line.licensePlate !== '',
    isSetAside: code !== line.location,
  });
}

function bringBack(
  state: Backing,
  back: Back,
  location: string,
  overrideReason: string | undefined,
  world: World,
): Verdict<PickStates> {
  const { work, line } = back;
  const isLast = backsOf(world).length === 1;
  const body = { work: work.work, line: line.line, location, ...(overrideReason !== undefined && { overrideReason }) };
  const told = words('pick.broughtBack', { what: whatOf(back), location });
  return submit(putBack, body, isLast ? goOn(state, world) : go('back', { works: state.works, meant: null }), { told });
}

/** What was under way is gone on with, as far as it is not what was cancelled. */
function goOn(state: Backing, world: World) {
  const works = leftOf(state, world);
  return works.length > 0 ? go('walk', { works }) : go('begin', {});
}

function leftOf({ works }: Backing, world: World): Backing['works'] {
  const own = ownWorks(world);
  return works.filter(({ work }) => own.some((one) => one.work === work));
}
