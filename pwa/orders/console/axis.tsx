import { useDesk } from '../../ui/console/context.ts';
import { Chip, type Tone } from '../../ui/console/parts.tsx';

const tones: Readonly<Record<string, Tone>> = {
  partially_released: 'info',
  released: 'good',
  partially_shipped: 'info',
  shipped: 'good',
};

/** Where an outbound order is on one of its two axes. */
export function Axis({ of, code }: { readonly of: 'release' | 'shipment'; readonly code: string }) {
  const { say } = useDesk();
  return <Chip tone={tones[code] ?? 'quiet'}>{say.label(of, code)}</Chip>;
}
