import { changesBetween } from './changes.ts';
import { useDesk } from './context.ts';
import { Moment, Panel } from './parts.tsx';
import { useAnswer } from './use-answer.ts';

/** A row of the audit log, as far as a screen shows it. */
export interface Audited {
  readonly position: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Who changed a thing last, and what of it. Only for those who may read the audit log. */
export function History({ subject }: { readonly subject: string }) {
  const { say, may } = useDesk();
  const mayRead = may('people.administer');
  const query = new URLSearchParams({ subject, limit: '10' });
  const log = useAnswer<{ items: readonly Audited[] }>(mayRead ? `/api/console/audit?${query}` : null, 15_000);
  if (!log.data || log.data.items.length === 0) return null;
  return (
    <Panel title={say('setup.history')}>
      <ol class="desk-history">
        {log.data.items.map((row) => (
          <li key={row.position}>
            <p>
              <b>{row.actor}</b> <Moment at={row.at} /> · {say.label('change', row.action)}
            </p>
            <Changed row={row} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

/** What a row of the log changed, member by member; at most so many. */
export function Changed({ row, most = 12 }: { readonly row: Audited; readonly most?: number }) {
  const { say } = useDesk();
  const changes = changesBetween(row.before ?? {}, row.after ?? {});
  const shown = changes.slice(0, most);
  if (row.before === null) return <span class="desk-quiet">{say('setup.isNew')}</span>;
  return (
    <ul class="desk-changes">
      {shown.map(({ pointer, before, after }) => (
        <li key={pointer}>
          <code>{pointer.slice(1)}</code> <del>{text(before)}</del> → <ins>{text(after)}</ins>
        </li>
      ))}
      {changes.length > most && <li>{say('setup.andMore', { count: changes.length - most })}</li>}
    </ul>
  );
}

function text(value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
