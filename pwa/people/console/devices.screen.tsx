import { useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import type { DeviceList, Enrolment, ShownDevice } from '#shared/people/device.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Panel, ProblemBox, Reading, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { SetupHead } from '../../ui/console/setup.tsx';
import { Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { EnrolmentCode } from './enrolment-code.tsx';

/** Handhelds: which there are, what they still have to send, and letting a new one in. */
export const devicesScreen: ConsoleScreen = { path: '/setup/devices', permit: 'people.administer', Screen: Devices };

function Devices() {
  const { say, client, format } = useDesk();
  const [code, setCode] = useState<Enrolment | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const list = useAnswer<DeviceList>('/api/admin/devices');
  const enrol = async () => {
    const outcome = await client.post<Enrolment>('/api/admin/devices/enrolments');
    if ('problem' in outcome) setProblem(outcome.problem);
    else setCode(outcome.data);
  };
  return (
    <>
      <SetupHead part="devices" title={say('setup.devices')}>
        <button type="button" class="is-main" onClick={() => void enrol()}>
          {say('deviceList.enrol')}
        </button>
      </SetupHead>
      {problem && <ProblemBox problem={problem} />}
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('devices.none')}>
        {({ items }) => (
          <Table<ShownDevice>
            label={say('setup.devices')}
            rows={items}
            rowKey={({ device }) => device}
            href={({ device }) => `/console/setup/devices/${encodeURIComponent(device)}`}
            nameHead={say('devices.device')}
            name={({ device }) => <code>{device}</code>}
            columns={[
              { head: say('status'), cell: DeviceState },
              { head: say('devices.person'), cell: ({ lastPerson }) => lastPerson?.name ?? '–' },
              { head: say('devices.lastContact'), cell: ({ lastContactAt }) => <When at={lastContactAt} /> },
              {
                head: say('devices.waiting'),
                isNumber: true,
                cell: ({ waitingCommands }) => format.number(waitingCommands),
              },
            ]}
          />
        )}
      </Reading>
      <Panel title={say('scannerSetup.title')}>
        <a href={`/api/scanner/sheet?language=${document.documentElement.lang}`} target="_blank" rel="noreferrer">
          {say('scannerSetup.sheet')}
        </a>
        {' · '}
        <a href="/api/scanner/datawedge" download="tallyman-datawedge.json">
          {say('scannerSetup.dataWedge')}
        </a>
      </Panel>
      {code && (
        <EnrolmentCode
          enrolment={code}
          onClose={() => {
            setCode(null);
            list.reload();
          }}
        />
      )}
    </>
  );
}

/** Whether a device may work: in a word and a sign. */
export function DeviceState({ revokedAt }: ShownDevice) {
  const { say } = useDesk();
  if (revokedAt !== null) return <Chip tone="bad">{say('deviceList.revoked')}</Chip>;
  return <Chip tone="good">{say('deviceList.works')}</Chip>;
}
