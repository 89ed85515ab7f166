import type { LoadList, LoadRow } from '#shared/receiving/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Head, Moment, Reading, Status } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { LoadProgress, loadTone, Notice, Orders } from './load-parts.tsx';
import { loadHref, loadsPath, newLoadHref } from './paths.ts';

/** The trucks that bring something: announced, planned by hand or begun at the dock, and how far each is. */
export const loadsScreen: ConsoleScreen = {
  path: '/loads',
  permit: 'orders.read',
  tab: { name: 'loads' },
  Screen: Loads,
};

const statuses = ['open', 'received', 'closed_empty'] as const;

function Loads({ address }: ScreenProps) {
  const { say, warehouse, may } = useDesk();
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  const list = useAnswer<LoadList>(`${loadsPath}?${asked}`);
  const columns: readonly Column<LoadRow>[] = [
    { head: say('status'), cell: ({ status }) => <Status code={status} tone={loadTone(status)} /> },
    { head: say('orders.progressHead'), cell: (load) => <LoadProgress load={load} /> },
    { head: say('loads.expectedAt'), cell: ({ expectedArrival }) => <Moment at={expectedArrival} /> },
    {
      head: say('loads.madeBy'),
      cell: (load) => (load.notice === null ? say.label('loadMaker', load.madeBy) : <Notice {...load} />),
    },
    { head: say('orders'), cell: (load) => <Orders of={load} /> },
    { head: say('loads.completedAt'), cell: ({ completedAt }) => <Moment at={completedAt} /> },
    { head: say('sourceSystem'), cell: ({ sourceSystem }) => sourceSystem },
  ];
  return (
    <>
      <Head title={say('loads')}>
        <Search address={address} placeholder={say('loads.search')} />
        {may('receiving.create_load') && (
          <a class="desk-button" href={newLoadHref}>
            {say('loads.make')}
          </a>
        )}
      </Head>
      <Choices
        address={address}
        member="status"
        label={say('status')}
        choices={[
          { value: '', name: say('all') },
          ...statuses.map((status) => ({ value: status, name: say(`loads.only.${status}`) })),
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('loads.none')}>
        {({ items, next }) => (
          <>
            <Table
              label={say('loads')}
              rows={items}
              columns={columns}
              rowKey={({ load }) => load}
              href={({ load }) => loadHref(load)}
              nameHead={say('loads.load')}
              name={({ load }) => <code>{load}</code>}
            />
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}
