import type { OutboundOrderList, OutboundOrderRow } from '#shared/orders/outbound-console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { OutboundFilters } from '../../ui/console/outbound-filters.tsx';
import { Bad, Due, Holds } from '../../ui/console/outbound-parts.tsx';
import { Chip, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import type { Column } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Axis } from './axis.tsx';
import { OrderList } from './order-list.tsx';
import { listPaths } from './paths.ts';

/** What is to go out, the most urgent first, and how far each order is on both axes. */
export const outboundOrdersScreen: ConsoleScreen = {
  path: '/outbound',
  permit: 'orders.read',
  tab: { name: 'outbound' },
  Screen: OutboundOrders,
};

const everything = 'all';

function OutboundOrders({ address }: ScreenProps) {
  const { say, warehouse, format } = useDesk();
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  const status = address.query.get('status') ?? 'open';
  if (status === everything) asked.delete('status');
  else asked.set('status', status);
  const isOpen = status === 'open';
  if (!isOpen) for (const member of ['urgency', 'lacking', 'held']) asked.delete(member);
  const list = useAnswer<OutboundOrderList>(`${listPaths.outbound}?${asked}`);
  const columns: readonly Column<OutboundOrderRow>[] = [
    ...(isOpen ? [] : [{ head: say('status'), cell: (row: OutboundOrderRow) => <Status code={row.status} /> }]),
    {
      head: say('outbound.cutoff'),
      cell: ({ cutoffAt, shipBy, urgency }) => <Due at={cutoffAt ?? shipBy} urgency={urgency} />,
    },
    { head: say('outbound.priority'), cell: ({ priority }) => priority, isNumber: true },
    {
      head: say('outbound.released'),
      cell: ({ releaseStatus, released, shipmentStatus }) => (
        <span class="desk-whole">
          <Axis of="release" code={releaseStatus} />
          {releaseStatus === 'partially_released' && ` ${format.percent(released)}`}
          {shipmentStatus !== 'open' && (
            <>
              {' '}
              <Axis of="shipment" code={shipmentStatus} />
            </>
          )}
        </span>
      ),
    },
    { head: say('orders.lines'), cell: ({ lines }) => format.number(lines), isNumber: true },
    { head: say('outbound.lacking'), cell: ({ lacking }) => <Bad count={lacking} />, isNumber: true },
    { head: say('outbound.customer'), cell: ({ customer }) => <span class="desk-party">{customer ?? '–'}</span> },
    { head: say('outbound.carrier'), cell: ({ carrier }) => carrier ?? '–' },
  ];
  return (
    <OrderList
      way="outbound"
      address={address}
      list={list}
      states={[
        { value: '', name: say.label('status', 'open') },
        ...['closed', 'cancelled'].map((value) => ({ value, name: say.label('status', value) })),
        { value: everything, name: say('all') },
      ]}
      columns={columns}
      isMarked={({ urgency }) => urgency === 'late'}
      name={({ orderNumber, shipComplete, holdCodes }) => (
        <>
          <code>{orderNumber}</code>
          {shipComplete && <Chip tone="quiet">{say('outbound.completeShort')}</Chip>}
          <Holds codes={holdCodes} />
        </>
      )}
    >
      {isOpen && (
        <OutboundFilters
          address={address}
          from={list.data}
          held={[
            { value: '', name: say('outbound.heldAny') },
            { value: 'now', name: say('outbound.heldNow') },
            { value: 'no', name: say('outbound.heldNot') },
          ]}
        />
      )}
    </OrderList>
  );
}
