import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StripLine } from '../engine/strip.ts';
import { Icon, type IconName } from './icons.tsx';
import { clockTime, say, text } from './language.ts';
import type { TextKey } from './words.ts';

export interface StripProps {
  readonly lines: readonly StripLine[];
  readonly onUndo: (command: string) => void;
}

/** The last five scans: what was said to each, what has become of it, and Undo where that is possible. */
export function Strip({ lines, onUndo }: StripProps) {
  const [isOpen, setOpen] = useState(false);
  const [newest, ...older] = lines;
  if (!newest) return null;
  return (
    <section class="strip" aria-label={text('flow.last')}>
      <Line line={newest} onUndo={onUndo} isNewest={!isOpen}>
        {older.length > 0 && (
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={text('flow.earlier', { count: older.length })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? '–' : `+${older.length}`}
          </button>
        )}
      </Line>
      {isOpen && older.map((line) => <Line key={line.number} line={line} onUndo={onUndo} isNewest={false} />)}
    </section>
  );
}

interface LineProps {
  readonly line: StripLine;
  readonly onUndo: (command: string) => void;
  readonly isNewest: boolean;
  readonly children?: ComponentChildren;
}

function Line({ line, onUndo, isNewest, children }: LineProps) {
  const { said, atMs, state, undo } = line;
  return (
    <div class={isNewest ? 'line newest' : 'line'}>
      <Icon name={signOf(line)} />
      <p>
        <span>{say(said)}</span>
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
      {children}
    </div>
  );
}

function signOf({ state, tone }: StripLine): IconName {
  if (state === null) return tone;
  if (state === 'waiting' || state === 'parked') return 'waiting';
  return state === 'applied' ? 'good' : 'bad';
}
