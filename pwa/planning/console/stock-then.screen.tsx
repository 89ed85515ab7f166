import type { StockThen } from '#shared/planning/stock-then.ts';
import { withQuery } from '../../ui/console/address.ts';
import { AskedForm } from '../../ui/console/asked-form.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Head, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** What stood where at a moment of the past: of the whole warehouse, an item, or a location. */
export const stockThenScreen: ConsoleScreen = {
  path: '/stock/then',
  permit: 'stock.read',
  under: '/stock',
  Screen: Then,
};

type Row = StockThen['items'][number];

function Then({ address }: ScreenProps) {
  const { say, warehouse, format } = useDesk();
  const at = address.query.get('at') ?? '';
  const instant = instantOf(at);
  const asked = new URLSearchParams({ warehouse, at: instant ?? '' });
  for (const member of ['item', 'location']) {
    const value = address.query.get(member);
    if (value) asked.set(member, value);
  }
  const then = useAnswer<StockThen>(instant === null ? null : `/api/console/stock-then?${asked}`);
  const columns: readonly Column<Row>[] = [
    { head: say('item'), cell: ({ item }) => <code>{item}</code> },
    { head: say('lot'), cell: ({ lot }) => lot ?? '–' },
    { head: say('status'), cell: ({ inventoryStatus }) => say.label('status', inventoryStatus) },
    { head: say('owner'), cell: ({ owner }) => owner },
    { head: say('stock.onHand'), cell: ({ onHand }) => <b>{format.number(onHand)}</b>, isNumber: true },
  ];
  return (
    <>
      <Head back={{ href: '/console/stock', name: say('stock') }} title={say('stockThen')} />
      <AskedForm
        address={address}
        fields={[
          { name: 'at', label: say('stockThen.at'), kind: 'moment' },
          { name: 'item', label: say('item') },
          { name: 'location', label: say('location') },
        ]}
        button={say('stockThen.show')}
      />
      {instant === null ? (
        <p class="desk-empty">{say('stockThen.hint')}</p>
      ) : (
        <Reading of={then} isEmpty={({ items }) => items.length === 0} empty={say('stockThen.none')}>
          {({ items, hasMore }) => (
            <>
              <Table
                label={say('stockThen')}
                rows={items}
                columns={columns}
                rowKey={(row) => [row.location, row.item, row.lot, row.inventoryStatus, row.owner].join(' ')}
                href={({ location }) => withQuery(address, { location })}
                nameHead={say('location')}
                name={({ location }) => <code>{location}</code>}
              />
              {hasMore && <p class="desk-quiet">{say('stock.more', { count: items.length })}</p>}
            </>
          )}
        </Reading>
      )}
    </>
  );
}

/** The instant that the browser's own clock means; null for none. */
function instantOf(local: string): string | null {
  const ms = Date.parse(local);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
