import type { Tone } from '../store/log.ts';
import type { Position } from '../store/task.ts';
import type { KeyedWords, Words } from '../ui/words.ts';
import type { Online, Submit } from './flow.ts';

/** What one input led to: where the worker is now, what is said, and the command to queue, if any. */
export interface Turn {
  /** Null: the task is finished. */
  readonly position: Position | null;
  readonly tone: Tone;
  /** Null: the next prompt says enough. */
  readonly said: Words | null;
  readonly command: Omit<Submit<unknown>, 'verdict' | 'then'> | null;
  /** The command ends what was begun: the flow is at its beginning again. */
  readonly isDone: boolean;
  /** What the server is asked to do at once, if anything; where the worker is depends on its answer. */
  readonly request: Omit<Online<Turn>, 'verdict'> | null;
}

export function turn(position: Position | null, tone: Tone, said: Words | null): Turn {
  return { position, tone, said, command: null, isDone: false, request: null };
}

/** No: the worker stays where he is, and nothing is held any more. */
export function stay({ place: _, ...position }: Position, said: KeyedWords): Turn {
  return turn({ ...position, held: null, asking: [] }, 'bad', said);
}
