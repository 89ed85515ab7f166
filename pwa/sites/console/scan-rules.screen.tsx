import { type ShownScanRules, unknownAiPolicies } from '#shared/sites/scan-rules.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import { Head, Panel } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useEditor } from '../../ui/console/use-editor.ts';
import type { Speak } from '../../ui/console/words.ts';
import { OwnCodes } from './own-codes.tsx';
import { scanRulesPath, warehouseHref } from './paths.ts';
import { TriedCodes } from './tried-codes.tsx';

/** How the codes of a warehouse are read: its own codes by patterns, GS1 labels, check digits; and codes to try it with. */
export const scanRulesScreen: ConsoleScreen = {
  path: '/setup/warehouses/:warehouse/scan-rules',
  permit: 'sites.administer',
  Screen: ScanRules,
};

function ScanRules({ params: { warehouse = '' } }: ScreenProps) {
  const { say } = useDesk();
  const editor = useEditor<ShownScanRules>(scanRulesPath(warehouse));
  const { draft, problem } = editor;
  return (
    <>
      <Head
        back={{ href: warehouseHref(warehouse), name: warehouse }}
        title={
          <>
            {say('scanRules')} <code>{warehouse}</code>
          </>
        }
      />
      <div class="scan-rules">
        <Editing editor={editor} sections={sectionsOf(say)}>
          {draft && (
            <Panel title={say('scanRules.codes')}>
              <p class="desk-quiet">{say('scanRules.codes.text')}</p>
              <OwnCodes
                codes={draft.codes}
                errors={problem?.errors ?? []}
                onChange={(codes) => editor.set('/codes', codes)}
              />
            </Panel>
          )}
        </Editing>
        {draft && <TriedCodes rules={draft} />}
      </div>
    </>
  );
}

function sectionsOf(say: Speak): Section[] {
  return [
    {
      title: say('scanRules.labels'),
      fields: [
        {
          ...{ pointer: '/unknownAi', label: say('scanRules.unknownAi'), help: say('scanRules.unknownAi.help') },
          ...{
            kind: 'choice',
            options: unknownAiPolicies.map((value) => ({ value, name: say(`scanRules.ai.${value}`) })),
          },
        },
        {
          ...{ pointer: '/separators', label: say('scanRules.separators'), help: say('scanRules.separators.help') },
          ...{ kind: 'list', empty: say('setup.nothing') },
        },
        {
          ...{ pointer: '/gs1Prefixes', label: say('scanRules.prefixes'), help: say('scanRules.prefixes.help') },
          ...{ kind: 'list', empty: say('setup.nothing') },
        },
      ],
    },
    {
      title: say('scanRules.camera'),
      fields: (['upcE', 'pdf417', 'aztec'] as const).map((code) => ({
        ...{ pointer: `/cameraCodes/${code}`, label: say(`scanRules.camera.${code}`) },
        ...{ help: say(`scanRules.camera.${code}.help`), kind: 'flag' as const },
      })),
    },
    {
      title: say('scanRules.checkDigits'),
      fields: [
        {
          ...{ pointer: '/checkDigits/required', label: say('scanRules.required') },
          ...{ help: say('scanRules.required.help'), kind: 'flag' },
        },
        {
          ...{ pointer: '/checkDigits/otherZones', label: say('scanRules.otherZones') },
          ...{ help: say('scanRules.otherZones.help'), kind: 'list', empty: say('setup.nothing') },
        },
      ],
    },
  ];
}
