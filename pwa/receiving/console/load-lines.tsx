import type { LoadDetail, LoadLine } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Quantity } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import { Difference } from './load-parts.tsx';
import { orderHref } from './paths.ts';

/** The order lines on a load: what was said beforehand, what came, and how much more may come. */
export function LoadLines({
  load: { sourceSystem, lineItems, completedAt },
  onOverDelivery,
}: {
  readonly load: LoadDetail;
  /** Missing where nobody may, or need, set it. */
  readonly onOverDelivery?: (line: LoadLine) => void;
}) {
  const { say, format } = useDesk();
  if (lineItems.length === 0) return <p class="desk-empty">{say('loads.noLines')}</p>;
  const columns: readonly Column<LoadLine>[] = [
    { head: say('item'), cell: ({ item }) => <code>{item}</code> },
    { head: say('description'), cell: ({ description }) => description },
    {
      head: say('orders.expected'),
      cell: ({ expected, unit }) => <Quantity of={expected} unit={unit} />,
      isNumber: true,
    },
    {
      head: say('orders.registered'),
      cell: ({ registered, unit }) => <Quantity of={registered} unit={unit} />,
      isNumber: true,
    },
    {
      head: say('loads.difference'),
      cell: ({ expected, registered, unit }) => (
        <Difference expected={expected} came={registered} unit={unit} isOpen={completedAt === null} />
      ),
      isNumber: true,
    },
    {
      head: say('loads.mayBring'),
      cell: ({ limit, unit, overDeliveryPercent, isOverridden }) => (
        <>
          {isOverridden && <Chip tone="info">{say('loads.setByHand')}</Chip>} <Quantity of={limit} unit={unit} />{' '}
          <span class="desk-quiet">(+{format.percent(overDeliveryPercent / 100)})</span>
        </>
      ),
      isNumber: true,
    },
    ...(onOverDelivery
      ? [
          {
            head: say('loads.change'),
            cell: (line: LoadLine) => (
              <button
                type="button"
                aria-label={say('loads.overDelivery.of', { order: line.order, line: line.line })}
                onClick={() => onOverDelivery(line)}
              >
                {say('loads.overDelivery')}…
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <Table
      label={say('orders.lines')}
      rows={lineItems}
      columns={columns}
      rowKey={({ order, line }) => `${order} ${line}`}
      href={({ order }) => orderHref(sourceSystem, order)}
      nameHead={say('orders.line')}
      name={({ order, line }) => (
        <>
          <code>{order}</code> / {line}
        </>
      )}
    />
  );
}
