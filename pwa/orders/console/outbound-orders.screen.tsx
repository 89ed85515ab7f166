import type { OutboundOrderList, OutboundOrderRow } from '#shared/orders/outbound-console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Chip, Head, Moment, Reading, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Axis } from './axis.tsx';

/** What is to go out, and how far each order is on both axes. */
export const outboundOrdersScreen: ConsoleScreen = {
  path: '/outbound',
  permit: 'orders.read',
  tab: { name: 'outbound' },
  Screen: OutboundOrders,
};

const statuses = ['open', 'closed', 'cancelled'] as const;

function OutboundOrders({ address }: ScreenProps) {
  const { say, warehouse, format } = useDesk();
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  const list = useAnswer<OutboundOrderList>(`/api/console/outbound-orders?${asked}`);
  const columns: readonly Column<OutboundOrderRow>[] = [
    { head: say('status'), cell: ({ status }) => <Status code={status} /> },
    { head: say('outbound.released'), cell: (row) => <Axis of="release" code={row.releaseStatus} /> },
    { head: say('outbound.shipped'), cell: (row) => <Axis of="shipment" code={row.shipmentStatus} /> },
    { head: say('outbound.releasedShare'), cell: ({ released }) => format.percent(released), isNumber: true },
    { head: say('orders.lines'), cell: ({ lines }) => lines, isNumber: true },
    { head: say('outbound.priority'), cell: ({ priority }) => priority, isNumber: true },
    { head: say('outbound.customer'), cell: ({ customer }) => customer ?? '–' },
    { head: say('outbound.carrier'), cell: ({ carrier }) => carrier ?? '–' },
    { head: say('outbound.cutoff'), cell: ({ cutoffAt, shipBy }) => <Moment at={cutoffAt ?? shipBy} /> },
  ];
  return (
    <>
      <Head title={say('outbound')}>
        <Search address={address} placeholder={say('orders.search')} />
      </Head>
      <Choices
        address={address}
        member="status"
        label={say('status')}
        choices={[
          { value: '', name: say('all') },
          ...statuses.map((status) => ({ value: status, name: say.label('status', status) })),
        ]}
      />
      <Choices
        address={address}
        member="held"
        label={say('outbound.hold')}
        choices={[
          { value: '', name: say('outbound.heldAny') },
          { value: 'now', name: say('outbound.heldNow') },
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('orders.none')}>
        {({ items, next }) => (
          <>
            <Table
              label={say('outbound')}
              rows={items}
              columns={columns}
              rowKey={({ sourceSystem, orderNumber }) => `${sourceSystem} ${orderNumber}`}
              href={({ sourceSystem, orderNumber }) =>
                `/console/outbound/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(orderNumber)}`
              }
              nameHead={say('orders.order')}
              name={({ orderNumber, holdCodes }) => (
                <>
                  <code>{orderNumber}</code>
                  {holdCodes.map((code) => (
                    <Chip key={code} tone="warn">
                      {code}
                    </Chip>
                  ))}
                </>
              )}
            />
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}
