import { useState } from 'preact/hooks';
import { useDesk } from '../../ui/console/context.ts';
import { paperPath } from './paths.ts';

const openForMs = 60_000;

/** A packing slip as a PDF, opened beside the console. The browser alone could not ask for it: it does not sign in. */
export function SlipPaper({ documentNumber }: { readonly documentNumber: string }) {
  const { say, client } = useDesk();
  const [isFailed, setFailed] = useState(false);
  const open = async () => {
    // Opened at once, while the click counts as the person's own: later a browser would not let it.
    const sheet = window.open('', '_blank');
    const file = await client.picture(paperPath(documentNumber));
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
        aria-label={say('shipping.pdfOf', { document: documentNumber })}
        onClick={() => void open()}
      >
        {say('shipping.pdf')}
      </button>
      {isFailed && <span role="alert">{say('shipping.noPdf')}</span>}
    </>
  );
}
