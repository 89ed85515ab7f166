import type { ComponentChildren } from 'preact';
import { useDesk } from '../../ui/console/context.ts';
import { Head, Panel, Reading, Status, type Tone, toneOf } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import { type Fresh, useAnswer } from '../../ui/console/use-answer.ts';
import { listPaths, type WayOfOrder } from './paths.ts';

/** One order, inbound or outbound, kept fresh. */
export function useOrder<Order>(way: WayOfOrder, sourceSystem: string, orderNumber: string): Fresh<Order> {
  return useAnswer<Order>(`${listPaths[way]}/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(orderNumber)}`);
}

/** The screen of one order: its number and state, what is beside them, and below all that is known of it. */
export function OrderPage<Order extends { readonly status: string }>({
  way,
  number,
  order,
  tone = toneOf,
  side,
  children,
}: {
  readonly way: WayOfOrder;
  readonly number: string;
  readonly order: Fresh<Order>;
  readonly tone?: (status: string) => Tone;
  readonly side: (order: Order) => ComponentChildren;
  readonly children: (order: Order) => ComponentChildren;
}) {
  const { say } = useDesk();
  const { data } = order;
  return (
    <>
      <Head
        back={{ href: `/console/${way}`, name: say(way) }}
        title={
          <>
            <code>{number}</code> {data && <Status code={data.status} tone={tone(data.status)} />}
          </>
        }
      >
        {data && side(data)}
      </Head>
      <Reading of={order}>{children}</Reading>
    </>
  );
}

/** The message that made an order what it is; a link for who may read messages. */
export function MessageOf({
  order: { messageId, sourceSystem },
}: {
  readonly order: { readonly messageId: string | null; readonly sourceSystem: string };
}) {
  const { may } = useDesk();
  if (messageId === null) return null;
  if (!may('integration.read')) return messageId;
  return (
    <a href={`/console/messages/${encodeURIComponent(sourceSystem)}/${encodeURIComponent(messageId)}`}>
      <code>{messageId}</code>
    </a>
  );
}

/** Lines of an order; each leads to the stock of its item. */
export function OrderLines<Line extends { readonly lineNumber: number; readonly item: string }>({
  lines,
  columns,
}: {
  readonly lines: readonly Line[];
  readonly columns: readonly Column<Line>[];
}) {
  const { say } = useDesk();
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

/** A list beside others, or a word where there is nothing. */
export function ListPanel<Item>({
  title,
  items,
  empty,
  children,
}: {
  readonly title: string;
  readonly items: readonly Item[];
  readonly empty: string;
  readonly children: (item: Item) => ComponentChildren;
}) {
  return (
    <Panel title={title}>
      {items.length === 0 ? <p class="desk-empty">{empty}</p> : <ul class="desk-plain-list">{items.map(children)}</ul>}
    </Panel>
  );
}

/** Receipts or packing slips that tell of an order. */
export function Documents({
  numbers,
  beside,
}: {
  readonly numbers: readonly string[];
  /** What stands beside the number of each. */
  readonly beside?: (number: string) => ComponentChildren;
}) {
  const { say, may } = useDesk();
  return (
    <ListPanel title={say('documents')} items={numbers} empty={say('orders.noDocuments')}>
      {(number) => (
        <li key={number}>
          {may('integration.read') ? (
            <a href={`/console/documents/${encodeURIComponent(number)}`}>
              <code>{number}</code>
            </a>
          ) : (
            <code>{number}</code>
          )}
          {beside?.(number)}
        </li>
      )}
    </ListPanel>
  );
}
