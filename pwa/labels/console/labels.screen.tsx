import { useState } from 'preact/hooks';
import type { PrinterHealth, PrinterHealthList, PrintJobList, PrintJobRow } from '#shared/labels/console.ts';
import type { PrintAddresses } from '#shared/labels/printer.ts';
import { goTo } from '../../ui/console/address.ts';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Choices, Select } from '../../ui/console/filters.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Chip, Head, ProblemBox, Reading, type Tone, When } from '../../ui/console/parts.tsx';
import { LabelPicture, PrintLabels } from '../../ui/console/print-labels.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { atFields } from './at-fields.ts';
import { JobStatus } from './job-parts.tsx';
import { addressesHref, addressesPath, jobHref, jobsPath, labelsHref, printerHref, printerPath } from './paths.ts';

/** The printers of the warehouse with how they are doing, and what they print. */
export const labelsScreen: ConsoleScreen = {
  path: labelsHref.replace('/console', ''),
  permit: 'labels.print',
  tab: { name: 'labels' },
  Screen: Labels,
};

/** As many as the server answers unless it is asked for more. */
const mostJobs = 100;
const shownStatuses = ['waiting', 'printed', 'failed', 'cancelled', 'expired'] as const;

function Labels({ address }: ScreenProps) {
  const { say, warehouse, may } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const status = address.query.get('status') ?? '';
  const printer = address.query.get('printer') ?? '';
  const printers = useAnswer<PrinterHealthList>(`/api/console/printers?warehouse=${warehouse}`, paceOf);
  const filter = { ...(status && { status }), ...(printer && { printer }) };
  const jobs = useAnswer<PrintJobList>(jobsPath(warehouse, filter), paceOf(printers.data));
  const known = printers.data?.items.map((one) => one.printer.code) ?? [];
  // What is chosen stays in sight also where the printer is gone.
  const codes = printer === '' || known.includes(printer) ? known : [...known, printer];
  const onPrinted = () => {
    printers.reload();
    jobs.reload();
  };
  return (
    <>
      <Head title={say('labels')}>
        <PrintLabels of={{ kind: 'commands', subjects: [] }} name={say('labels.commandCard')} onPrinted={onPrinted} />
        {may('printers.administer') && (
          <>
            <a class="desk-button" href={addressesHref}>
              {say('labels.addresses')}
            </a>
            <button type="button" class="is-main" onClick={() => setMaking(true)}>
              {say('labels.makePrinter')}
            </button>
          </>
        )}
      </Head>
      <Reading of={printers} isEmpty={({ items }) => items.length === 0} empty={say('labels.noPrinters')}>
        {({ items }) => (
          <ul class="desk-printers">
            {items.map((health) => (
              <li key={health.printer.code}>
                <PrinterCard health={health} onPrinted={onPrinted} />
              </li>
            ))}
          </ul>
        )}
      </Reading>
      <h2 class="desk-subhead">{say('labels.jobs')}</h2>
      <div class="desk-filters">
        <Choices
          address={address}
          member="status"
          label={say('status')}
          choices={[
            { value: '', name: say('all') },
            ...shownStatuses.map((one) => ({ value: one, name: say(`labels.status.${one}`) })),
          ]}
        />
        <Select
          address={address}
          member="printer"
          label={say('labels.printer')}
          choices={[{ value: '', name: say('all') }, ...codes.map((code) => ({ value: code, name: code }))]}
        />
      </div>
      <Reading of={jobs} isEmpty={({ items }) => items.length === 0} empty={say('labels.noJobs')}>
        {({ items }) => (
          <>
            {printer !== '' && <Gallery jobs={items.slice(0, mostPictures)} />}
            <JobTable jobs={items} />
            {items.length === mostJobs && <p class="desk-quiet">{say('labels.newest', { count: mostJobs })}</p>}
          </>
        )}
      </Reading>
      {isMaking && <MakePrinter onClose={() => setMaking(false)} />}
    </>
  );
}

/** Whoever printed something waits for its outcome; what a printer that is off keeps may wait for hours. */
function paceOf(list: PrinterHealthList | null): number {
  const isPrinting = list?.items.some(({ state, waiting }) => waiting > 0 && (state === 'ready' || state === 'unused'));
  return isPrinting ? 500 : 5000;
}

const tones: Readonly<Record<PrinterHealth['state'], Tone>> = {
  ready: 'good',
  failing: 'bad',
  inactive: 'quiet',
  unused: 'quiet',
};

