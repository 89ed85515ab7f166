import type { DocumentDetail } from '#shared/documents/console.ts';
import type { Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Panel } from '../../ui/console/parts.tsx';
import type { ConsoleKey } from '../../ui/console/words.ts';

/** What takes a document back, by its kind, and what follows from it. */
const reversals: Readonly<Record<string, { readonly operation: string; readonly text: ConsoleKey }>> = {
  'shipment-receipt': { operation: 'receiving.reverse_completion', text: 'documents.reverse.text' },
  'packing-slip': { operation: 'shipping.reverse_confirmation', text: 'shipping.reverse.text' },
};

/** Takes a receipt or a packing slip back, or says why that cannot be. */
export function Reverse({
  document,
  onAsk,
  onDone,
}: {
  readonly document: DocumentDetail;
  readonly onAsk: (question: Question) => void;
  readonly onDone: () => void;
}) {
  const { say, may, client } = useDesk();
  const reversal = reversals[document.kind];
  if (!reversal) return null;
  const { operation, text } = reversal;
  const why = whyNot(document, may(operation));
  const { documentNumber, warehouse } = document;
  const question: Question = {
    title: say('documents.reverse.title', { document: documentNumber }),
    text: say(text),
    confirm: say('documents.reverse'),
    isGrave: true,
    needsReason: true,
    carryOut: (reason) => client.command(operation, warehouse, { documentNumber, reason }),
    onDone,
  };
  return (
    <Panel title={say('documents.reverse')}>
      {why ? (
        <p class="desk-quiet">{say(why)}</p>
      ) : (
        <div class="desk-buttons">
          <button type="button" class="is-grave" onClick={() => onAsk(question)}>
            {say('documents.reverse')}…
          </button>
        </div>
      )}
    </Panel>
  );
}

/** The server has the last word; what is plain from here needs no click to be told. */
function whyNot(document: DocumentDetail, isPermitted: boolean): ConsoleKey | null {
  const newest = document.versions[0];
  if (newest && newest.version !== document.version) return 'documents.reverse.older';
  if (!document.active) return 'documents.reverse.done';
  if (document.postingStatus === 'posted') return 'documents.reverse.final';
  return isPermitted ? null : 'documents.reverse.notYours';
}
