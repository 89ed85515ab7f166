import type { WaveFinish } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Moment } from '../../ui/console/parts.tsx';

/** When all would be picked; in red where that is too late for an order. */
export function FinishTime({ of: { finishAt, late } }: { readonly of: WaveFinish }) {
  return (
    <b class={late > 0 ? 'desk-bad' : undefined}>
      <Moment at={finishAt} />
    </b>
  );
}

/** What that is reckoned with. */
export function Reckoned({ of: { pickers, secondsPerLine, minutes, isMeasured } }: { readonly of: WaveFinish }) {
  const { say, format } = useDesk();
  return (
    <p class="desk-quiet waves-reckoned">
      {say(isMeasured ? 'waves.finish.measured' : 'waves.outlook.reckoned', {
        pickers: format.number(pickers),
        seconds: format.number(secondsPerLine),
        minutes: format.number(minutes),
      })}
    </p>
  );
}
