import { useDesk } from '../../ui/console/context.ts';
import { Chip, type Tone } from '../../ui/console/parts.tsx';

const tones: Readonly<Record<string, Tone>> = {
  available: 'good',
  quality: 'warn',
  blocked: 'bad',
  damaged: 'bad',
  'on-hold': 'bad',
};

/** What may be done with goods, as a small label. */
export function StockState({ status }: { readonly status: string }) {
  const { say } = useDesk();
  return <Chip tone={tones[status] ?? 'quiet'}>{say.label('status', status)}</Chip>;
}
