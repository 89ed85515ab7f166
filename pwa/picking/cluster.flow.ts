import { type FlowStep, flow, go, say } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import { beginStep, claimed } from './begin.steps.ts';
import { pickingSteps } from './pick.flow.ts';
import type { PickStates } from './pick.states.ts';

/** No trolley has more places. */
const mostPositions = 40;

const trolleyStep: FlowStep<PickStates, object> = {
  ...beginStep,
  prompt: () => ({ ask: words('cluster.howManyPlaces') }),
  scan: {},
  enter: {
    kind: 'number',
    units: () => [''],
    whole: () => [''],
    run: (_state, { quantity }) => {
      const isSound = Number.isInteger(quantity) && quantity >= 1 && quantity <= mostPositions;
      return isSound ? claimed({ positions: quantity }) : say('cluster.tooMany', { most: mostPositions });
    },
  },
  actions: {},
};

/**
 * Picking several orders at once with a trolley that has a place for each.
 *
 * Type how many places the trolley has: so many orders are given out, each with its place. The way leads past all their
 * goods once. After each pick the device says the place; scan its label or type its number, so that nothing gets into
 * another one's order. At the end put all of it down with one scan, or choose an order and put that down alone.
 */
export const cluster = flow<PickStates>({
  id: 'cluster',
  permit: 'picking.pick',
  title: 'cluster.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: { begin: trolleyStep, ...pickingSteps },
});
