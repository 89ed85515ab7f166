import type { PrinterHealthList, PrintJobList } from '#shared/labels/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Facts, Head, Moment, Panel, Reading } from '../../ui/console/parts.tsx';
import { LabelPicture } from '../../ui/console/print-labels.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { JobButtons, JobStatus } from './job-parts.tsx';
import { jobHref, jobsPath, labelsHref } from './paths.ts';

/** A print job with its labels as they came out, or would have. */
export const printJobScreen: ConsoleScreen = {
  path: `${labelsHref.replace('/console', '')}/jobs/:job`,
  permit: 'labels.print',
  Screen: PrintJob,
};

/** More pictures than this nobody looks through, and each takes the server a moment. */
const mostPictures = 12;

/** What its printer said last, if that was nothing good. */
function WhyItWaits({ printer: code }: { readonly printer: string }) {
  const { say, warehouse } = useDesk();
  const { data } = useAnswer<PrinterHealthList>(`/api/console/printers?warehouse=${warehouse}`, 5000);
  const health = data?.items.find(({ printer }) => printer.code === code);
  if (!health?.lastError || health.state === 'ready') return null;
  return (
    <p class="desk-warning" role="note">
      {say.problem(health.lastError)}
    </p>
  );
}

/** Until it is over somebody looks at it to see it through. */
function paceOf(list: PrintJobList | null): number {
  const isOpen = list?.items.some(({ status }) => status === 'waiting' || status === 'sending');
  return isOpen ? 1000 : 5000;
}

function PrintJob({ params: { job: number = '' } }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const list = useAnswer<PrintJobList>(jobsPath(warehouse, { job: number }), paceOf);
  return (
    <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('labels.noJobs')}>
      {({ items: [job] }) =>
        job ? (
          <>
            <Head
              back={{ href: labelsHref, name: say('labels') }}
              title={
                <>
                  {say(`labels.kind.${job.kind}`)} <code>{job.subjects.slice(0, 3).join(', ')}</code>
                </>
              }
            >
              <JobButtons job={job} onDone={list.reload} />
            </Head>
            <Panel title={<JobStatus job={job} />}>
              {job.problem && (
                <p class="desk-warning" role="note">
                  {say.problem(job.problem)}
                </p>
              )}
              {job.mayHavePrinted && (
                <p class="desk-warning" role="note">
                  {say('labels.maybeTwice.text')}
                </p>
              )}
              {job.status === 'waiting' && <WhyItWaits printer={job.printer} />}
              <Facts
                rows={[
                  [say('labels.printer'), <code key="p">{job.printer}</code>],
                  [say('labels.askedBy'), <code key="b">{job.askedBy}</code>],
                  [say('labels.askedAt'), <Moment key="a" at={job.askedAt} />],
                  [say('labels.endedAt'), job.endedAt && <Moment key="e" at={job.endedAt} />],
                  [say('labels.copies'), job.copies],
                  [say('labels.attempts'), job.attempts > 0 && job.attempts],
                  [
                    say('labels.copyOf'),
                    job.copyOf && (
                      <a key="c" href={jobHref(job.copyOf)}>
                        <code>{job.copyOf}</code>
                      </a>
                    ),
                  ],
                ]}
              />
            </Panel>
            <ul class="desk-label-pictures">
              {Array.from({ length: Math.min(job.labels, mostPictures) }, (_, index) => (
                <li key={index}>
                  <LabelPicture
                    path={`/api/console/print-jobs/${encodeURIComponent(warehouse)}/${job.job}/labels/${index + 1}`}
                  />
                </li>
              ))}
            </ul>
            {job.labels > mostPictures && (
              <p class="desk-quiet">{say('labels.morePictures', { count: job.labels - mostPictures })}</p>
            )}
          </>
        ) : null
      }
    </Reading>
  );
}
