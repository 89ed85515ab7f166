import type { OutboundAnswer } from '#shared/orders/outbound-answer.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Holds, ShipmentState } from '../../ui/console/outbound-parts.tsx';
import { Chip, Facts, Moment, Panel, Quantity, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { SlipPaper } from '../../ui/console/slip-paper.tsx';
import type { Column } from '../../ui/console/table.tsx';
import { Axis } from './axis.tsx';
import { CloseLine, Decide } from './decide.tsx';
import { Documents, ListPanel, MessageOf, OrderLines, OrderPage, useOrder } from './order-page.tsx';

/**
 * One outbound order by line: what is promised, released, picked, shipped or missing of each, why, and what is done
 * about it.
 */
export const outboundOrderScreen: ConsoleScreen = {
  path: '/outbound/:sourceSystem/:orderNumber',
  permit: 'orders.read',
  Screen: OutboundOrder,
};

type Line = OutboundAnswer['lines'][number];

function OutboundOrder({ params: { sourceSystem = '', orderNumber = '' } }: ScreenProps) {
  const { say } = useDesk();
  const order = useOrder<OutboundAnswer>('outbound', sourceSystem, orderNumber);
  return (
    <OrderPage
      way="outbound"
      number={orderNumber}
      order={order}
      side={(data) => (
        <>
          <Axis of="release" code={data.releaseStatus} />
          <Axis of="shipment" code={data.shipmentStatus} />
          <Decide order={data} onDone={order.reload} />
        </>
      )}
    >
      {(data) => (
        <>
          <About order={data} />
          <Panel title={say('orders.lines')}>
            <Lines order={data} onDone={order.reload} />
          </Panel>
          <div class="desk-columns">
            <Shipments shipments={data.shipments} />
            <Documents
              numbers={data.documents}
              beside={(number) => <SlipPaper key={number} documentNumber={number} />}
            />
          </div>
        </>
      )}
    </OrderPage>
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
          [say('orders.type'), say.label('orderType', order.orderType)],
          [say('outbound.hold'), order.holdCodes.length > 0 && <Holds key="holds" codes={order.holdCodes} />],
          [say('outbound.priority'), order.priority],
          [say('outbound.complete'), say(order.shipComplete ? 'outbound.completeYes' : 'outbound.completeNo')],
          [say('outbound.carrier'), carrier ?? null],
          [say('outbound.cutoff'), order.cutoffAt && <Moment at={order.cutoffAt} />],
          [say('outbound.shipBy'), order.shipBy && <Moment at={order.shipBy} />],
          [say('warehouse'), order.warehouse],
          [say('sourceSystem'), order.sourceSystem],
          [say('messages.message'), order.messageId && <MessageOf key="message" order={order} />],
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

const counts = ['ordered', 'reserved', 'released', 'picked', 'shipped', 'backordered', 'cancelled'] as const;

function Lines({ order, onDone }: { readonly order: OutboundAnswer; readonly onDone: () => void }) {
  const { say } = useDesk();
  const columns: readonly Column<Line>[] = [
    { head: say('item'), cell: ({ item }) => <code class="desk-whole">{item}</code> },
    { head: say('description'), cell: ({ description }) => description },
    { head: say('status'), cell: ({ status }) => <Status code={status} /> },
    ...counts
      .filter((member) => member === 'ordered' || order.lines.some(({ base }) => base[member] > 0))
      .map(
        (member): Column<Line> => ({
          head: say(`outbound.line.${member}`),
          cell: ({ base, baseUnit }) =>
            base[member] === 0 && member !== 'ordered' ? (
              <span class="desk-none">–</span>
            ) : (
              <Quantity of={base[member]} unit={baseUnit} />
            ),
          isNumber: true,
        }),
      ),
    { head: say('outbound.why'), cell: ({ reasons }) => reasons.length > 0 && <Reasons of={reasons} /> },
    { head: say('work.actions'), cell: (line) => <CloseLine order={order} line={line} onDone={onDone} /> },
  ];
  return <OrderLines lines={order.lines} columns={columns} />;
}

function Reasons({ of: reasons }: { readonly of: Line['reasons'] }) {
  const { say } = useDesk();
  return (
    <span class="desk-stack">
      {reasons.map(({ kind, code, expectedOn }) => (
        <Chip key={`${kind} ${code}`} tone="warn">
          {say.label('whyNot', kind)}: {say.label('whyCode', code)}
          {expectedOn !== null && ` · ${expectedOn}`}
        </Chip>
      ))}
    </span>
  );
}

function Shipments({ shipments }: { readonly shipments: OutboundAnswer['shipments'] }) {
  const { say, may } = useDesk();
  return (
    <ListPanel title={say('outbound.shipments')} items={shipments} empty={say('outbound.noShipments')}>
      {({ shipment, load, wave, status, createdAt, confirmedAt }) => (
        <li key={shipment}>
          <span>
            <code>{shipment}</code>{' '}
            <a href={`/console/shipping/${encodeURIComponent(load)}`}>
              <code>{load}</code>
            </a>{' '}
            {wave !== null && may('waves.release') && (
              <a href={`/console/waves/${encodeURIComponent(wave)}`}>
                <code>{wave}</code>
              </a>
            )}
          </span>
          <span>
            <ShipmentState code={status} /> <Moment at={confirmedAt ?? createdAt} />
          </span>
        </li>
      )}
    </ListPanel>
  );
}
