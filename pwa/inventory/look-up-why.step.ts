import type { FlowStep, Row } from '../engine/flow.ts';
import { grouped } from '../ui/grouped.ts';
import { words } from '../ui/words.ts';
import { anything, unknownNeeds } from './look-up.actions.ts';
import { asOf } from './look-up.answer.ts';
import type { LookUpStates, Why } from './look-up.states.ts';
import { because } from './look-up-paper.answer.ts';

/** As the server says it, of each order line, or of each place where goods are. */
interface Verdict {
  readonly subject: {
    readonly direction?: string;
    readonly activity?: string;
    readonly line?: number | null;
    readonly item?: string | null;
    readonly location?: string | null;
    readonly licensePlate?: string | null;
    readonly lot?: string | null;
    readonly serial?: string | null;
  };
  readonly allowed: boolean;
  readonly problem: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> } | null;
}

/** Why it cannot be picked: the rule that says no, in words, for each line or each place. */
export function whyStep(): FlowStep<LookUpStates, Why> {
  return {
    prompt: ({ name, path: asked }, world) => {
      const answered = world.asked(asked);
      return {
        ask: words('lookUp.whyTitle'),
        large: name.length > 16 ? grouped(name) : name,
        ...(!answered && { about: words('lookUp.notKnownHere') }),
        details: answered ? asOf(name, world) : [],
        rows: answered ? (answered.body as { readonly items: readonly Verdict[] }).items.map(rowOf) : [],
      };
    },
    needs: (state, input) => [{ asked: state.path }, ...unknownNeeds(state, input)],
    scan: anything(),
  };
}

function rowOf({ subject, allowed, problem }: Verdict): Row {
  const { line, item, location, licensePlate, lot, serial } = subject;
  const title = line == null ? (location ?? item ?? '') : words('lookUp.lineOf', { line, item: item ?? '' });
  const marks = [licensePlate && grouped(licensePlate), line == null ? item : null, lot, serial];
  const about = marks.filter((mark) => mark).join(' · ');
  if (allowed || problem === null) {
    const can = words('lookUp.canPick');
    return { title, detail: about === '' ? can : words('lookUp.marks', { marks: about, status: can }), tone: 'good' };
  }
  return { title, detail: because(about, problem), tone: 'warn' };
}
