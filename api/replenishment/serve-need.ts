import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { ChosenStock, StockCandidate } from '#shared/ledger/choose-stock.ts';
import type { LocationState } from '#shared/ledger/fits.ts';
import type { StockItem } from '#shared/ledger/stock-item.ts';
import { asFits } from '#shared/replenishment/as-fits.ts';
import { partsOf, usualPriority } from '#shared/replenishment/meet-need.ts';
import type { Runner } from '../platform/db/connection.ts';
import type { RowOf } from '../platform/db/statement.ts';
import { withAllComing } from '../platform/facts/face-to-come.ts';
import { needsOfWork, setNeed } from '../platform/facts/fill-requests.queries.ts';
import { locationFacts } from '../platform/facts/locations.queries.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import { lockFillWork } from '../platform/facts/replenish-work.queries.ts';
import { itemsByKey } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { candidatesToBring } from './reserve.queries.ts';
import { sendForParts } from './send-for-parts.ts';
import { aimFill, fillWithoutStock, openFill } from './waiting.queries.ts';

const body = z.strictObject({ work: z.string().min(1).max(64) });

type ServeNeedBody = z.infer<typeof body>;
type Waiting = RowOf<typeof fillWithoutStock>;

/** The server sees that goods are in reserve that somebody waits for, and sends for them: nobody else does. */
export const serveNeed = operation({ type: 'replenishment.serve_need', version: 1, body });

/** Work that waits, with what it could bring by now. */
interface ServeFacts {
  readonly work: string;
  readonly priority: number;
  readonly item: StockItem;
  readonly face: LocationState;
  readonly quantityBase: number;
  readonly candidates: readonly StockCandidate[];
}

interface ServePlan extends Pick<ServeFacts, 'work' | 'item' | 'priority'> {
  readonly face: string;
  readonly parts: ChosenStock['parts'];
}

/**
 * Refusals, in this order: `auth.permit_missing` from anybody but the server itself; `replenishment.still_needed` the work
 * does not wait any more; `replenishment.none_in_reserve`; of the place as in `whyNotFit`: the work waits on.
 */
export const serveNeedHandler = handler({ operation: serveNeed, facts, decide, apply });

async function facts(trx: AppTrx, { operator, warehouse, body: { work } }: Command<ServeNeedBody>) {
  if (operator !== 'server') return null;
  await lockFillWork(trx, work);
  const waiting = await trx.one(fillWithoutStock, { of: work });
  return waiting ? serveFacts(trx, warehouse, waiting) : null;
}

/** What the rule needs to know of work that waits; null where its item or its place is gone. */
export async function serveFacts(
  read: Runner,
  warehouse: string,
  { id: work, priority, planned_location: location, item_key: itemKey, quantity_base: quantityBase }: Waiting,
): Promise<ServeFacts | null> {
  const [item] = await itemsByKey(read, [itemKey]);
  const place = await locationFacts(read, warehouse, location ?? '');
  if (!item || !place) return null;
  const face = await withAllComing(read, warehouse, place, item);
  return {
    ...{ work, priority: priority ?? usualPriority, item, face, quantityBase },
    candidates: await candidatesToBring(read, warehouse, itemKey),
  };
}

/** What can be brought of what somebody waits for, or why nothing can. */
export function partsToServe({ item, face, quantityBase, candidates }: ServeFacts): ChosenStock['parts'] | Problem {
  const chosen = partsOf(quantityBase, item, face.code, candidates);
  const { parts, why } = asFits(chosen, face, item);
  return parts.length > 0 ? parts : (why ?? problem('replenishment.none_in_reserve', { item: item.number }));
}

function decide(
  { operator, warehouse, body: asked }: Command<ServeNeedBody>,
  known: ServeFacts | null,
): Decision<ServePlan, Record<string, never>> {
  if (operator !== 'server') {
    return refused(problem('auth.permit_missing', { operation: serveNeed.type, warehouse }));
  }
  if (!known) return refused(problem('replenishment.still_needed', asked));
  const parts = partsToServe(known);
  if ('code' in parts) return refused(parts);
  return applied({ ...known, face: known.face.code, parts }, {});
}

/** The work itself leads to the first of the goods; those that stand elsewhere are work of their own. */
async function apply(
  trx: AppTrx,
  { id: commandId, warehouse }: Command<ServeNeedBody>,
  { plan }: { readonly plan: ServePlan },
): Promise<undefined> {
  const { work, parts, ...goods } = plan;
  const [first, ...others] = parts;
  if (!first) return;
  const { row, quantityBase } = first;
  const from = await placeNamed(trx, warehouse, row.location);
  const aim = { work, location: row.location, quantityBase, walkSequence: from?.walkSequence ?? 0 };
  await trx.one(openFill, { ...aim, zone: from?.zone ?? '' });
  const { licensePlate, owner, lot, inventoryStatus } = row;
  await trx.one(aimFill, { ...aim, licensePlate, owner, lot, inventoryStatus });
  const [need] = await trx.all(needsOfWork, { work });
  if (!need) return;
  const { source_system: sourceSystem, number } = need;
  await trx.one(setNeed, { sourceSystem, number, work, quantityBase });
  await sendForParts(trx, { commandId, warehouse, sourceSystem, number }, { ...goods, parts: others });
}
