import { badgeOfHands, handsOf } from '#shared/ledger/location-type.ts';
import type { Prompt, World } from '../engine/flow.ts';
import { type Back, backsAmong } from '../store/backs.ts';
import { snapshotCode } from '../store/snapshot-codes.ts';
import { grouped } from '../ui/grouped.ts';
import { type KeyedWords, words } from '../ui/words.ts';
import { shownLeft } from './walk.ts';

/** What shows on every step from which goods can be brought back. */
export const backNeeds = [{ list: snapshotCode.pickWork }] as const;

/** All that this worker is to bring back, in walking order. */
export function backsOf(world: World): Back[] {
  return backsAmong(world.list(snapshotCode.pickWork), world.operator);
}

export function keyOf({ work, line }: Back): string {
  return `${work.work} ${line.line}`;
}

export function whatOf({ line }: Back): KeyedWords {
  return shownLeft(line, `· ${line.description}`);
}

/** That something was cancelled while its goods were in hand, and where these go; nothing where there is no such thing. */
export function backNotice(world: World): Pick<Prompt, 'notice'> {
  const [next] = backsOf(world);
  if (!next) return {};
  const location = next.line.location || '–';
  return { notice: words('pick.cancelledBack', { what: whatOf(next), location }) };
}

/** Where the goods are, and on what. */
export function detailsOfBack({ work, line }: Back, world: World): NonNullable<Prompt['details']> {
  const { goodsAt = '' } = work;
  const isOwn = goodsAt === '' || goodsAt === handsOf(world.operator);
  return [
    ...(isOwn ? [] : [{ label: 'putAway.from' as const, value: badgeOfHands(goodsAt) ?? goodsAt }]),
    ...(line.goodsOn ? [{ label: 'putAway.plate' as const, value: grouped(line.goodsOn) }] : []),
    ...(line.lot === '' ? [] : [{ label: 'receive.lot' as const, value: line.lot }]),
    ...(line.serial === '' ? [] : [{ label: 'receive.serial' as const, value: line.serial }]),
  ];
}
