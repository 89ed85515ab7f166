import { useDesk } from '../../ui/console/context.ts';

/** How far an order or line has come: what was received lies on what is registered, on what was ordered. */
export function Progress({ registered, received }: { readonly registered: number; readonly received: number }) {
  const { say, format } = useDesk();
  const told = say('orders.progress', {
    registered: format.percent(registered),
    received: format.percent(received),
  });
  return (
    <span class="desk-progress" title={told}>
      <span class="desk-progress-bar" role="img" aria-label={told}>
        <span class="is-registered" style={{ width: widthOf(registered) }} />
        <span class="is-received" style={{ width: widthOf(received) }} />
      </span>
      <span class="desk-progress-number" aria-hidden="true">
        {format.percent(registered)}
      </span>
    </span>
  );
}

/** What the two shades of the bars are. */
export function ProgressKey() {
  const { say } = useDesk();
  return (
    <p class="desk-key">
      <i class="desk-swatch is-registered" aria-hidden="true" /> {say('orders.registered')}
      <i class="desk-swatch is-received" aria-hidden="true" /> {say('orders.received')}
    </p>
  );
}

function widthOf(share: number): string {
  return `${Math.min(1, Math.max(0, share)) * 100}%`;
}
