import { useState } from 'preact/hooks';
import type { PrinterHealthList, PrintJobRow } from '#shared/labels/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Chip, type Tone } from '../../ui/console/parts.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

const tones: Readonly<Record<PrintJobRow['status'], Tone>> = {
  waiting: 'warn',
  sending: 'info',
  printed: 'good',
  failed: 'bad',
  cancelled: 'quiet',
  expired: 'quiet',
};

export function JobStatus({ job: { status, isCopy, mayHavePrinted } }: { readonly job: PrintJobRow }) {
  const { say } = useDesk();
  return (
    <>
      <Chip tone={tones[status]}>{say(`labels.status.${status}`)}</Chip>{' '}
      {isCopy && <Chip tone="info">{say(mayHavePrinted ? 'labels.maybeTwice' : 'labels.copy')}</Chip>}
    </>
  );
}

/** What can be done with a job where it stands. */
export function JobButtons({ job, onDone }: { readonly job: PrintJobRow; readonly onDone: () => void }) {
  const { say, client, warehouse, may } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const [isElsewhere, setElsewhere] = useState(false);
  const ask = (what: 'cancel' | 'reprint', isGrave: boolean): Question => ({
    title: say(`labels.${what}`),
    text: say(`labels.${what}.text`),
    confirm: say(`labels.${what}`),
    isGrave,
    carryOut: () => client.command(`labels.${what}`, warehouse, { job: job.job }),
    onDone,
  });
  const isOver = job.status !== 'waiting' && job.status !== 'sending';
  return (
    <div class="desk-buttons">
      {job.status === 'waiting' && may('labels.redirect') && (
        <button type="button" onClick={() => setElsewhere(true)}>
          {say('labels.redirect')}
        </button>
      )}
      {job.status === 'waiting' && may('labels.cancel') && (
        <button type="button" onClick={() => setQuestion(ask('cancel', true))}>
          {say('labels.cancel')}
        </button>
      )}
      {isOver && may('labels.reprint') && (
        <button type="button" onClick={() => setQuestion(ask('reprint', false))}>
          {say('labels.reprint')}
        </button>
      )}
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {isElsewhere && <Elsewhere job={job} onDone={onDone} onClose={() => setElsewhere(false)} />}
    </div>
  );
}

/** The same printer is tried at once; another takes the job over. */
function Elsewhere({
  job,
  onDone,
  onClose,
}: {
  readonly job: PrintJobRow;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const list = useAnswer<PrinterHealthList>(`/api/console/printers?warehouse=${warehouse}`);
  if (!list.data) return null;
  const options = list.data.items.map(({ printer: { code, name } }) => ({ value: code, name: `${name} (${code})` }));
  return (
    <MakeNew
      title={say('labels.redirect')}
      text={say('labels.redirect.text')}
      confirm={say('labels.redirect.confirm')}
      start={{ printer: job.printer }}
      fields={[{ pointer: '/printer', label: say('labels.printer'), kind: 'choice', options }]}
      carryOut={(draft) => client.command('labels.redirect', warehouse, { job: job.job, ...draft })}
      onMade={onDone}
      onClose={onClose}
    />
  );
}
