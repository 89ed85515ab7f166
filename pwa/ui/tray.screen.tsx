import type { TrayEntry } from '../engine/tray.ts';
import { markSeen } from '../store/queue.ts';
import { Header } from './header.tsx';
import { Icon } from './icons.tsx';
import { clockTime, say, shortMoment, text } from './language.ts';
import type { Model } from './model.ts';
import { Said } from './said.tsx';
import { problemWords, type TextKey } from './words.ts';

/** What the server did not do: why, and what to do with the goods in hand. Each stays until somebody has understood it. */
export function TrayScreen({ model }: { readonly model: Model }) {
  const entries = model.tray.value;
  const { database, things } = model.device;
  const see = (sequence: number) =>
    void model.act(() => markSeen(database, sequence).then(() => things.seen(sequence)));
  const mend = (sequence: number) =>
    void model.act(() => model.device.runner()?.mend(sequence)).then(() => model.go('flow'));
  return (
    <main class="tray">
      <Header title={text('menu.tray')} status={model.status.value} onBack={() => model.go('menu')} />
      <section class="middle">
        {entries.length === 0 && <p class="hint">{text('tray.empty')}</p>}
        {entries.map((entry) => (
          <Entry
            key={entry.sequence}
            entry={entry}
            onSeen={() => see(entry.sequence)}
            onMend={() => mend(entry.sequence)}
          />
        ))}
      </section>
    </main>
  );
}

const advice = {
  refused: 'tray.todo.refused',
  held: 'tray.todo.held',
  skipped: 'tray.todo.skipped',
  parked: 'tray.todo.parked',
  waiting: 'tray.todo.parked',
  applied: 'tray.todo.decided',
  approval: 'tray.todo.approval',
  stock: 'tray.todo.stock',
} as const satisfies Record<TrayEntry['state'] | 'approval' | 'stock', TextKey>;

/** Somebody else is at it. */
const patient: readonly string[] = ['held', 'parked', 'approval', 'stock'];

interface EntryProps {
  readonly entry: TrayEntry;
  readonly onSeen: () => void;
  readonly onMend: () => void;
}

function Entry({ entry, onSeen, onMend }: EntryProps) {
  const { words, problem, occurredAt, badge, isForApproval, waitsUntil, isDecided, canMend, putBack } = entry;
  const state = isForApproval ? 'approval' : waitsUntil === null ? entry.state : 'stock';
  const until = waitsUntil ? shortMoment(Date.parse(waitsUntil)) : '–';
  const todo = isDecided ? 'tray.todo.decided' : advice[state];
  return (
    <article class={`trouble ${isForApproval || state === 'stock' ? 'held' : state}`}>
      <h2>
        <Icon name={patient.includes(state) ? 'waiting' : 'bad'} />
        {text(`flow.lineState.${state}` satisfies TextKey)}
      </h2>
      <p class="what">
        <Said said={say(words)} />
      </p>
      {problem && (
        <p>
          <Said said={say(problemWords(problem))} />
        </p>
      )}
      <p class="todo">
        {putBack.length > 0 && !isDecided ? (
          <Said said={text('tray.todo.putBack', { places: putBack.join(', ') })} />
        ) : (
          text(todo, { until })
        )}
      </p>
      <small>
        {badge} · {clockTime(Date.parse(occurredAt))}
      </small>
      {canMend && (
        <button type="button" class="primary" onClick={onMend}>
          {text('tray.mend')}
        </button>
      )}
      <button type="button" class={canMend ? undefined : 'primary'} onClick={onSeen}>
        {text('tray.understood')}
      </button>
    </article>
  );
}
