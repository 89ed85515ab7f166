import type { ComponentChildren } from 'preact';
import type { Address } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { type Choice, Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Head, Reading } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import type { Fresh } from '../../ui/console/use-answer.ts';
import { orderHref, type WayOfOrder } from './paths.ts';

interface Named {
  readonly sourceSystem: string;
  readonly orderNumber: string;
}

/** What an order is called; one that brings goods has another name than one that takes them away in some languages. */
const wordsOf = {
  orders: { order: 'orders.order', search: 'orders.search' },
  outbound: { order: 'work.order', search: 'outbound.search' },
} as const;

/** A list of orders, inbound or outbound: searched by number, chosen by state, page by page. */
export function OrderList<Row extends Named>({
  way,
  address,
  list,
  states,
  children,
  ...table
}: {
  readonly way: WayOfOrder;
  readonly address: Address;
  readonly list: Fresh<{ readonly items: readonly Row[]; readonly next: string | null }>;
  readonly states: readonly Choice[];
  /** More to choose by. */
  readonly children: ComponentChildren;
  readonly columns: readonly Column<Row>[];
  readonly name: (row: Row) => ComponentChildren;
  readonly isMarked?: (row: Row) => boolean;
}) {
  const { say } = useDesk();
  const words = wordsOf[way];
  return (
    <>
      <Head title={say(way)}>
        <Search address={address} placeholder={say(words.search)} />
      </Head>
      <Choices address={address} member="status" label={say('status')} choices={states} />
      {children}
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('orders.none')}>
        {({ items, next }) => (
          <>
            <Table
              label={say(way)}
              rows={items}
              rowKey={({ sourceSystem, orderNumber }) => `${sourceSystem} ${orderNumber}`}
              href={(row) => orderHref(way, row)}
              nameHead={say(words.order)}
              {...table}
            />
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}
