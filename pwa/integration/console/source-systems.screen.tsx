import { useState } from 'preact/hooks';
import type { SourceSystem, SourceSystemList } from '#shared/integration/source-system.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { SetupHead } from '../../ui/console/setup.tsx';
import { Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

const path = '/api/admin/source-systems';
const permit = 'integration.administer';

/** Whose orders this warehouse works on. The first part of the set-up. */
export const setupScreen: ConsoleScreen = {
  path: '/setup',
  permit,
  tab: { name: 'setup' },
  Screen: SourceSystems,
};

export const sourceSystemsScreen: ConsoleScreen = { path: '/setup/source-systems', permit, Screen: SourceSystems };

function hrefOf(code: string): string {
  return `/console/setup/source-systems/${encodeURIComponent(code)}`;
}

function SourceSystems() {
  const { say, client } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const list = useAnswer<SourceSystemList>(path, 30_000);
  return (
    <>
      <SetupHead part="source-systems" title={say('setup.sourceSystems')}>
        <button type="button" class="is-main" onClick={() => setMaking(true)}>
          {say('systems.make')}
        </button>
      </SetupHead>
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('systems.none')}>
        {({ items }) => (
          <Table<SourceSystem>
            label={say('setup.sourceSystems')}
            rows={items}
            rowKey={({ code }) => code}
            href={({ code }) => hrefOf(code)}
            nameHead={say('setup.code')}
            name={({ code }) => <code>{code}</code>}
            columns={[
              { head: say('setup.name'), cell: ({ name }) => name },
              { head: say('setup.warehouses'), cell: ({ warehouses }) => warehouses.join(', ') },
              { head: say('systems.owners'), cell: ({ owners }) => owners.join(', ') },
              {
                head: say.label('setting', 'quantityChannel'),
                cell: ({ quantityChannel: { inbound, outbound } }) =>
                  [...new Set([inbound, outbound])].map((channel) => say.label('choice', channel)).join(' / '),
              },
            ]}
          />
        )}
      </Reading>
      {isMaking && (
        <MakeNew
          title={say('systems.make')}
          text={say('systems.make.text')}
          confirm={say('setup.make')}
          start={{ code: '' }}
          fields={[
            { pointer: '/code', label: say('setup.code'), help: say('systems.code.help'), kind: 'text', longest: 64 },
          ]}
          carryOut={async (draft) => {
            const { code } = draft as { code: string };
            const outcome = await client.put(`${path}/${encodeURIComponent(code.trim() || ' ')}`, {}, null);
            if ('data' in outcome) goTo(hrefOf(code.trim()));
            return outcome;
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
