import { flow, go } from '../engine/flow.ts';
import type { LoadStates } from './load.states.ts';
import { beginStep, doorStep, laneStep, offStep, unitStep } from './load.steps.ts';

/**
 * Loading a truck.
 *
 * Choose the truck, or scan its load or anything that goes on it; then scan the door it stands at. Scan each plate and
 * each carton as it goes on: the device counts, and refuses what belongs on another truck. Goods without a label are
 * chosen in the list. "Take off" brings something back to a lane.
 */
export const loadFlow = flow<LoadStates>({
  id: 'load',
  permit: 'shipping.load',
  title: 'load.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: { begin: beginStep, door: doorStep, unit: unitStep, off: offStep, lane: laneStep },
});
