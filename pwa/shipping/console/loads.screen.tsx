import type { OutboundLoadList, OutboundLoadRow } from '#shared/shipping/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Head, Moment, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Share, State } from './parts.tsx';
import { loadHref, loadsPath } from './paths.ts';

/** The trucks that leave: what is planned on each, and how far it is. */
export const outboundLoadsScreen: ConsoleScreen = {
  path: '/shipping',
  permit: 'orders.read',
  tab: { name: 'shipping' },
  Screen: Loads,
};

function Loads({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  asked.set('status', address.query.get('status') ?? 'open');
  const list = useAnswer<OutboundLoadList>(`${loadsPath}?${asked}`);
  const columns: readonly Column<OutboundLoadRow>[] = [
    { head: say('status'), cell: ({ status }) => <State code={status} /> },
    { head: say('shipping.carrier'), cell: ({ carrier }) => carrier ?? '–' },
    { head: say('shipping.door'), cell: ({ door }) => (door ? <code>{door}</code> : '–') },
    {
      head: say('shipping.departs'),
      cell: ({ departsAt, isLate }) => (
        <span class={isLate ? 'shipping-late' : undefined}>
          <Moment at={departsAt} />
        </span>
      ),
    },
    { head: say('work'), cell: ({ works }) => <Share of={works} /> },
    {
      head: say('shipping.picked'),
      cell: ({ picked, shipments }) => <Share of={{ done: picked, of: shipments }} />,
    },
    { head: say('shipping.gone'), cell: ({ shippedAt }) => <Moment at={shippedAt} /> },
  ];
  return (
    <>
      <Head title={say('shipping')}>
        <Search address={address} placeholder={say('shipping.search')} />
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
            />
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}
