import type { Applied } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import {
  decidePick,
  type PickBody,
  type PickFacts,
  type PickPlan,
  type PickResult,
  pick,
} from '#shared/picking/pick.ts';
import { othersTookFromPlace } from '../platform/facts/news.queries.ts';
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { pickFacts } from './pick-facts.ts';
import { writePick } from './write-pick.ts';

export const pickHandler = handler({ operation: pick, facts: pickFacts, decide: decidePick, reconsider, apply });

/** Whether somebody else had been there, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PickBody>, known: PickFacts): Promise<PickFacts> {
  const { warehouse, body: asked } = command;
  const itemKeys = known.item ? [known.item.key] : [];
  const isMoveNews = await othersTookFromPlace(trx, { warehouse, location: asked.location, itemKeys }, command);
  return { ...known, isMoveNews, isWorkNews: isMoveNews };
}

async function apply(
  trx: AppTrx,
  command: Command<PickBody>,
  { plan }: Applied<PickPlan, PickResult>,
): Promise<undefined> {
  await writePick(trx, command, plan);
  return undefined;
}
