import { locationTypes } from '#shared/ledger/location-type.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import type { ShownLocation } from '#shared/sites/location.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import { History } from '../../ui/console/history.tsx';
import { Head } from '../../ui/console/parts.tsx';
import { PrintLabels } from '../../ui/console/print-labels.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useEditor } from '../../ui/console/use-editor.ts';
import type { Speak } from '../../ui/console/words.ts';
import { locationsPath, warehouseHref } from './paths.ts';

/** One location: what it is for, where it lies, what it bears and what may stand there. */
export const locationScreen: ConsoleScreen = {
  path: '/setup/warehouses/:warehouse/locations/:code',
  permit: 'sites.administer',
  Screen: LocationForm,
};

function LocationForm({ params: { warehouse = '', code = '' } }: ScreenProps) {
  const { say } = useDesk();
  const editor = useEditor<ShownLocation>(`${locationsPath(warehouse)}/${encodeURIComponent(code)}`);
  return (
    <>
      <Head back={{ href: warehouseHref(warehouse), name: warehouse }} title={<code>{code}</code>}>
        <PrintLabels of={{ kind: 'location', subjects: [code], warehouse }} name={say('sites.printLabel')} />
      </Head>
      <Editing editor={editor} sections={[placeOf(say), capacityOf(say), goodsOf(say)]} />
      <History subject={`location/${warehouse}/${code}`} />
    </>
  );
}

function placeOf(say: Speak): Section {
  const types = locationTypes.map((type) => ({ value: type, name: say.label('locationType', type) }));
  return {
    title: say('sites.place'),
    fields: [
      { pointer: '/type', label: say('sites.type'), help: say('sites.type.help'), kind: 'choice', options: types },
      { pointer: '/zone', label: say('sites.zone'), help: say('sites.zone.help'), kind: 'text', longest: 32 },
      {
        ...{ pointer: '/sequence', label: say('sites.sequence'), help: say('sites.sequence.help') },
        ...{ kind: 'number', minimum: 0 },
      },
      {
        ...{ pointer: '/checkDigit', label: say('sites.checkDigit'), help: say('sites.checkDigit.help') },
        ...{ kind: 'text', longest: 8, isOptional: true },
      },
      { pointer: '/active', label: say('sites.active'), help: say('sites.active.help'), kind: 'flag' },
    ],
  };
}

function capacityOf(say: Speak): Section {
  const limit = { kind: 'number', minimum: 1, isOptional: true } as const;
  return {
    title: say('sites.capacity'),
    fields: [
      { pointer: '/capacity/plates', label: say('sites.plates'), help: say('sites.capacity.help'), ...limit },
      { pointer: '/capacity/weightGrams', label: say('sites.weight'), ...limit },
      { pointer: '/capacity/volumeCm3', label: say('sites.volume'), ...limit },
    ],
  };
}

function goodsOf(say: Speak): Section {
  const statuses = inventoryStatuses.map((value) => ({ value, name: say.label('inventoryStatus', value) }));
  return {
    title: say('sites.goods'),
    fields: [
      {
        ...{ pointer: '/fixedItem', label: say('sites.fixedItem'), help: say('sites.fixedItem.help') },
        ...{ kind: 'text', longest: 64, isOptional: true },
      },
      {
        ...{ pointer: '/fixedItemSourceSystem', label: say('sites.fixedSystem'), help: say('sites.fixedSystem.help') },
        ...{ kind: 'text', longest: 64, isOptional: true },
      },
      { pointer: '/mixing/items', label: say('sites.mixItems'), help: say('sites.mixing.help'), kind: 'flag' },
      { pointer: '/mixing/lots', label: say('sites.mixLots'), kind: 'flag' },
      { pointer: '/mixing/statuses', label: say('sites.mixStatuses'), kind: 'flag' },
      { pointer: '/mixing/owners', label: say('sites.mixOwners'), kind: 'flag' },
      {
        ...{ pointer: '/onlyCategories', label: say('sites.only'), help: say('sites.only.help') },
        ...{ kind: 'list', isOptional: true, empty: say('setup.any') },
      },
      {
        ...{ pointer: '/barredCategories', label: say('sites.barred'), help: say('sites.barred.help') },
        ...{ kind: 'list', isOptional: true, empty: say('setup.nothing') },
      },
      {
        ...{ pointer: '/allowedStatuses', label: say('sites.statuses'), help: say('sites.statuses.help') },
        ...{ kind: 'many', options: statuses, isOptional: true },
      },
      {
        ...{ pointer: '/allowNegativeStock', label: say('sites.negative'), help: say('sites.negative.help') },
        kind: 'flag',
      },
    ],
  };
}
