import type { DecisionRow } from '#shared/exceptions/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Moment } from '../../ui/console/parts.tsx';

/** What was decided, why, by whom and when. */
export function Decided({ row }: { readonly row: DecisionRow }) {
  const { say } = useDesk();
  return (
    <p class="desk-decided">
      <Chip tone="good">{say.label('action', row.action ?? '')}</Chip> {row.reason}{' '}
      <span class="desk-quiet">
        {row.resolvedBy} · <Moment at={row.resolvedAt} />
      </span>
    </p>
  );
}
