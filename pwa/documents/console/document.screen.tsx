import { useState } from 'preact/hooks';
import type { DocumentDetail } from '#shared/documents/console.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, Head, Json, Moment, Panel, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { SlipPaper } from '../../ui/console/slip-paper.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Answer, DocumentTable, Posting } from './documents.screen.tsx';
import { DocumentLines } from './lines.tsx';
import { Reverse } from './reverse.tsx';

/** One version of a document as it was told, who made it, what was said of it, and its other versions. */
export const documentScreen: ConsoleScreen = {
  path: '/documents/:documentNumber',
  permit: 'integration.read',
  Screen: Document,
};

function Document({ params: { documentNumber = '' }, address }: ScreenProps) {
  const { say } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const version = address.query.get('version');
  const path = `/api/console/documents/${encodeURIComponent(documentNumber)}`;
  const document = useAnswer<DocumentDetail>(version === null ? path : `${path}?version=${version}`);
  return (
    <>
      <Head
        back={{ href: '/console/documents', name: say('documents') }}
        title={
          <>
            <code>{documentNumber}</code>{' '}
            {document.data && !document.data.active && <Chip tone="quiet">{say('documents.reversed')}</Chip>}
          </>
        }
      >
        {document.data?.kind === 'packing-slip' && <SlipPaper documentNumber={documentNumber} />}
      </Head>
      <Reading of={document}>
        {(data) => (
          <>
            <About document={data} />
            <Panel title={say('orders.lines')}>
              <DocumentLines body={data.body} />
            </Panel>
            <Reverse document={data} onAsk={setQuestion} onDone={document.reload} />
            <Panel title={say('documents.versions')}>
              <DocumentTable rows={data.versions} current={data.version} />
            </Panel>
            <details class="desk-panel">
              <summary>{say('documents.asTold')}</summary>
              <Json value={data.body} />
            </details>
          </>
        )}
      </Reading>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

function About({ document }: { readonly document: DocumentDetail }) {
  const { say } = useDesk();
  const { reversal } = document;
  const text = (member: string) => {
    const value = document.body[member];
    return typeof value === 'string' ? value : null;
  };
  const load = text('load');
  const corrects = text('corrects');
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('documents.kind'), say.label('kind', document.kind)],
          [say('documents.version'), document.version],
          [say('documents.posting'), <Posting key="posting" row={document} />],
          [say('documents.posting.at'), document.postedAt && <Moment key="posted" at={document.postedAt} />],
          [say('documents.posting.why'), document.postingProblem && say.problem(problemOf(document))],
          [
            say('documents.answer'),
            <Answer key="answer" acknowledgement={document.acknowledgement} kind={document.kind} />,
          ],
          [say('documents.madeAt'), <Moment key="at" at={document.madeAt} />],
          [say('documents.madeBy'), document.madeBy],
          [say('documents.reversal.at'), reversal && <Moment key="reversed" at={reversal.at} />],
          [say('documents.reversal.by'), reversal?.by],
          [say('documents.reversal.reason'), reversal?.reason],
          [say('sourceSystem'), document.sourceSystem],
          [say('documents.load'), load && <LoadLink key="load" kind={document.kind} load={load} />],
          [
            say('documents.corrects'),
            corrects && (
              <a key="corrects" href={`/console/documents/${encodeURIComponent(corrects)}`}>
                <code>{corrects}</code>
              </a>
            ),
          ],
          [say('documents.packingSlip'), text('supplierPackingSlip')],
          [say('documents.receivedOn'), text('receivedOn')],
        ]}
      />
    </section>
  );
}

/** The truck that brought it, or that took it away. */
function LoadLink({ kind, load }: { readonly kind: string; readonly load: string }) {
  const screen = kind === 'packing-slip' ? 'shipping' : 'loads';
  return (
    <a href={`/console/${screen}/${encodeURIComponent(load)}`}>
      <code>{load}</code>
    </a>
  );
}

/** The problem as the words of problems are made from. */
function problemOf({ postingProblem }: DocumentDetail): Problem {
  return { code: 'server.failed', ...postingProblem };
}
