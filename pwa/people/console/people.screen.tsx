import { useState } from 'preact/hooks';
import type { PersonList, PersonRow } from '#shared/people/person.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Search } from '../../ui/console/filters.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Chip, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { SetupHead } from '../../ui/console/setup.tsx';
import { Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Who works here and as what. */
export const peopleScreen: ConsoleScreen = { path: '/setup/people', permit: 'people.administer', Screen: People };

const path = '/api/admin/people';

function hrefOf(badge: string): string {
  return `/console/setup/people/${encodeURIComponent(badge)}`;
}

function People({ address }: ScreenProps) {
  const { say, client, warehouse } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const list = useAnswer<PersonList>(path, 30_000);
  const search = (address.query.get('search') ?? '').toLowerCase();
  const isFound = ({ badge, name }: PersonRow) => `${badge} ${name}`.toLowerCase().includes(search);
  return (
    <>
      <SetupHead part="people" title={say('setup.people')}>
        <Search address={address} placeholder={say('people.search')} />
        <button type="button" class="is-main" onClick={() => setMaking(true)}>
          {say('people.make')}
        </button>
      </SetupHead>
      <Reading of={list} isEmpty={({ items }) => !items.some(isFound)} empty={say('people.none')}>
        {({ items }) => (
          <Table<PersonRow>
            label={say('setup.people')}
            rows={items.filter(isFound)}
            rowKey={({ badge }) => badge}
            href={({ badge }) => hrefOf(badge)}
            nameHead={say('people.badge')}
            name={({ badge }) => <code>{badge}</code>}
            columns={[
              { head: say('setup.name'), cell: ({ name }) => name },
              { head: say('people.roles'), cell: Roles },
              { head: say('people.signsIn'), cell: Secrets },
            ]}
          />
        )}
      </Reading>
      {isMaking && (
        <MakeNew
          title={say('people.make')}
          text={say('people.make.text')}
          confirm={say('setup.make')}
          start={{ badge: '', name: '' }}
          fields={[
            { pointer: '/badge', label: say('people.badge'), kind: 'text', longest: 64 },
            { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 250 },
            {
              pointer: '/pin',
              label: say('people.pin'),
              help: say('people.pin.help'),
              kind: 'secret',
              longest: 12,
              isDigits: true,
            },
          ]}
          carryOut={async (draft) => {
            const { badge, ...person } = draft as { badge: string; name: string; pin?: string };
            const body = { ...person, roles: { [warehouse]: 'worker' } };
            const outcome = await client.put(`${path}/${encodeURIComponent(badge.trim() || ' ')}`, body, null);
            if ('data' in outcome) goTo(hrefOf(badge.trim()));
            return outcome;
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}

function Roles({ roles }: PersonRow) {
  const { say } = useDesk();
  const held = Object.entries(roles);
  if (held.length === 0) return <Chip tone="quiet">{say('people.noRole')}</Chip>;
  return (
    <>
      {held
        .map(([code, role]) => `${say.label('role', role)} (${code === '*' ? say('people.everywhere') : code})`)
        .join(', ')}
    </>
  );
}

function Secrets({ hasPin, hasPassword, lockedUntil }: PersonRow) {
  const { say, format } = useDesk();
  if (lockedUntil !== null && !format.isPast(lockedUntil)) {
    return <Chip tone="bad">{say('people.locked', { time: format.time(lockedUntil) })}</Chip>;
  }
  const ways = [...(hasPin ? [say('people.pin')] : []), ...(hasPassword ? [say('password')] : [])];
  if (ways.length === 0) return <Chip tone="warn">{say('people.noSecret')}</Chip>;
  return <span>{ways.join(', ')}</span>;
}
