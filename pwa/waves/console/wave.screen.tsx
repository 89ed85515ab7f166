import { useState } from 'preact/hooks';
import type { WaveDetail } from '#shared/waves/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Bad, Done } from '../../ui/console/outbound-parts.tsx';
import { Chip, Facts, Head, Moment, Panel, Reading } from '../../ui/console/parts.tsx';
import { Picked } from '../../ui/console/picked.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { FinishTime, Reckoned } from './finish.tsx';
import { Outlook } from './outlook.tsx';
import { Maker, WaveState } from './parts.tsx';
import { orderHref, templateHref, wavesHref } from './paths.ts';
import { WorkTable } from './work-table.tsx';

/** One wave: how far it is, what its orders lack, its work, and what is done with it next. */
export const waveScreen: ConsoleScreen = { path: '/waves/:wave', permit: 'waves.release', Screen: Wave };

function Wave({ params: { wave: number = '' } }: ScreenProps) {
  const { say } = useDesk();
  const wave = useAnswer<WaveDetail>(`/api/device/waves/${encodeURIComponent(number)}`, 5000);
  const [question, setQuestion] = useState<Question | null>(null);
  const [meant] = useState({ wave: number });
  const { data } = wave;
  return (
    <>
      <Head
        back={{ href: wavesHref, name: say('waves') }}
        title={
          <>
            <code>{number}</code> {data && <WaveState code={data.status} />}
          </>
        }
      >
        {data && data.status !== 'created' && <Done of={data.filling ?? data.lines} />}
        {data?.status === 'created' && (
          <a class="desk-button" href={`${wavesHref}?into=${encodeURIComponent(number)}`}>
            {say('waves.addMore')}
          </a>
        )}
        {data && <Next wave={data} onAsk={setQuestion} onDone={wave.reload} />}
      </Head>
      <Reading of={wave}>
        {(whole) => (
          <>
            <About wave={whole} />
            {whole.status === 'created' && <Outlook meant={meant} />}
            <Panel title={say('waves.orders')}>
              <Orders wave={whole} />
            </Panel>
            {whole.workItems.length > 0 && (
              <Panel title={say('work')}>
                <WorkTable works={whole.workItems} onChanged={wave.reload} />
              </Panel>
            )}
          </>
        )}
      </Reading>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

type Step = 'process' | 'release' | 'hold' | 'cancelWave';

const steps: Readonly<Record<string, readonly Step[]>> = {
  created: ['cancelWave', 'process', 'release'],
  processing: ['cancelWave', 'release'],
  held: ['cancelWave', 'release'],
  released: ['cancelWave', 'hold'],
};

/** What may be done with a wave as it is. */
function Next({
  wave: { wave, status },
  onAsk,
  onDone,
}: {
  readonly wave: WaveDetail;
  readonly onAsk: (question: Question) => void;
  readonly onDone: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const ask = (step: Step) =>
    onAsk({
      title: say(step === 'release' ? 'waves.releaseWave.title' : (`waves.${step}.title` as const), { wave }),
      text: say(step === 'release' ? 'waves.release.text' : (`waves.${step}.text` as const)),
      confirm: say(`waves.${step}`),
      isGrave: step === 'cancelWave',
      needsReason: step === 'cancelWave',
      ...(step === 'cancelWave' && { details: <Picked of={{ wave }} /> }),
      carryOut: (reason) =>
        step === 'cancelWave'
          ? client.command('waves.cancel', warehouse, { wave, reason, putBack: true })
          : client.command(`waves.${step}`, warehouse, { wave }),
      onDone,
    });
  const [last, ...others] = (steps[status] ?? []).toReversed();
  return (
    <>
      {others.toReversed().map((step) => (
        <button key={step} type="button" onClick={() => ask(step)}>
          {say(`waves.${step}`)}…
        </button>
      ))}
      {last && (
        <button type="button" class={last === 'release' ? 'is-main' : undefined} onClick={() => ask(last)}>
          {say(`waves.${last}`)}…
        </button>
      )}
    </>
  );
}

function About({ wave }: { readonly wave: WaveDetail }) {
  const { say, format } = useDesk();
  const { template, releasedAt, finish } = wave;
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('waves.orders'), format.number(wave.orders)],
          [say('waves.workDone'), wave.works.of > 0 && <Done key="works" of={wave.works} />],
          [say('waves.lines'), wave.lines.of > 0 && <Done key="lines" of={wave.lines} />],
          [say('waves.outlook.finish'), finish && <FinishTime key="finish" of={finish} />],
          [say('waves.late'), wave.late > 0 && <Bad key="late" count={wave.late} />],
          [say('waves.willBeLate'), finish && finish.late > 0 && <Bad key="will" count={finish.late} />],
          [say('waves.short'), wave.short > 0 && <Bad key="short" count={wave.short} />],
          [say('waves.leftOut'), wave.leftOut > 0 && <Bad key="out" count={wave.leftOut} />],
          [say('waves.template'), template && <a href={templateHref(template)}>{template}</a>],
          [say('waves.madeBy'), <Maker key="by" by={wave.madeBy} />],
          [say('waves.madeAt'), <Moment key="made" at={wave.createdAt} />],
          [say('waves.releasedAt'), releasedAt && <Moment key="released" at={releasedAt} />],
        ]}
      />
      {finish && <Reckoned of={finish} />}
    </section>
  );
}

type OrderItem = WaveDetail['orderItems'][number];

function Orders({ wave: { orderItems } }: { readonly wave: WaveDetail }) {
  const { say, format } = useDesk();
  const columns: readonly Column<OrderItem>[] = [
    {
      head: say('status'),
      cell: ({ status }) => (
        <Chip tone={status === 'released' ? 'good' : status === 'left_out' ? 'bad' : 'info'}>
          {say.label('waveOrder', status)}
        </Chip>
      ),
    },
    {
      head: say('waves.missing'),
      cell: ({ shortages }) =>
        shortages.length === 0 ? (
          <span class="desk-none">–</span>
        ) : (
          <span class="waves-lacks">
            {shortages.map(({ line, item, quantity, reason }) => (
              <span key={line}>
                {line}: {format.number(quantity)} <code>{item}</code>{' '}
                <span class="desk-quiet">{say.label('whyCode', reason)}</span>
              </span>
            ))}
          </span>
        ),
    },
    { head: say('sourceSystem'), cell: ({ sourceSystem }) => sourceSystem },
  ];
  return (
    <Table
      label={say('waves.orders')}
      rows={orderItems}
      columns={columns}
      rowKey={({ sourceSystem, order }) => `${sourceSystem} ${order}`}
      href={({ sourceSystem, order }) => orderHref(sourceSystem, order)}
      nameHead={say('work.order')}
      name={({ order }) => <code>{order}</code>}
    />
  );
}
