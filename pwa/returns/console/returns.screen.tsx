import type { ReturnList, ReturnRow } from '#shared/returns/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Chip, Facts, Head, Quantity, Reading, When } from '../../ui/console/parts.tsx';
import { Photos } from '../../ui/console/photos.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Goods that came back: what becomes of them, what they had gone out with, and the receipt that credits them. */
export const returnsScreen: ConsoleScreen = {
  path: '/returns',
  permit: 'returns.read',
  under: '/stock',
  Screen: Returns,
};

const dispositions = ['restock', 'quarantine', 'scrap'] as const;
const tones = { restock: 'good', quarantine: 'warn', scrap: 'bad' } as const;

function Returns({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const asked = new URLSearchParams({ warehouse });
  for (const member of ['disposition', 'search', 'before']) {
    const value = address.query.get(member);
    if (value) asked.set(member, value);
  }
  const list = useAnswer<ReturnList>(`/api/console/returns?${asked}`);
  const choices = dispositions.map((value) => ({ value, name: say(`returns.${value}`) }));
  return (
    <>
      <Head title={say('returns')} back={{ href: '/console/stock', name: say('stock') }}>
        <Search address={address} placeholder={say('returns.search')} />
      </Head>
      <Choices
        address={address}
        member="disposition"
        label={say('returns.disposition')}
        choices={[{ value: '', name: say('returns.all') }, ...choices]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('returns.none')}>
        {({ items, next }) => (
          <>
            <ul class="desk-cards">
              {items.map((row) => (
                <li key={row.registration}>
                  <Card row={row} />
                </li>
              ))}
            </ul>
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}

function Card({ row }: { readonly row: ReturnRow }) {
  const { say, may } = useDesk();
  const disposition = dispositions.find((known) => known === row.disposition);
  const documents = row.documentNumber !== null && may('orders.read');
  return (
    <article class="desk-card">
      <header>
        <Chip tone={disposition ? tones[disposition] : 'quiet'}>
          {disposition ? say(`returns.${disposition}`) : row.disposition}
        </Chip>
        {row.isUndone && <Chip tone="quiet">{say('returns.undone')}</Chip>}
        <strong>
          <Quantity of={row.quantity} unit={row.unit} /> · {row.item} · {row.description}
        </strong>
        <span class="desk-quiet">
          {row.returnedBy} · <When at={row.returnedAt} />
        </span>
      </header>
      <Facts
        rows={[
          [say('returns.order'), <a href={`/console/orders/${row.sourceSystem}/${row.order}`}>{row.order}</a>],
          [
            say('returns.receipt'),
            documents ? (
              <a href={`/console/documents/${row.documentNumber}`}>{row.documentNumber}</a>
            ) : (
              (row.documentNumber ?? say('returns.notCredited'))
            ),
          ],
          [say('returns.code'), `${row.sourceSystem} · ${row.dispositionCode}`],
          [say('returns.original'), row.originalOrder],
          [say('returns.returnId'), row.returnId],
          [say('returns.place'), [row.location, row.licensePlate].filter(Boolean).join(' · ')],
          [say('returns.tracking'), [row.lot, row.serial].filter(Boolean).join(' · ')],
          [say('returns.condition'), row.condition],
        ]}
      />
      <Photos of={row.photos} />
    </article>
  );
}
