import { useState } from 'preact/hooks';
import type { StockList } from '#shared/inventory/console.ts';
import type { Found, LookUpAnswer } from '#shared/inventory/look-up.ts';
import type { StockLine } from '#shared/inventory/stock-line.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Search } from '../../ui/console/filters.tsx';
import { Head, ProblemBox, Reading } from '../../ui/console/parts.tsx';
import { type LabelsMeant, PrintLabels } from '../../ui/console/print-labels.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { ChangeStock, type Chosen, RowChanges } from './change-stock.tsx';
import { FoundPanels } from './found.tsx';
import { SecondPerson } from './hold.screen.tsx';
import { Movements } from './movements.tsx';
import { StockState } from './stock-state.tsx';
import { totalsOf } from './totals.ts';

/** What is where: type or scan an item, a location, a plate, an order, a lot, or whatever else has a number. */
export const stockScreen: ConsoleScreen = {
  path: '/stock',
  permit: 'stock.read',
  tab: { name: 'stock' },
  Screen: Stock,
};

function Stock({ address }: ScreenProps) {
  const { say, warehouse, may } = useDesk();
  const search = address.query.get('search');
  const isWaiting = search === null && address.query.get('waitingFor') === 'putaway';
  const asked = new URLSearchParams({ warehouse, ...(search ? { search } : { waitingFor: 'putaway' }) });
  const found = useAnswer<StockList>(search || isWaiting ? `/api/console/stock?${asked}` : null);
  const named = new URLSearchParams({ warehouse, code: search ?? '' });
  const lookUp = useAnswer<LookUpAnswer>(search ? `/api/device/look-up?${named}` : null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [needsSecond, setNeedsSecond] = useState(false);
  const lookedUp = lookUp.data?.items ?? [];
  const isUnknown = found.data?.by === 'nothing' && lookUp.data !== null;
  // Stock of what is no item, location or plate: a lot, a serial number, a carton.
  const ownStock = found.data?.by === 'nothing' ? lookedUp.flatMap(({ stock }) => stock) : [];
  return (
    <>
      <Head title={say('stock')}>
        <a href="/console/stock/then">{say('stockThen')}</a>
        {may('replenishment.read') && <a href="/console/pick-faces">{say('faces')}</a>}
        <a href="/console/holds">{say('holds')}</a>
        {may('returns.read') && <a href="/console/returns">{say('returns')}</a>}
        {may('unknown_codes.bind') && <a href="/console/unknown-codes">{say('unknownCodes')}</a>}
        {may('counting.review') && <a href="/console/counts">{say('counts')}</a>}
        <Search address={address} placeholder={say('stock.search')} isFirst />
      </Head>
      {needsSecond && <SecondPerson />}
      {!search && (
        <Choices
          address={address}
          member="waitingFor"
          label={say('stock')}
          choices={[
            { value: '', name: say('stock.searched') },
            { value: 'putaway', name: say('stock.putaway') },
          ]}
        />
      )}
      {!search && !isWaiting ? (
        <p class="desk-empty">{say('stock.hint')}</p>
      ) : (
        <>
          {lookUp.problem && <ProblemBox problem={lookUp.problem} />}
          <Reading
            of={found}
            isEmpty={({ items }) => items.length === 0 && lookedUp.length === 0}
            empty={say(isUnknown ? 'stock.unknown' : 'stock.none', { search: search ?? '' })}
          >
            {(list) => (
              <>
                <PrintFound list={list} lookedUp={lookedUp} />
                <Totals rows={[...list.items, ...ownStock]} />
                <Rows rows={[...list.items, ...ownStock]} onChoose={setChosen} />
                {list.hasMore && <p class="desk-quiet">{say('stock.more', { count: list.items.length })}</p>}
                <FoundPanels items={lookedUp} />
                {lookedUp.map((found) => (
                  <Movements key={`${found.kind} ${found.sourceSystem} ${found.name} ${found.of?.item}`} of={found} />
                ))}
              </>
            )}
          </Reading>
        </>
      )}
      {chosen && (
        <ChangeStock
          chosen={chosen}
          onDone={(waits) => {
            setNeedsSecond(waits);
            found.reload();
            lookUp.reload();
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

/** The label of the one thing that was found, where such things have labels. */
function PrintFound({ list, lookedUp }: { readonly list: StockList; readonly lookedUp: readonly Found[] }) {
  const { say } = useDesk();
  const [first] = list.items;
  const carton = lookedUp.find(({ kind }) => kind === 'carton');
  const meant: LabelsMeant | null =
    list.by === 'item' && first
      ? { kind: 'item', subjects: [first.item], sourceSystem: first.sourceSystem }
      : list.by === 'licensePlate' && first?.licensePlate
        ? { kind: 'license-plate', subjects: [first.licensePlate] }
        : carton
          ? { kind: 'carton', subjects: [carton.name] }
          : null;
  return meant && <PrintLabels of={meant} name={say('sites.printLabel')} />;
}

function Totals({ rows }: { readonly rows: readonly StockLine[] }) {
  const { say, format } = useDesk();
  const totals = totalsOf(rows);
  if (totals.length > 3) return null;
  return (
    <div class="desk-totals">
      {totals.map(({ item, description, unit, onHand, reserved, available }) => (
        <dl key={item} class="desk-total">
          <dt>
            <code>{item}</code> {description}
          </dt>
          {(
            [
              ['stock.onHand', onHand],
              ['stock.reserved', reserved],
              ['stock.available', available],
            ] as const
          ).map(([name, quantity]) => (
            <dd key={name}>
              <b>{format.number(quantity)}</b> {unit} <span class="desk-quiet">{say(name)}</span>
            </dd>
          ))}
        </dl>
      ))}
    </div>
  );
}

function Rows({
  rows,
  onChoose,
}: {
  readonly rows: readonly StockLine[];
  readonly onChoose: (chosen: Chosen) => void;
}) {
  const { say, format } = useDesk();
  if (rows.length === 0) return null;
  const searchFor = (text: string) => `/console/stock?search=${encodeURIComponent(text)}`;
  const columns: readonly Column<StockLine>[] = [
    {
      head: say('item'),
      cell: ({ item, description }) => (
        <>
          <a href={searchFor(item)}>
            <code>{item}</code>
          </a>{' '}
          {description}
        </>
      ),
    },
    {
      head: say('licensePlate'),
      cell: ({ licensePlate }) =>
        licensePlate === null ? (
          <span class="desk-none">–</span>
        ) : (
          <a href={searchFor(licensePlate)}>
            <code>{licensePlate}</code>
          </a>
        ),
    },
    { head: say('lot'), cell: Batch },
    {
      head: say('status'),
      cell: ({ inventoryStatus }) => <StockState status={inventoryStatus} />,
    },
    { head: say('stock.onHand'), cell: ({ onHand }) => format.number(onHand), isNumber: true },
    { head: say('stock.reserved'), cell: ({ reserved }) => format.number(reserved), isNumber: true },
    { head: say('stock.available'), cell: ({ available }) => <b>{format.number(available)}</b>, isNumber: true },
    { head: say('unit'), cell: ({ unit }) => unit },
    { head: say('owner'), cell: ({ owner }) => owner },
    { head: say('stock.change'), cell: (row) => <RowChanges row={row} onChoose={onChoose} /> },
  ];
  return (
    <Table
      label={say('stock')}
      rows={rows}
      columns={columns}
      rowKey={(row) =>
        [row.location, row.item, row.licensePlate, row.lot, row.serial, row.inventoryStatus, row.owner].join(' ')
      }
      href={({ location }) => searchFor(location)}
      nameHead={say('location')}
      name={({ location }) => <code>{location}</code>}
    />
  );
}

function Batch({ lot, expiryDate, serial }: StockLine) {
  const { say } = useDesk();
  const parts = [lot, expiryDate && `${say('expires')} ${expiryDate}`, serial].filter((part) => part);
  return <span class={parts.length === 0 ? 'desk-none' : undefined}>{parts.join(' · ') || '–'}</span>;
}
