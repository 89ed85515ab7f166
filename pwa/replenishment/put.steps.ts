import { type Problem, problem } from '#shared/kernel/problem.ts';
import { whyNotFit } from '#shared/ledger/fits.ts';
import { goodsOf } from '#shared/ledger/goods.ts';
import { useOf } from '#shared/ledger/location-type.ts';
import { overrideReasons } from '#shared/ledger/reason-code.ts';
import { put } from '#shared/replenishment/put.ts';
import { again, type FlowStep, go, refuse, say, submit, type Verdict, type World } from '../engine/flow.ts';
import { reasonOptions } from '../ui/reason-options.ts';
import { words } from '../ui/words.ts';
import type { AtFill, FillStates } from './fill.states.ts';
import { type Fill, fillGone, fillNeeds, fillOf, fillPrompt, shownBase } from './fill.ts';

/** There, at the face. Another place is scanned twice, and asks why. */
export const putStep: FlowStep<FillStates, AtFill> = {
  prompt: (state, world) => {
    const fill = fillOf(state, world);
    if (!fill) return fillGone;
    const { work, line } = fill;
    return fillPrompt(fill, {
      ask: words(work.putTo === line.location ? 'fill.bringBack' : 'fill.bringTo'),
      large: work.putTo ?? '–',
      notice: words('fill.inHand', { quantity: shownBase(fill, line.pickedBase) }),
    });
  },
  needs: (state, input) => {
    const needs = fillNeeds(state);
    const face = input?.kind === 'text' ? [{ placesOf: state.work }] : [];
    return [...needs, ...face];
  },
  scan: {
    location: (state, { location }, world) => {
      const fill = fillOf(state, world);
      if (!fill) return say('fill.gone');
      const why = whyNotThere(fill, state, location, world);
      if (why) return refuse(why);
      const face = fill.work.putTo ?? '';
      if (location === face) return putDown(state, fill, location, undefined);
      if (!world.isConfirmed) return again('fill.otherPlace', { location, face });
      return go('why', { ...state, to: location });
    },
  },
};

/** Why not to the face? */
export const whyStep: FlowStep<FillStates, FillStates['why']> = {
  prompt: ({ to, ...state }, world) => {
    const fill = fillOf(state, world);
    if (!fill) return fillGone;
    return fillPrompt(fill, { ask: words('putAway.whyElsewhere', { proposed: fill.work.putTo ?? '' }), large: to });
  },
  needs: fillNeeds,
  choose: {
    options: () => reasonOptions(overrideReasons),
    pick: ({ to, ...state }, reason, world) => {
      const fill = fillOf(state, world);
      return fill ? putDown(state, fill, to, reason) : say('fill.gone');
    },
  },
};

/** What the shared rule will say of a place, said at once: before anybody is asked why the goods go there. */
function whyNotThere({ line }: Fill, { item: key }: AtFill, code: string, world: World): Problem | null {
  const location = world.thing('location', code);
  const item = world.thing('item', key);
  if (!location) return problem('location.unknown', { location: code });
  if (!useOf(location.type).isReservable) {
    return problem('replenishment.not_pickable', { location: code, type: location.type });
  }
  const goods = goodsOf(null, [{ ...line, quantityBase: line.pickedBase }], item ? [item] : []);
  return whyNotFit(location, goods);
}

function putDown(
  { work }: AtFill,
  fill: Fill,
  location: string,
  overrideReason: string | undefined,
): Verdict<FillStates> {
  const { line } = fill;
  const what = shownBase(fill, line.pickedBase, line.description);
  const body = { work, location, ...(overrideReason !== undefined && { overrideReason }) };
  return submit(put, body, go('begin', {}), { told: words('putAway.done', { what, location }) });
}
