import type { WorkList } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Search } from '../../ui/console/filters.tsx';
import { Head, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { wavesHref, workHref } from './paths.ts';
import { WorkTable } from './work-table.tsx';

/** What is being fetched and what waits for it, whatever wave it is of. */
export const workScreen: ConsoleScreen = {
  path: workHref.replace('/console', ''),
  permit: 'waves.release',
  Screen: Work,
};

function Work({ address }: ScreenProps) {
  const { say, warehouse, format } = useDesk();
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  const list = useAnswer<WorkList>(`/api/device/work?${asked}`, 5000);
  return (
    <>
      <Head back={{ href: wavesHref, name: say('waves') }} title={say('work')}>
        <Search address={address} placeholder={say('work.search')} />
      </Head>
      <Choices
        address={address}
        member="claimed"
        label={say('work.who')}
        choices={[
          { value: '', name: say('all') },
          { value: 'yes', name: say('work.claimedOnly') },
          { value: 'no', name: say('work.freeOnly') },
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('work.none')}>
        {({ items, total }) => (
          <>
            <WorkTable works={items} onChanged={list.reload} />
            {total > items.length && (
              <p class="desk-quiet">{`${format.number(items.length)} / ${format.number(total)}`}</p>
            )}
          </>
        )}
      </Reading>
    </>
  );
}
