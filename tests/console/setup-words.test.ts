import { describe, expect, test } from 'vitest';
import { roles } from '#shared/command/roles.ts';
import { locationTypes } from '#shared/ledger/location-type.ts';
import { type Setting, sourceSystemSettings } from '#shared/ledger/source-system-settings.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import { keyScopes } from '#shared/people/key-scopes.ts';
import { rowOutcomes } from '#shared/sites/import.ts';
import { settingGroups } from '../../pwa/integration/console/setting-fields.ts';
import { texts as german } from '../../pwa/ui/locales/console.de.ts';
import { texts as english } from '../../pwa/ui/locales/console.en.ts';
import { texts as spanish } from '../../pwa/ui/locales/console.es.ts';

const settings = Object.entries<Setting>(sourceSystemSettings);

test('every setting has its place in the form, once', () => {
  const placed = settingGroups.flatMap(({ names }) => names);
  expect(placed.toSorted()).toEqual(settings.map(([name]) => name).toSorted());
});

describe.each([
  ['English', english],
  ['German', german],
  ['Spanish', spanish],
])('in %s', (_, texts: Readonly<Record<string, string>>) => {
  test('every setting has a name and a sentence that says what it changes', () => {
    const keys = settings.flatMap(([name]) => [`setting.${name}`, `setting.${name}.help`]);
    expect(keys.filter((key) => !texts[key])).toEqual([]);
  });

  test('everything that can be chosen has a name', () => {
    const keys = [
      ...settings.flatMap(([, setting]) => choicesOf(setting).map((choice) => `choice.${choice}`)),
      ...roles.map((role) => `role.${role}`),
      ...keyScopes.map((scope) => `scope.${scope}`),
      ...locationTypes.map((type) => `locationType.${type}`),
      ...inventoryStatuses.map((status) => `inventoryStatus.${status}`),
      ...rowOutcomes.map((outcome) => `outcome.${outcome}`),
    ];
    expect(keys.filter((key) => !texts[key])).toEqual([]);
  });

  test('the same is filled in as in English', () => {
    const placesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const differing = Object.entries(english).filter(
      ([key, text]) => placesIn(texts[key] ?? '').join() !== placesIn(text).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

function choicesOf(setting: Setting): readonly string[] {
  if (setting.kind === 'choice' || setting.kind === 'by-direction') return setting.values;
  return setting.kind === 'codes' ? Object.keys(setting.standard) : [];
}
