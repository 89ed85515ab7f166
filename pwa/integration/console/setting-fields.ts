import { type Setting, type SettingName, sourceSystemSettings } from '#shared/ledger/source-system-settings.ts';
import type { Section } from '../../ui/console/editing.tsx';
import type { Field } from '../../ui/console/fields.tsx';
import type { ConsoleKey, Speak } from '../../ui/console/words.ts';

/** The settings in the order in which people think of them. */
export const settingGroups: readonly { readonly title: ConsoleKey; readonly names: readonly SettingName[] }[] = [
  {
    title: 'settings.reporting',
    names: [
      ...(['quantityChannel', 'includeRegisteredAndPicked', 'onHandReportHours'] as const),
      ...(['postingDelaySeconds', 'frozenDays'] as const),
    ],
  },
  {
    title: 'settings.receiving',
    names: [
      ...(['inboundLoadCreation', 'inboundDelivery', 'multipleReceiptsPerLoad', 'overReceipt'] as const),
      ...(['supplierPackingSlip', 'shelfLife', 'minimumShelfLifePercent', 'dockNotReservable'] as const),
    ],
  },
  {
    title: 'settings.shipping',
    names: [
      ...(['reservationAtImport', 'reservationAtImportMandatory', 'releaseBy', 'fulfilment'] as const),
      ...(['minimumFulfilmentPercent', 'consolidation', 'shipmentOrderMatching'] as const),
      ...(['fillEntireShipment', 'crossDockRequests'] as const),
    ],
  },
  {
    title: 'settings.returns',
    names: [
      ...(['returns', 'returnDetails', 'returnPolicy', 'returnWithinDays'] as const),
      ...(['returnOrderType', 'returnNumberPrefix', 'dispositions'] as const),
    ],
  },
  {
    title: 'settings.numbers',
    names: [
      ...(['inboundOrderNumberPolicy', 'inboundOrderNumberPrefix', 'inboundOrderNumberSuffix'] as const),
      ...(['outboundOrderNumberPolicy', 'outboundOrderNumberPrefix', 'outboundOrderNumberSuffix'] as const),
      ...(['itemNumberPolicy', 'itemNumberPrefix', 'itemNumberSuffix', 'isProductMaster', 'itemMapping'] as const),
    ],
  },
  {
    title: 'settings.manual',
    names: [
      ...(['manualInboundOrders', 'manualInboundNumberPrefix', 'manualOutboundOrders'] as const),
      ...(['manualOutboundNumberPrefix', 'manualOrderMessages', 'manualItemMessages'] as const),
    ],
  },
];

/** The settings as sections of a form, each with a sentence that says what it changes. */
export function settingSections(say: Speak): readonly Section[] {
  return settingGroups.map(({ title, names }) => ({
    title: say(title),
    fields: names.flatMap((name) => fieldsOf(name, sourceSystemSettings[name], say)),
  }));
}

function fieldsOf(name: SettingName, setting: Setting, say: Speak): Field[] {
  const pointer = `/${name}`;
  const label = say.label('setting', name);
  const help = say.label('setting', `${name}.help`);
  const own = { pointer, label, help };
  const optionsOf = (values: readonly string[]) => values.map((value) => ({ value, name: say.label('choice', value) }));
  switch (setting.kind) {
    case 'choice':
      return [{ ...own, kind: 'choice', options: optionsOf(setting.values) }];
    case 'flag':
      return [{ ...own, kind: 'flag' }];
    case 'whole':
      return [{ ...own, kind: 'number', minimum: setting.minimum }];
    case 'text':
      return [{ ...own, kind: 'text', longest: 16 }];
    case 'by-direction':
      return (['inbound', 'outbound'] as const).map((direction) => ({
        pointer: `${pointer}/${direction}`,
        label: `${label}: ${say(`settings.${direction}`)}`,
        help: direction === 'inbound' ? help : undefined,
        kind: 'choice',
        options: optionsOf(setting.values),
      }));
    case 'codes':
      return Object.keys(setting.standard).map((code, index) => ({
        pointer: `${pointer}/${code}`,
        label: `${label}: ${say.label('choice', code)}`,
        help: index === 0 ? help : undefined,
        kind: 'text',
        longest: 32,
      }));
  }
}
