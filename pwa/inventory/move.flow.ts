import { flow, go } from '../engine/flow.ts';
import type { MoveStates } from './move.states.ts';
import { beginStep, placeStep } from './move-begin.steps.ts';
import { goodsStep, lotStep, quantityStep, serialsStep } from './move-goods.steps.ts';
import { newPlateStep, whereStep } from './move-where.steps.ts';

/**
 * Moving of one's own accord.
 *
 * Scan the licence plate, carry it, scan where it stands now. A plate that waits to be put away, or stands on another one,
 * is scanned twice: the second scan of the same plate says that it is meant. If only a part of it goes, press "Only a
 * part".
 *
 * Loose goods: scan where they are, then the item, or the other way round; its lot where it has any, and how many, or
 * each serial number. Then scan where they go, or the plate they come onto. A plate that nobody knows is scanned, then
 * the place where it stands.
 *
 * A move is taken back with Undo: carry the goods back.
 */
export const moveFlow = flow<MoveStates>({
  id: 'move',
  permit: 'inventory.move',
  title: 'move.title',
  revision: 1,
  start: () => go('begin', {}),
  steps: {
    begin: beginStep,
    place: placeStep,
    goods: goodsStep,
    lot: lotStep,
    serials: serialsStep,
    quantity: quantityStep,
    where: whereStep,
    newPlate: newPlateStep,
  },
});
