import { useState } from 'preact/hooks';
import type { TemplateDocument } from '#shared/waves/template-document.ts';
import { goTo } from '../../ui/console/address.ts';
import { Ask } from '../../ui/console/ask.tsx';
import { valueAt } from '../../ui/console/changes.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import { type Field, FieldRow } from '../../ui/console/fields.tsx';
import { Head, Panel } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useEditor } from '../../ui/console/use-editor.ts';
import type { Speak } from '../../ui/console/words.ts';
import { Outlook } from './outlook.tsx';
import { templatePath, templatesHref } from './paths.ts';

/** One template as a form, and beside it what it would gather and bring at this moment. */
export const templateScreen: ConsoleScreen = {
  path: `${templatesHref.replace('/console', '')}/:template`,
  permit: 'waves.release',
  Screen: Template,
};

function Template({ params: { template: code = '' } }: ScreenProps) {
  const { say, warehouse, client, may } = useDesk();
  const editor = useEditor<TemplateDocument>(templatePath(warehouse, code));
  const [isRemoving, setRemoving] = useState(false);
  const { draft } = editor;
  const isAutomatic = draft?.automatic !== null;
  const mayChange = may('waves.set_template');
  const [meant] = useState({ template: code });
  return (
    <>
      <Head back={{ href: templatesHref, name: say('templates') }} title={<code>{code}</code>}>
        {mayChange && (
          <button type="button" onClick={() => setRemoving(true)}>
            {say('templates.remove')}…
          </button>
        )}
      </Head>
      <div class="desk-columns">
        <fieldset class="desk-plain" disabled={!mayChange}>
          <Editing editor={editor} sections={sectionsOf(say)}>
            {draft && (
              <Panel title={say('templates.itself')}>
                <FieldRow
                  field={{ pointer: '/automatic', label: say('templates.isAutomatic'), kind: 'flag' }}
                  value={isAutomatic}
                  errors={[]}
                  onChange={(isOn) => editor.set('/automatic', isOn ? { everyMinutes: 60, release: false } : null)}
                />
                {isAutomatic &&
                  automaticFields(say).map((field) => (
                    <FieldRow
                      key={field.pointer}
                      field={field}
                      value={valueAt(draft, field.pointer)}
                      errors={editor.problem?.errors ?? []}
                      onChange={(value) => editor.set(field.pointer, value)}
                    />
                  ))}
              </Panel>
            )}
          </Editing>
        </fieldset>
        <Outlook meant={meant} />
      </div>
      {isRemoving && (
        <Ask
          question={{
            title: say('templates.remove.title', { name: draft?.name ?? code }),
            text: say('templates.remove.text'),
            confirm: say('templates.remove'),
            isGrave: true,
            carryOut: () => client.revoke(templatePath(warehouse, code)),
            onDone: () => goTo(templatesHref),
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}

function sectionsOf(say: Speak): Section[] {
  const list = (name: 'sourceSystems' | 'orderTypes' | 'carriers'): Field => ({
    pointer: `/when/${name}`,
    label: say(`templates.${name}`),
    kind: 'list',
    empty: say('templates.any'),
  });
  return [
    {
      title: say('templates.about'),
      fields: [
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 64 },
        { pointer: '/isActive', label: say('templates.isOn'), kind: 'flag' },
        number('/position', say('templates.position'), { help: say('templates.position.help') }),
      ],
    },
    {
      title: say('templates.gathers'),
      fields: [
        ...(['carriers', 'orderTypes', 'sourceSystems'] as const).map(list),
        number('/when/priorityAtMost', say('templates.priorityAtMost'), {
          ...optional,
          help: say('templates.priorityAtMost.help'),
        }),
        number('/when/dueWithinHours', say('templates.dueWithinHours'), optional),
        number('/ordersAtMost', say('templates.ordersAtMost')),
      ],
    },
    {
      title: say('templates.how'),
      fields: [
        { pointer: '/byZone', label: say('templates.byZone'), help: say('templates.byZone.help'), kind: 'flag' },
        number('/secondsPerLine', say('templates.secondsPerLine'), { help: say('templates.secondsPerLine.help') }),
      ],
    },
  ];
}

const optional = { isOptional: true };

function number(pointer: string, label: string, more: { help?: string; isOptional?: boolean } = {}): Field {
  return { pointer, label, kind: 'number', minimum: pointer === '/when/priorityAtMost' ? 0 : 1, ...more };
}

/** When a template makes waves, and whether it lets them go too. */
function automaticFields(say: Speak): Field[] {
  return [
    number('/automatic/everyMinutes', say('templates.everyMinutes'), optional),
    number('/automatic/ordersAtLeast', say('templates.ordersAtLeast'), optional),
    number('/automatic/linesAtLeast', say('templates.linesAtLeast'), optional),
    {
      ...{ pointer: '/automatic/cutoff', label: say('templates.cutoff'), kind: 'time' },
      help: say('templates.cutoff.help'),
    },
    {
      ...{ pointer: '/automatic/release', label: say('templates.releases'), kind: 'flag' },
      help: say('templates.releases.help'),
    },
  ];
}
