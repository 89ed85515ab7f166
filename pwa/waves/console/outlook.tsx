import { useEffect, useState } from 'preact/hooks';
import type { WavePreview } from '#shared/waves/console.ts';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Bad, Done } from '../../ui/console/outbound-parts.tsx';
import { Chip, Facts, Panel, ProblemBox, Quantity, type Tone } from '../../ui/console/parts.tsx';
import { FinishTime, Reckoned } from './finish.tsx';
import { orderHref } from './paths.ts';

/** Which orders are looked at. */
export type Meant =
  | { readonly orders: readonly string[]; readonly sourceSystem?: string }
  | { readonly template: string }
  | { readonly wave: string };

const shortagesShown = 12;
/** More orders than these are shown when somebody asks for them. */
const ordersAtOnce = 12;

/** What releasing some orders would bring, as of the moment they were named. */
export function Outlook({ meant }: { readonly meant: Meant | null }) {
  const { say, client, warehouse } = useDesk();
  const [outcome, setOutcome] = useState<Outcome<WavePreview> | null>(null);
  useEffect(() => {
    let isWanted = true;
    setOutcome(null);
    if (meant) {
      void client.post<WavePreview>('/api/device/waves/preview', { warehouse, ...meant }).then((answer) => {
        if (isWanted) setOutcome(answer);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [client, warehouse, meant]);
  return (
    <Panel title={say('waves.previewOf')}>
      <div aria-live="polite">
        {!meant && <p class="desk-quiet">{say('waves.preview.hint')}</p>}
        {meant && !outcome && <p class="desk-quiet">{say('loading')}</p>}
        {outcome && ('problem' in outcome ? <ProblemBox problem={outcome.problem} /> : <Told of={outcome.data} />)}
      </div>
    </Panel>
  );
}

function Told({ of }: { readonly of: WavePreview }) {
  const { say, format } = useDesk();
  const count = (outcome: string) => of.orders.filter((order) => order.outcome === outcome).length;
  if (of.orders.length === 0 && of.unknown.length === 0) return <p class="desk-quiet">{say('waves.outlook.empty')}</p>;
  return (
    <>
      <p class="waves-outcomes">
        {(['whole', 'part', 'nothing'] as const).map((outcome) => (
          <Chip key={outcome} tone={count(outcome) > 0 ? outcomeTones[outcome] : 'quiet'}>
            {say(`waves.outlook.${outcome}`, { count: format.number(count(outcome)) })}
          </Chip>
        ))}
      </p>
      <Facts
        rows={[
          [say('waves.outlook.shipments'), format.number(of.shipments)],
          [say('waves.outlook.stops'), format.number(of.stops)],
          [say('waves.outlook.finish'), of.stops > 0 && <FinishTime key="at" of={of} />],
          [say('waves.willBeLate'), of.stops > 0 && of.late > 0 && <Bad key="late" count={of.late} />],
        ]}
      />
      {of.stops > 0 && <Reckoned of={of} />}
      {of.zones.length > 0 && <Zones of={of} />}
      {of.unknown.length > 0 && (
        <p class="desk-note">{say('waves.outlook.unknown', { orders: of.unknown.join(', ') })}</p>
      )}
      <Shortages of={of} />
      <Orders of={of} />
    </>
  );
}

const outcomeTones = { whole: 'good', part: 'warn', nothing: 'bad' } as const satisfies Record<string, Tone>;

/** What each order would get, in the order in which goods are given out. */
function Orders({ of: { orders } }: { readonly of: WavePreview }) {
  const { say } = useDesk();
  return (
    <details class="waves-each" open={orders.length <= ordersAtOnce}>
      <summary>{say('waves.outlook.each')}</summary>
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('work.order')}</th>
            <th scope="col">{say('waves.outlook.gets')}</th>
            <th scope="col">{say('waves.lines')}</th>
          </tr>
        </thead>
        <tbody>
          {orders.map(({ sourceSystem, order, outcome, lines }) => (
            <tr key={`${sourceSystem} ${order}`}>
              <td data-head={say('work.order')}>
                <a href={orderHref(sourceSystem, order)}>
                  <code>{order}</code>
                </a>
              </td>
              <td data-head={say('waves.outlook.gets')}>
                <Chip tone={outcomeTones[outcome]}>{say(`waves.outlook.gets.${outcome}`)}</Chip>
              </td>
              <td data-head={say('waves.lines')}>
                <Done of={lines} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Where the walking would be, as bars beside each other. */
function Zones({ of: { zones } }: { readonly of: WavePreview }) {
  const { say, format } = useDesk();
  const most = Math.max(...zones.map(({ stops }) => stops));
  return (
    <>
      <h3>{say('waves.outlook.byZone')}</h3>
      <dl class="waves-zones">
        {zones.map(({ zone, stops }) => (
          <div key={zone}>
            <dt>{zone || '–'}</dt>
            <dd>
              <span class="desk-progress-bar" aria-hidden="true">
                <span class="is-registered" style={{ width: `${(stops / most) * 100}%` }} />
              </span>
              {format.number(stops)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Shortages({ of }: { readonly of: WavePreview }) {
  const { say, format } = useDesk();
  if (of.shortages.length === 0) return <p class="waves-fine">{say('waves.outlook.noShortages')}</p>;
  const { shortages } = of;
  const more = shortages.length - shortagesShown;
  return (
    <>
      <h3>{say('waves.outlook.shortages')}</h3>
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('work.order')}</th>
            <th scope="col">{say('item')}</th>
            <th scope="col" class="is-number">
              {say('waves.missing')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shortages.slice(0, shortagesShown).map(({ order, line, item, quantity, unit, reason }) => (
            <tr key={`${order} ${line}`}>
              <td data-head={say('work.order')}>
                <span class="desk-whole">
                  <code>{order}</code> / {line}
                </span>
              </td>
              <td data-head={say('item')}>
                <code>{item}</code> <span class="desk-quiet">{say.label('whyCode', reason)}</span>
              </td>
              <td data-head={say('waves.missing')} class="is-number">
                <Quantity of={quantity} unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="desk-quiet">{say('waves.outlook.more', { count: format.number(more) })}</p>}
    </>
  );
}
