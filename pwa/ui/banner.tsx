import type { Told } from '../engine/runner.ts';
import { Icon } from './icons.tsx';
import { say } from './language.ts';

/** What was said to the last scan: colour, sign and words. It stays until the next scan; nothing vanishes unread. */
export function Banner({ told }: { readonly told: Told | null }) {
  if (!told || told.said === null) return null;
  return (
    <div class={`banner ${told.tone}`} role={told.tone === 'bad' ? 'alert' : 'status'} aria-live="assertive">
      <Icon name={told.tone} />
      <p>{say(told.said)}</p>
    </div>
  );
}
