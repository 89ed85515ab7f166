import { useState } from 'preact/hooks';
import type { ShownDevice } from '#shared/people/device.ts';
import { scannerFindings } from '#shared/scan/scanner-findings.ts';
import type { ScannerReport } from '#shared/scan/scanner-report.ts';
import { reportRows } from '#shared/scan/scanner-rows.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { History } from '../../ui/console/history.tsx';
import { Chip, Facts, Head, Moment, Panel, Reading, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { DeviceState } from './devices.screen.tsx';

/** One handheld, and keeping it out. */
export const deviceScreen: ConsoleScreen = {
  path: '/setup/devices/:device',
  permit: 'people.administer',
  Screen: DeviceDetail,
};

function DeviceDetail({ params: { device = '' } }: ScreenProps) {
  const { say, client, format } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const path = `/api/admin/devices/${encodeURIComponent(device)}`;
  const shown = useAnswer<ShownDevice>(path);
  const revoke = (waiting: number): Question => ({
    title: say('deviceList.revoke.title'),
    text: say('deviceList.revoke.text', { device, waiting: format.number(waiting) }),
    confirm: say('deviceList.revoke'),
    isGrave: true,
    carryOut: () => client.revoke(path),
    onDone: shown.reload,
  });
  return (
    <>
      <Reading of={shown}>
        {(data) => (
          <>
            <Head
              back={{ href: '/console/setup/devices', name: say('setup.devices') }}
              title={
                <>
                  <code>{data.device}</code> <DeviceState {...data} />
                </>
              }
            >
              {data.revokedAt === null && (
                <button type="button" class="is-grave" onClick={() => setQuestion(revoke(data.waitingCommands))}>
                  {say('deviceList.revoke')}
                </button>
              )}
            </Head>
            <Panel title={say('deviceList.about')}>
              <Facts
                rows={[
                  [say('devices.person'), data.lastPerson && `${data.lastPerson.name} (${data.lastPerson.badge})`],
                  [say('devices.lastContact'), <When key="at" at={data.lastContactAt} />],
                  [say('devices.waiting'), format.number(data.waitingCommands)],
                  [say('deviceList.lastSequence'), format.number(data.lastSequence)],
                  [say('deviceList.enrolledAt'), <Moment key="at" at={data.enrolledAt} />],
                  [say('deviceList.enrolledBy'), data.enrolledBy],
                  [say('deviceList.revokedAt'), data.revokedAt && <Moment at={data.revokedAt} />],
                ]}
              />
            </Panel>
            <Panel title={say('scannerSetup.scanner')}>
              {data.scanner ? <Scanner report={data.scanner} /> : <p>{say('scannerSetup.notYet')}</p>}
            </Panel>
          </>
        )}
      </Reading>
      <History subject={`device/${device}`} />
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

/** What the device found out about its scanner, and what somebody has to set on it. */
function Scanner({ report }: { readonly report: ScannerReport }) {
  const { say } = useDesk();
  return (
    <>
      <Facts
        rows={[
          ...reportRows(report).map(({ label, said }): [string, string] => [
            say(label),
            'text' in said ? said.text : say(said.key, said.params),
          ]),
          [say('scannerSetup.learntAt'), <Moment key="at" at={new Date(report.learntAt).toISOString()} />],
        ]}
      />
      {report.findings.length > 0 && (
        <p>
          {say('scannerSetup.change')}:{' '}
          {report.findings.map((code) => (
            <Chip key={code} tone={scannerFindings[code] === 'must' ? 'bad' : 'warn'}>
              {say(`scannerSetup.short.${code}`)}
            </Chip>
          ))}
        </p>
      )}
    </>
  );
}
