import type { PoolOrder } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Bad, Due, Holds } from '../../ui/console/outbound-parts.tsx';
import { Chip } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import type { Selection } from '../../ui/console/use-selection.ts';
import { orderHref } from './paths.ts';

/** Orders with a box each; what is selected stays so while others are looked for. */
export function PoolTable({
  orders,
  total,
  selection,
}: {
  readonly orders: readonly PoolOrder[];
  readonly total: number;
  readonly selection: Selection<PoolOrder>;
}) {
  const { say, format } = useDesk();
  const columns: readonly Column<PoolOrder>[] = [
    {
      head: say('waves.cutoff'),
      cell: ({ cutoffAt, shipBy, urgency }) => <Due at={cutoffAt ?? shipBy} urgency={urgency} />,
    },
    { head: say('work.priority'), cell: ({ priority }) => priority, isNumber: true },
    { head: say('waves.lines'), cell: ({ lines }) => format.number(lines), isNumber: true },
    { head: say('outbound.lacking'), cell: ({ waiting }) => <Bad count={waiting} />, isNumber: true },
    { head: say('shipping.customer'), cell: ({ customer }) => <span class="desk-party">{customer ?? '–'}</span> },
    { head: say('shipping.carrier'), cell: ({ carrier }) => carrier ?? '–' },
  ];
  return (
    <>
      <div class="waves-pool">
        <Table
          label={say('waves.toRelease')}
          rows={orders}
          columns={columns}
          rowKey={poolKeyOf}
          href={({ sourceSystem, order }) => orderHref(sourceSystem, order)}
          nameHead={say('work.order')}
          name={({ order, shipComplete, holdCodes }) => (
            <>
              <code>{order}</code>
              {shipComplete && <Chip tone="quiet">{say('outbound.completeShort')}</Chip>}
              <Holds codes={holdCodes} />
            </>
          )}
          isMarked={({ urgency }) => urgency === 'late'}
          selection={selection}
        />
      </div>
      {total > orders.length && (
        <p class="desk-note">
          {say('waves.ofTotal', { shown: format.number(orders.length), total: format.number(total) })}
        </p>
      )}
    </>
  );
}

export function poolKeyOf({ sourceSystem, order }: PoolOrder): string {
  return `${sourceSystem} ${order}`;
}
