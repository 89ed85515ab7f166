import type { OrderDetail, OrderLine } from '#shared/orders/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Facts, Moment, Panel, Quantity, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import type { Column } from '../../ui/console/table.tsx';
import { Documents, ListPanel, MessageOf, OrderLines, OrderPage, useOrder } from './order-page.tsx';
import { orderTone } from './orders.screen.tsx';
import { Progress, ProgressKey } from './progress.tsx';

/** One order by line: what was ordered, what is registered, what was received; its loads and documents. */
export const orderScreen: ConsoleScreen = {
  path: '/orders/:sourceSystem/:orderNumber',
  permit: 'orders.read',
  Screen: Order,
};

function Order({ params: { sourceSystem = '', orderNumber = '' } }: ScreenProps) {
  const { say } = useDesk();
  const order = useOrder<OrderDetail>('orders', sourceSystem, orderNumber);
  return (
    <OrderPage
      way="orders"
      number={orderNumber}
      order={order}
      tone={orderTone}
      side={({ registered, received }) => <Progress registered={registered} received={received} />}
    >
      {(data) => (
        <>
          <About order={data} />
          <Panel title={say('orders.lines')}>
            <ProgressKey />
            <Lines lines={data.lineItems} />
          </Panel>
          <div class="desk-columns">
            <Loads loads={data.loads} />
            <Documents numbers={data.documents} />
          </div>
        </>
      )}
    </OrderPage>
  );
}

function About({ order }: { readonly order: OrderDetail }) {
  const { say } = useDesk();
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('orders.consigner'), order.consigner],
          [say('orders.type'), say.label('orderType', order.orderType)],
          [say('orders.planned'), order.plannedReceiptStart && <Moment at={order.plannedReceiptStart} />],
          [say('warehouse'), order.warehouse],
          [say('sourceSystem'), order.sourceSystem],
          [say('messages.message'), order.messageId && <MessageOf key="message" order={order} />],
          [say('orders.changedAt'), <Moment key="at" at={order.changedAt} />],
        ]}
      />
      {order.notes && (
        <p class="desk-note">
          <b>{say('orders.notes')}:</b> {order.notes}
        </p>
      )}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly OrderLine[] }) {
  const { say, format } = useDesk();
  const columns: readonly Column<OrderLine>[] = [
    { head: say('item'), cell: ({ item }) => <code>{item}</code> },
    { head: say('description'), cell: ({ description }) => description },
    { head: say('status'), cell: ({ status }) => <Status code={status} tone={orderTone(status)} /> },
    {
      head: say('orders.progressHead'),
      cell: ({ expected, registered, received }) => (
        <Progress registered={registered / expected} received={received / expected} />
      ),
    },
    {
      head: say('orders.ordered'),
      cell: (line) => <Quantity of={Number(line.quantity)} unit={line.unit} />,
      isNumber: true,
    },
    ...(['expected', 'registered', 'received'] as const).map(
      (member): Column<OrderLine> => ({
        head: say(`orders.${member}`),
        cell: (line) => <Quantity of={line[member]} unit={line.baseUnit} />,
        isNumber: true,
      }),
    ),
    {
      head: say('orders.tolerance'),
      cell: ({ overPercent, underPercent }) =>
        `+${format.percent(overPercent / 100)} −${format.percent(underPercent / 100)}`,
      isNumber: true,
    },
  ];
  return <OrderLines lines={lines} columns={columns} />;
}

function Loads({ loads }: { readonly loads: OrderDetail['loads'] }) {
  const { say } = useDesk();
  return (
    <ListPanel title={say('orders.loads')} items={loads} empty={say('orders.noLoads')}>
      {({ load, shipment, status, createdAt, completedAt }) => (
        <li key={load}>
          <span>
            <a href={`/console/loads/${encodeURIComponent(load)}`}>
              <code>{load}</code>
            </a>{' '}
            <span class="desk-quiet">{shipment}</span>
          </span>
          <span>
            <Status code={status} tone={orderTone(status)} /> <Moment at={completedAt ?? createdAt} />
          </span>
        </li>
      )}
    </ListPanel>
  );
}
