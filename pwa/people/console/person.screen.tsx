import type { ShownPerson } from '#shared/people/person.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import { History } from '../../ui/console/history.tsx';
import { Head } from '../../ui/console/parts.tsx';
import { PrintLabels } from '../../ui/console/print-labels.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useWarehouseCodes } from '../../ui/console/setup.tsx';
import { useEditor } from '../../ui/console/use-editor.ts';
import { languages, type Speak } from '../../ui/console/words.ts';
import { roleFields } from './role-fields.ts';

/** One person: their name, language, roles, PIN and password, and how far they may go alone. */
export const personScreen: ConsoleScreen = {
  path: '/setup/people/:badge',
  permit: 'people.administer',
  Screen: PersonForm,
};

function PersonForm({ params: { badge = '' } }: ScreenProps) {
  const { say } = useDesk();
  const warehouses = useWarehouseCodes();
  const editor = useEditor<ShownPerson>(`/api/admin/people/${encodeURIComponent(badge)}`);
  const codes = ['*', ...warehouses, ...Object.keys(editor.base?.roles ?? {})];
  const sections: readonly Section[] = [
    {
      title: say('people.about'),
      fields: [
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 250 },
        {
          pointer: '/language',
          label: say('language'),
          help: say('people.language.help'),
          kind: 'choice',
          options: languages.map(({ code, name }) => ({ value: code, name })),
        },
      ],
    },
    { title: say('people.roles'), fields: roleFields([...new Set(codes)], say) },
    {
      title: say('people.signsIn'),
      fields: [
        {
          ...{ pointer: '/pin', label: say('people.pin'), help: say('people.pin.help') },
          ...{ kind: 'secret', longest: 12, isDigits: true },
        },
        {
          ...{ pointer: '/password', label: say('password'), help: say('people.password.help') },
          ...{ kind: 'secret', longest: 256 },
        },
      ],
    },
    { title: say('people.limits'), fields: limitFields(say) },
  ];
  return (
    <>
      <Head
        back={{ href: '/console/setup/people', name: say('setup.people') }}
        title={
          <>
            <code>{badge}</code> {editor.base?.name}
          </>
        }
      >
        <PrintLabels of={{ kind: 'badge', subjects: [badge] }} name={say('people.printBadge')} />
      </Head>
      <Editing editor={editor} sections={sections} />
      <History subject={`person/${badge}`} />
    </>
  );
}

function limitFields(say: Speak): Section['fields'] {
  const limit = { kind: 'number', minimum: 0, isOptional: true, step: 'any' } as const;
  return [
    {
      ...{ pointer: '/limits/count/quantity', label: say('people.countQuantity'), help: say('people.count.help') },
      ...limit,
    },
    { pointer: '/limits/count/percent', label: say('people.countPercent'), ...limit },
    { pointer: '/limits/count/value', label: say('people.countValue'), ...limit },
    {
      ...{ pointer: '/limits/recounts', label: say('people.recounts'), help: say('people.recounts.help') },
      ...{ kind: 'number', minimum: 0 },
    },
    {
      ...{ pointer: '/limits/adjustment/value', label: say('people.adjustment'), help: say('people.adjustment.help') },
      ...limit,
    },
    { pointer: '/limits/adjustment/perDay', label: say('people.adjustmentPerDay'), kind: 'flag' },
  ];
}
