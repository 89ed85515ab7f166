import type { StripLine } from '../engine/strip.ts';
import { Icon, type IconName } from './icons.tsx';
import { clockTime, say, text } from './language.ts';
import type { TextKey } from './words.ts';

/** The last five scans: what was said to each, what has become of it, and Undo where that is possible. */
export function Strip({
  lines,
  onUndo,
}: {
  readonly lines: readonly StripLine[];
  readonly onUndo: (command: string) => void;
}) {
  const [newest, ...older] = lines;
  if (!newest) return null;
  return (
    <section class="strip" aria-label={text('flow.last')}>
      <Line line={newest} onUndo={onUndo} />
      {older.length > 0 && (
        <details>
          <summary>{text('flow.earlier', { count: older.length })}</summary>
          {older.map((line) => (
            <Line key={line.number} line={line} onUndo={onUndo} />
          ))}
        </details>
      )}
    </section>
  );
}

function Line({ line, onUndo }: { readonly line: StripLine; readonly onUndo: (command: string) => void }) {
  const { tone, said, atMs, state, undo } = line;
  return (
    <div class={`line ${state ?? tone}`}>
      <Icon name={signOf(line)} />
      <p>
        {say(said)}
        <small>
          {clockTime(atMs)}
          {state !== null && ` · ${text(`flow.lineState.${state}` satisfies TextKey)}`}
        </small>
      </p>
      {undo !== null && (
        <button type="button" onClick={() => onUndo(undo)}>
          <Icon name="undo" />
          {text('flow.undo')}
        </button>
      )}
    </div>
  );
}

function signOf({ state, tone }: StripLine): IconName {
  if (state === null) return tone;
  if (state === 'waiting' || state === 'parked') return 'waiting';
  return state === 'applied' ? 'good' : 'bad';
}
