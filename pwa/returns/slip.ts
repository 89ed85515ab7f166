import type { SlipAnswer } from '#shared/returns/console.ts';
import type { Row, World } from '../engine/flow.ts';
import { words } from '../ui/words.ts';
import type { AtSlip } from './return.states.ts';

/** What the server is asked about the return: nothing where nobody knows what the goods went out with. */
export function slipPath({ returnId, order }: AtSlip): string[] {
  if (returnId !== null) return [`returns?${new URLSearchParams({ returnId })}`];
  return order === null ? [] : [`returns?${new URLSearchParams({ order })}`];
}

function answerOf(slip: AtSlip, world: World): SlipAnswer | undefined {
  const [path] = slipPath(slip);
  return path === undefined ? undefined : (world.asked(path)?.body as SlipAnswer | undefined);
}

/** Each item that left, with how many can still come back. */
export function slipRows(slip: AtSlip, world: World): Row[] {
  return (answerOf(slip, world)?.items ?? []).map(({ item, description, left, shipped, unit, isTaken, until }) => ({
    title: `${item} · ${description}`,
    detail: isTaken
      ? until === null
        ? words('returns.always')
        : words('returns.until', { day: until })
      : words('returns.notTakenNow'),
    value: words('returns.leftOf', { left, shipped, unit }),
    tone: isTaken && left > 0 ? 'open' : 'warn',
  }));
}

/** How many of an item can still come back, in its base unit; null where the server has not said. */
export function leftBy(slip: AtSlip, item: string, world: World): number | null {
  const known = answerOf(slip, world);
  return known ? (known.items.find((each) => each.item === item)?.left ?? 0) : null;
}
