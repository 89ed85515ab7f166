import { useDesk } from '../../ui/console/context.ts';
import { Chip, type Tone } from '../../ui/console/parts.tsx';

const tones: Readonly<Record<string, Tone>> = {
  open: 'warn',
  waved: 'info',
  in_process: 'warn',
  picked: 'info',
  loaded: 'good',
  shipped: 'good',
};

/** How far a shipment or its load is. */
export function State({ code }: { readonly code: string }) {
  const { say } = useDesk();
  return <Chip tone={tones[code] ?? 'quiet'}>{say.label('shipmentState', code)}</Chip>;
}

/** So many of so many; a bar where there are any. */
export function Share({ of: { done, of } }: { readonly of: { readonly done: number; readonly of: number } }) {
  const { format } = useDesk();
  if (of === 0) return <span class="desk-none">–</span>;
  return (
    <span class="desk-progress shipping-share">
      <span class="desk-progress-bar" aria-hidden="true">
        <span class="is-received" style={{ width: `${(done / of) * 100}%` }} />
      </span>
      <span class="shipping-count">
        {format.number(done)} / {format.number(of)}
      </span>
    </span>
  );
}
