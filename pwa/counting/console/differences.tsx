import type { CountRow } from '#shared/counting/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Quantity, When } from '../../ui/console/parts.tsx';

type Difference = CountRow['differences'][number];

/** What a count found different, what accepting it would post by now, and which scans could explain it. */
export function Differences({ row }: { readonly row: CountRow }) {
  const { say } = useDesk();
  const isWaiting = row.status === 'review';
  const heads = ['counts.expected', 'counts.counted', 'counts.difference'] as const;
  return (
    <div class="desk-table-frame">
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('counts.goods')}</th>
            <th scope="col">{say('counts.place')}</th>
            {[...heads, ...(isWaiting ? (['counts.posts'] as const) : [])].map((head) => (
              <th key={head} scope="col" class="is-number">
                {say(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.differences.map((one) => (
            <tr key={`${one.item} ${one.location} ${one.licensePlate} ${one.lot} ${one.serial}`}>
              <td data-head={say('counts.goods')}>
                {[one.item, one.description, one.lot, one.serial].filter(Boolean).join(' · ')}{' '}
                {one.isNew && <Chip tone="info">{say('counts.isNew')}</Chip>}
                <Scans of={one} />
              </td>
              <td data-head={say('counts.place')}>{[one.location, one.licensePlate].filter(Boolean).join(' · ')}</td>
              <td data-head={say('counts.expected')} class="is-number">
                <Quantity of={one.expected} unit={one.unit} />
              </td>
              <td data-head={say('counts.counted')} class="is-number">
                <Quantity of={one.counted} unit={one.unit} />
              </td>
              <td data-head={say('counts.difference')} class="is-number">
                <strong>
                  <Quantity of={one.difference} unit={one.unit} />
                </strong>
              </td>
              {isWaiting && (
                <td data-head={say('counts.posts')} class="is-number">
                  {one.posts === null ? '–' : <Quantity of={one.posts} unit={one.unit} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where the goods were told, and what the same person scanned before that may have been meant for here. */
function Scans({ of: { told, causes, unit } }: { readonly of: Difference }) {
  const { say, format } = useDesk();
  if (told === null && causes.length === 0) return null;
  return (
    <ul class="desk-quiet count-scans">
      {told && (
        <li>
          {[
            say('counts.told', { count: told.scans, place: told.after }),
            ...(told.previous === null ? [] : [say('counts.afterItem', { item: told.previous })]),
            ...(told.next === null ? [] : [say('counts.beforeItem', { item: told.next })]),
          ].join(', ')}
        </li>
      )}
      {causes.map(({ kind, command, at, place, quantity, whereabouts }) => (
        <li key={`${command} ${place}`}>
          {say(kind === 'stands' ? 'counts.stands' : quantity < 0 ? 'counts.taken' : 'counts.brought', {
            ...{ place, quantity: format.number(Math.abs(quantity)), unit },
            ...{ count: whereabouts?.scans ?? 0, after: whereabouts?.after ?? place },
          })}{' '}
          · <When at={at} />
        </li>
      ))}
    </ul>
  );
}
