import type { DocumentDetail } from '#shared/documents/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Facts, Head, Json, Moment, Panel, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { Answer, DocumentTable } from './documents.screen.tsx';
import { DocumentLines } from './lines.tsx';

/** One version of a document as it was told, who made it, what was said of it, and its other versions. */
export const documentScreen: ConsoleScreen = {
  path: '/documents/:documentNumber',
  permit: 'integration.read',
  Screen: Document,
};

function Document({ params: { documentNumber = '' }, address }: ScreenProps) {
  const { say } = useDesk();
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
      />
      <Reading of={document}>
        {(data) => (
          <>
            <About document={data} />
            <Panel title={say('orders.lines')}>
              <DocumentLines body={data.body} />
            </Panel>
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
    </>
  );
}

function About({ document }: { readonly document: DocumentDetail }) {
  const { say } = useDesk();
  const text = (member: string) => {
    const value = document.body[member];
    return typeof value === 'string' ? value : null;
  };
  return (
    <section class="desk-panel">
      <Facts
        rows={[
          [say('documents.kind'), say.label('kind', document.kind)],
          [say('documents.version'), document.version],
          [say('documents.answer'), <Answer key="answer" acknowledgement={document.acknowledgement} />],
          [say('documents.madeAt'), <Moment key="at" at={document.madeAt} />],
          [say('documents.madeBy'), document.madeBy],
          [say('sourceSystem'), document.sourceSystem],
          [say('documents.load'), text('load')],
          [say('documents.packingSlip'), text('supplierPackingSlip')],
          [say('documents.receivedOn'), text('receivedOn')],
        ]}
      />
    </section>
  );
}
