import { useState } from 'preact/hooks';
import type { LoadDetail, LoadReceipt } from '#shared/receiving/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Moment, Panel } from '../../ui/console/parts.tsx';
import { type Column, Table } from '../../ui/console/table.tsx';
import type { ConsoleKey } from '../../ui/console/words.ts';
import { documentHref } from './paths.ts';

const operation = 'receiving.reverse_completion';

/** The receipts of a load, and the way back: all that one completion made is reversed together. */
export function Receipts({ load, onDone }: { readonly load: LoadDetail; readonly onDone: () => void }) {
  const { say, may } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useQuestion(load, onDone);
  const completions = [...Map.groupBy(load.receipts, ({ completion }) => completion).values()];
  const last = completions.find((made) => made.some(({ active }) => active)) ?? [];
  const why = whyNot(load, last, may(operation));
  return (
    <Panel title={say('loads.receipts')}>
      {load.receipts.length === 0 ? <p class="desk-quiet">{say('loads.noReceipts')}</p> : <List of={load.receipts} />}
      {why ? (
        <p class="desk-quiet loads-below-table">{say(why)}</p>
      ) : (
        <div class="desk-buttons loads-below-table">
          <button type="button" class="is-grave" onClick={() => setQuestion(ask(last))}>
            {say('loads.reverse')}…
          </button>
        </div>
      )}
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </Panel>
  );
}

/** What will happen, receipt by receipt. */
function useQuestion({ load, warehouse }: LoadDetail, onDone: () => void) {
  const { say, client } = useDesk();
  return (made: readonly LoadReceipt[]): Question => ({
    title: say('loads.reverse.title', { load }),
    text: say('loads.reverse.text'),
    details: (
      <ul class="loads-reversed">
        {made.map(({ documentNumber, version, order }) => (
          <li key={documentNumber}>
            {say('loads.reverse.each', { document: documentNumber, order, version, next: version + 1 })}
          </li>
        ))}
      </ul>
    ),
    confirm: say('loads.reverse'),
    isGrave: true,
    needsReason: true,
    carryOut: (reason) => {
      const documentNumber = made[0]?.documentNumber ?? '';
      return client.command(operation, warehouse, { documentNumber, reason });
    },
    onDone,
  });
}

/** The server has the last word; what is plain from here needs no click to be told. */
function whyNot(load: LoadDetail, last: readonly LoadReceipt[], isPermitted: boolean): ConsoleKey | null {
  if (load.receipts.length === 0) return 'loads.reverse.nothing';
  if (last.length === 0) return 'documents.reverse.done';
  if (last.some(({ postingStatus }) => postingStatus === 'posted')) return 'documents.reverse.final';
  return isPermitted ? null : 'documents.reverse.notYours';
}

function List({ of: receipts }: { readonly of: readonly LoadReceipt[] }) {
  const { say } = useDesk();
  const columns: readonly Column<LoadReceipt>[] = [
    { head: say('documents.version'), cell: ({ version }) => version, isNumber: true },
    { head: say('documents.posting'), cell: (receipt) => <Posting receipt={receipt} /> },
    { head: say('orders.order'), cell: ({ order }) => <code>{order}</code> },
    { head: say('documents.madeAt'), cell: ({ madeAt }) => <Moment at={madeAt} /> },
    {
      head: say('loads.reversibleUntil'),
      cell: ({ active, postingStatus, reversibleUntil }) => (
        <Moment at={active && postingStatus !== 'posted' ? reversibleUntil : null} />
      ),
    },
  ];
  return (
    <Table
      label={say('loads.receipts')}
      rows={receipts}
      columns={columns}
      rowKey={({ documentNumber }) => documentNumber}
      href={({ documentNumber }) => documentHref(documentNumber)}
      nameHead={say('documents.document')}
      name={({ documentNumber }) => <code>{documentNumber}</code>}
    />
  );
}

function Posting({ receipt: { active, postingStatus } }: { readonly receipt: LoadReceipt }) {
  const { say } = useDesk();
  if (!active) return <Chip tone="quiet">{say('documents.reversed')}</Chip>;
  if (postingStatus === 'posted') return <Chip tone="good">{say('documents.posting.posted')}</Chip>;
  return <Chip tone="info">{say('documents.posting.ready')}</Chip>;
}
