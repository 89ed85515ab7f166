import type { OrderDetail, OrderLine } from '#shared/orders/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Facts, Head, Moment, Panel, Reading, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
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
  const order = useAnswer<OrderDetail>(
    `/api/console/orders/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(orderNumber)}`,
  );
  return (
    <>
      <Head
        back={{ href: '/console/orders', name: say('orders') }}
        title={
          <>
            <code>{orderNumber}</code>{' '}
            {order.data && <Status code={order.data.status} tone={orderTone(order.data.status)} />}
          </>
        }
      >
        {order.data && <Progress registered={order.data.registered} received={order.data.received} />}
      </Head>
      <Reading of={order}>
        {(data) => (
          <>
            <About order={data} />
            <Panel title={say('orders.lines')}>
              <ProgressKey />
              <Lines lines={data.lineItems} />
            </Panel>
            <div class="desk-columns">
              <Loads loads={data.loads} />
              <Panel title={say('documents')}>
                {data.documents.length === 0 ? (
                  <p class="desk-empty">{say('orders.noDocuments')}</p>
                ) : (
                  <ul class="desk-plain-list">
                    {data.documents.map((number) => (
                      <li key={number}>
                        <a href={`/console/documents/${encodeURIComponent(number)}`}>
                          <code>{number}</code>
                        </a>
                      </li>
                    ))}
                  </ul>
                )}
              </Panel>
            </div>
          </>
        )}
      </Reading>
    </>
  );
}

function About({ order }: { readonly order: OrderDetail }) {
  const { say, may } = useDesk();
  const { messageId, sourceSystem } = order;
  const message =
    messageId !== null && may('integration.read') ? (
      <a href={`/console/messages/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(messageId)}`}>
        <code>{messageId}</code>
      </a>
    ) : (
      messageId
    );
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('orders.consigner'), order.consigner],
          [say('orders.type'), order.orderType],
          [say('orders.planned'), order.plannedReceiptStart && <Moment at={order.plannedReceiptStart} />],
          [say('warehouse'), order.warehouse],
          [say('sourceSystem'), sourceSystem],
          [say('messages.message'), message],
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
  const quantity = (value: number, { baseUnit }: OrderLine) => (
    <>
      {format.number(value)} <span class="desk-unit">{baseUnit}</span>
    </>
  );
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
      cell: (line) => `${format.number(Number(line.quantity))} ${line.unit}`,
      isNumber: true,
    },
    { head: say('orders.expected'), cell: (line) => quantity(line.expected, line), isNumber: true },
    { head: say('orders.registered'), cell: (line) => quantity(line.registered, line), isNumber: true },
    { head: say('orders.received'), cell: (line) => quantity(line.received, line), isNumber: true },
    {
      head: say('orders.tolerance'),
      cell: ({ overPercent, underPercent }) =>
        `+${format.percent(overPercent / 100)} −${format.percent(underPercent / 100)}`,
      isNumber: true,
    },
  ];
  return (
    <Table
      label={say('orders.lines')}
      rows={lines}
      columns={columns}
      rowKey={({ lineNumber }) => String(lineNumber)}
      href={({ item }) => `/console/stock?search=${encodeURIComponent(item)}`}
      nameHead={say('orders.line')}
      name={({ lineNumber }) => lineNumber}
    />
  );
}

function Loads({ loads }: { readonly loads: OrderDetail['loads'] }) {
  const { say } = useDesk();
  return (
    <Panel title={say('orders.loads')}>
      {loads.length === 0 ? (
        <p class="desk-empty">{say('orders.noLoads')}</p>
      ) : (
        <ul class="desk-plain-list">
          {loads.map(({ load, shipment, status, createdAt, completedAt }) => (
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
          ))}
        </ul>
      )}
    </Panel>
  );
}
