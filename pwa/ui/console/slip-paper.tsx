import { useState } from 'preact/hooks';
import { useDesk } from './context.ts';

const openForMs = 60_000;

/**
 * A document as a PDF, opened beside the console to be read and printed. The browser alone could not ask: it has no
 * session.
 */
export function SlipPaper({ documentNumber }: { readonly documentNumber: string }) {
  const { say, client } = useDesk();
  const [isFailed, setFailed] = useState(false);
  const open = async () => {
    // Opened at once, while the click counts as the person's own: later a browser would not let it.
    const sheet = window.open('', '_blank');
    const file = await client.picture(`/api/console/documents/${encodeURIComponent(documentNumber)}/paper`);
    setFailed(file === null);
    if (file === null) {
      sheet?.close();
      return;
    }
    const address = URL.createObjectURL(file);
    if (sheet) sheet.location.href = address;
    setTimeout(() => URL.revokeObjectURL(address), openForMs);
  };
  return (
    <>
      <button
        type="button"
        class="is-small"
        aria-label={say('shipping.pdfOf', { document: documentNumber })}
        onClick={() => void open()}
      >
        {say('shipping.pdf')}
      </button>
      {isFailed && <span role="alert">{say('shipping.noPdf')}</span>}
    </>
  );
}
