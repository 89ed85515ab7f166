import { locationTypes, useOf } from '#shared/ledger/location-type.ts';
import { handlings } from '#shared/ledger/putaway-rule.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import type { PutawayRules, RuleDocument } from '#shared/putaway/rule-document.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import type { Field } from '../../ui/console/fields.tsx';
import { Head } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { useEditor } from '../../ui/console/use-editor.ts';
import type { Speak } from '../../ui/console/words.ts';
import { rulePath, rulesPath, screenHref } from './paths.ts';
import { Strategies, Trackings } from './rule-fields.tsx';
import { Tester } from './tester.tsx';

/** One rule of put-away: which goods it is for, and where it sends them. Beside it, what the rules do as it is written. */
export const putawayRuleScreen: ConsoleScreen = { path: '/putaway/:rule', permit: 'sites.administer', Screen: Rule };

function Rule({ params: { rule: code = '' }, address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const editor = useEditor<RuleDocument>(rulePath(warehouse, code));
  const list = useAnswer<PutawayRules>(rulesPath(warehouse), 60_000);
  const { draft, changed } = editor;
  return (
    <>
      <Head back={{ href: screenHref, name: say('putaway') }} title={<code>{code}</code>} />
      <div class="desk-columns putaway-columns">
        <div>
          <Editing editor={editor} sections={sectionsOf(say)}>
            {draft && (
              <>
                <Trackings value={draft.when} onChange={(name, value) => editor.set(`/when/${name}`, value)} />
                <Strategies value={draft.strategies} onChange={(value) => editor.set('/strategies', value)} />
              </>
            )}
          </Editing>
        </div>
        <Tester
          address={address}
          {...(changed > 0 && draft && list.data && { rules: withDraft(list.data.rules, draft) })}
        />
      </div>
    </>
  );
}

/** The rules as they would be with this one as it is written. */
function withDraft(rules: readonly RuleDocument[], draft: RuleDocument): readonly RuleDocument[] {
  return rules.map((rule) => (rule.code === draft.code ? draft : rule));
}

function sectionsOf(say: Speak): Section[] {
  const list = (name: string): Field => ({
    pointer: `/when/${name}`,
    label: say.label('criterion', name),
    kind: 'list',
    empty: say('putaway.any'),
  });
  const many = (name: string, family: 'inventoryStatus' | 'handling', codes: readonly string[]): Field => ({
    pointer: `/when/${name}`,
    label: say.label('criterion', name),
    kind: 'many',
    options: codes.map((value) => ({ value, name: say.label(family, value) })),
  });
  const types = locationTypes.filter((type) => useOf(type).isPutTarget);
  return [
    {
      title: say('putaway.about'),
      fields: [
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 80 },
        { pointer: '/isActive', label: say('putaway.isOn'), kind: 'flag' },
      ],
    },
    {
      title: say('putaway.forGoods'),
      fields: [
        ...['categories', 'abcClasses', 'items', 'sourceSystems', 'owners'].map(list),
        many('inventoryStatuses', 'inventoryStatus', inventoryStatuses),
        many('handlings', 'handling', handlings),
        list('fromZones'),
      ],
    },
    {
      title: say('putaway.where'),
      fields: [
        { pointer: '/zones', label: say('putaway.zones'), kind: 'list', empty: say('putaway.anyZone') },
        {
          ...{ pointer: '/locationTypes', label: say('putaway.types'), help: say('putaway.types.help'), kind: 'many' },
          options: types.map((value) => ({ value, name: say.label('locationType', value) })),
        },
        {
          ...{ pointer: '/otherwise', label: say('putaway.otherwise'), kind: 'choice' },
          options: [
            { value: 'next', name: say('putaway.next') },
            { value: 'stop', name: say('putaway.stop') },
          ],
        },
      ],
    },
  ];
}
