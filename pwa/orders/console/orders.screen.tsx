import type { OrderList as Answer, OrderRow } from '#shared/orders/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices } from '../../ui/console/filters.tsx';
import { Chip, Moment, Status, type Tone, toneOf } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import type { Column } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { OrderList } from './order-list.tsx';
import { listPaths } from './paths.ts';
import { Progress, ProgressKey } from './progress.tsx';

/** What is to come in, and how far each order is. */
export const ordersScreen: ConsoleScreen = {
  path: '/orders',
  permit: 'orders.read',
  tab: { name: 'orders' },
  Screen: Orders,
};

const statuses = ['open', 'partially_received', 'received', 'closed_short', 'cancelled'] as const;

/** A received order is good news; the same word for a message only says that it came. */
export function orderTone(status: string): Tone {
  return status === 'received' ? 'good' : toneOf(status);
}

function Orders({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  const list = useAnswer<Answer>(`${listPaths.orders}?${asked}`);
  const columns: readonly Column<OrderRow>[] = [
    { head: say('status'), cell: ({ status }) => <Status code={status} tone={orderTone(status)} /> },
    { head: say('orders.progressHead'), cell: Progress },
    { head: say('orders.lines'), cell: ({ lines }) => lines, isNumber: true },
    { head: say('orders.consigner'), cell: ({ consigner }) => consigner ?? '–' },
    { head: say('orders.planned'), cell: ({ plannedReceiptStart }) => <Moment at={plannedReceiptStart} /> },
    { head: say('orders.type'), cell: ({ orderType }) => say.label('orderType', orderType) || '–' },
    { head: say('sourceSystem'), cell: ({ sourceSystem }) => sourceSystem },
  ];
  return (
    <OrderList
      way="orders"
      address={address}
      list={list}
      states={[
        { value: '', name: say('all') },
        ...statuses.map((status) => ({ value: status, name: say.label('status', status) })),
      ]}
      columns={columns}
      name={({ orderNumber, registered, received }) => (
        <>
          <code>{orderNumber}</code>
          {registered > received && <Chip tone="info">{say('orders.inReceiving')}</Chip>}
        </>
      )}
    >
      <div class="desk-below-choices">
        <Choices
          address={address}
          member="receiving"
          label={say('orders.receiving')}
          choices={[
            { value: '', name: say('orders.receivingAny') },
            { value: 'now', name: say('orders.receivingNow') },
          ]}
        />
        <ProgressKey />
      </div>
    </OrderList>
  );
}
