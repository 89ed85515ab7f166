import type { Prompt } from '../engine/flow.ts';
import { text } from './language.ts';
import { words } from './words.ts';

/** How far the task is, in words and as a bar. */
export function Progress({ progress }: { readonly progress: NonNullable<Prompt['progress']> }) {
  const { done, of, unit } = progress;
  return (
    <div class="progress">
      <span>{text('flow.progress', { done, of, unit: words(unit) })}</span>
      <progress max={of} value={done} />
    </div>
  );
}
