import { useDesk } from './context.ts';
import { Chip, Moment, type Tone } from './parts.tsx';

const urgencyTones: Readonly<Record<string, Tone>> = { late: 'bad', soon: 'warn', normal: 'quiet' };

/** When an order has to be ready, and whether that is over or near. */
export function Due({ at, urgency }: { readonly at: string | null; readonly urgency: string }) {
  const { say } = useDesk();
  if (urgency === 'normal') return <Moment at={at} />;
  return (
    <Chip tone={urgencyTones[urgency] ?? 'quiet'}>
      <Moment at={at} />
      <span class="desk-unseen">{say.label('urgency', urgency)}</span>
    </Chip>
  );
}

/** How much of something is done, as a bar with its numbers. */
export function Done({ of: { done, of } }: { readonly of: { readonly done: number; readonly of: number } }) {
  const { format } = useDesk();
  if (of === 0) return <span class="desk-none">–</span>;
  return (
    <span class="desk-progress desk-done">
      <span class="desk-progress-bar" aria-hidden="true">
        <span class="is-received" style={{ width: `${(done / of) * 100}%` }} />
      </span>
      <span class="desk-done-count">
        {format.number(done)} / {format.number(of)}
      </span>
    </span>
  );
}

/** A number that is bad news where it is not 0. */
export function Bad({ count }: { readonly count: number }) {
  const { format } = useDesk();
  return count === 0 ? <span class="desk-none">–</span> : <b class="desk-bad">{format.number(count)}</b>;
}

const shipmentTones: Readonly<Record<string, Tone>> = {
  open: 'warn',
  waved: 'info',
  in_process: 'warn',
  picked: 'info',
  loaded: 'good',
  shipped: 'good',
};

/** How far a shipment or its load is. */
export function ShipmentState({ code }: { readonly code: string }) {
  const { say } = useDesk();
  return <Chip tone={shipmentTones[code] ?? 'quiet'}>{say.label('shipmentState', code)}</Chip>;
}

/** Why an order may not be released for now. */
export function Holds({ codes }: { readonly codes: readonly string[] }) {
  return (
    <>
      {codes.map((code) => (
        <Chip key={code} tone="warn">
          {code}
        </Chip>
      ))}
    </>
  );
}
