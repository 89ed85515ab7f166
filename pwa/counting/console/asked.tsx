import type { CountWorkList } from '#shared/counting/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Reading, When } from '../../ui/console/parts.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

type Row = CountWorkList['items'][number];

/** What somebody is sent to count and nobody has counted yet. */
export function AskedList() {
  const { say, warehouse } = useDesk();
  const list = useAnswer<CountWorkList>(`/api/console/count-work?warehouse=${warehouse}`, 30_000);
  return (
    <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('counts.none.asked')}>
      {({ items }) => (
        <div class="desk-table-frame">
          <table class="desk-table" aria-label={say('counts.asked')}>
            <thead>
              <tr>
                {(['counts.place', 'counts.goods', 'counts.why', 'counts.second', 'counts.since'] as const).map(
                  (head) => (
                    <th key={head} scope="col">
                      {say(head)}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <AskedRow key={row.work} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Reading>
  );
}

function AskedRow({ row }: { readonly row: Row }) {
  const { say } = useDesk();
  const { item, description, location, origin, plan, askedBy, askedAt, isSecondCounter } = row;
  const who = plan ?? (origin === 'request' ? askedBy : null);
  return (
    <tr>
      <td data-head={say('counts.place')}>{location ?? say('counts.everywhere')}</td>
      <td data-head={say('counts.goods')}>
        {item === null ? say('counts.all') : [item, description].filter(Boolean).join(' · ')}
      </td>
      <td data-head={say('counts.why')}>
        {say(`counts.origin.${origin}`)} {who !== null && <code>{who}</code>}
      </td>
      <td data-head={say('counts.second')}>{say(isSecondCounter ? 'setup.yes' : 'setup.no')}</td>
      <td data-head={say('counts.since')}>
        <When at={askedAt} />
      </td>
    </tr>
  );
}
