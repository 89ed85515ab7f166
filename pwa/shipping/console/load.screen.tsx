import { useState } from 'preact/hooks';
import type { OutboundLoadDetail } from '#shared/shipping/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { ShipmentState } from '../../ui/console/outbound-parts.tsx';
import { Facts, Head, Moment, Panel, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Confirm } from './confirm.tsx';
import type { ToConfirm } from './confirm-all.ts';
import { loadsPath, shippingHref } from './paths.ts';
import { Plan } from './plan.tsx';
import { Shipments } from './shipments.tsx';

/** One truck: its plan, its shipments, and what is decided about them. */
export const outboundLoadScreen: ConsoleScreen = { path: '/shipping/:load', permit: 'orders.read', Screen: Load };

function Load({ params: { load: number = '' } }: ScreenProps) {
  const { say, may } = useDesk();
  const load = useAnswer<OutboundLoadDetail>(`${loadsPath}/${encodeURIComponent(number)}`, 5000);
  const [confirming, setConfirming] = useState<readonly ToConfirm[] | null>(null);
  const { data } = load;
  const isHere = data !== null && data.status !== 'shipped' && data.status !== 'cancelled';
  return (
    <>
      <Head
        back={{ href: shippingHref, name: say('shipping') }}
        title={
          <>
            <code>{number}</code> {data && <ShipmentState code={data.status} />}
          </>
        }
      >
        {isHere && data.shipments > 0 && may('shipping.confirm') && (
          <button type="button" class="is-main" onClick={() => setConfirming([{ load: number }])}>
            {say('shipping.confirmLoad')}…
          </button>
        )}
      </Head>
      <Reading of={load}>
        {(whole) => (
          <>
            {!(isHere && may('shipping.plan_load')) && <About load={whole} />}
            {isHere && may('shipping.plan_load') && <Plan key={whole.load} load={whole} onDone={load.reload} />}
            <Panel title={say('shipping.shipments')}>
              <Shipments load={whole} onConfirm={setConfirming} onDone={load.reload} />
            </Panel>
          </>
        )}
      </Reading>
      {confirming && <Confirm what={confirming} onDone={load.reload} onClose={() => setConfirming(null)} />}
    </>
  );
}

/** The plan of a truck that nobody changes any more, or not here. */
function About({ load: { carrier, door, departsAt, shippedAt } }: { readonly load: OutboundLoadDetail }) {
  const { say } = useDesk();
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('shipping.carrier'), carrier],
          [say('shipping.door'), door && <code key="door">{door}</code>],
          [say('shipping.departs'), departsAt && <Moment key="departs" at={departsAt} />],
          [say('shipping.gone'), shippedAt && <Moment key="gone" at={shippedAt} />],
        ]}
      />
    </section>
  );
}
