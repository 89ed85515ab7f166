import { useEffect, useState } from 'preact/hooks';
import type { WavePreview } from '#shared/waves/console.ts';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, Panel, ProblemBox } from '../../ui/console/parts.tsx';

/** Which orders are looked at. */
export type Meant =
  | { readonly orders: readonly string[]; readonly sourceSystem?: string }
  | { readonly template: string }
  | { readonly wave: string };

const shortagesShown = 12;

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
  return (
    <>
      <p class="waves-outcomes">
        <Chip tone="good">{say('waves.outlook.whole', { count: format.number(count('whole')) })}</Chip>{' '}
        <Chip tone="warn">{say('waves.outlook.part', { count: format.number(count('part')) })}</Chip>{' '}
        <Chip tone={count('nothing') > 0 ? 'bad' : 'quiet'}>
          {say('waves.outlook.nothing', { count: format.number(count('nothing')) })}
        </Chip>
      </p>
      <Facts
        rows={[
          [say('waves.outlook.shipments'), format.number(of.shipments)],
          [say('waves.outlook.stops'), format.number(of.stops)],
          [say('waves.outlook.finish'), of.stops > 0 && <b key="at">{format.time(of.finishAt)}</b>],
        ]}
      />
      {of.stops > 0 && (
        <p class="desk-quiet">
          {say('waves.outlook.reckoned', {
            pickers: format.number(of.pickers),
            seconds: format.number(of.secondsPerLine),
            minutes: format.number(of.minutes),
          })}
        </p>
      )}
      {of.zones.length > 0 && <Zones of={of} />}
      {of.unknown.length > 0 && (
        <p class="desk-note">{say('waves.outlook.unknown', { orders: of.unknown.join(', ') })}</p>
      )}
      <Shortages of={of} />
    </>
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

function Shortages({ of: { shortages } }: { readonly of: WavePreview }) {
  const { say, format } = useDesk();
  if (shortages.length === 0) return <p class="waves-fine">{say('waves.outlook.noShortages')}</p>;
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
            <th scope="col">{say('waves.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {shortages.slice(0, shortagesShown).map(({ order, line, item, quantity, unit, reason }) => (
            <tr key={`${order} ${line}`}>
              <td data-head={say('work.order')}>
                <code>{order}</code> / {line}
              </td>
              <td data-head={say('item')}>
                <code>{item}</code>
              </td>
              <td data-head={say('waves.missing')} class="is-number">
                {format.number(quantity)} <span class="desk-unit">{unit}</span>
              </td>
              <td data-head={say('waves.reason')}>{say.label('whyCode', reason)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="desk-quiet">{say('waves.outlook.more', { count: format.number(more) })}</p>}
    </>
  );
}
