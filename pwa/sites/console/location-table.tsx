import type { ShownLocation } from '#shared/sites/location.ts';
import { type Address, withQuery } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip } from '../../ui/console/parts.tsx';
import { Table } from '../../ui/console/table.tsx';
import type { Selection } from '../../ui/console/use-selection.ts';
import { locationHref } from './paths.ts';

/** More rows than this are neither read nor drawn in a moment. */
const rowsShown = 200;

/** Locations in walking order: those of the type and search that the address names, a page at a time. */
export function LocationTable({
  warehouse,
  locations,
  address,
  selection,
}: {
  readonly warehouse: string;
  readonly locations: readonly ShownLocation[];
  readonly address: Address;
  readonly selection: Selection<ShownLocation>;
}) {
  const { say, format } = useDesk();
  const type = address.query.get('type') ?? '';
  const search = (address.query.get('search') ?? '').toLowerCase();
  const from = Number(address.query.get('from') ?? 0) || 0;
  const found = locations.filter(
    (location) =>
      (type === '' || location.type === type) &&
      `${location.code} ${location.zone} ${location.fixedItem ?? ''}`.toLowerCase().includes(search),
  );
  if (found.length === 0) return <p class="desk-empty">{say('sites.none')}</p>;
  const shown = found.slice(from, from + rowsShown);
  const number = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <>
      <Table<ShownLocation>
        label={say('sites.locations')}
        rows={shown}
        selection={selection}
        rowKey={({ code }) => code}
        href={({ code }) => locationHref(warehouse, code)}
        nameHead={say('setup.code')}
        name={({ code, active }) => (
          <>
            <code>{code}</code>
            {!active && <Chip tone="quiet">{say('sites.isClosed')}</Chip>}
          </>
        )}
        columns={[
          { head: say('sites.type'), cell: (location) => say.label('locationType', location.type) },
          { head: say('sites.zone'), cell: ({ zone }) => zone },
          { head: say('sites.sequence'), isNumber: true, cell: ({ sequence }) => format.number(sequence) },
          { head: say('sites.plates'), isNumber: true, cell: ({ capacity }) => number(capacity.plates) },
          { head: say('sites.fixedItem'), cell: ({ fixedItem }) => fixedItem ?? '–' },
          { head: say('sites.checkDigit'), cell: ({ checkDigit }) => <code>{checkDigit}</code> },
        ]}
      />
      <nav class="desk-pages" aria-label={say('pages')}>
        <span class="desk-quiet">
          {say('sites.shown', {
            from: format.number(from + 1),
            to: format.number(from + shown.length),
            count: format.number(found.length),
          })}
        </span>
        {from > 0 && (
          <a href={withQuery(address, { from: String(Math.max(0, from - rowsShown)) })}>{say('sites.previous')}</a>
        )}
        {from + rowsShown < found.length && (
          <a href={withQuery(address, { from: String(from + rowsShown) })}>{say('sites.next')}</a>
        )}
      </nav>
    </>
  );
}
