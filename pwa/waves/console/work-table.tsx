import { useState } from 'preact/hooks';
import type { WorkRow } from '#shared/waves/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Bad, Done, Due } from '../../ui/console/outbound-parts.tsx';
import { Chip, When } from '../../ui/console/parts.tsx';
import { Picked } from '../../ui/console/picked.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import { Assign } from './assign.tsx';
import { WorkState } from './parts.tsx';
import { orderSearch, waveHref, workHref } from './paths.ts';
import { PriorityOf } from './priority.tsx';

/** Work with who has it and how far it is; what a supervisor decides about it stands at the end of each row. */
export function WorkTable({
  works,
  onChanged,
}: {
  readonly works: readonly WorkRow[];
  readonly onChanged: () => void;
}) {
  const { say } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const [ranked, setRanked] = useState<WorkRow | null>(null);
  const [given, setGiven] = useState<WorkRow | null>(null);
  const columns: readonly Column<WorkRow>[] = [
    { head: say('status'), cell: ({ status }) => <WorkState code={status} /> },
    {
      head: say('work.priority'),
      cell: (row) =>
        row.status === 'closed' ? (
          row.priority
        ) : (
          <button
            type="button"
            class="waves-rank is-small"
            aria-label={`${say('work.priority.of', { work: row.work })}: ${row.priority}`}
            onClick={() => setRanked(row)}
          >
            {row.priority}
          </button>
        ),
      isNumber: true,
    },
    { head: say('work.order'), cell: (row) => <ForWhat work={row} /> },
    { head: say('work.due'), cell: ({ dueAt, isLate }) => <Due at={dueAt} urgency={isLate ? 'late' : 'normal'} /> },
    { head: say('work.begins'), cell: ({ location }) => <code class="desk-whole">{location || '–'}</code> },
    { head: say('waves.lines'), cell: ({ lines }) => <Done of={lines} /> },
    { head: say('waves.short'), cell: ({ short }) => <Bad count={short} />, isNumber: true },
    { head: say('work.who'), cell: (row) => <Who work={row} /> },
    {
      head: say('work.actions'),
      cell: (row) => <Actions work={row} onAsk={setQuestion} onGive={setGiven} onChanged={onChanged} />,
    },
  ];
  return (
    <>
      <Table
        label={say('work')}
        rows={works}
        columns={columns}
        rowKey={({ work }) => work}
        href={({ wave }) => (wave ? waveHref(wave) : workHref)}
        nameHead={say('work')}
        name={({ work }) => <code>{work}</code>}
        isMarked={({ isLate }) => isLate}
      />
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {given && <Assign work={given} onDone={onChanged} onClose={() => setGiven(null)} />}
      {ranked && <PriorityOf work={ranked} onDone={onChanged} onClose={() => setRanked(null)} />}
    </>
  );
}

/** The order that it fetches for, or that it fills a pick face, or brings goods back. */
function ForWhat({ work: { order, type } }: { readonly work: WorkRow }) {
  const { say } = useDesk();
  if (type === 'replenish') return <Chip tone="quiet">{say('work.replenish')}</Chip>;
  if (type === 'put_back') return <Chip tone="warn">{say('work.putBack')}</Chip>;
  return order === null ? null : <OrderLink order={order} />;
}

function OrderLink({ order }: { readonly order: string }) {
  return (
    <a href={orderSearch(order)}>
      <code class="desk-whole">{order}</code>
    </a>
  );
}

function Who({ work: { claimedBy, claimedAt, isClaimExpired, inHand } }: { readonly work: WorkRow }) {
  const { say } = useDesk();
  if (claimedBy === null) return <span class="desk-none">–</span>;
  return (
    <>
      {claimedBy}{' '}
      {isClaimExpired ? (
        <Chip tone="warn">{say('work.expired')}</Chip>
      ) : (
        <span class="desk-quiet">
          <When at={claimedAt} />
        </span>
      )}{' '}
      {inHand > 0 && <Chip tone="info">{say('work.inHand')}</Chip>}
    </>
  );
}

function Actions({
  work: row,
  onAsk,
  onGive,
  onChanged,
}: {
  readonly work: WorkRow;
  readonly onAsk: (question: Question) => void;
  readonly onGive: (work: WorkRow) => void;
  readonly onChanged: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const { work, status, claimedBy, inHand } = row;
  if (status === 'closed') return null;
  const ask = (what: 'takeBack' | 'cancel', type: string) =>
    onAsk({
      title: say(`work.${what}.title`, { work, badge: claimedBy ?? '' }),
      text: say(what === 'cancel' && row.type === 'replenish' ? 'work.cancel.fill' : `work.${what}.text`),
      ...(what === 'cancel' && { details: <Picked of={{ work }} /> }),
      ...(what === 'takeBack' &&
        inHand > 0 && {
          details: <p class="desk-note">{say('work.takeBack.inHand', { badge: claimedBy ?? '' })}</p>,
        }),
      confirm: say(what === 'cancel' ? 'work.cancel.do' : 'work.takeBack'),
      isGrave: what === 'cancel',
      needsReason: true,
      carryOut: (reason) =>
        client.command(type, warehouse, { work, reason, ...(what === 'cancel' && { putBack: true }) }),
      onDone: onChanged,
    });
  return (
    <span class="desk-row-buttons">
      {status === 'open' && (
        <button type="button" class="is-small" onClick={() => onGive(row)}>
          {say('work.give')}…
        </button>
      )}
      {claimedBy !== null && (
        <button type="button" class="is-small" onClick={() => ask('takeBack', 'waves.take_back')}>
          {say('work.takeBack')}…
        </button>
      )}
      {row.type !== 'put_back' && (
        <button type="button" class="is-small" onClick={() => ask('cancel', 'waves.cancel_work')}>
          {say('work.cancel')}…
        </button>
      )}
    </span>
  );
}
