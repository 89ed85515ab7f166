import type { PoolOrder } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { Bad, Due, Urgency } from './parts.tsx';
import { orderHref } from './paths.ts';

type Selected = ReadonlyMap<string, PoolOrder>;

/** Orders with a box each; what is selected stays so while others are looked for. */
export function PoolTable({
  orders,
  total,
  selected,
  onSelect,
}: {
  readonly orders: readonly PoolOrder[];
  readonly total: number;
  readonly selected: Selected;
  readonly onSelect: (selected: Selected) => void;
}) {
  const { say, format } = useDesk();
  const isAll = orders.every((order) => selected.has(keyOf(order)));
  const columns: readonly Column<PoolOrder>[] = [
    {
      head: '✓',
      cell: (order) => (
        <input
          type="checkbox"
          aria-label={say('waves.select', { order: order.order })}
          checked={selected.has(keyOf(order))}
          onChange={({ currentTarget: { checked } }) => onSelect(changed(selected, [order], checked))}
        />
      ),
    },
    { head: say('waves.urgency'), cell: ({ urgency }) => <Urgency code={urgency} /> },
    {
      head: say('waves.cutoff'),
      cell: ({ cutoffAt, shipBy, urgency }) => <Due at={cutoffAt ?? shipBy} isLate={urgency === 'late'} />,
    },
    { head: say('work.priority'), cell: ({ priority }) => priority, isNumber: true },
    { head: say('waves.lines'), cell: ({ lines }) => format.number(lines), isNumber: true },
    { head: say('waves.lacking'), cell: ({ waiting }) => <Bad count={waiting} />, isNumber: true },
    { head: say('shipping.customer'), cell: ({ customer }) => customer ?? '–' },
    { head: say('shipping.carrier'), cell: ({ carrier }) => carrier ?? '–' },
  ];
  return (
    <>
      <div class="waves-pool">
        <Table
          label={say('waves.toRelease')}
          rows={orders}
          columns={columns}
          rowKey={keyOf}
          href={({ sourceSystem, order }) => orderHref(sourceSystem, order)}
          nameHead={say('work.order')}
          name={({ order }) => <code>{order}</code>}
          isMarked={({ urgency }) => urgency === 'late'}
        />
      </div>
      {total > orders.length && (
        <p class="desk-note">
          {say('waves.ofTotal', { shown: format.number(orders.length), total: format.number(total) })}
        </p>
      )}
      <p class="waves-all">
        <button type="button" onClick={() => onSelect(changed(selected, orders, !isAll))}>
          {say(isAll ? 'waves.selectNone' : 'waves.selectAll')}
        </button>
      </p>
    </>
  );
}

function keyOf({ sourceSystem, order }: PoolOrder): string {
  return `${sourceSystem} ${order}`;
}

function changed(selected: Selected, orders: readonly PoolOrder[], isIn: boolean): Selected {
  const next = new Map(selected);
  for (const order of orders) {
    if (isIn) next.set(keyOf(order), order);
    else next.delete(keyOf(order));
  }
  return next;
}
