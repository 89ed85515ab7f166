import { useDesk } from '../../ui/console/context.ts';
import { Chip, type Tone } from '../../ui/console/parts.tsx';

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

/** Who made a wave; a template that makes them by itself is nobody. */
export function Maker({ by }: { readonly by: string }) {
  const { say } = useDesk();
  return by === 'server' ? <span class="desk-quiet">{say('waves.bySystem')}</span> : <span>{by}</span>;
}
