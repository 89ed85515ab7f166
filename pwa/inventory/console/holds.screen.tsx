import type { LotHoldList, LotHoldRow } from '#shared/inventory/lot-holds.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices } from '../../ui/console/filters.tsx';
import { Chip, Head, Moment, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Lots on hold, and those that were. */
export const holdsScreen: ConsoleScreen = { path: '/holds', permit: 'stock.read', under: '/stock', Screen: Holds };

const refreshMs = 5000;

function Holds({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const status = address.query.get('status') === 'released' ? 'released' : 'active';
  const list = useAnswer<LotHoldList>(`/api/console/lot-holds?warehouse=${warehouse}&status=${status}`, refreshMs);
  return (
    <>
      <Head title={say('holds')} back={{ href: '/console/stock', name: say('stock') }} />
      <Choices
        address={address}
        member="status"
        label={say('status')}
        choices={[
          { value: '', name: say('holds.active') },
          { value: 'released', name: say('holds.released') },
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say(`holds.none.${status}`)}>
        {({ items }) => <Rows rows={items} />}
      </Reading>
    </>
  );
}

function Rows({ rows }: { readonly rows: readonly LotHoldRow[] }) {
  const { say } = useDesk();
  const columns: readonly Column<LotHoldRow>[] = [
    {
      head: say('item'),
      cell: ({ item, description }) => (
        <>
          <code>{item}</code> {description}
        </>
      ),
    },
    { head: say('lot'), cell: ({ lot }) => <code>{lot}</code> },
    { head: say('status'), cell: ({ status }) => <HoldState status={status} /> },
    { head: say('reason'), cell: ({ reason }) => say.label('reasonCode', reason) },
    { head: say('holds.note'), cell: ({ note }) => note ?? '' },
    {
      head: say('holds.placed'),
      cell: ({ placedBy, placedAt }) => (
        <>
          {placedBy} · <Moment at={placedAt} />
        </>
      ),
    },
  ];
  return (
    <Table
      label={say('holds')}
      rows={rows}
      columns={columns}
      rowKey={({ hold }) => hold}
      href={({ hold }) => `/console/holds/${encodeURIComponent(hold)}`}
      nameHead={say('holds.hold')}
      name={({ hold }) => <code>{hold}</code>}
    />
  );
}

/** Whether a lot is on hold still. */
export function HoldState({ status }: { readonly status: LotHoldRow['status'] }) {
  const { say } = useDesk();
  return <Chip tone={status === 'active' ? 'bad' : 'good'}>{say(`holds.${status}`)}</Chip>;
}
