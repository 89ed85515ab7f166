import { useState } from 'preact/hooks';
import type { WarehouseList, WarehouseRow } from '#shared/sites/warehouse.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { SetupHead } from '../../ui/console/setup.tsx';
import { Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { warehouseHref, warehousesPath } from './paths.ts';

/** The warehouses, each with its locations. */
export const warehousesScreen: ConsoleScreen = {
  path: '/setup/warehouses',
  permit: 'sites.administer',
  Screen: Warehouses,
};

function Warehouses() {
  const { say, client, format, renew } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const list = useAnswer<WarehouseList>(warehousesPath, 30_000);
  return (
    <>
      <SetupHead part="warehouses" title={say('setup.warehouses')}>
        <button type="button" class="is-main" onClick={() => setMaking(true)}>
          {say('sites.make')}
        </button>
      </SetupHead>
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('noWarehouse')}>
        {({ items }) => (
          <Table<WarehouseRow>
            label={say('setup.warehouses')}
            rows={items}
            rowKey={({ code }) => code}
            href={({ code }) => warehouseHref(code)}
            nameHead={say('setup.code')}
            name={({ code }) => <code>{code}</code>}
            columns={[
              { head: say('setup.name'), cell: ({ name }) => name },
              { head: say('sites.timeZone'), cell: ({ timeZone }) => timeZone },
              {
                head: say('sites.locations'),
                isNumber: true,
                cell: ({ locations }) => format.number(locations),
              },
            ]}
          />
        )}
      </Reading>
      {isMaking && (
        <MakeNew
          title={say('sites.make')}
          text={say('sites.make.text')}
          confirm={say('setup.make')}
          start={{ code: '', name: '', timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }}
          fields={[
            { pointer: '/code', label: say('setup.code'), kind: 'text', longest: 32 },
            { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 250 },
            {
              ...{ pointer: '/timeZone', label: say('sites.timeZone'), help: say('sites.timeZone.help') },
              ...{ kind: 'text', longest: 64 },
            },
          ]}
          carryOut={async (draft) => {
            const { code, name, timeZone } = draft as { code: string; name: string; timeZone: string };
            const body = { timeZone, ...(name.trim() !== '' && { name }) };
            const path = `${warehousesPath}/${encodeURIComponent(code.trim() || ' ')}`;
            const outcome = await client.put(path, body, null);
            if ('data' in outcome) {
              renew();
              goTo(warehouseHref(code.trim()));
            }
            return outcome;
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
