import type { AuditPage, AuditRow } from '#shared/people/audit.ts';
import { withQuery } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Changed } from '../../ui/console/history.tsx';
import { Moment, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { SetupHead } from '../../ui/console/setup.tsx';
import { Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Who changed what and when, with what it was and what it is. */
export const auditScreen: ConsoleScreen = { path: '/setup/audit', permit: 'people.administer', Screen: Audit };

function Audit({ address }: ScreenProps) {
  const { say } = useDesk();
  const log = useAnswer<AuditPage>(`/api/console/audit?${address.query}`, 15_000);
  const subject = address.query.get('subject');
  return (
    <>
      <SetupHead part="audit" title={say('setup.audit')}>
        <Search address={address} placeholder={say('audit.search')} />
      </SetupHead>
      {subject !== null && (
        <Choices
          address={address}
          member="subject"
          label={say('audit.subject')}
          choices={[
            { value: '', name: say('all') },
            { value: subject, name: subject },
          ]}
        />
      )}
      <Reading of={log} isEmpty={({ items }) => items.length === 0} empty={say('audit.none')}>
        {({ items, next }) => (
          <>
            <Table<AuditRow>
              label={say('setup.audit')}
              rows={items}
              rowKey={({ position }) => String(position)}
              href={(row) => withQuery(address, { subject: row.subject, before: '', search: '' })}
              nameHead={say('audit.subject')}
              name={(row) => <code>{row.subject}</code>}
              columns={[
                { head: say('audit.at'), cell: ({ at }) => <Moment at={at} /> },
                { head: say('audit.actor'), cell: ({ actor }) => actor },
                { head: say('audit.action'), cell: ({ action }) => say.label('change', action) },
                {
                  head: say('audit.changes'),
                  cell: (row) => <Changed row={row} most={subject === null ? 3 : 40} />,
                },
              ]}
            />
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}
