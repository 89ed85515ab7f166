import { useState } from 'preact/hooks';
import type { OutboundLoadList, OutboundLoadRow } from '#shared/shipping/console.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Done, Due, ShipmentState } from '../../ui/console/outbound-parts.tsx';
import { Head, Moment, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { useSelection } from '../../ui/console/use-selection.ts';
import { Confirm } from './confirm.tsx';
import { loadHref, loadsPath } from './paths.ts';

/** The trucks that leave: what is planned on each, and how far it is. Several leave at once. */
export const outboundLoadsScreen: ConsoleScreen = {
  path: '/shipping',
  permit: 'orders.read',
  tab: { name: 'shipping' },
  Screen: Loads,
};

const isHere = ({ status }: OutboundLoadRow) => status !== 'shipped' && status !== 'cancelled';

function Loads({ address }: ScreenProps) {
  const { say, warehouse, may } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  const status = address.query.get('status') ?? 'open';
  asked.set('status', status);
  const list = useAnswer<OutboundLoadList>(`${loadsPath}?${asked}`, 5000);
  const { chosen, clear, selection } = useSelection<OutboundLoadRow>(({ load }) => load, {
    nameOf: ({ load }) => say('waves.select', { order: load }),
    allName: say('waves.selectAll'),
    may: (row) => isHere(row) && row.shipments > 0,
  });
  const columns: readonly Column<OutboundLoadRow>[] = [
    { head: say('status'), cell: ({ status: code }) => <ShipmentState code={code} /> },
    { head: say('shipping.carrier'), cell: ({ carrier }) => carrier ?? '–' },
    { head: say('shipping.door'), cell: ({ door }) => (door ? <code class="desk-whole">{door}</code> : '–') },
    {
      head: say('shipping.departs'),
      cell: ({ departsAt, isLate }) => <Due at={departsAt} urgency={isLate ? 'late' : 'normal'} />,
    },
    { head: say('work'), cell: ({ works }) => <Done of={works} /> },
    {
      head: say('shipping.pickedShipments'),
      cell: ({ picked, shipments }) => <Done of={{ done: picked, of: shipments }} />,
    },
    ...(status === 'shipped'
      ? [{ head: say('shipping.gone'), cell: ({ shippedAt }: OutboundLoadRow) => <Moment at={shippedAt} /> }]
      : []),
  ];
  const mayConfirm = status === 'open' && may('shipping.confirm');
  return (
    <>
      <Head title={say('shipping')}>
        <Search address={address} placeholder={say('shipping.search')} />
        <a href="/console/transfers">{say('transfers')}</a>
        {may('shipping.plan_load') && (
          <button type="button" onClick={() => setMaking(true)}>
            {say('shipping.new')}…
          </button>
        )}
      </Head>
      <Choices
        address={address}
        member="status"
        label={say('status')}
        choices={[
          { value: '', name: say('shipping.only.open') },
          { value: 'shipped', name: say('shipping.only.shipped') },
          { value: 'cancelled', name: say('shipping.only.cancelled') },
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('shipping.none')}>
        {({ items, next }) => (
          <>
            <Table
              label={say('shipping')}
              rows={items}
              columns={columns}
              rowKey={({ load }) => load}
              href={({ load }) => loadHref(load)}
              nameHead={say('shipping.load')}
              name={({ load }) => <code>{load}</code>}
              isMarked={({ isLate }) => isLate}
              {...(mayConfirm && { selection })}
            />
            {mayConfirm && (
              <div class="desk-buttons desk-actions">
                <b aria-live="polite">{say('waves.selected', { count: chosen.length })}</b>
                <button
                  type="button"
                  class="is-main"
                  disabled={chosen.length === 0}
                  onClick={() => setConfirming(true)}
                >
                  {say('shipping.confirm')}…
                </button>
              </div>
            )}
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
      {isMaking && <NewLoad onClose={() => setMaking(false)} />}
      {isConfirming && (
        <Confirm
          what={chosen.map(({ load }) => ({ load }))}
          onDone={list.reload}
          onClose={() => {
            setConfirming(false);
            clear();
          }}
        />
      )}
    </>
  );
}

/** A truck that is expected; shipments are moved to it. */
function NewLoad({ onClose }: { readonly onClose: () => void }) {
  const { say, client, warehouse, timeZone } = useDesk();
  return (
    <MakeNew
      title={say('shipping.new')}
      text={say('shipping.new.text')}
      confirm={say('shipping.new')}
      start={{ body: { carrier: '' } }}
      fields={[
        { pointer: '/body/carrier', label: say('shipping.carrier'), kind: 'text', longest: 64 },
        {
          ...{ pointer: '/body/departsAt', label: say('shipping.departs'), kind: 'moment' },
          help: say('loads.inZone', { zone: timeZone }),
        },
      ]}
      carryOut={async (draft) => {
        const outcome = await client.command('shipping.plan_load', warehouse, (draft as { body: object }).body);
        if ('data' in outcome) goTo(loadHref((outcome.data as { readonly load: string }).load));
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
