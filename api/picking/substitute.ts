import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { itemKey } from '#shared/ledger/item-key.ts';
import {
  decideSubstitute,
  type SubstituteBody,
  type SubstituteFacts,
  type SubstitutePlan,
  type SubstituteResult,
  substitute,
} from '#shared/picking/substitute.ts';
import { openApproval } from '../platform/facts/approval.queries.ts';
import { goodUntilFor, worthOf } from '../platform/facts/line-worth.queries.ts';
import { placeNamed } from '../platform/facts/places.queries.ts';
import { itemsByNumber } from '../platform/facts/stock-items.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { pickFacts, rowsAt } from './pick-facts.ts';
import { pickNews } from './pick-news.ts';
import { withPlateMeant } from './plate-meant.ts';
import { substitutesOfLine } from './substitute.queries.ts';
import { writePick } from './write-pick.ts';

export const substituteHandler = handler({
  operation: substitute,
  facts,
  decide: (_, known) => decideSubstitute(known.meant, known),
  reconsider,
  apply,
});

interface KnownFacts extends SubstituteFacts {
  readonly meant: Command<SubstituteBody>;
}

async function facts(trx: AppTrx, command: Command<SubstituteBody>): Promise<KnownFacts> {
  const { warehouse, body: asked } = command;
  const meant = await withPlateMeant(trx, command);
  const known = await pickFacts(trx, meant);
  const { line } = known;
  const ordered =
    line?.order && line.orderLine !== null
      ? await trx.one(substitutesOfLine, { orderKey: line.order, line: line.orderLine })
      : undefined;
  const named = await itemsByNumber(trx, asked.item);
  const other = named.find(({ sourceSystem }) => sourceSystem === ordered?.source_system) ?? null;
  const numbers = JSON.parse(ordered?.substitutes ?? '[]') as string[];
  return {
    ...known,
    meant,
    other,
    rows: other ? await rowsAt(trx, warehouse, asked.location, other.key) : [],
    substitutes: numbers.map((number) => itemKey(ordered?.source_system ?? '', number)),
    placeType: (await placeNamed(trx, warehouse, asked.location))?.type ?? null,
    // The customer wants the substitute as long as what was ordered.
    goodUntil:
      line && other ? await goodUntilFor(trx, warehouse, await worthOf(trx, { ...line, item: other.key })) : null,
    unitCost: ordered?.unit_cost ?? null,
    otherUnitCost: other?.unitCost ?? null,
  };
}

/** Whether somebody else had been at the substitute, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<SubstituteBody>, known: KnownFacts): Promise<KnownFacts> {
  return { ...known, ...(await pickNews(trx, command, { ...known, item: known.other })) };
}

async function apply(
  trx: AppTrx,
  command: Command<SubstituteBody>,
  { plan }: Applied<SubstitutePlan, SubstituteResult>,
): Promise<undefined> {
  const { id: commandId, warehouse } = command;
  if (plan.approval) await openApproval(trx, { commandId, warehouse, problem: plan.approval });
  if (plan.pick) await writePick(trx, command, plan.pick);
  return undefined;
}
