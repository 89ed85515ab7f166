import type { TransferList, TransferRow } from '#shared/shipping/transfers.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices } from '../../ui/console/filters.tsx';
import { Chip, Head, Moment, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Goods between two warehouses: what left the one and has not come to the other. */
export const transfersScreen: ConsoleScreen = {
  path: '/transfers',
  permit: 'orders.read',
  under: '/shipping',
  Screen: Transfers,
};

const refreshMs = 5000;

function Transfers({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const status = address.query.get('status') === 'all' ? 'all' : 'open';
  const list = useAnswer<TransferList>(`/api/console/transfers?warehouse=${warehouse}&status=${status}`, refreshMs);
  return (
    <>
      <Head title={say('transfers')} back={{ href: '/console/shipping', name: say('shipping') }} />
      <Choices
        address={address}
        member="status"
        label={say('status')}
        choices={[
          { value: '', name: say('transfers.open') },
          { value: 'all', name: say('all') },
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say(`transfers.none.${status}`)}>
        {({ items }) => <Rows rows={items} />}
      </Reading>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly TransferRow[] }) {
  const { say, format } = useDesk();
  const quantity = (value: number, { unit }: TransferRow) => `${format.number(value)} ${unit}`;
  const columns: readonly Column<TransferRow>[] = [
    {
      head: say('item'),
      cell: ({ item, description }) => (
        <>
          <code>{item}</code> {description}
        </>
      ),
    },
    {
      head: say('transfers.way'),
      cell: ({ from, to }) => (
        <>
          <code>{from}</code> → <code>{to}</code>
        </>
      ),
    },
    { head: say('transfers.sentAt'), cell: ({ shippedAt }) => <Moment at={shippedAt} /> },
    { head: say('transfers.sent'), isNumber: true, cell: (row) => quantity(row.sent, row) },
    { head: say('transfers.received'), isNumber: true, cell: (row) => quantity(row.received, row) },
    {
      head: say('transfers.inTransit'),
      isNumber: true,
      cell: (row) => (row.missing > 0 ? <Missing row={row} /> : quantity(row.inTransit, row)),
    },
    {
      head: say('transfers.load'),
      cell: ({ load }) => <code class="desk-whole">{load}</code>,
    },
  ];
  return (
    <Table
      label={say('transfers')}
      rows={rows}
      columns={columns}
      rowKey={({ load, order, line }) => `${load} ${order} ${line}`}
      href={({ shipment }) => `/console/shipping?status=shipped&search=${encodeURIComponent(shipment)}`}
      nameHead={say('transfers.order')}
      name={({ order, line }) => (
        <code>
          {order} · {line}
        </code>
      )}
    />
  );
}

/** The load is completed, and not all of it came. */
function Missing({ row: { missing, unit } }: { readonly row: TransferRow }) {
  const { say, format } = useDesk();
  return <Chip tone="bad">{say('transfers.missing', { quantity: `${format.number(missing)} ${unit}` })}</Chip>;
}
