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
import { instant } from '../platform/clock.ts';
import { lockFirst } from '../platform/db/locking.ts';
import { locationFacts, locationToLock } from '../platform/facts/locations.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { waitMs } from './end-waiting.ts';
import { meet } from './meet-need.ts';
import { candidatesToBring } from './reserve.queries.ts';
import { underWayTo } from './waiting.queries.ts';

export const requestHandler = handler({ operation: request, facts, decide: decideRequest, apply });

async function facts(trx: AppTrx, { warehouse, body: asked }: Command<RequestBody>): Promise<RequestFacts> {
  const { location: face } = asked;
  const item = itemMeant(asked.item, await itemsByNumber(trx, asked.item), [], asked.sourceSystem);
  // Who asks at the same time for the same place waits here, and hears of what is on its way then.
  await lockFirst(trx, locationToLock, { warehouse, code: face });
  const to = await locationFacts(trx, warehouse, face);
  const waitsUntil = instant(trx.now + waitMs);
  if (isProblem(item)) return { item, to, waitsUntil, candidates: [], underWay: [] };
  return {
    item,
    to,
    waitsUntil,
    candidates: await candidatesToBring(trx, warehouse, item.key),
    underWay: await underWayTo(trx, { warehouse, face, itemKey: item.key }),
  };
}

async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<RequestBody>,
  { plan: { item, to: face, meeting, priority }, result }: Applied<RequestPlan, RequestResult>,
): Promise<RequestResult> {
  const need = { commandId, warehouse, sourceSystem: '', number: commandId };
  return { ...result, work: await meet(trx, need, { item, face, priority }, meeting) };
}