function PrinterCard({ health, onPrinted }: { readonly health: PrinterHealth; readonly onPrinted: () => void }) {
  const { say, may, format, client, warehouse } = useDesk();
  const { printer, state, waiting, oldestWaitingAt, lastSuccessAt, lastError, nextTryAt } = health;
  const { code, name, connection, media, dpi, zone } = printer;
  const [tested, setTested] = useState<{ readonly outcome: Outcome<unknown>; readonly before: string | null }>();
  const test = async () => {
    const outcome = await client.command('labels.print', warehouse, { kind: 'test', printer: code });
    setTested({ outcome, before: lastSuccessAt });
    onPrinted();
  };
  const isPrinted = waiting === 0 && lastSuccessAt !== tested?.before;
  return (
    <article class={`desk-card desk-printer${state === 'failing' ? ' is-failing' : ''}`}>
      <header>
        <Chip tone={tones[state]}>{say(`labels.state.${state}`)}</Chip>
        {may('printers.administer') ? <a href={printerHref(code)}>{name}</a> : <strong>{name}</strong>}{' '}
        <code>{code}</code>
      </header>
      <p class="desk-quiet">
        {connection.type === 'test' ? say('labels.testPrinter') : `${connection.host}:${connection.port}`}
        {` · ${format.number(media.width)} × ${format.number(media.height)} mm · ${dpi} dpi`}
        {zone && ` · ${say('labels.zone')} ${zone}`}
      </p>
      <p>
        {waiting > 0 ? (
          <a href={`${labelsHref}?status=waiting&printer=${encodeURIComponent(code)}`}>
            {say('labels.waiting', { count: waiting })}
          </a>
        ) : (
          say('labels.nothingWaits')
        )}
        {oldestWaitingAt !== null && (
          <>
            {' · '}
            {say('labels.oldest')} <When at={oldestWaitingAt} />
          </>
        )}
      </p>
      {state === 'failing' && lastError && (
        <p class="desk-warning" role="note">
          {say.problem(lastError)}
          {nextTryAt !== null && (
            <>
              {' '}
              {say('labels.nextTry')} <When at={nextTryAt} />
            </>
          )}
        </p>
      )}
      <p class="desk-quiet">
        {say('labels.lastSuccess')} <When at={lastSuccessAt} />
      </p>
      <div class="desk-buttons">
        <button type="button" class="is-small" onClick={() => void test()}>
          {say('labels.test')}
        </button>
        <a href={`${labelsHref}?printer=${encodeURIComponent(code)}`}>{say('labels.itsJobs')}</a>
        {tested && 'data' in tested.outcome && (
          <span role="status">
            {isPrinted ? <Chip tone="good">{say('labels.status.printed')}</Chip> : say('labels.queued')}
          </span>
        )}
      </div>
      {tested && 'problem' in tested.outcome && <ProblemBox problem={tested.outcome.problem} />}
    </article>
  );
}

/** Each picture takes the server a moment. */
const mostPictures = 6;

/** What a printer printed last, the first label of each job. */
function Gallery({ jobs }: { readonly jobs: readonly PrintJobRow[] }) {
  const { warehouse } = useDesk();
  return (
    <ul class="desk-label-pictures is-small">
      {jobs.map(({ job }) => (
        <li key={job}>
          <LabelPicture path={`/api/console/print-jobs/${encodeURIComponent(warehouse)}/${job}/labels/1`} />
        </li>
      ))}
    </ul>
  );
}

function JobTable({ jobs }: { readonly jobs: readonly PrintJobRow[] }) {
  const { say, format } = useDesk();
  return (
    <Table<PrintJobRow>
      label={say('labels.jobs')}
      rows={jobs}
      rowKey={({ job }) => job}
      href={({ job }) => jobHref(job)}
      nameHead={say('labels.what')}
      name={({ kind, subjects }) => (
        <>
          {say(`labels.kind.${kind}`)} <code>{subjects.slice(0, 3).join(', ')}</code>
          {subjects.length > 3 && ' …'}
        </>
      )}
      isMarked={({ status }) => status === 'failed'}
      columns={[
        { head: say('status'), cell: (job) => <JobStatus job={job} /> },
        { head: say('labels.printer'), cell: ({ printer }) => <code>{printer}</code> },
        { head: say('labels.count'), isNumber: true, cell: ({ labels, copies }) => format.number(labels * copies) },
        { head: say('labels.askedBy'), cell: ({ askedBy }) => <code>{askedBy}</code> },
        { head: say('labels.askedAt'), cell: ({ askedAt }) => <When at={askedAt} /> },
      ]}
    />
  );
}

const testPrinter = 'test';

/** Where it is comes from the list of addresses: the server connects to nothing else. */
function MakePrinter({ onClose }: { readonly onClose: () => void }) {
  const { say, client, warehouse } = useDesk();
  const list = useAnswer<PrintAddresses>(addressesPath);
  if (!list.data && !list.problem) return null;
  const addresses = (list.data?.addresses ?? []).map(({ host, port, note }) => ({
    value: `${host} ${port}`,
    name: [`${host}:${port}`, note].filter(Boolean).join(' · '),
  }));
  const options = [...addresses, { value: testPrinter, name: say('labels.testPrinter') }];
  return (
    <MakeNew
      title={say('labels.makePrinter')}
      text={say('labels.makePrinter.text')}
      confirm={say('setup.make')}
      start={{ code: '', name: '', at: options[0]?.value ?? testPrinter }}
      fields={[
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 64 },
        { pointer: '/code', label: say('setup.code'), kind: 'text', longest: 32 },
        { pointer: '/at', label: say('labels.address'), kind: 'choice', options },
      ]}
      carryOut={async (draft) => {
        const { code, name, at } = draft as { code: string; name: string; at: string };
        const [host = '', port = ''] = at.split(' ');
        const connection = at === testPrinter ? { type: 'test' } : { type: 'network', host, port: Number(port) };
        const printer = { code: code.trim(), name: name.trim(), connection };
        const outcome = atFields(
          await client.put(printerPath(warehouse, printer.code || ' '), printer, null),
          (pointer) => (pointer.startsWith('/connection') ? '/at' : pointer),
        );
        if ('data' in outcome) goTo(printerHref(printer.code));
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
