import type { HistoryLine } from '#shared/inventory/look-up-history.ts';
import { type FlowStep, go, say, type World } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { anything, unknownNeeds } from './look-up.actions.ts';
import {
  asOf,
  expectedRows,
  foundFor,
  historyRows,
  kindName,
  lookUpPath,
  rowsAtOnce,
  rowsOf,
} from './look-up.answer.ts';
import type { LookUpStates, Meant } from './look-up.states.ts';
import { paperDetails, paperSummary, turnRows, whoseRows } from './look-up-paper.answer.ts';

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

/** To whom it is promised, and who received it. */
export function whoseStep(): FlowStep<LookUpStates, Meant> {
  return {
    prompt: (state, world) => {
      const found = foundFor(state, world);
      const isGone = found !== null && found.promised.length === 0;
      return {
        ask: words(isGone ? 'lookUp.whoGotIt' : 'lookUp.showWhose'),
        large: grouped(state.name),
        details: asOf(state.code, world),
        rows: found ? whoseRows(found) : [],
      };
    },
    needs: (state, input) => [{ asked: lookUpPath(state.code) }, ...unknownNeeds(state, input)],
    scan: anything(),
  };
}

/** On which truck, by which work and wave it goes, in which cartons, and which slips tell of it. */
export function papersStep(): FlowStep<LookUpStates, Meant> {
  return {
    prompt: (state, world) => {
      const paper = foundFor(state, world)?.paper;
      const details = paper ? [...paperSummary(paper), ...paperDetails(paper)] : [];
      return {
        ask: kindName(state.kind),
        large: grouped(state.name),
        details: [...details, ...asOf(state.code, world)],
      };
    },
    needs: (state, input) => [{ asked: lookUpPath(state.code) }, ...unknownNeeds(state, input)],
    scan: anything(),
  };
}

/** The rest of a list that is too long for one look. */
export function restStep(): FlowStep<LookUpStates, LookUpStates['rest']> {
  const rows = (state: LookUpStates['rest'], world: World) => {
    const found = foundFor(state, world);
    return found ? rowsOf(found).slice(state.from) : [];
  };
  return {
    prompt: (state, world) => ({
      ask: kindName(state.kind),
      large: state.name,
      rows: rows(state, world).slice(0, rowsAtOnce),
    }),
    needs: (state, input) => [{ asked: lookUpPath(state.code) }, ...unknownNeeds(state, input)],
    scan: anything(),
    actions: {
      rest: {
        label: 'lookUp.showRest',
        when: (state, world) => rows(state, world).length > rowsAtOnce,
        run: (state) => go('rest', { ...state, from: state.from + rowsAtOnce }),
      },
    },
  };
}

/** What became of it, the newest first. */
export function historyStep(): FlowStep<LookUpStates, Meant> {
  return {
    prompt: (state, world) => {
      const found = foundFor(state, world);
      return {
        ask: kindName(state.kind),
        large: grouped(state.name),
        details: asOf(state.code, world),
        rows: found ? [...(found.paper ? turnRows(found.paper) : []), ...historyRows(found.history, state)] : [],
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
        large: grouped(state.name),
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
