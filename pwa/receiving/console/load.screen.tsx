import { useState } from 'preact/hooks';
import type { LoadDetail, LoadLine } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Facts, Head, Moment, Panel, Reading, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Complete } from './complete.tsx';
import { LoadLines } from './load-lines.tsx';
import { LoadProgress, loadTone, Notice } from './load-parts.tsx';
import { LoadPlates } from './load-plates.tsx';
import { OverDelivery } from './over-delivery.tsx';
import { loadsPath } from './paths.ts';
import { Receipts } from './receipts.tsx';

/** One load by line and plate, and what a supervisor decides about it. */
export const loadScreen: ConsoleScreen = { path: '/loads/:load', permit: 'orders.read', Screen: Load };

function Load({ params: { load: number = '' } }: ScreenProps) {
  const { say, may } = useDesk();
  const load = useAnswer<LoadDetail>(`${loadsPath}/${encodeURIComponent(number)}`);
  const [isCompleting, setCompleting] = useState(false);
  const [line, setLine] = useState<LoadLine | null>(null);
  const { data } = load;
  const isOpen = data !== null && data.completedAt === null;
  return (
    <>
      <Head
        back={{ href: '/console/loads', name: say('loads') }}
        title={
          <>
            <code>{number}</code> {data && <Status code={data.status} tone={loadTone(data.status)} />}
          </>
        }
      >
        {data && <LoadProgress load={data} />}
        {isOpen && may('receiving.complete') && (
          <button type="button" class="is-main" onClick={() => setCompleting(true)}>
            {say('loads.complete')}…
          </button>
        )}
      </Head>
      <Reading of={load}>
        {(whole) => (
          <>
            <About load={whole} />
            <Panel title={say('orders.lines')}>
              <LoadLines
                load={whole}
                {...(isOpen && may('receiving.set_over_delivery') && { onOverDelivery: setLine })}
              />
            </Panel>
            {(whole.receipts.length > 0 || !isOpen) && <Receipts load={whole} onDone={load.reload} />}
            {whole.plateItems.length > 0 && <LoadPlates load={whole} />}
          </>
        )}
      </Reading>
      {data && isCompleting && <Complete load={data} onDone={load.reload} onClose={() => setCompleting(false)} />}
      {data && line && <OverDelivery load={data} line={line} onDone={load.reload} onClose={() => setLine(null)} />}
    </>
  );
}

function About({ load }: { readonly load: LoadDetail }) {
  const { say } = useDesk();
  const moment = (at: string | null) => at && <Moment key={at} at={at} />;
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('loads.expectedAt'), moment(load.expectedArrival)],
          [say('loads.shippedAt'), moment(load.shippedAt)],
          [say('loads.completedAt'), moment(load.completedAt)],
          [say('loads.madeBy'), say.label('loadMaker', load.madeBy)],
          [say('loads.madeAt'), moment(load.createdAt)],
          [say('loads.notice'), load.notice && <Notice key="notice" {...load} />],
          [say('loads.carrier'), load.carrier],
          [say('warehouse'), load.warehouse],
          [say('sourceSystem'), load.sourceSystem],
        ]}
      />
      {load.notes && (
        <p class="desk-note">
          <b>{say('orders.notes')}:</b> {load.notes}
        </p>
      )}
    </section>
  );
}
