import { count } from '../counting/count.ts';
import { request as requestCount } from '../counting/request.ts';
import { review } from '../counting/review.ts';
import { start as startCount } from '../counting/start.ts';
import { withdraw as withdrawCount } from '../counting/withdraw.ts';
import { assign } from '../exceptions/assign.ts';
import { reportDiscrepancy } from '../exceptions/report-discrepancy.ts';
import { resolve } from '../exceptions/resolve.ts';
import { adjust } from '../inventory/adjust.ts';
import { breakPlate } from '../inventory/break-plate.ts';
import { buildPlate } from '../inventory/build-plate.ts';
import { changeStatus } from '../inventory/change-status.ts';
import { consolidate } from '../inventory/consolidate.ts';
import { holdLot } from '../inventory/hold-lot.ts';
import { move } from '../inventory/move.ts';
import { releaseLot } from '../inventory/release-lot.ts';
import { cancel as cancelPrint, redirect, reprint } from '../labels/console-job.ts';
import { print } from '../labels/print.ts';
import { closeRemainder } from '../orders/close-remainder.ts';
import { releaseHold } from '../orders/release-hold.ts';
import { setHold } from '../orders/set-hold.ts';
import { setPriority as setOrderPriority } from '../orders/set-priority.ts';
import { closeCarton } from '../packing/close-carton.ts';
import { openCarton } from '../packing/open-carton.ts';
import { pack, unpack } from '../packing/pack.ts';
import { claim as claimPick } from '../picking/claim.ts';
import { pick } from '../picking/pick.ts';
import { put as putPicked } from '../picking/put.ts';
import { putBack } from '../picking/put-back.ts';
import { releaseClaim as releasePickClaim } from '../picking/release-claim.ts';
import { shortPick } from '../picking/short-pick.ts';
import { skip } from '../picking/skip.ts';
import { substitute } from '../picking/substitute.ts';
import { undo as undoPick } from '../picking/undo.ts';
import { claim } from '../putaway/claim.ts';
import { put } from '../putaway/put.ts';
import { releaseClaim } from '../putaway/release-claim.ts';
import { complete } from '../receiving/complete.ts';
import { createLoad } from '../receiving/create-load.ts';
import { register } from '../receiving/register.ts';
import { reverseCompletion } from '../receiving/reverse-completion.ts';
import { setOverDelivery } from '../receiving/set-over-delivery.ts';
import { undoRegistration } from '../receiving/undo-registration.ts';
import { pick as replenishPick } from '../replenishment/pick.ts';
import { put as replenishPut } from '../replenishment/put.ts';
import { request as requestReplenishment } from '../replenishment/request.ts';
import { register as registerReturn } from '../returns/register.ts';
import { confirm } from '../shipping/confirm.ts';
import { load, unload } from '../shipping/load.ts';
import { planLoad } from '../shipping/plan-load.ts';
import { reverseConfirmation } from '../shipping/reverse-confirmation.ts';
import { addAfter } from '../unknown-codes/add-after.ts';
import { bind } from '../unknown-codes/bind.ts';
import { dismiss, unbind } from '../unknown-codes/dismiss.ts';
import { report as reportUnknownCode } from '../unknown-codes/report.ts';
import { addOrders } from '../waves/add-orders.ts';
import { assignWork } from '../waves/assign-work.ts';
import { cancel as cancelWave } from '../waves/cancel.ts';
import { cancelShipment } from '../waves/cancel-shipment.ts';
import { create as createWave } from '../waves/create.ts';
import { hold as holdWave } from '../waves/hold.ts';
import { process as processWave } from '../waves/process.ts';
import { release } from '../waves/release.ts';
import { cancelWork, setPriority, takeBack } from '../waves/supervised-work.ts';
import type { Operation } from './operation.ts';

/** Every command there is: what devices may send and, by the same names, what people may be permitted to do. */
export const catalogue: readonly Operation[] = [
  register,
  undoRegistration,
  complete,
  reverseCompletion,
  createLoad,
  setOverDelivery,
  put,
  claim,
  releaseClaim,
  move,
  buildPlate,
  breakPlate,
  consolidate,
  adjust,
  registerReturn,
  reportUnknownCode,
  addAfter,
  bind,
  dismiss,
  unbind,
  changeStatus,
  holdLot,
  releaseLot,
  requestCount,
  startCount,
  withdrawCount,
  count,
  review,
  resolve,
  reportDiscrepancy,
  assign,
  setHold,
  releaseHold,
  closeRemainder,
  setOrderPriority,
  createWave,
  processWave,
  release,
  addOrders,
  holdWave,
  setPriority,
  takeBack,
  assignWork,
  cancelShipment,
  cancelWork,
  cancelWave,
  claimPick,
  pick,
  shortPick,
  putPicked,
  putBack,
  substitute,
  skip,
  undoPick,
  releasePickClaim,
  requestReplenishment,
  replenishPick,
  replenishPut,
  openCarton,
  pack,
  unpack,
  closeCarton,
  load,
  unload,
  planLoad,
  confirm,
  reverseConfirmation,
  print,
  reprint,
  cancelPrint,
  redirect,
];
