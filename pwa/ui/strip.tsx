import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { StripLine } from '../engine/strip.ts';
import { Icon, type IconName } from './icons.tsx';
import { clockTime, say, text } from './language.ts';
import { Said } from './said.tsx';

export interface StripProps {
  readonly lines: readonly StripLine[];
  readonly onUndo: (command: string) => void;
}

/**
 * The last five scans: what was said to each, what has become of it, and Undo where that is possible. Folded, one line
 * of them is in sight.
 */
export function Strip({ lines, onUndo }: StripProps) {
  const [isOpen, setOpen] = useState(false);
  const foremost = foremostOf(lines);
  if (!foremost) return null;
  const others = lines.length - 1;
  return (
    <section class={isOpen ? 'strip open' : 'strip'} aria-label={text('flow.last')}>
      {isOpen && lines.map((line) => <Line key={line.number} line={line} onUndo={onUndo} />)}
      {isOpen ? (
        <button type="button" aria-expanded="true" onClick={() => setOpen(false)}>
          {text('app.close')}
        </button>
      ) : (
        <Line line={foremost} onUndo={onUndo} isAlone>
          {others > 0 && (
            <button
              type="button"
              aria-expanded="false"
              aria-label={text('flow.others', { count: others })}
              onClick={() => setOpen(true)}
            >
              {`+${others}`}
            </button>
          )}
        </Line>
      )}
    </section>
  );
}

/** The one that is shown while the others are folded away: what can be taken back, else what was booked, else the last. */
function foremostOf(lines: readonly StripLine[]): StripLine | undefined {
  return lines.find(({ undo }) => undo !== null) ?? lines.find(({ state }) => state !== null) ?? lines[0];
}

interface LineProps {
  readonly line: StripLine;
  readonly onUndo: (command: string) => void;
  readonly isAlone?: boolean;
  readonly children?: ComponentChildren;
}

function Line({ line, onUndo, isAlone = false, children }: LineProps) {
  const { said, atMs, stateName, undo } = line;
  return (
    <div class={isAlone ? 'line alone' : 'line'}>
      <Icon name={signOf(line)} />
      <p>
        <span>
          <Said said={say(said)} />
        </span>
        <small>
          {stateName !== null && `${text(stateName)} · `}
          {clockTime(atMs)}
        </small>
      </p>
      {undo !== null && (
        <button type="button" class="undo" onClick={() => onUndo(undo)}>
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
