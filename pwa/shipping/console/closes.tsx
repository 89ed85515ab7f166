import type { ShipmentList } from '#shared/shipping/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { ProblemBox } from '../../ui/console/parts.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { nameOf, type ToConfirm } from './confirm-all.ts';

const linesShown = 12;

/** What of orders is closed once this is confirmed, since one shipment stands for each; nothing where others may follow. */
export function Closes({ what }: { readonly what: ToConfirm }) {
  const { say, warehouse, format } = useDesk();
  const meant = 'load' in what ? { load: what.load } : { search: what.shipment };
  const query = new URLSearchParams({ warehouse, status: 'open', limit: '500', ...meant });
  const { data, problem } = useAnswer<ShipmentList>(`/api/device/shipments?${query}`);
  if (problem) return <ProblemBox problem={problem} />;
  const own = data?.items.filter(({ shipment, load }) =>
    'load' in what ? load === what.load : shipment === what.shipment,
  );
  const lines = own?.flatMap(({ closes }) => closes) ?? [];
  if (lines.length === 0) return null;
  const more = lines.length - linesShown;
  return (
    <div class="desk-note desk-picked">
      <p>{say('shipping.closes', { what: nameOf(what) })}</p>
      <ul>
        {lines.slice(0, linesShown).map(({ order, line, item, quantity, unit }) => (
          <li key={`${order} ${line}`}>
            <span class="desk-whole">
              <code>{order}</code> / {line}
            </span>{' '}
            <code>{item}</code> {`${format.number(quantity)} ${unit}`}
          </li>
        ))}
      </ul>
      {more > 0 && <p class="desk-quiet">{say('waves.outlook.more', { count: format.number(more) })}</p>}
    </div>
  );
}
