import { useState } from 'preact/hooks';
import type { SelfTest, SelfTestRun } from '#shared/documents/self-test.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Head, Moment, Panel, ProblemBox } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';

/** An administrator lets the server prove that each quantity reaches an ERP once, whatever its channel. */
export const selfTestScreen: ConsoleScreen = {
  path: '/self-test',
  permit: 'monitoring.self_test',
  Screen: RunSelfTest,
};

function RunSelfTest() {
  const { say, client } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<SelfTest | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const run = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await client.post<SelfTest>('/api/admin/self-test/a0001');
    setBusy(false);
    if ('problem' in outcome) setProblem(outcome.problem);
    else setResult(outcome.data);
  };
  return (
    <>
      <Head back={{ href: '/console/documents', name: say('documents') }} title={say('selfTest')}>
        <button type="button" class="is-main" disabled={isBusy} onClick={() => void run()}>
          {say(isBusy ? 'selfTest.running' : 'selfTest.run')}
        </button>
      </Head>
      <p>{say('selfTest.text')}</p>
      {problem && <ProblemBox problem={problem} />}
      {result && (
        <div aria-live="polite">
          <p>
            <Verdict isPassed={result.passed} /> <Moment at={result.at} />
          </p>
          {result.failure !== null && <p class="desk-problem">{result.failure}</p>}
          {result.runs.map((each, index) => (
            <Run key={index} run={each} />
          ))}
        </div>
      )}
    </>
  );
}

function Verdict({ isPassed }: { readonly isPassed: boolean }) {
  const { say } = useDesk();
  return <Chip tone={isPassed ? 'good' : 'bad'}>{say(isPassed ? 'selfTest.passed' : 'selfTest.failed')}</Chip>;
}

/** What warehouse and ERP had after each step, beside what the ERP should have had. */
function Run({ run }: { readonly run: SelfTestRun }) {
  const { say, format } = useDesk();
  const channels = [...new Set(run.channels)].map((channel) => say.label('choice', channel)).join(' → ');
  const heads = [
    'selfTest.warehouse',
    'selfTest.erp',
    'selfTest.expected',
    'selfTest.report',
    'documents.reportedToErp',
  ] as const;
  return (
    <Panel
      title={
        <>
          <Verdict isPassed={run.passed} /> {channels} ·{' '}
          {say(run.includeRegisteredAndPicked ? 'selfTest.withRegistered' : 'selfTest.withoutRegistered')}
        </>
      }
    >
      <div class="desk-table-frame">
        <table class="desk-table">
          <thead>
            <tr>
              <th scope="col">{say('selfTest.step')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" class="is-number">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {run.steps.map((step) => (
              <tr key={step.step} class={step.erp === step.expectedErp ? undefined : 'is-marked'}>
                <td data-head={say('selfTest.step')}>{say.label('step', step.step)}</td>
                {[step.warehouse, step.erp, step.expectedErp, step.reportOnHand, step.reportedToErp].map(
                  (figure, index) => (
                    <td key={index} data-head={say(heads[index] ?? 'selfTest.erp')} class="is-number">
                      {format.number(figure)}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
