import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { useDesk } from './context.ts';
import { FieldRow } from './fields.tsx';
import { ProblemBox } from './parts.tsx';
import { useAnswer } from './use-answer.ts';

/** What labels are asked for: see `labels.print`. */
export interface LabelsMeant {
  readonly kind: 'location' | 'item' | 'badge' | 'license-plate' | 'carton' | 'commands';
  readonly subjects: readonly string[];
  readonly sourceSystem?: string;
  /** Where they are, if not in the warehouse that is looked at. */
  readonly warehouse?: string;
}

interface Printers {
  readonly items: readonly {
    readonly state: string;
    readonly printer: {
      readonly code: string;
      readonly name: string;
      readonly media: { readonly width: number; readonly height: number };
    };
  }[];
}

const openForMs = 60_000;

interface Printing {
  readonly of: LabelsMeant;
  /** Told as soon as the server has taken the job. */
  readonly onPrinted?: () => void;
}

/** A button that prints labels, after asking where to. */
export function PrintLabels({ name, ...printing }: Printing & { readonly name: string }) {
  const { may } = useDesk();
  const [isAsking, setAsking] = useState(false);
  const { of: meant } = printing;
  if (!may('labels.print')) return null;
  return (
    <>
      <button
        type="button"
        disabled={meant.kind !== 'commands' && meant.subjects.length === 0}
        onClick={() => setAsking(true)}
      >
        {name}
      </button>
      {isAsking && <PrintDialog {...printing} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Which printer and how many; beside it, how the first label will look. */
function PrintDialog({ of: meant, onPrinted, onClose }: Printing & { readonly onClose: () => void }) {
  const { say, client, warehouse: own } = useDesk();
  const { kind, subjects, sourceSystem, warehouse = own } = meant;
  const dialog = useRef<HTMLDialogElement>(null);
  const printers = useAnswer<Printers>(`/api/console/printers?warehouse=${encodeURIComponent(warehouse)}`);
  const [printer, setPrinter] = useState('');
  const [copies, setCopies] = useState(1);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isDone, setDone] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  const chosen = printers.data?.items.find((one) => one.printer.code === printer)?.printer;
  const size =
    chosen?.media ?? (kind === 'commands' || kind === 'license-plate' || kind === 'carton' ? undefined : shelf);
  const path = pathOf(meant, warehouse, size);
  const print = async () => {
    const outcome = await client.command('labels.print', warehouse, {
      ...{ kind, copies },
      ...(kind !== 'commands' && { subject: subjects }),
      ...(printer !== '' && { printer }),
      ...(sourceSystem !== undefined && { sourceSystem }),
    });
    setProblem('problem' in outcome ? outcome.problem : null);
    setDone('data' in outcome);
    if ('data' in outcome) onPrinted?.();
  };
  const openPdf = async (paper: 'label' | 'a4') => {
    // Opened at once, while the click counts as the person's own: later a browser would not let it.
    const sheet = window.open('', '_blank');
    const file = await client.picture(`${path}&paper=${paper}`, 'application/pdf');
    if (file === null) {
      sheet?.close();
      setProblem({ code: 'server.failed' });
      return;
    }
    const address = URL.createObjectURL(file);
    if (sheet) sheet.location.href = address;
    setTimeout(() => URL.revokeObjectURL(address), openForMs);
  };
  const options = (printers.data?.items ?? []).map((one) => ({
    value: one.printer.code,
    name: `${one.printer.name} (${one.printer.code})${one.state === 'failing' ? ` · ${say('labels.failing')}` : ''}`,
  }));
  return (
    <dialog ref={dialog} class="desk-ask desk-print" aria-labelledby="print-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isDone) void print();
          else dialog.current?.close();
        }}
      >
        <h2 id="print-title">{say('labels.printTitle')}</h2>
        <p>
          {say('labels.printWhat', {
            count: kind === 'commands' ? 1 : subjects.length,
            what: kind === 'commands' ? say('labels.kind.commands') : subjects.slice(0, 6).join(', '),
          })}
        </p>
        <LabelPicture path={path} />
        <FieldRow
          field={{
            pointer: '/printer',
            label: say('labels.printer'),
            kind: 'choice',
            options,
            isOptional: true,
            help: say('labels.nearest'),
          }}
          value={printer}
          errors={[]}
          onChange={(value) => setPrinter(typeof value === 'string' ? value : '')}
        />
        <FieldRow
          field={{ pointer: '/copies', label: say('labels.copies'), kind: 'number', minimum: 1 }}
          value={copies}
          errors={[]}
          onChange={(value) => setCopies(typeof value === 'number' ? value : 1)}
        />
        {problem && <ProblemBox problem={problem} />}
        {isDone && (
          <p role="status" class="desk-note">
            {say('labels.queued')}
          </p>
        )}
        <div class="desk-ask-answers">
          <button type="button" onClick={() => void openPdf('label')}>
            {say('labels.pdf')}
          </button>
          {(kind === 'location' || kind === 'item' || kind === 'badge') && (
            <button type="button" onClick={() => void openPdf('a4')}>
              {say('labels.sheet')}
            </button>
          )}
          <button type="button" onClick={() => dialog.current?.close()}>
            {say(isDone ? 'labels.close' : 'cancel')}
          </button>
          {!isDone && (
            <button type="submit" class="is-main">
              {say('labels.print')}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
}

const shelf = { width: 100, height: 50 };

function pathOf(
  { kind, subjects, sourceSystem }: LabelsMeant,
  warehouse: string,
  size: { readonly width: number; readonly height: number } | undefined,
): string {
  const query = new URLSearchParams({
    warehouse,
    ...(kind !== 'commands' && { subjects: JSON.stringify(subjects) }),
    ...(sourceSystem !== undefined && { sourceSystem }),
    ...(size && { width: String(size.width), height: String(size.height) }),
  });
  return `/api/device/labels/${kind}?${query}`;
}

/** A label as a printer prints it. */
export function LabelPicture({ path }: { readonly path: string }) {
  const { say, client } = useDesk();
  const [address, setAddress] = useState<string | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    let made: string | null = null;
    let isGone = false;
    setAddress(null);
    setFailed(false);
    void client.picture(path, 'image/png').then((picture) => {
      if (isGone) return;
      setFailed(picture === null);
      if (picture === null) return;
      made = URL.createObjectURL(picture);
      setAddress(made);
    });
    return () => {
      isGone = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [path, client]);
  if (isFailed) return <p class="desk-label-picture is-missing">{say('labels.noPicture')}</p>;
  if (address === null) return <p class="desk-label-picture is-missing">{say('labels.drawing')}</p>;
  return (
    <a class="desk-label-picture" href={address} target="_blank" rel="noreferrer">
      <img src={address} alt={say('labels.picture')} />
    </a>
  );
}
