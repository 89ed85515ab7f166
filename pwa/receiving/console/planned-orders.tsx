import type { LoadableOrders } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Quantity } from '../../ui/console/parts.tsx';

export type LoadableOrder = LoadableOrders['items'][number];

/** An order on a load that is being planned; a line without a quantity of its own brings all that is still to come. */
export interface PlannedOrder {
  readonly order: LoadableOrder;
  /** What was typed, by line. */
  readonly quantities: Readonly<Record<number, string>>;
}

/** What is sent of it: orders as they are where nobody changed a quantity, else their lines, without those of nothing. */
export function plannedBody(planned: readonly PlannedOrder[]) {
  const whole = planned.filter(({ quantities }) => Object.keys(quantities).length === 0);
  const parts = planned.filter((each) => !whole.includes(each));
  const lines = parts.flatMap(({ order, quantities }) =>
    order.lines
      .map(({ line, rest, unit }) => ({ order: order.order, line, quantity: numberOr(quantities[line], rest), unit }))
      .filter(({ quantity }) => quantity !== 0),
  );
  const [first] = planned;
  return {
    ...(first && { sourceSystem: first.order.sourceSystem }),
    ...(whole.length > 0 && { orders: whole.map(({ order }) => order.order) }),
    ...(lines.length > 0 && { lines }),
  };
}

/** Nothing typed is nothing; what is no number is told by the server, with its reason. */
function numberOr(typed: string | undefined, rest: number): number | string {
  if (typed === undefined) return rest;
  const number = Number(typed.replace(',', '.'));
  return Number.isNaN(number) ? typed : number;
}

/** The orders that were chosen, by line, each with how much of it the load brings. */
export function PlannedOrders({
  planned,
  onChange,
}: {
  readonly planned: readonly PlannedOrder[];
  readonly onChange: (planned: readonly PlannedOrder[]) => void;
}) {
  const { say } = useDesk();
  if (planned.length === 0) return <p class="desk-empty">{say('loads.chooseOrders')}</p>;
  const rows = planned.flatMap((each) => each.order.lines.map((line, index) => ({ each, line, isFirst: index === 0 })));
  const typed = ({ each, line }: (typeof rows)[number]) => each.quantities[line.line] ?? String(line.rest);
  const change = ({ each, line }: (typeof rows)[number], text: string) =>
    onChange(
      planned.map((other) =>
        other === each ? { ...each, quantities: { ...each.quantities, [line.line]: text } } : other,
      ),
    );
  return (
    <div class="desk-table-frame">
      <table class="desk-table" aria-label={say('loads.brings')}>
        <thead>
          <tr>
            <th scope="col">{say('orders.line')}</th>
            <th scope="col">{say('item')}</th>
            <th scope="col">{say('description')}</th>
            <th scope="col" class="is-number">
              {say('loads.stillToCome')}
            </th>
            <th scope="col" class="is-number">
              {say('loads.bringsOfIt')}
            </th>
            <th scope="col">{say('loads.change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { each, line, isFirst } = row;
            const name = `${each.order.order} / ${line.line}`;
            return (
              <tr key={name}>
                <td class="desk-row-name">
                  <code>{each.order.order}</code> / {line.line}
                </td>
                <td data-head={say('item')}>
                  <code>{line.item}</code>
                </td>
                <td data-head={say('description')}>{line.description}</td>
                <td data-head={say('loads.stillToCome')} class="is-number">
                  <Quantity of={line.rest} unit={line.unit} />
                </td>
                <td data-head={say('loads.bringsOfIt')} class="is-number">
                  <input
                    class="loads-quantity"
                    inputMode="decimal"
                    autocomplete="off"
                    aria-label={say('loads.quantityOf', { line: name })}
                    value={typed(row)}
                    onInput={({ currentTarget: { value } }) => change(row, value)}
                  />{' '}
                  <span class="desk-unit">{line.unit}</span>
                </td>
                <td data-head={say('loads.change')}>
                  {isFirst && (
                    <button
                      type="button"
                      aria-label={say('loads.leaveOut', { order: each.order.order })}
                      onClick={() => onChange(planned.filter((other) => other !== each))}
                    >
                      {say('putaway.remove')}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
