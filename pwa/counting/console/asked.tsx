import { useState } from 'preact/hooks';
import type { CountWorkList } from '#shared/counting/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Reading, When } from '../../ui/console/parts.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

type Row = CountWorkList['items'][number];

/** What somebody is sent to count and nobody has counted yet. */
export function AskedList() {
  const { say, warehouse, client, may } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const list = useAnswer<CountWorkList>(`/api/console/count-work?warehouse=${warehouse}`, 30_000);
  const withdrawal = ({ work, location, item }: Row): Question => ({
    title: say('counts.withdraw.title', { place: location ?? item ?? work }),
    text: say('counts.withdraw.text'),
    confirm: say('counts.withdraw'),
    isGrave: true,
    needsReason: true,
    carryOut: (reason) => client.command('counting.withdraw', warehouse, { work, reason }),
    onDone: list.reload,
  });
  const onWithdraw = may('counting.withdraw') ? (row: Row) => setQuestion(withdrawal(row)) : null;
  return (
    <>
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('counts.none.asked')}>
        {({ items }) => (
          <div class="desk-table-frame">
            <table class="desk-table" aria-label={say('counts.asked')}>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {say(head)}
                    </th>
                  ))}
                  {onWithdraw && <td />}
                </tr>
              </thead>
              <tbody>
                {items.map((row) => (
                  <AskedRow key={row.work} row={row} onWithdraw={onWithdraw} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Reading>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

const heads = ['counts.place', 'counts.goods', 'counts.why', 'counts.second', 'counts.since', 'counts.atIt'] as const;

interface AskedProps {
  readonly row: Row;
  readonly onWithdraw: ((row: Row) => void) | null;
}

function AskedRow({ row, onWithdraw }: AskedProps) {
  const { say } = useDesk();
  const { item, description, location, origin, plan, askedBy, askedAt, isSecondCounter, claimedBy } = row;
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
      <td data-head={say('counts.atIt')}>{claimedBy === null ? '–' : <code>{claimedBy}</code>}</td>
      {onWithdraw && (
        <td>
          <button type="button" onClick={() => onWithdraw(row)}>
            {say('counts.withdraw')}…
          </button>
        </td>
      )}
    </tr>
  );
}
