import type { PickedList } from '#shared/ledger/picked-list.ts';
import { useDesk } from './context.ts';
import { ProblemBox } from './parts.tsx';
import { useAnswer } from './use-answer.ts';

/** What is to be cancelled. */
type Meant =
  | { readonly work: string }
  | { readonly wave: string }
  | { readonly shipment: string }
  | { readonly order: string; readonly sourceSystem: string; readonly line?: string };

/** What goes back to its shelf when this is cancelled, and who has it in hand; nothing where nothing was picked. */
export function Picked({ of: meant }: { readonly of: Meant }) {
  const { say, warehouse, format } = useDesk();
  const query = new URLSearchParams({ warehouse, ...meant });
  const { data, problem } = useAnswer<PickedList>(`/api/device/picked-goods?${query}`, 5000);
  if (problem) return <ProblemBox problem={problem} />;
  if (!data || data.items.length === 0) return null;
  return (
    <div class="desk-note desk-picked">
      <p>{say('work.putBack.text')}</p>
      <ul>
        {data.items.map(({ order, item, description, quantity, unit, location, inHandOf, carton }) => (
          <li key={[location, order, item, carton].join(' ')}>
            <strong>{inHandOf ? say('work.putBack.inHand', inHandOf) : <code>{location}</code>}</strong>{' '}
            {`${format.number(quantity)} ${unit}`} <code>{item}</code> {description}
            {carton !== null && <em> {say('work.putBack.packed', { carton })}</em>}
          </li>
        ))}
      </ul>
    </div>
  );
}
