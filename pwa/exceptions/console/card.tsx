import type { DecisionRow } from '#shared/exceptions/console.ts';
import { actionsOf } from '#shared/exceptions/resolve.ts';
import type { Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, Json, Moment, When } from '../../ui/console/parts.tsx';
import type { ConsoleKey } from '../../ui/console/words.ts';
import { Decided } from './decided.tsx';
import { did, goods } from './told.ts';

const actionWords = {
  apply: 'decisions.apply.text',
  compensate: 'decisions.compensate.text',
  dismiss: 'decisions.dismiss.text',
  approve: 'decisions.approve.text',
  reject: 'decisions.reject.text',
} as const satisfies Record<string, ConsoleKey>;

const grave: readonly string[] = ['dismiss', 'reject'];

/** One decision: what was done, why it does not fit, what to do with the goods, and what can be decided. */
export function DecisionCard({
  row,
  onAsk,
  onDone,
}: {
  readonly row: DecisionRow;
  readonly onAsk: (question: Question) => void;
  readonly onDone: () => void;
}) {
  const { say } = useDesk();
  const { command } = row;
  const isHeld = row.kind === 'held_command';
  return (
    <article class={`desk-card ${row.status === 'open' ? 'is-open' : ''}`}>
      <header>
        <Chip tone={row.status === 'open' ? (isHeld ? 'bad' : 'warn') : 'quiet'}>{say.label('kind', row.kind)}</Chip>
        <span class="desk-quiet">
          {command.operatorName ?? command.operator} · <code>{command.device}</code> · <When at={command.occurredAt} />
        </span>
        {row.waiting > 0 && <Chip tone="warn">{say('decisions.waiting', { count: row.waiting })}</Chip>}
      </header>
      <dl class="desk-told">
        <div>
          <dt>{say('decisions.did')}</dt>
          <dd class="desk-told-did">{did(say, command)}</dd>
        </div>
        <div>
          <dt>{say(isHeld ? 'decisions.why' : 'decisions.asks')}</dt>
          <dd>{say.problem(row.problem)}</dd>
        </div>
        {row.status === 'open' && (
          <div>
            <dt>{say('decisions.goods')}</dt>
            <dd>{goods(say, row)}</dd>
          </div>
        )}
      </dl>
      <details>
        <summary>{say('decisions.command')}</summary>
        <Facts
          rows={[
            [say('decisions.type'), <code key="type">{command.type}</code>],
            [say('decisions.id'), <code key="id">{command.id}</code>],
            [say('decisions.occurredAt'), <Moment key="at" at={command.occurredAt} />],
            [say('decisions.receivedAt'), <Moment key="at" at={command.receivedAt} />],
          ]}
        />
        <Json value={command.body} />
      </details>
      {row.status === 'open' ? <Buttons row={row} onAsk={onAsk} onDone={onDone} /> : <Decided row={row} />}
    </article>
  );
}

function Buttons({
  row,
  onAsk,
  onDone,
}: {
  readonly row: DecisionRow;
  readonly onAsk: (question: Question) => void;
  readonly onDone: () => void;
}) {
  const { say, client, session, may, warehouse } = useDesk();
  if (!may('exceptions.resolve')) return <p class="desk-quiet">{say('decisions.notYours')}</p>;
  if (row.command.operator === session.operator.badge) return <p class="desk-quiet">{say('decisions.own')}</p>;
  const question = (action: string): Question => ({
    title: `${say.label('action', action)}: ${did(say, row.command)}`,
    text: isKnown(action) ? say(actionWords[action]) : '',
    confirm: say.label('action', action),
    isGrave: grave.includes(action),
    needsReason: true,
    carryOut: (reason) => client.command('exceptions.resolve', warehouse, { exception: row.exception, action, reason }),
    onDone,
  });
  return (
    <div class="desk-buttons">
      {(actionsOf[row.kind] ?? []).map((action, index) => (
        <button
          key={action}
          type="button"
          class={index === 0 ? 'is-main' : undefined}
          title={isKnown(action) ? say(actionWords[action]) : undefined}
          onClick={() => onAsk(question(action))}
        >
          {say.label('action', action)}
        </button>
      ))}
    </div>
  );
}

function isKnown(action: string): action is keyof typeof actionWords {
  return Object.hasOwn(actionWords, action);
}
