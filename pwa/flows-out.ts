import { claim } from '#shared/picking/claim.ts';
import { releaseClaim } from '#shared/picking/release-claim.ts';
import type { AnyFlow } from './engine/flow.ts';
import { closeCartonOnDevice, openCartonOnDevice, packOnDevice, unpackOnDevice } from './packing/pack.facts.ts';
import { packFlow } from './packing/pack.flow.ts';
import { putBackOnDevice } from './picking/back.facts.ts';
import { cluster } from './picking/cluster.flow.ts';
import { pickOnDevice, skipOnDevice, substituteOnDevice } from './picking/pick.facts.ts';
import { pickFlow } from './picking/pick.flow.ts';
import { putPickedOnDevice, releasePicksOnDevice } from './picking/put.facts.ts';
import { shortPickOnDevice } from './picking/short-pick.facts.ts';
import { undoPickOnDevice } from './picking/undo.facts.ts';
import { fillPickOnDevice, fillPutOnDevice } from './replenishment/fill.facts.ts';
import { fillFlow } from './replenishment/fill.flow.ts';
import { requestOnDevice } from './replenishment/request.facts.ts';
import { confirmOnDevice } from './shipping/confirm.facts.ts';
import { loadOnDevice, unloadOnDevice } from './shipping/load.facts.ts';
import { loadFlow } from './shipping/load.flow.ts';
import { shipFlow } from './shipping/ship.flow.ts';
import type { AnyDeviceOperation } from './store/provisional.ts';

/** Flows and operations for goods that go out: see `flows.ts`, which lists them without their steps and rules. */
export const flowsOut: readonly AnyFlow[] = [
  fillFlow({ claim, releaseClaim }),
  ...[pickFlow, cluster, packFlow, loadFlow, shipFlow],
];

export const operationsOut: readonly AnyDeviceOperation[] = [
  ...[pickOnDevice, shortPickOnDevice, substituteOnDevice, skipOnDevice, undoPickOnDevice],
  ...[putPickedOnDevice, releasePicksOnDevice, putBackOnDevice],
  ...[fillPickOnDevice, fillPutOnDevice, requestOnDevice],
  ...[openCartonOnDevice, packOnDevice, unpackOnDevice, closeCartonOnDevice],
  ...[loadOnDevice, unloadOnDevice, confirmOnDevice],
];
