import type { DecisionRow } from '#shared/exceptions/console.ts';
import { actionsOf } from '#shared/exceptions/resolve.ts';
import { type DiscrepancyLine, discrepancyClasses, responsibles } from '#shared/ledger/discrepancy.ts';
import type { Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, When } from '../../ui/console/parts.tsx';
import { Photos } from '../../ui/console/photos.tsx';
import type { ConsoleKey, Speak } from '../../ui/console/words.ts';
import { Decided } from './decided.tsx';

const actionWords = {
  accept: 'discrepancy.accept.text',
  claim: 'discrepancy.claim.text',
  send_back: 'discrepancy.sendBack.text',
  scrap: 'discrepancy.scrap.text',
  dismiss: 'discrepancy.dismiss.text',
} as const satisfies Record<string, ConsoleKey>;

type Action = keyof typeof actionWords;

interface Props {
  readonly row: DecisionRow;
  readonly onAsk: (question: Question) => void;
  readonly onDone: () => void;
}

/** One discrepancy: what is wrong with which goods, its photos, who sees to it, and what can be agreed. */
export function DiscrepancyCard({ row, onAsk, onDone }: Props) {
  const { say } = useDesk();
  const { command, details } = row;
  const photos = textsOf(details?.photos);
  return (
    <article class={`desk-card ${row.status === 'open' ? 'is-open' : ''}`}>
      <header>
        <Chip tone={row.status === 'open' ? 'warn' : 'quiet'}>{say.label('class', row.class ?? 'other')}</Chip>
        <Chip tone="quiet">{say.label('desk', row.responsible ?? 'receiving')}</Chip>
        <span class="desk-quiet">
          {command.operatorName ?? command.operator} · <code>{command.device}</code> · <When at={command.occurredAt} />
        </span>
      </header>
      {details && <Facts rows={aboutOf(say, details).map(([name, value]) => [say(`about.${name}`), value])} />}
      <Lines of={details?.lines} />
      <Photos of={photos} />
      {row.status === 'open' ? <Answers row={row} onAsk={onAsk} onDone={onDone} /> : <Decided row={row} />}
    </article>
  );
}

/** Lines of which more or less came than was announced. */
function Lines({ of }: { readonly of: unknown }) {
  const { say } = useDesk();
  const lines = Array.isArray(of) ? (of as readonly DiscrepancyLine[]) : [];
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ order, line, item, expected, registered, unit }) => (
        <li key={`${order}/${line}`}>{say('discrepancy.line', { order, line, item, expected, registered, unit })}</li>
      ))}
    </ul>
  );
}

function Answers({ row, onAsk, onDone }: Props) {
  const { say, client, session, may, warehouse } = useDesk();
  const { exception } = row;
  if (!may('exceptions.resolve')) return <p class="desk-quiet">{say('decisions.notYours')}</p>;
  const isOwn = row.command.operator === session.operator.badge;
  const settle = (action: Action): Question => ({
    title: say.label('action', action),
    text: say(actionWords[action]),
    confirm: say.label('action', action),
    isGrave: action === 'scrap',
    needsReason: true,
    carryOut: (reason) => client.command('exceptions.resolve', warehouse, { exception, action, reason }),
    onDone,
  });
  const assign = (member: 'class' | 'responsible', value: string): Question => ({
    title: say.label(member === 'class' ? 'class' : 'desk', value),
    text: say(`discrepancy.assign.${member}`),
    confirm: say('discrepancy.assign'),
    needsReason: true,
    carryOut: (reason) => client.command('exceptions.assign', warehouse, { exception, [member]: value, reason }),
    onDone,
  });
  return (
    <div class="desk-buttons">
      <Chooser
        label={say('discrepancy.class')}
        family="class"
        values={discrepancyClasses}
        value={row.class}
        onChoose={(value) => onAsk(assign('class', value))}
      />
      <Chooser
        label={say('discrepancy.desk')}
        family="desk"
        values={responsibles}
        value={row.responsible}
        onChoose={(value) => onAsk(assign('responsible', value))}
      />
      {isOwn ? (
        <p class="desk-quiet">{say('decisions.own')}</p>
      ) : (
        (actionsOf.discrepancy ?? []).filter(isAction).map((action, index) => (
          <button
            key={action}
            type="button"
            class={index === 0 ? 'is-main' : undefined}
            title={say(actionWords[action])}
            onClick={() => onAsk(settle(action))}
          >
            {say.label('action', action)}
          </button>
        ))
      )}
    </div>
  );
}

function Chooser({
  label,
  family,
  values,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly family: 'class' | 'desk';
  readonly values: readonly string[];
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
}) {
  const { say } = useDesk();
  return (
    <label class="desk-chooser">
      {label}{' '}
      <select value={value ?? ''} onChange={(event) => onChoose(event.currentTarget.value)}>
        {values.map((choice) => (
          <option key={choice} value={choice}>
            {say.label(family, choice)}
          </option>
        ))}
      </select>
    </label>
  );
}

const abouts = [
  'order',
  'line',
  'load',
  'licensePlate',
  'location',
  'item',
  'lot',
  'serials',
  'quantity',
  'note',
] as const;

/** What it is about, in the order in which people ask; the quantity with its unit. */
function aboutOf(say: Speak, details: Readonly<Record<string, unknown>>): [(typeof abouts)[number], string][] {
  return abouts.flatMap((name): [(typeof abouts)[number], string][] => {
    const value = details[name];
    if (value === undefined || value === null) return [];
    const shown = Array.isArray(value)
      ? value.join(', ')
      : typeof value === 'number'
        ? say.number(value)
        : String(value);
    return [[name, name === 'quantity' ? `${shown} ${String(details.unit ?? '')}`.trim() : shown]];
  });
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function isAction(action: string): action is Action {
  return Object.hasOwn(actionWords, action);
}
