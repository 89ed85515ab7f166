import type { Found } from '#shared/inventory/look-up.ts';
import type { HistoryLine } from '#shared/inventory/look-up-history.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Moment, Panel } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';

/** What became of a thing, the newest first: who moved how much of what from where to where, and why. */
export function Movements({ of: found }: { readonly of: Found }) {
  const { say, format } = useDesk();
  if (found.history.length === 0) return null;
  const columns: readonly Column<HistoryLine>[] = [
    { head: say('movements.what'), cell: whatOf },
    { head: say('item'), cell: ({ item }) => <code>{item}</code> },
    {
      head: say('movements.quantity'),
      cell: ({ quantity, unit }) => `${format.number(quantity)} ${unit}`,
      isNumber: true,
    },
    { head: say('movements.from'), cell: ({ from, fromPlate }) => placeOf(from, fromPlate) },
    { head: say('movements.to'), cell: ({ to, toPlate }) => placeOf(to, toPlate) },
    { head: say('lot'), cell: ({ lot, serial }) => [lot, serial].filter((part) => part).join(' · ') || '–' },
    { head: say('movements.by'), cell: ({ by, byName, device }) => `${byName ?? by} · ${device}` },
  ];
  function whatOf({ reason, isCorrection, reasonCode, fromStatus, toStatus }: HistoryLine): string {
    const status = fromStatus === toStatus ? null : say.label('status', toStatus);
    const why = reasonCode === null ? null : say.label('reasonCode', reasonCode);
    const parts = [say.label('movement', reason), isCorrection && say('movements.correction'), status, why];
    return parts.filter((part) => part).join(' · ');
  }
  function placeOf(place: string, plate: string | null): string {
    const named = place.startsWith('@') ? say.label('outside', place.slice(1)) : place;
    return plate === null ? named : `${named} · ${plate}`;
  }
  return (
    <Panel
      title={
        <>
          {say('movements')} <code>{found.name}</code>
        </>
      }
    >
      <Table
        label={`${say('movements')} ${found.name}`}
        rows={found.history}
        columns={columns}
        rowKey={({ id }) => id}
        href={({ item }) => `/console/stock?search=${encodeURIComponent(item)}`}
        nameHead={say('movements.at')}
        name={({ at }) => <Moment at={at} />}
      />
    </Panel>
  );
}
