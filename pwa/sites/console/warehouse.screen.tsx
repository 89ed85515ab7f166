import { useState } from 'preact/hooks';
import { locationTypes } from '#shared/ledger/location-type.ts';
import type { ShownLocation } from '#shared/sites/location.ts';
import type { ShownWarehouse } from '#shared/sites/warehouse.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing } from '../../ui/console/editing.tsx';
import { Choices, Search } from '../../ui/console/filters.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Head, Reading } from '../../ui/console/parts.tsx';
import { PrintLabels } from '../../ui/console/print-labels.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { useEditor } from '../../ui/console/use-editor.ts';
import { useSelection } from '../../ui/console/use-selection.ts';
import { LocationTable } from './location-table.tsx';
import { locationHref, locationsPath, warehouseHref, warehousePath } from './paths.ts';

/** One warehouse: its name and time zone, and its locations, one by one or by the file. */
export const warehouseScreen: ConsoleScreen = {
  path: '/setup/warehouses/:warehouse',
  permit: 'sites.administer',
  Screen: Warehouse,
};

function Warehouse({ params: { warehouse = '' }, address }: ScreenProps) {
  const { say, client } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const editor = useEditor<ShownWarehouse>(warehousePath(warehouse));
  const list = useAnswer<{ items: readonly ShownLocation[] }>(locationsPath(warehouse), 60_000);
  const { chosen, selection } = useSelection<ShownLocation>(({ code }) => code, {
    nameOf: ({ code }) => say('sites.chooseLocation', { location: code }),
    allName: say('sites.chooseAll'),
  });
  const types = locationTypes.map((type) => ({ value: type, name: say.label('locationType', type) }));
  return (
    <>
      <Head
        back={{ href: '/console/setup/warehouses', name: say('setup.warehouses') }}
        title={<code>{warehouse}</code>}
      >
        <a class="desk-button" href={`${warehouseHref(warehouse)}/import`}>
          {say('sites.import')}
        </a>
        <a class="desk-button" href={`${warehouseHref(warehouse)}/scan-rules`}>
          {say('scanRules')}
        </a>
        <button type="button" class="is-main" onClick={() => setMaking(true)}>
          {say('sites.makeLocation')}
        </button>
      </Head>
      <Editing
        editor={editor}
        sections={[
          {
            title: say('sites.about'),
            fields: [
              { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 250 },
              {
                ...{ pointer: '/timeZone', label: say('sites.timeZone'), help: say('sites.timeZone.help') },
                ...{ kind: 'text', longest: 64 },
              },
            ],
          },
        ]}
      />
      <h2 class="desk-subhead">{say('sites.locations')}</h2>
      <div class="desk-below-choices">
        <Choices
          address={address}
          member="type"
          label={say('sites.type')}
          choices={[{ value: '', name: say('all') }, ...types]}
        />
        <Search address={address} placeholder={say('sites.search')} />
        <PrintLabels
          of={{ kind: 'location', subjects: chosen.map(({ code }) => code), warehouse }}
          name={say('sites.printLabels', { count: chosen.length })}
        />
      </div>
      <Reading of={list}>
        {({ items }) => (
          <LocationTable warehouse={warehouse} locations={items} address={address} selection={selection} />
        )}
      </Reading>
      {isMaking && (
        <MakeNew
          title={say('sites.makeLocation')}
          text={say('sites.makeLocation.text')}
          confirm={say('setup.make')}
          start={{ code: '', type: 'storage' }}
          fields={[
            { pointer: '/code', label: say('setup.code'), kind: 'text', longest: 32 },
            { pointer: '/type', label: say('sites.type'), kind: 'choice', options: types },
          ]}
          carryOut={async (draft) => {
            const { code, type } = draft as { code: string; type: string };
            const path = `${locationsPath(warehouse)}/${encodeURIComponent(code.trim() || ' ')}`;
            const outcome = await client.put(path, { type }, null);
            if ('data' in outcome) goTo(locationHref(warehouse, code.trim()));
            return outcome;
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}
