import type { Told } from '../engine/runner.ts';
import { Icon } from './icons.tsx';
import { say } from './language.ts';
import { Said } from './said.tsx';

/** What was said to the last scan: colour, sign and words. It stays until the next scan; nothing vanishes unread. */
export function Banner({ told }: { readonly told: Told | null }) {
  if (!told || told.said === null) return null;
  const said = say(told.said);
  const size = said.length > longLength ? ' long' : '';
  return (
    <div class={`banner ${told.tone}${size}`} role={told.tone === 'bad' ? 'alert' : 'status'} aria-live="assertive">
      <Icon name={told.tone} />
      <p>
        <Said said={said} />
      </p>
    </div>
  );
}

/** From here on a sentence is said in smaller letters, or it would leave no room for the question. */
const longLength = 90;
