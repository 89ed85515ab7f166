import { countOnDevice, startCountOnDevice } from './counting/count.facts.ts';
import { countFlow } from './counting/count.flow.ts';
import type { AnyFlow } from './engine/flow.ts';
import { lookUp } from './inventory/look-up.flow.ts';
import { moveOnDevice } from './inventory/move.facts.ts';
import { moveFlow } from './inventory/move.flow.ts';
import { breakOnDevice, buildOnDevice, consolidateOnDevice } from './inventory/plates.facts.ts';
import { platesFlow } from './inventory/plates.flow.ts';
import { changeStatusOnDevice } from './inventory/status.facts.ts';
import { statusFlow } from './inventory/status.flow.ts';
import { labelFlow } from './labels/label.flow.ts';
import { putAwayTrip } from './putaway/trip.flow.ts';
import { blindReceipt } from './receiving/blind.flow.ts';
import { registerReturnOnDevice } from './returns/register.facts.ts';
import { returnFlow } from './returns/return.flow.ts';
import type { AnyDeviceOperation } from './store/provisional.ts';

/**
 * Flows and operations that look at stock and keep it right, and the seldom ones that take some in or put it away: see
 * `flows.ts`, which lists them without their steps and rules.
 */
export const flowsStock: readonly AnyFlow[] = [
  putAwayTrip,
  blindReceipt,
  returnFlow,
  moveFlow,
  platesFlow,
  statusFlow,
  countFlow,
  labelFlow,
  lookUp,
];

export const operationsStock: readonly AnyDeviceOperation[] = [
  registerReturnOnDevice,
  moveOnDevice,
  buildOnDevice,
  breakOnDevice,
  consolidateOnDevice,
  changeStatusOnDevice,
  startCountOnDevice,
  countOnDevice,
];
