import type { ShownLicensePlateSettings } from '#shared/sites/license-plates.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing } from '../../ui/console/editing.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { SetupHead } from '../../ui/console/setup.tsx';
import { useEditor } from '../../ui/console/use-editor.ts';

/** What the numbers of licence plates and cartons begin with. */
export const licensePlatesScreen: ConsoleScreen = {
  path: '/setup/license-plates',
  permit: 'sites.administer',
  Screen: LicensePlates,
};

function LicensePlates() {
  const { say } = useDesk();
  const editor = useEditor<ShownLicensePlateSettings>('/api/admin/license-plates');
  return (
    <>
      <SetupHead part="license-plates" title={say('setup.licensePlates')} />
      <Editing
        editor={editor}
        sections={[
          {
            title: say('sites.numbering'),
            fields: [
              {
                ...{
                  pointer: '/companyPrefix',
                  label: say('sites.companyPrefix'),
                  help: say('sites.companyPrefix.help'),
                },
                ...{ kind: 'text', longest: 12 },
              },
            ],
          },
        ]}
      />
    </>
  );
}
