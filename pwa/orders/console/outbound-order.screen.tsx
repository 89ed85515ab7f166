import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, Head, Moment, Panel, Reading, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Axis } from './axis.tsx';

/** One outbound order by line: what is promised, released, picked, shipped or missing of each, and why. */
export const outboundOrderScreen: ConsoleScreen = {
  path: '/outbound/:sourceSystem/:orderNumber',
  permit: 'orders.read',
  Screen: OutboundOrder,
};

type Line = OutboundAnswer['lines'][number];

function OutboundOrder({ params: { sourceSystem = '', orderNumber = '' } }: ScreenProps) {
  const { say } = useDesk();
  const order = useAnswer<OutboundAnswer>(
    `/api/console/outbound-orders/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(orderNumber)}`,
  );
  return (
    <>
      <Head
        back={{ href: '/console/outbound', name: say('outbound') }}
        title={
          <>
            <code>{orderNumber}</code> {order.data && <Status code={order.data.status} />}
          </>
        }
      >
        {order.data && (
          <>
            <Axis of="release" code={order.data.releaseStatus} />
            <Axis of="shipment" code={order.data.shipmentStatus} />
          </>
        )}
      </Head>
      <Reading of={order}>
        {(data) => (
          <>
            <About order={data} />
            <Panel title={say('orders.lines')}>
              <Lines lines={data.lines} />
            </Panel>
            <div class="desk-columns">
              <Shipments shipments={data.shipments} />
              <Slips numbers={data.documents} />
            </div>
          </>
        )}
      </Reading>
    </>
  );
}

function About({ order }: { readonly order: OutboundAnswer }) {
  const { say } = useDesk();
  const { consignee, receiver, carrier, notes } = order.header as Header;
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('outbound.customer'), consignee?.name ?? receiver?.name ?? null],
          [say('orders.type'), order.orderType],
          [say('outbound.hold'), order.holdCodes.join(', ') || null],
          [say('outbound.priority'), order.priority],
          [say('outbound.complete'), order.shipComplete && say('outbound.completeYes')],
          [say('outbound.carrier'), carrier ?? null],
          [say('outbound.cutoff'), order.cutoffAt && <Moment at={order.cutoffAt} />],
          [say('outbound.shipBy'), order.shipBy && <Moment at={order.shipBy} />],
          [say('warehouse'), order.warehouse],
          [say('sourceSystem'), order.sourceSystem],
          [say('messages.message'), order.messageId],
          [say('orders.changedAt'), <Moment key="at" at={order.changedAt} />],
        ]}
      />
      {notes && <p class="desk-note">{notes}</p>}
    </section>
  );
}

/** What the screen shows of the order's own words; every member may be missing. */
interface Header {
  readonly consignee?: { readonly name?: string | null } | null;
  readonly receiver?: { readonly name?: string | null } | null;
  readonly carrier?: string | null;
  readonly notes?: string | null;
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  const { say, format } = useDesk();
  const base = (head: 'ordered' | 'reserved' | 'released' | 'picked' | 'shipped' | 'backordered' | 'cancelled') => ({
    head: say(`outbound.line.${head}`),
    cell: (line: Line) => (
      <>
        {format.number(line.base[head])} <span class="desk-unit">{line.baseUnit}</span>
      </>
    ),
    isNumber: true,
  });
  const columns: readonly Column<Line>[] = [
    { head: say('item'), cell: ({ item }) => <code>{item}</code> },
    { head: say('description'), cell: ({ description }) => description },
    { head: say('status'), cell: ({ status }) => <Status code={status} /> },
    base('ordered'),
    base('reserved'),
    base('released'),
    base('picked'),
    base('shipped'),
    base('backordered'),
    base('cancelled'),
    {
      head: say('outbound.why'),
      cell: ({ reasons }) =>
        reasons.map(({ kind, code }) => (
          <Chip key={`${kind} ${code}`} tone="warn">
            {say.label('whyNot', kind)}: {say.label('whyCode', code)}
          </Chip>
        )),
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

function Shipments({ shipments }: { readonly shipments: OutboundAnswer['shipments'] }) {
  const { say } = useDesk();
  return (
    <Panel title={say('outbound.shipments')}>
      {shipments.length === 0 ? (
        <p class="desk-empty">{say('outbound.noShipments')}</p>
      ) : (
        <ul class="desk-plain-list">
          {shipments.map(({ shipment, load, status, createdAt, confirmedAt }) => (
            <li key={shipment}>
              <span>
                <code>{shipment}</code> <span class="desk-quiet">{load}</span>
              </span>
              <span>
                {say.label('shipmentState', status)} <Moment at={confirmedAt ?? createdAt} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Slips({ numbers }: { readonly numbers: readonly string[] }) {
  const { say } = useDesk();
  return (
    <Panel title={say('documents')}>
      {numbers.length === 0 ? (
        <p class="desk-empty">{say('orders.noDocuments')}</p>
      ) : (
        <ul class="desk-plain-list">
          {numbers.map((number) => (
            <li key={number}>
              <a href={`/console/documents/${encodeURIComponent(number)}`}>
                <code>{number}</code>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
