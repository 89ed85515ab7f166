import { useState } from 'preact/hooks';
import type { DecisionList } from '#shared/exceptions/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Choices } from '../../ui/console/filters.tsx';
import { Head, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { DecisionCard } from './card.tsx';
import { DiscrepancyCard } from './discrepancy-card.tsx';

/** What the floor did and the books could not take, what a second person has to allow, and what is wrong with goods. */
export const decisionsScreen: ConsoleScreen = {
  path: '/decisions',
  permit: 'exceptions.read',
  tab: {
    name: 'decisions',
    waiting: ({ decisions }) => decisions.held.count + decisions.approvals.count + decisions.discrepancies.count,
  },
  Screen: Decisions,
};

function Decisions({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const status = address.query.get('status') === 'resolved' ? 'resolved' : 'open';
  const kind = address.query.get('kind');
  const list = useAnswer<DecisionList>(`/api/console/decisions?warehouse=${warehouse}&status=${status}`);
  const shown = (list.data?.items ?? []).filter((row) => kind === null || row.kind === kind);
  return (
    <>
      <Head title={say('decisions')} />
      <Choices
        address={address}
        member="status"
        label={say('status')}
        choices={[
          { value: '', name: say('decisions.open') },
          { value: 'resolved', name: say('decisions.resolved') },
        ]}
      />
      <Choices
        address={address}
        member="kind"
        label={say('decisions.kind')}
        choices={[
          { value: '', name: say('all') },
          { value: 'held_command', name: say.label('kind', 'held_command') },
          { value: 'approval', name: say.label('kind', 'approval') },
          { value: 'discrepancy', name: say.label('kind', 'discrepancy') },
        ]}
      />
      <Reading of={list} isEmpty={() => shown.length === 0} empty={say(`decisions.none.${status}`)}>
        {() => (
          <ul class="desk-cards">
            {shown.map((row) => (
              <li key={row.exception}>
                {row.kind === 'discrepancy' ? (
                  <DiscrepancyCard row={row} onAsk={setQuestion} onDone={list.reload} />
                ) : (
                  <DecisionCard row={row} onAsk={setQuestion} onDone={list.reload} />
                )}
              </li>
            ))}
          </ul>
        )}
      </Reading>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}
