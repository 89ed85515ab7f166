import type { DocumentList, DocumentRow } from '#shared/documents/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Pages, Search } from '../../ui/console/filters.tsx';
import { Chip, Head, Reading, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** What the ERP is told: receipts and journals, and what it said of them. */
export const documentsScreen: ConsoleScreen = {
  path: '/documents',
  permit: 'integration.read',
  tab: { name: 'documents', waiting: ({ documents }) => documents.rejected.count },
  Screen: Documents,
};

const kinds = ['shipment-receipt', 'packing-slip', 'counting-journal', 'on-hand-report'] as const;
const answers = ['none', 'posted', 'rejected'] as const;

export function documentHref({ documentNumber, version }: { documentNumber: string; version: number }): string {
  return `/console/documents/${encodeURIComponent(documentNumber)}?version=${version}`;
}

function Documents({ address }: ScreenProps) {
  const { say, warehouse, may } = useDesk();
  const asked = new URLSearchParams(address.query);
  asked.set('warehouse', warehouse);
  const list = useAnswer<DocumentList>(`/api/console/documents?${asked}`);
  return (
    <>
      <Head title={say('documents')}>
        <a href="/console/documents/reconciliation">{say('reconcile')}</a>
        {may('monitoring.self_test') && <a href="/console/self-test">{say('selfTest')}</a>}
        <Search address={address} placeholder={say('documents.search')} />
      </Head>
      <Choices
        address={address}
        member="kind"
        label={say('documents.kind')}
        choices={[
          { value: '', name: say('all') },
          ...kinds.map((kind) => ({ value: kind, name: say.label('kind', kind) })),
        ]}
      />
      <Choices
        address={address}
        member="acknowledgement"
        label={say('documents.answer')}
        choices={[
          { value: '', name: say('documents.anyAnswer') },
          ...answers.map((answer) => ({ value: answer, name: say(`documents.answer.${answer}`) })),
        ]}
      />
      <Choices
        address={address}
        member="posting"
        label={say('documents.posting')}
        choices={[
          { value: '', name: say('all') },
          { value: 'stuck', name: say('documents.posting.stuck') },
        ]}
      />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('documents.none')}>
        {({ items, next }) => (
          <>
            <DocumentTable rows={items} />
            <Pages address={address} next={next} />
          </>
        )}
      </Reading>
    </>
  );
}

/** Documents as a table; also the versions of one. */
export function DocumentTable({ rows, current }: { readonly rows: readonly DocumentRow[]; readonly current?: number }) {
  const { say } = useDesk();
  const columns: readonly Column<DocumentRow>[] = [
    { head: say('documents.kind'), cell: ({ kind }) => say.label('kind', kind) },
    {
      head: say('documents.version'),
      cell: ({ version, active }) => (
        <>
          {version} {!active && <Chip tone="quiet">{say('documents.reversed')}</Chip>}
        </>
      ),
      isNumber: true,
    },
    { head: say('documents.posting'), cell: (row) => <Posting row={row} /> },
    { head: say('documents.answer'), cell: Answer },
    { head: say('orders.lines'), cell: ({ lines }) => lines, isNumber: true },
    {
      head: say('documents.books'),
      cell: ({ quantityChannel }) => say(quantityChannel ? 'documents.booked' : 'documents.notBooked'),
    },
    { head: say('sourceSystem'), cell: ({ sourceSystem }) => sourceSystem },
    { head: say('documents.madeAt'), cell: ({ madeAt }) => <When at={madeAt} /> },
  ];
  return (
    <Table
      label={say('documents')}
      rows={rows}
      columns={columns}
      rowKey={({ documentNumber, version }) => `${documentNumber} ${version}`}
      href={documentHref}
      nameHead={say('documents.document')}
      name={({ documentNumber }) => <code>{documentNumber}</code>}
      isMarked={({ version }) => version === current}
    />
  );
}

/** Whether a version can still be reversed, or what keeps it from becoming final. Reports only compare. */
export function Posting({
  row,
}: {
  readonly row: Pick<DocumentRow, 'kind' | 'active' | 'postingStatus' | 'postingProblem'>;
}) {
  const { say } = useDesk();
  if (!row.active || row.kind === 'on-hand-report') return <span class="desk-none">–</span>;
  if (row.postingProblem) return <Chip tone="bad">{say('documents.posting.stuck')}</Chip>;
  if (row.postingStatus === 'posted') return <Chip tone="good">{say('documents.posting.posted')}</Chip>;
  const isReversible = row.kind === 'shipment-receipt' || row.kind === 'packing-slip';
  return <Chip tone="info">{say(isReversible ? 'documents.posting.ready' : 'documents.posting.notYet')}</Chip>;
}

/** What the source system said of a version. Reports are for comparing: nothing has to be said of them. */
export function Answer({ acknowledgement, kind }: Pick<DocumentRow, 'acknowledgement' | 'kind'>) {
  const { say } = useDesk();
  if (!acknowledgement && kind === 'on-hand-report') return <span class="desk-none">–</span>;
  if (!acknowledgement) return <Chip tone="warn">{say('documents.answer.none')}</Chip>;
  const { result, reference, reason } = acknowledgement;
  return (
    <>
      <Chip tone={result === 'posted' ? 'good' : 'bad'}>{say(`documents.answer.${result}`)}</Chip>{' '}
      <span class="desk-quiet">{result === 'posted' ? reference : reason}</span>
    </>
  );
}
