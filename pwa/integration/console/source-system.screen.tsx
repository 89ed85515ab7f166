import type { SourceSystem } from '#shared/integration/source-system.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import { History } from '../../ui/console/history.tsx';
import { Head } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useWarehouseCodes } from '../../ui/console/setup.tsx';
import { useEditor } from '../../ui/console/use-editor.ts';
import { settingSections } from './setting-fields.ts';

/** One source system: everything it decides for itself, and who changed what of it. */
export const sourceSystemScreen: ConsoleScreen = {
  path: '/setup/source-systems/:code',
  permit: 'integration.administer',
  Screen: SourceSystemForm,
};

function SourceSystemForm({ params: { code = '' } }: ScreenProps) {
  const { say } = useDesk();
  const warehouses = useWarehouseCodes();
  const editor = useEditor<SourceSystem>(`/api/admin/source-systems/${encodeURIComponent(code)}`);
  const known = [...new Set([...warehouses, ...(editor.base?.warehouses ?? [])])];
  const about: Section = {
    title: say('systems.about'),
    fields: [
      { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 250 },
      {
        pointer: '/warehouses',
        label: say('setup.warehouses'),
        help: say('systems.warehouses.help'),
        kind: 'many',
        options: known.map((each) => ({ value: each, name: each })),
      },
      { pointer: '/owners', label: say('systems.owners'), help: say('systems.owners.help'), kind: 'list' },
    ],
  };
  return (
    <>
      <Head
        back={{ href: '/console/setup/source-systems', name: say('setup.sourceSystems') }}
        title={<code>{code}</code>}
      >
        <a href={`/console/setup/source-systems/${code}/returns`}>{say('returnPolicies')}</a>
      </Head>
      <Editing editor={editor} sections={[about, ...settingSections(say)]} />
      <History subject={`source-system/${code}`} />
    </>
  );
}
