import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { itemMeant } from '#shared/ledger/select-stock.ts';
import { isProblem } from '#shared/ledger/stock-item.ts';
import {
  decideRequest,
  type RequestBody,
  type RequestFacts,
  type RequestPlan,
  type RequestResult,
  request,
} from '#shared/replenishment/request.ts';
import { locationFacts } from '../platform/facts/locations.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { candidatesToBring } from './reserve.queries.ts';
import { sendForParts } from './send-for-parts.ts';

export const requestHandler = handler({ operation: request, facts, decide: decideRequest, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<RequestBody>): Promise<RequestFacts> {
  const item = itemMeant(asked.item, await itemsByNumber(trx, asked.item), [], asked.sourceSystem);
  return {
    item,
    to: await locationFacts(trx, warehouse, asked.location),
    candidates: isProblem(item) ? [] : await candidatesToBring(trx, warehouse, item.key),
  };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<RequestBody>,
  { plan: { item, to: face, parts, priority } }: Applied<RequestPlan, RequestResult>,
): Promise<RequestResult> {
  const [work = ''] = await sendForParts(trx, { commandId, warehouse }, { item, face, parts, priority });
  return { work };
}
