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
import { handler } from '../platform/handler.ts';
import type { AppTrx } from '../platform/store.ts';
import { pickFacts } from './pick-facts.ts';
import { pickNews } from './pick-news.ts';
import { withPlateMeant } from './plate-meant.ts';
import { writePick } from './write-pick.ts';

export const pickHandler = handler({
  operation: pick,
  facts,
  decide: (_, known) => decidePick(known.meant, known),
  reconsider,
  apply,
});

interface KnownFacts extends PickFacts {
  readonly meant: Command<PickBody>;
}

async function facts(trx: AppTrx, command: Command<PickBody>): Promise<KnownFacts> {
  const meant = await withPlateMeant(trx, command);
  return { ...(await pickFacts(trx, meant)), meant };
}

/** Whether somebody else had been there, for a rule that said no. */
async function reconsider(trx: AppTrx, command: Command<PickBody>, known: KnownFacts): Promise<KnownFacts> {
  return { ...known, ...(await pickNews(trx, command, known)) };
}

async function apply(
  trx: AppTrx,
  command: Command<PickBody>,
  { plan }: Applied<PickPlan, PickResult>,
): Promise<undefined> {
  await writePick(trx, command, plan);
  return undefined;
}
