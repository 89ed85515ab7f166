import { countHandler } from './counting/count.ts';
import { requestHandler as requestCountHandler } from './counting/request.ts';
import { reviewHandler } from './counting/review.ts';
import { startHandler as startCountHandler } from './counting/start.ts';
import { withdrawHandler as withdrawCountHandler } from './counting/withdraw.ts';
import { finaliseHandler } from './documents/finalise.ts';
import { assignHandler } from './exceptions/assign.ts';
import { reportDiscrepancyHandler } from './exceptions/report-discrepancy.ts';
import { resolveHandler } from './exceptions/resolve.ts';
import { processMessageHandler } from './integration/process-message.ts';
import { adjustHandler } from './inventory/adjust.ts';
import { breakPlateHandler } from './inventory/break-plate.ts';
import { buildPlateHandler } from './inventory/build-plate.ts';
import { changeStatusHandler } from './inventory/change-status.ts';
import { consolidateHandler } from './inventory/consolidate.ts';
import { holdLotHandler } from './inventory/hold-lot.ts';
import { moveHandler } from './inventory/move.ts';
import { releaseLotHandler } from './inventory/release-lot.ts';
import { cancelHandler as cancelPrintHandler, redirectHandler, reprintHandler } from './labels/change-job.ts';
import { printHandler } from './labels/print.ts';
import { messageKinds } from './message-kinds.ts';
import { closeRemainderHandler } from './orders/close-remainder.ts';
import { releaseHoldHandler, setHoldHandler } from './orders/holds.ts';
import { setPriorityHandler as setOrderPriorityHandler } from './orders/set-priority.ts';
import { closeCartonHandler } from './packing/close-carton.ts';
import { openCartonHandler } from './packing/open-carton.ts';
import { packHandler, unpackHandler } from './packing/pack.ts';
import { claimHandler as claimPickHandler } from './picking/claim.ts';
import { pickHandler } from './picking/pick.ts';
import { putHandler as putPickedHandler } from './picking/put.ts';
import { putBackHandler } from './picking/put-back.ts';
import { releaseClaimHandler as releasePickClaimHandler } from './picking/release-claim.ts';
import { shortPickHandler } from './picking/short-pick.ts';
import { skipHandler } from './picking/skip.ts';
import { substituteHandler } from './picking/substitute.ts';
import { undoHandler as undoPickHandler } from './picking/undo.ts';
import type { AnyHandler } from './platform/handler.ts';
import { claimHandler } from './putaway/claim.ts';
import { putHandler } from './putaway/put.ts';
import { releaseClaimHandler } from './putaway/release-claim.ts';
import { completeHandler } from './receiving/complete.ts';
import { createLoadHandler } from './receiving/create-load.ts';
import { registerHandler } from './receiving/register.ts';
import { reverseCompletionHandler } from './receiving/reverse-completion.ts';
import { setOverDeliveryHandler } from './receiving/set-over-delivery.ts';
import { undoRegistrationHandler } from './receiving/undo-registration.ts';
import { aimAnewHandler } from './replenishment/aim-anew.ts';
import { endWaitingHandler } from './replenishment/end-waiting.ts';
import { fillFaceHandler } from './replenishment/fill-face.ts';
import { pickHandler as replenishPickHandler } from './replenishment/pick.ts';
import { putHandler as replenishPutHandler } from './replenishment/put.ts';
import { requestHandler as requestReplenishmentHandler } from './replenishment/request.ts';
import { serveNeedHandler } from './replenishment/serve-need.ts';
import { turnBackHandler } from './replenishment/turn-back.ts';
import { registerHandler as registerReturnHandler } from './returns/register.ts';
import { confirmHandler } from './shipping/confirm.ts';
import { loadHandler, unloadHandler } from './shipping/load.ts';
import { planLoadHandler } from './shipping/plan-load.ts';
import { reverseConfirmationHandler } from './shipping/reverse-confirmation.ts';
import { addAfterHandler } from './unknown-codes/add-after.ts';
import { bindHandler } from './unknown-codes/bind.ts';
import { dismissHandler, unbindHandler } from './unknown-codes/dismiss.ts';
import { reportHandler as reportUnknownCodeHandler } from './unknown-codes/report.ts';
import { addOrdersHandler } from './waves/add-orders.ts';
import { assignWorkHandler } from './waves/assign-work.ts';
import { cancelHandler as cancelWaveHandler } from './waves/cancel.ts';
import { cancelShipmentHandler } from './waves/cancel-shipment.ts';
import { createHandler as createWaveHandler } from './waves/create.ts';
import { endWaitHandler } from './waves/end-wait.ts';
import { fillHandler } from './waves/fill.ts';
import { holdHandler as holdWaveHandler } from './waves/hold.ts';
import { processHandler as processWaveHandler } from './waves/process.ts';
import { releaseHandler } from './waves/release.ts';
import { setExpectedHandler } from './waves/set-expected.ts';
import { cancelWorkHandler, setPriorityHandler, takeBackHandler } from './waves/supervised-work.ts';
import { undoPartHandler } from './waves/undo-part.ts';

/** Every operation the server carries out: the list of all handlers. */
export const handlers: readonly AnyHandler[] = [
  processMessageHandler(messageKinds),
  finaliseHandler(),
  registerHandler,
  undoRegistrationHandler,
  completeHandler,
  reverseCompletionHandler,
  createLoadHandler,
  setOverDeliveryHandler,
  putHandler,
  claimHandler,
  releaseClaimHandler,
  moveHandler,
  buildPlateHandler,
  breakPlateHandler,
  consolidateHandler,
  adjustHandler,
  registerReturnHandler,
  reportUnknownCodeHandler,
  addAfterHandler,
  bindHandler,
  dismissHandler,
  unbindHandler,
  changeStatusHandler,
  holdLotHandler,
  releaseLotHandler,
  requestCountHandler,
  startCountHandler,
  withdrawCountHandler,
  countHandler,
  reviewHandler,
  resolveHandler,
  reportDiscrepancyHandler,
  assignHandler,
  setHoldHandler,
  releaseHoldHandler,
  closeRemainderHandler,
  setOrderPriorityHandler,
  createWaveHandler,
  processWaveHandler,
  releaseHandler,
  addOrdersHandler,
  holdWaveHandler,
  setPriorityHandler,
  takeBackHandler,
  assignWorkHandler,
  cancelShipmentHandler,
  cancelWorkHandler,
  fillHandler,
  undoPartHandler,
  setExpectedHandler,
  endWaitHandler,
  cancelWaveHandler,
  claimPickHandler,
  pickHandler,
  shortPickHandler,
  putPickedHandler,
  putBackHandler,
  substituteHandler,
  skipHandler,
  undoPickHandler,
  releasePickClaimHandler,
  requestReplenishmentHandler,
  serveNeedHandler,
  aimAnewHandler,
  endWaitingHandler,
  fillFaceHandler,
  turnBackHandler,
  replenishPickHandler,
  replenishPutHandler,
  openCartonHandler,
  packHandler,
  unpackHandler,
  closeCartonHandler,
  loadHandler,
  unloadHandler,
  planLoadHandler,
  confirmHandler,
  reverseConfirmationHandler,
  printHandler,
  reprintHandler,
  cancelPrintHandler,
  redirectHandler,
];
