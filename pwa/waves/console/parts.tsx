import { useDesk } from '../../ui/console/context.ts';
import { Chip, Moment, type Tone } from '../../ui/console/parts.tsx';

const waveTones: Readonly<Record<string, Tone>> = {
  created: 'info',
  processing: 'warn',
  held: 'warn',
  released: 'info',
  completed: 'good',
};

export function WaveState({ code }: { readonly code: string }) {
  const { say } = useDesk();
  return <Chip tone={waveTones[code] ?? 'quiet'}>{say.label('waveState', code)}</Chip>;
}

const workTones: Readonly<Record<string, Tone>> = { held: 'warn', open: 'info', closed: 'good' };

export function WorkState({ code }: { readonly code: string }) {
  const { say } = useDesk();
  return <Chip tone={workTones[code] ?? 'quiet'}>{say.label('workState', code)}</Chip>;
}

const urgencyTones: Readonly<Record<string, Tone>> = { late: 'bad', soon: 'warn', normal: 'quiet' };

export function Urgency({ code }: { readonly code: string }) {
  const { say } = useDesk();
  return <Chip tone={urgencyTones[code] ?? 'quiet'}>{say.label('urgency', code)}</Chip>;
}

/** How much of something is done, as a bar with its numbers. */
export function Done({ of: { done, of } }: { readonly of: { readonly done: number; readonly of: number } }) {
  const { format } = useDesk();
  if (of === 0) return <span class="desk-none">–</span>;
  return (
    <span class="desk-progress waves-done">
      <span class="desk-progress-bar" aria-hidden="true">
        <span class="is-received" style={{ width: `${(done / of) * 100}%` }} />
      </span>
      <span class="waves-count">
        {format.number(done)} / {format.number(of)}
      </span>
    </span>
  );
}

/** A number that is bad news where it is not 0. */
export function Bad({ count }: { readonly count: number }) {
  const { format } = useDesk();
  return count === 0 ? <span class="desk-none">–</span> : <b class="waves-bad">{format.number(count)}</b>;
}

/** When something is due; marked where that is over. */
export function Due({ at, isLate }: { readonly at: string | null; readonly isLate: boolean }) {
  return (
    <span class={isLate ? 'waves-bad' : undefined}>
      <Moment at={at} />
    </span>
  );
}
