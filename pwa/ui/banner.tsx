import type { Told } from '../engine/runner.ts';
import { signalOf } from '../scanner/signals.ts';
import { Flash } from './flash.tsx';
import { Icon } from './icons.tsx';
import { say } from './language.ts';
import { Said } from './said.tsx';

/**
 * What was said to the last scan: colour, sign and words. It stays until the next scan; nothing vanishes unread. A frame
 * around the whole screen flashes with each, for who looks at the goods.
 */
export function Banner({ told }: { readonly told: Told | null }) {
  if (!told) return null;
  const signal = signalOf(told);
  const said = say(told.said ?? '');
  const size = said.length > longLength ? ' long' : '';
  return (
    <>
      <Flash signal={signal} of={told} />
      {told.said !== null && (
        <div class={`banner ${signal}${size}`} role={told.tone === 'bad' ? 'alert' : 'status'} aria-live="assertive">
          <Icon name={signal} />
          <p>
            <Said said={said} />
          </p>
        </div>
      )}
    </>
  );
}

/** From here on a sentence is said in smaller letters, or it would leave no room for the question. */
const longLength = 90;
