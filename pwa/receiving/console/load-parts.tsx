import type { LoadRow } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { type Tone, toneOf } from '../../ui/console/parts.tsx';
import { messageHref, orderHref } from './paths.ts';

const tones: Readonly<Record<string, Tone>> = { received: 'good', in_process: 'warn', shipped: 'info' };

/** Goods of a load that is begun stand at the dock until it is completed. */
export function loadTone(status: string): Tone {
  return tones[status] ?? toneOf(status);
}

/** How much of a load came; counted by the plates that are announced on it, else by its lines. */
export function LoadProgress({
  load: { lines, plates, share },
}: {
  readonly load: Pick<LoadRow, 'lines' | 'plates' | 'share'>;
}) {
  const { say, format } = useDesk();
  const isByPlate = plates.announced > 0;
  const { announced, received } = isByPlate ? plates : lines;
  if (announced === 0) return <span class="desk-none">–</span>;
  const counts = { received: format.number(received), announced: format.number(announced) };
  return (
    <span class="desk-progress">
      <span class="desk-progress-bar" aria-hidden="true">
        <span class="is-received" style={{ width: `${share * 100}%` }} />
      </span>
      <span class="loads-count">{say(isByPlate ? 'loads.ofPlates' : 'loads.ofLines', counts)}</span>
    </span>
  );
}

/** What came more or less than was said. While more may still come, too little is no news. */
export function Difference({
  expected,
  came,
  unit,
  isOpen = false,
}: {
  readonly expected: number;
  readonly came: number;
  readonly unit: string;
  readonly isOpen?: boolean;
}) {
  const { format } = useDesk();
  // Both have six decimals at most; their difference in binary may have more.
  const difference = Number((came - expected).toFixed(6));
  if (difference === 0) return <span class="desk-none">–</span>;
  return (
    <span class={difference > 0 ? 'loads-over' : isOpen ? 'desk-quiet' : 'loads-short'}>
      {difference > 0 ? '+' : '−'}
      {format.number(Math.abs(difference))} <span class="desk-unit">{unit}</span>
    </span>
  );
}

/** The message that announced a load. */
export function Notice({ notice, sourceSystem }: Pick<LoadRow, 'notice' | 'sourceSystem'>) {
  const { may } = useDesk();
  if (notice === null) return <span class="desk-none">–</span>;
  if (!may('integration.read')) return <code>{notice}</code>;
  return (
    <a href={messageHref(sourceSystem, notice)}>
      <code>{notice}</code>
    </a>
  );
}

const ordersShown = 3;

/** The first orders of a load as links, and how many more there are. */
export function Orders({ of: { sourceSystem, orders } }: { readonly of: Pick<LoadRow, 'sourceSystem' | 'orders'> }) {
  const { say } = useDesk();
  const more = orders.length - ordersShown;
  return (
    <span class="loads-orders">
      {orders.slice(0, ordersShown).map((order) => (
        <a key={order} href={orderHref(sourceSystem, order)}>
          <code>{order}</code>
        </a>
      ))}
      {more > 0 && <span class="desk-quiet">{say('setup.andMore', { count: more })}</span>}
    </span>
  );
}
