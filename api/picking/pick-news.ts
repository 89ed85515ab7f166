import type { Command } from '#shared/command/envelope.ts';
import type { PickWork } from '#shared/ledger/pick-work.ts';
import type { PickBody, PickFacts } from '#shared/picking/pick.ts';
import { whyOnHold } from '../platform/facts/lot-holds.queries.ts';
import { changedSince, othersTookFromPlace } from '../platform/facts/news.queries.ts';
import type { AppTrx } from '../platform/store.ts';

/** What happened behind the device's back, for a rule that said no to a pick: at the shelf, and to its work. */
export async function pickNews(
  trx: AppTrx,
  command: Command<PickBody>,
  { item, work, line }: PickFacts,
): Promise<Pick<PickFacts, 'isMoveNews' | 'isWorkNews' | 'isHoldNews' | 'lotOnHold'>> {
  const { warehouse, body: asked } = command;
  const itemKeys = item ? [item.key] : [];
  const isMoveNews = await othersTookFromPlace(trx, { warehouse, location: asked.location, itemKeys }, command);
  // Whoever puts an order on hold tells those who have its work.
  const isHoldNews = line?.hold !== undefined && (await changedSince(trx, 'pickWork', work?.id ?? '', command));
  const lotOnHold = line ? await whyOnHold(trx, line.item, asked.lot ?? line.lot) : null;
  return { isMoveNews, isWorkNews: isMoveNews || (await isWorkNews(trx, command, work)), isHoldNews, lotOnHold };
}

/** Whether somebody else has taken the work on, and the device did not know. */
export async function isWorkNews(trx: AppTrx, command: Command<unknown>, work: PickWork | null): Promise<boolean> {
  if (work === null || work.claimedBy === null || work.claimedBy === command.operator) return false;
  return changedSince(trx, 'pickWork', work.id, command);
}
