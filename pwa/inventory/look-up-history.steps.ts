import type { HistoryLine } from '#shared/inventory/look-up.ts';
import { type FlowStep, go, say } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import { asOf, expectedRows, foundFor, historyRows, kindName, lookUpPath } from './look-up.answer.ts';
import type { LookUpStates, Meant } from './look-up.states.ts';
import { anything, unknownNeeds } from './look-up.steps.ts';

/** What is still to come of it. */
export function expectedStep(): FlowStep<LookUpStates, Meant> {
  return {
    prompt: (state, world) => {
      const found = foundFor(state, world);
      return {
        ask: words('lookUp.showExpected'),
        large: state.name,
        details: asOf(state.code, world),
        rows: found ? expectedRows(found) : [],
      };
    },
    needs: (state, input) => [{ asked: lookUpPath(state.code) }, ...unknownNeeds(state, input)],
    scan: anything(),
  };
}

/** What became of it, the newest first. */
export function historyStep(): FlowStep<LookUpStates, Meant> {
  return {
    prompt: (state, world) => {
      const found = foundFor(state, world);
      return {
        ask: kindName(state.kind),
        large: state.name,
        details: asOf(state.code, world),
        rows: found ? historyRows(found.history, state) : [],
      };
    },
    needs: (state, input) => [{ asked: lookUpPath(state.code) }, ...unknownNeeds(state, input)],
    scan: anything(),
    actions: {
      older: {
        label: 'lookUp.older',
        when: (state, world) => foundFor(state, world)?.olderHistory != null,
        run: (state, world) => {
          const found = foundFor(state, world);
          const before = found?.olderHistory;
          const item = found?.of?.item;
          return before ? go('older', { ...state, before, ...(item !== undefined && { item }) }) : say('lookUp.gone');
        },
      },
    },
  };
}

interface Part {
  readonly items: readonly HistoryLine[];
  readonly older: string | null;
}

/** The part of a history before the one that was shown. */
export function olderStep(): FlowStep<LookUpStates, LookUpStates['older']> {
  return {
    prompt: (state, world) => {
      const part = world.asked(pathOf(state))?.body as Part | undefined;
      return {
        ask: kindName(state.kind),
        large: state.name,
        ...(!part && { about: words('lookUp.notKnownHere') }),
        rows: part ? historyRows(part.items, state) : [],
      };
    },
    needs: (state, input) => [{ asked: pathOf(state) }, ...unknownNeeds(state, input)],
    scan: anything(),
    actions: {
      older: {
        label: 'lookUp.older',
        when: (state, world) => (world.asked(pathOf(state))?.body as Part | undefined)?.older != null,
        run: (state, world) => {
          const before = (world.asked(pathOf(state))?.body as Part | undefined)?.older;
          return before ? go('older', { ...state, before }) : say('lookUp.gone');
        },
      },
    },
  };
}

function pathOf({ kind, name, sourceSystem, item, before }: LookUpStates['older']): string {
  const isOfItem = kind === 'item' || kind === 'lot' || kind === 'serial';
  const asked = {
    ...(isOfItem && { item: item ?? name, ...(sourceSystem !== null && { sourceSystem }) }),
    ...(kind !== 'item' && { [kind]: name }),
    before,
  };
  return `history?${new URLSearchParams(asked)}`;
}
