import type { LoadableOrders } from '#shared/receiving/console.ts';
import type { Address } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Search } from '../../ui/console/filters.tsx';
import { Moment, Panel, Reading } from '../../ui/console/parts.tsx';
import type { Fresh } from '../../ui/console/use-answer.ts';
import type { LoadableOrder, PlannedOrder } from './planned-orders.tsx';

/** Orders with something still to come that no load brings; of another source system than those chosen none is offered. */
export function OrderPicker({
  address,
  orders,
  planned,
  onAdd,
}: {
  readonly address: Address;
  readonly orders: Fresh<LoadableOrders>;
  readonly planned: readonly PlannedOrder[];
  readonly onAdd: (order: LoadableOrder) => void;
}) {
  const { say } = useDesk();
  const source = planned[0]?.order.sourceSystem;
  const chosen = planned.map(({ order }) => order.order);
  const isOffered = ({ sourceSystem, order }: LoadableOrder) =>
    (source === undefined || sourceSystem === source) && !chosen.includes(order);
  return (
    <Panel title={say('loads.stillToCome')}>
      <Search address={address} placeholder={say('orders.search')} />
      <Reading of={orders} isEmpty={({ items }) => !items.some(isOffered)} empty={say('loads.noOrders')}>
        {({ items }) => (
          <ul class="desk-plain-list">
            {items.filter(isOffered).map((order) => (
              <li key={`${order.sourceSystem} ${order.order}`}>
                <span>
                  <code>{order.order}</code> {order.consigner}{' '}
                  <span class="desk-quiet">{say('loads.lineCount', { count: order.lines.length })}</span>
                </span>
                <span class="loads-offer">
                  {order.plannedReceiptStart && <Moment at={order.plannedReceiptStart} />}
                  <button
                    type="button"
                    aria-label={say('loads.addOrder', { order: order.order })}
                    onClick={() => onAdd(order)}
                  >
                    {say('loads.add')}
                  </button>
                </span>
              </li>
            ))}
          </ul>
        )}
      </Reading>
    </Panel>
  );
}
