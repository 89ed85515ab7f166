import { invariant } from '#shared/kernel/invariant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Position } from '../store/task.ts';
import { type KeyedWords, type Words, words } from '../ui/words.ts';
import type { AnyFlow, Go, Verdict } from './flow.ts';
import { startOf } from './flow-position.ts';
import { stay, type Turn, turn } from './turn.ts';

export type AnyVerdict = Verdict<Record<string, object>>;

/** Carries a verdict out. `code` is the scan that led to it. */
export function follow(
  { flow, position }: { readonly flow: AnyFlow; readonly position: Position },
  verdict: AnyVerdict,
  code: string | null,
  facts: readonly KeyedWords[] = [],
): Turn {
  switch (verdict.verdict) {
    case 'go':
      return turn(moved(flow, position, verdict, remember(position)), 'good', toldWith(verdict.told ?? code, facts));
    case 'say':
      return stay(position, verdict.words);
    case 'again':
      return turn({ ...position, held: code, asking: [] }, 'ask', verdict.words);
    case 'submit': {
      const { type, version, body, told, takesPlate, before } = verdict;
      const { plate: _, ...booked } = position;
      const next = moved(flow, booked, verdict.then, []);
      const isDone = next.step === startOf(flow).step;
      return { ...turn(next, 'good', told), isDone, command: { type, version, body, told, takesPlate, before } };
    }
    case 'online': {
      const { next, refused, ...asked } = verdict;
      const request = {
        ...asked,
        next: (result: unknown) => arrived(flow, position, next(result)),
        refused: (problem: Problem) => {
          const to = refused?.(problem);
          return to ? arrived(flow, position, to) : null;
        },
      };
      return { ...turn(position, 'ask', null), request };
    }
  }
}

/** What came of a scan, with what the label told: it is seen at once whether that is what is printed on it. */
function toldWith(told: Words | null, facts: readonly KeyedWords[]): Words | null {
  return told === null || facts.length === 0 ? told : words('flow.toldWith', { told, facts });
}

function arrived(flow: AnyFlow, position: Position, to: Go<Record<string, object>>): Turn {
  return turn(moved(flow, position, to, []), 'good', to.told);
}

/** What was gathered at a step is used up, or was not for the next one; a plate waits until it is asked for. */
function moved(flow: AnyFlow, position: Position, to: Go<Record<string, object>>, trail: Position['trail']): Position {
  invariant(Object.hasOwn(flow.steps, to.step), `${flow.id} has the step ${to.step}`);
  const { revision, plate } = position;
  const next: Position = {
    flow: position.flow,
    revision,
    step: to.step,
    state: to.state,
    held: null,
    asking: [],
    trail,
  };
  return plate && to.step !== startOf(flow).step ? { ...next, plate } : next;
}

const trailLimit = 20;

function remember({ trail, step, state }: Position): Position['trail'] {
  return [...trail, { step, state }].slice(-trailLimit);
}
