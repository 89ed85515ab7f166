import type { Need, Prompt, World } from '../engine/flow.ts';
import { words } from '../ui/words.ts';

/** How many pick faces wait; with a network only. */
const path = 'pick-faces?show=waiting';

export const facesFirstNeed: Need = { asked: path };

/** Filling pick faces comes before putting away: whoever begins here is told that some wait, or that picks do. */
export function facesFirst(world: World): Pick<Prompt, 'notice'> {
  const { waiting = 0, blocking = 0 } = (world.asked(path)?.body ?? {}) as Partial<Record<string, number>>;
  if (blocking > 0) return { notice: words('putAway.picksFirst', { count: blocking }) };
  return waiting === 0 ? {} : { notice: words('putAway.facesFirst', { count: waiting }) };
}
