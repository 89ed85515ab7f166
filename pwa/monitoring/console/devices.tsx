import type { Board } from '#shared/monitoring/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Chip, Panel, When } from '../../ui/console/parts.tsx';

/** A device that was not heard of for so long is out of reach or switched off. */
const silentMs = 10 * 60_000;

/** The handhelds of the floor: who has them, when they were heard of, what they still keep to themselves. */
export function Devices({ devices, at }: { readonly devices: Board['devices']; readonly at: string }) {
  const { say, format } = useDesk();
  return (
    <Panel title={say('devices')} id="devices">
      {devices.length === 0 ? (
        <p class="desk-empty">{say('devices.none')}</p>
      ) : (
        <div class="desk-table-frame">
          <table class="desk-table" aria-label={say('devices')}>
            <thead>
              <tr>
                <th scope="col">{say('devices.device')}</th>
                <th scope="col">{say('devices.person')}</th>
                <th scope="col">{say('devices.state')}</th>
                <th scope="col">{say('devices.lastContact')}</th>
                <th scope="col" class="is-number">
                  {say('devices.waiting')}
                </th>
              </tr>
            </thead>
            <tbody>
              {devices.map(({ device, person, lastContactAt, waitingCommands }) => {
                const isSilent = Date.parse(at) - Date.parse(lastContactAt) > silentMs;
                return (
                  <tr key={device} class={waitingCommands > 0 ? 'is-marked' : undefined}>
                    <td data-head={say('devices.device')} class="desk-row-name">
                      <code>{device}</code>
                    </td>
                    <td data-head={say('devices.person')}>{person ?? '–'}</td>
                    <td data-head={say('devices.state')}>
                      <Chip tone={isSilent ? 'quiet' : 'good'}>
                        {say(isSilent ? 'devices.silent' : 'devices.heard')}
                      </Chip>
                    </td>
                    <td data-head={say('devices.lastContact')}>
                      <When at={lastContactAt} />
                    </td>
                    <td data-head={say('devices.waiting')} class="is-number">
                      {format.number(waitingCommands)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
