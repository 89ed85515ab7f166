import { flow, go } from '../engine/flow.ts';
import { beginStep, carrierStep, ontoStep, type PlatesStates } from './plates.steps.ts';

/**
 * Plates on plates.
 *
 * Scan the pallet; an empty one is scanned twice. Then scan each plate that you put onto it: that books it, wherever the
 * plate stood before. A plate that stands on it already is taken off by scanning it twice. "Take all off" breaks the
 * pallet up: each plate stands by itself then. "Lay all onto another" empties it: scan the other one twice. "Done", or a
 * scan of the pallet itself, ends it.
 */
export const platesFlow = flow<PlatesStates>({
  id: 'plates',
  permit: 'inventory.build_plate',
  title: 'plates.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: { begin: beginStep, carrier: carrierStep, onto: ontoStep },
});
