import { instantMs } from '#shared/kernel/instant.ts';
import { instant } from '../platform/clock.ts';

/** What an ERP wrote with these members in UTC, as everybody gets them; what it left out or emptied stays so. */
export function inUtc<Said extends object>(said: Said, members: readonly (keyof Said)[]): Said {
  const changed = members.flatMap((member) => {
    const text = said[member];
    return typeof text === 'string' && text !== '' ? [[member, instant(instantMs(text) ?? 0)] as const] : [];
  });
  return { ...said, ...Object.fromEntries(changed) };
}
