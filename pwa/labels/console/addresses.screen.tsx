import { useState } from 'preact/hooks';
import type { PrintAddress, PrintAddresses } from '#shared/labels/printer.ts';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { History } from '../../ui/console/history.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Head, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { atFields } from './at-fields.ts';
import { addressesHref, addressesPath, labelsHref } from './paths.ts';

/** Where printers may be. The server connects to nothing that is not on this list. */
export const addressesScreen: ConsoleScreen = {
  path: addressesHref.replace('/console', ''),
  permit: 'printers.administer',
  Screen: Addresses,
};

function Addresses() {
  const { say, client } = useDesk();
  const list = useAnswer<PrintAddresses>(addressesPath, 30_000);
  const [isAdding, setAdding] = useState(false);

  /** Read, changed and written at once: whoever changes the list at the same time is told to try again. */
  const change = async (
    next: (before: readonly PrintAddress[]) => readonly PrintAddress[],
  ): Promise<Outcome<unknown>> => {
    const read = await client.get<PrintAddresses>(addressesPath);
    if ('problem' in read) return read;
    const outcome = await client.put(addressesPath, { addresses: next(read.data.addresses) }, read.etag ?? null);
    list.reload();
    return outcome;
  };
  return (
    <>
      <Head back={{ href: labelsHref, name: say('labels') }} title={say('labels.addresses')}>
        <button type="button" class="is-main" onClick={() => setAdding(true)}>
          {say('labels.addAddress')}
        </button>
      </Head>
      <p class="desk-quiet">{say('labels.addresses.text')}</p>
      <Reading of={list} isEmpty={({ addresses }) => addresses.length === 0} empty={say('labels.noAddresses')}>
        {({ addresses }) => (
          <div class="desk-table-frame">
            <table class="desk-table" aria-label={say('labels.addresses')}>
              <thead>
                <tr>
                  <th scope="col">{say('labels.address')}</th>
                  <th scope="col">{say('labels.note')}</th>
                  <th scope="col" />
                </tr>
              </thead>
              <tbody>
                {addresses.map(({ host, port, note }) => (
                  <tr key={`${host}:${port}`}>
                    <td>
                      <code>{`${host}:${port}`}</code>
                    </td>
                    <td>{note}</td>
                    <td>
                      <button
                        type="button"
                        class="is-small"
                        aria-label={`${say('labels.removeAddress')} ${host}:${port}`}
                        onClick={() =>
                          void change((all) => all.filter((one) => one.host !== host || one.port !== port))
                        }
                      >
                        {say('labels.removeAddress')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Reading>
      <History subject="print-addresses" />
      {isAdding && (
        <MakeNew
          title={say('labels.addAddress')}
          text={say('labels.addresses.text')}
          confirm={say('labels.addAddress')}
          start={{ host: '', port: 9100, note: '' }}
          fields={[
            { pointer: '/host', label: say('labels.host'), kind: 'text', longest: 253 },
            { pointer: '/port', label: say('labels.port'), kind: 'number', minimum: 1024 },
            { pointer: '/note', label: say('labels.note'), kind: 'text', longest: 64, isOptional: true },
          ]}
          carryOut={async (draft) => {
            const { host, port, note } = draft as { host: string; port: number; note: string };
            const added = { host: host.trim(), port, ...(note && { note: note.trim() }) };
            return atFields(await change((all) => [...all, added]), (pointer) =>
              pointer.replace(/^\/addresses\/\d+$/, '/host').replace(/^\/addresses\/\d+/, ''),
            );
          }}
          onMade={list.reload}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
