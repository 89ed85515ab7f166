import { useState } from 'preact/hooks';
import type { CountList, CountRow } from '#shared/counting/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Choices } from '../../ui/console/filters.tsx';
import { Chip, Head, ProblemBox, Reading, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { AskedList } from './asked.tsx';
import { Differences } from './differences.tsx';
import { plansHref } from './paths.ts';
import { RequestCounts } from './request.tsx';

/** Counts that found something different: a second person decides. */
export const countsScreen: ConsoleScreen = {
  path: '/counts',
  permit: 'counting.review',
  under: '/stock',
  Screen: Counts,
};

const states = ['review', 'asked', 'recount', 'open', 'posted', 'rejected', 'covered', 'withdrawn'] as const;

function Counts({ address }: ScreenProps) {
  const { say, may } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const status = states.find((state) => state === address.query.get('status')) ?? 'review';
  const choices = states.map((state) => ({ value: state === 'review' ? '' : state, name: say(`counts.${state}`) }));
  return (
    <>
      <Head title={say('counts')} back={{ href: '/console/stock', name: say('stock') }}>
        <a class="desk-button" href={plansHref}>
          {say('counts.plans')}
        </a>
        {may('counting.request') && (
          <button type="button" class="is-main" onClick={() => setAsking(true)}>
            {say('counts.request')}
          </button>
        )}
      </Head>
      <Choices address={address} member="status" label={say('status')} choices={choices} />
      {status === 'asked' ? <AskedList /> : <Counted status={status} key={status} />}
      {isAsking && <RequestCounts onClose={() => setAsking(false)} />}
    </>
  );
}

function Counted({ status }: { readonly status: Exclude<(typeof states)[number], 'asked'> }) {
  const { say, warehouse } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const list = useAnswer<CountList>(`/api/console/counts?warehouse=${warehouse}&status=${status}`, 30_000);
  return (
    <>
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say(`counts.none.${status}`)}>
        {({ items }) => (
          <ul class="desk-cards">
            {items.map((row) => (
              <li key={row.count}>
                <Card row={row} onAsk={setQuestion} onDone={list.reload} />
              </li>
            ))}
          </ul>
        )}
      </Reading>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

interface CardProps {
  readonly row: CountRow;
  readonly onAsk: (question: Question) => void;
  readonly onDone: () => void;
}

function Card({ row, onAsk, onDone }: CardProps) {
  const { say } = useDesk();
  const place = row.location ?? say('counts.everywhere');
  return (
    <article class={`desk-card ${row.status === 'review' ? 'is-open' : ''}`}>
      <header>
        <Chip tone={row.status === 'review' ? 'warn' : 'quiet'}>{say(`counts.${row.status}`)}</Chip>
        <strong>{row.item === null ? place : `${row.item} · ${place}`}</strong>
        <span class="desk-quiet">
          <code>{row.count}</code> · {countersOf(row)} · <When at={row.countedAt} />
        </span>
      </header>
      {row.differences.length > 0 && <Differences row={row} />}
      {row.refusal && <ProblemBox problem={row.refusal} />}
      {row.reviewedBy !== null && (
        <p class="desk-quiet">
          {row.reviewedBy} · <When at={row.reviewedAt} />: {row.reviewReason}
        </p>
      )}
      {row.status === 'review' && <Buttons row={row} onAsk={onAsk} onDone={onDone} />}
    </article>
  );
}

/** Everybody who counted, each once. */
function countersOf({ attemptedBy, countedBy }: CountRow): string {
  return attemptedBy.length > 0 ? [...new Set(attemptedBy)].join(', ') : (countedBy ?? '–');
}

const decisions = ['accept', 'recount', 'reject'] as const;
const names = { accept: 'counts.accept', recount: 'counts.again', reject: 'counts.reject' } as const;

function Buttons({ row, onAsk, onDone }: CardProps) {
  const { say, client, session, warehouse } = useDesk();
  if ([...row.attemptedBy, row.countedBy].includes(session.operator.badge))
    return <p class="desk-quiet">{say('counts.own')}</p>;
  const question = (decision: (typeof decisions)[number]): Question => ({
    title: `${say(names[decision])}: ${row.location ?? row.item ?? row.count}`,
    text: say(`counts.${decision}.text`),
    confirm: say(names[decision]),
    isGrave: decision === 'reject',
    needsReason: true,
    carryOut: (reason) => client.command('counting.review', warehouse, { count: row.count, decision, reason }),
    onDone,
  });
  return (
    <div class="desk-buttons">
      {decisions.map((decision, index) => (
        <button
          key={decision}
          type="button"
          class={index === 0 ? 'is-main' : undefined}
          title={say(`counts.${decision}.text`)}
          onClick={() => onAsk(question(decision))}
        >
          {say(names[decision])}
        </button>
      ))}
    </div>
  );
}
