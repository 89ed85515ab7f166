import type { WaveList } from '#shared/waves/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages } from '../../ui/console/filters.tsx';
import { Head, Panel, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { templatesHref, workHref } from './paths.ts';
import { Pool } from './pool.tsx';
import { WaveTable } from './wave-table.tsx';

/** What waits to be released, the most urgent first, and below it what was released and how far that is. */
export const wavesScreen: ConsoleScreen = {
  path: '/waves',
  permit: 'waves.release',
  tab: { name: 'waves' },
  Screen: Waves,
};

function Waves({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const asked = new URLSearchParams({ warehouse });
  for (const member of ['status', 'before']) {
    const value = address.query.get(member) ?? (member === 'status' ? 'open' : '');
    if (value !== '') asked.set(member, value);
  }
  const waves = useAnswer<WaveList>(`/api/device/waves?${asked}`, 5000);
  return (
    <>
      <Head title={say('waves')}>
        <a class="desk-button" href={workHref}>
          {say('work')}
        </a>
        <a class="desk-button" href={templatesHref}>
          {say('templates')}
        </a>
      </Head>
      <Pool address={address} waves={waves.data?.items ?? []} onMade={waves.reload} />
      <Panel title={say('waves')}>
        <Choices
          address={address}
          member="status"
          label={say('status')}
          choices={[
            { value: '', name: say('waves.only.open') },
            { value: 'cancelled', name: say('waves.only.cancelled') },
          ]}
        />
        <Reading of={waves} isEmpty={({ items }) => items.length === 0} empty={say('waves.none')}>
          {({ items, next }) => (
            <>
              <WaveTable waves={items} />
              <Pages address={address} next={next} />
            </>
          )}
        </Reading>
      </Panel>
    </>
  );
}
