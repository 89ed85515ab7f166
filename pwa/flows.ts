import type { AnyFlow } from './engine/flow.ts';
import { lookUp } from './inventory/look-up.flow.ts';
import { moveOnDevice } from './inventory/move.facts.ts';
import { cluster } from './picking/cluster.flow.ts';
import { pickOnDevice, skipOnDevice, substituteOnDevice } from './picking/pick.facts.ts';
import { pickFlow } from './picking/pick.flow.ts';
import { putPickedOnDevice, releasePicksOnDevice } from './picking/put.facts.ts';
import { shortPickOnDevice } from './picking/short-pick.facts.ts';
import { undoPickOnDevice } from './picking/undo.facts.ts';
import { claimOnDevice, releaseClaimOnDevice } from './putaway/claim.facts.ts';
import { putOnDevice } from './putaway/put.facts.ts';
import { putAway } from './putaway/put-away.flow.ts';
import { putAwayTrip } from './putaway/trip.flow.ts';
import { blindReceipt } from './receiving/blind.flow.ts';
import { completeOnDevice } from './receiving/complete.facts.ts';
import { receive } from './receiving/receive.flow.ts';
import { registerOnDevice } from './receiving/register.facts.ts';
import { undoRegistrationOnDevice } from './receiving/undo-registration.facts.ts';
import type { AnyDeviceOperation } from './store/provisional.ts';

/** Every flow of the floor, in the order of the menu: who may do it sees it. */
export const flows: readonly AnyFlow[] = [receive, blindReceipt, putAway, putAwayTrip, pickFlow, cluster, lookUp];

/** The flow that a scan outside of any task opens, and that interrupts a task without ending it. */
export const lookUpFlow = lookUp.id;

/** Every operation that the device judges for itself before the server does. */
export const deviceOperations: readonly AnyDeviceOperation[] = [
  registerOnDevice,
  undoRegistrationOnDevice,
  completeOnDevice,
  putOnDevice,
  claimOnDevice,
  releaseClaimOnDevice,
  moveOnDevice,
  pickOnDevice,
  shortPickOnDevice,
  substituteOnDevice,
  skipOnDevice,
  undoPickOnDevice,
  putPickedOnDevice,
  releasePicksOnDevice,
];
