import { problem } from '#shared/kernel/problem.ts';
import { fromBase } from '#shared/kernel/quantity.ts';
import { itemKey, itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import { leftBase } from '#shared/ledger/pick-work.ts';
import { isProblem, readQuantity } from '#shared/ledger/stock-item.ts';
import { countedIn } from '../engine/counted-scan.ts';
import { type FlowStep, go, refuse, say, type Verdict, type World } from '../engine/flow.ts';
import { reasonOptions } from '../ui/reason-options.ts';
import { amount, withAmount, words } from '../ui/words.ts';
import { stopPrompt } from './item.steps.ts';
import type { PickStates, Taken, Taking } from './pick.states.ts';
import { booked, countedSoFar, nextFor, taken, tooMuch } from './taking.ts';
import { lineNeeds, progressOf, type Stop, shownLeft, stopOf, unitLeft, worksOf } from './walk.ts';

/** How many? Each further scan counts, or the number is typed: nothing is taken for granted. */
export const quantityStep: FlowStep<PickStates, Taking> = {
  counts: true,
  prompt: (state, world) => {
    const stop = stopOf(state, world);
    if (!stop) return { ask: words('pick.gone') };
    return {
      ask: words('pick.takeHowMany', { quantity: shownLeft(stop.line) }),
      about: countedSoFar(state, stop),
      ...progressOf(worksOf(state, world)),
    };
  },
  needs: lineNeeds,
  scan: {
    item: (state, scan, world) => {
      const stop = stopOf(state, world);
      const item = world.thing('item', state.item);
      if (!stop || !item) return say('pick.gone');
      const key = itemKey(scan.sourceSystem ?? sourceSystemOf(state.item), scan.item);
      if (key !== state.item) {
        return refuse(problem('picking.wrong_item', { expected: itemNumberOf(state.item), got: scan.item }));
      }
      if (scan.unit === undefined) return say('pick.numberSaysNothing');
      const more = readQuantity(item, (scan.quantity ?? 1) * (scan.count ?? 1), scan.unit);
      if (isProblem(more)) return refuse(more);
      const countedBase = state.countedBase + more;
      if (countedBase > leftBase(stop.line)) return tooMuch(countedBase, stop);
      return nextFor({ ...state, countedBase }, item, stop, world);
    },
  },
  enter: {
    kind: 'number',
    // "Take 2 cases" is answered with 2.
    ...countedIn<Taking>((state, world) => {
      const stop = stopOf(state, world);
      const item = world.thing('item', state.item);
      const unit = stop ? unitLeft(stop.line) : null;
      return item?.units.some((known) => known.unit === unit) ? unit : null;
    }),
    run: (state, { quantity, unit }, world) => {
      const stop = stopOf(state, world);
      const item = world.thing('item', state.item);
      if (!stop || !item) return say('pick.gone');
      const quantityBase = readQuantity(item, quantity, unit);
      if (isProblem(quantityBase)) return refuse(quantityBase);
      return counted(state, quantityBase, stop, world);
    },
  },
  actions: {
    less: {
      label: 'pick.notEnough',
      run: (state) => go('less', { ...state, quantityBase: state.countedBase }),
    },
  },
};

function counted(state: Taking, quantityBase: number, stop: Stop, world: World): Verdict<PickStates> {
  const wanted = leftBase(stop.line);
  if (quantityBase > wanted) return tooMuch(quantityBase, stop);
  if (quantityBase === wanted) return taken({ ...state, quantityBase, reason: null }, stop, world);
  return go('less', { ...state, quantityBase });
}

/** Reasons for a short pick that somebody at the shelf can have. */
const reasons = ['not-there', 'damaged', 'other'] as const;

/** Less than asked for: is it not there, or does the rest not fit? */
export const lessStep: FlowStep<PickStates, Taking & { readonly quantityBase: number }> = {
  prompt: (state, world) => {
    const line = stopOf(state, world)?.line;
    const some = line ? fromBase(state.quantityBase, line.decimals) : 0;
    const of = line ? fromBase(leftBase(line), line.decimals) : 0;
    const elsewhere = line?.alternatives.filter(({ location }) => location !== line.location) ?? [];
    return {
      ...stopPrompt(
        state,
        world,
        words('pick.whyLess'),
        words('pick.onlySome', { some, of, unit: line?.baseUnit ?? '' }),
      ),
      details: elsewhere.slice(0, listed).map(({ location, availableBase, lot }) => ({
        label: 'pick.elsewhere' as const,
        value: withAmount(
          lot === '' ? location : `${location} · ${lot}`,
          fromBase(availableBase, line?.decimals ?? 0),
          line?.baseUnit ?? '',
        ),
      })),
    };
  },
  needs: lineNeeds,
  choose: {
    options: ({ quantityBase }) => {
      const why = reasonOptions(reasons);
      return quantityBase === 0 ? why : [...why, { key: restLater, title: words('pick.toteFull') }];
    },
    pick: (state, key, world) => {
      const stop = stopOf(state, world);
      if (!stop) return say('pick.gone');
      return taken({ ...state, reason: key === restLater ? null : key }, stop, world);
    },
  },
};

const restLater = 'rest-later';

/** The reasons are to be in reach without scrolling. */
const listed = 2;

/** Into which place of the trolley? Its label, or its number. */
export const positionStep: FlowStep<PickStates, Taken> = {
  prompt: (state, world) => {
    const position = stopOf(state, world)?.work.trolleyPosition ?? '';
    const prompt = stopPrompt(state, world, words('pick.putInto'), position);
    const line = stopOf(state, world)?.line;
    const some = line
      ? amount(fromBase(state.quantityBase, line.decimals), line.baseUnit, `· ${line.itemNumber} · ${line.description}`)
      : '';
    return { ...prompt, about: some, details: [] };
  },
  needs: lineNeeds,
  scan: {
    unknown: (state, { text }, world) => laidInto(state, text, world),
    location: (state, { text }, world) => laidInto(state, text, world),
  },
  enter: {
    kind: 'number',
    units: () => [''],
    whole: () => [''],
    run: (state, { quantity }, world) => laidInto(state, String(quantity), world),
  },
};

/** A place of a trolley is labelled with its number, or with the trolley's name and its number: `T7-3`. */
function laidInto(state: Taken, text: string, world: World): Verdict<PickStates> {
  const stop = stopOf(state, world);
  if (!stop) return say('pick.gone');
  const got = /(?:^|[^0-9])0*([0-9]+)$/.exec(text.trim())?.[1] ?? text;
  const expected = stop.work.trolleyPosition ?? '';
  if (got !== expected) return refuse(problem('picking.wrong_position', { expected, got }));
  return booked(state, stop, expected, world);
}
