import { useState } from 'preact/hooks';
import type { CountList, CountRow } from '#shared/counting/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Choices } from '../../ui/console/filters.tsx';
import { Chip, Head, Quantity, Reading, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Counts that found something different: a second person decides. */
export const countsScreen: ConsoleScreen = {
  path: '/counts',
  permit: 'counting.review',
  under: '/stock',
  Screen: Counts,
};

const states = ['review', 'recount', 'open', 'posted', 'rejected', 'covered'] as const;

function Counts({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const status = states.find((state) => state === address.query.get('status')) ?? 'review';
  const list = useAnswer<CountList>(`/api/console/counts?warehouse=${warehouse}&status=${status}`);
  const choices = states.map((state) => ({ value: state === 'review' ? '' : state, name: say(`counts.${state}`) }));
  return (
    <>
      <Head title={say('counts')} back={{ href: '/console/stock', name: say('stock') }} />
      <Choices address={address} member="status" label={say('status')} choices={choices} />
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
          <code>{row.count}</code> · {row.countedBy ?? '–'} · <When at={row.countedAt} />
        </span>
      </header>
      {row.differences.length > 0 && <Differences row={row} />}
      {row.reviewedBy !== null && (
        <p class="desk-quiet">
          {row.reviewedBy} · <When at={row.reviewedAt} />: {row.reviewReason}
        </p>
      )}
      {row.status === 'review' && <Buttons row={row} onAsk={onAsk} onDone={onDone} />}
    </article>
  );
}

function Differences({ row }: { readonly row: CountRow }) {
  const { say } = useDesk();
  return (
    <div class="desk-table-frame">
      <table class="desk-table">
        <thead>
          <tr>
            <th scope="col">{say('counts.goods')}</th>
            <th scope="col">{say('counts.place')}</th>
            <th scope="col" class="is-number">
              {say('counts.expected')}
            </th>
            <th scope="col" class="is-number">
              {say('counts.counted')}
            </th>
            <th scope="col" class="is-number">
              {say('counts.difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {row.differences.map((one) => (
            <tr key={`${one.item} ${one.location} ${one.licensePlate} ${one.lot} ${one.serial}`}>
              <td data-head={say('counts.goods')}>
                {[one.item, one.description, one.lot, one.serial].filter(Boolean).join(' · ')}{' '}
                {one.isNew && <Chip tone="info">{say('counts.isNew')}</Chip>}
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
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const decisions = ['accept', 'recount', 'reject'] as const;
const names = { accept: 'counts.accept', recount: 'counts.again', reject: 'counts.reject' } as const;

function Buttons({ row, onAsk, onDone }: CardProps) {
  const { say, client, session, warehouse } = useDesk();
  if (row.countedBy === session.operator.badge) return <p class="desk-quiet">{say('counts.own')}</p>;
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
