import { useState } from 'preact/hooks';
import { labelKinds } from '#shared/labels/kinds.ts';
import type { PrinterDocument } from '#shared/labels/printer.ts';
import { goTo } from '../../ui/console/address.ts';
import { Ask } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import type { Field } from '../../ui/console/fields.tsx';
import { FieldRow } from '../../ui/console/fields.tsx';
import { History } from '../../ui/console/history.tsx';
import { Head, Panel } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useEditor } from '../../ui/console/use-editor.ts';
import type { Speak } from '../../ui/console/words.ts';
import { labelsHref, printerPath } from './paths.ts';

/** One printer as a form. */
export const printerScreen: ConsoleScreen = {
  path: `${labelsHref.replace('/console', '')}/printers/:printer`,
  permit: 'printers.administer',
  Screen: Printer,
};

function Printer({ params: { printer: code = '' } }: ScreenProps) {
  const { say, client, warehouse } = useDesk();
  const path = printerPath(warehouse, code);
  const editor = useEditor<PrinterDocument>(path);
  const [isRemoving, setRemoving] = useState(false);
  const { draft } = editor;
  const errors = editor.problem?.errors ?? [];
  const isNetwork = draft?.connection.type === 'network';
  return (
    <>
      <Head back={{ href: labelsHref, name: say('labels') }} title={<code>{code}</code>}>
        <button type="button" onClick={() => setRemoving(true)}>
          {say('labels.remove')}…
        </button>
      </Head>
      <Editing editor={editor} sections={sectionsOf(say)}>
        {draft && (
          <Panel title={say('labels.connection')}>
            <FieldRow
              field={{
                ...{ pointer: '/connection/type', label: say('labels.connection.type'), kind: 'choice' },
                options: [
                  { value: 'network', name: say('labels.network') },
                  { value: 'test', name: say('labels.testPrinter') },
                ],
              }}
              value={draft.connection.type}
              errors={errors}
              onChange={(type) =>
                editor.set('/connection', type === 'test' ? { type } : { type: 'network', host: '', port: 9100 })
              }
            />
            {isNetwork &&
              networkFields(say).map((field) => (
                <FieldRow
                  key={field.pointer}
                  field={field}
                  value={field.pointer.endsWith('host') ? hostOf(draft) : portOf(draft)}
                  errors={errors}
                  onChange={(value) => editor.set(field.pointer, value)}
                />
              ))}
            <FieldRow
              field={{
                ...{ pointer: '/dpi', label: say('labels.dpi'), help: say('labels.dpi.help'), kind: 'choice' },
                options: ['203', '300'].map((dots) => ({ value: dots, name: `${dots} dpi` })),
              }}
              value={String(draft.dpi)}
              errors={errors}
              onChange={(dots) => editor.set('/dpi', Number(dots))}
            />
          </Panel>
        )}
      </Editing>
      <History subject={`printers/${warehouse}/${code}`} />
      {isRemoving && (
        <Ask
          question={{
            title: say('labels.remove'),
            text: say('labels.remove.text'),
            confirm: say('labels.remove'),
            isGrave: true,
            carryOut: () => client.revoke(path),
            onDone: () => goTo(labelsHref),
          }}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}

function hostOf({ connection }: PrinterDocument): string {
  return connection.type === 'network' ? connection.host : '';
}

function portOf({ connection }: PrinterDocument): number {
  return connection.type === 'network' ? connection.port : 9100;
}

function networkFields(say: Speak): Field[] {
  return [
    {
      ...{ pointer: '/connection/host', label: say('labels.host'), help: say('labels.host.help') },
      ...{ kind: 'text', longest: 253 },
    },
    { pointer: '/connection/port', label: say('labels.port'), kind: 'number', minimum: 1024 },
  ];
}

function sectionsOf(say: Speak): Section[] {
  return [
    {
      title: say('labels.about'),
      fields: [
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 64 },
        {
          ...{ pointer: '/isActive', label: say('labels.isActive'), help: say('labels.isActive.help') },
          ...{ kind: 'flag' },
        },
        {
          ...{ pointer: '/zone', label: say('labels.zone'), help: say('labels.zone.help') },
          ...{ kind: 'text', longest: 32, isOptional: true },
        },
        {
          ...{ pointer: '/kinds', label: say('labels.kinds'), help: say('labels.kinds.help'), kind: 'many' },
          options: labelKinds.map((kind) => ({ value: kind, name: say(`labels.kind.${kind}`) })),
          isOptional: true,
        },
      ],
    },
    {
      title: say('labels.media'),
      fields: [
        {
          ...{ pointer: '/media/width', label: say('labels.width'), help: say('labels.media.help') },
          ...{ kind: 'number', minimum: 20, step: 'any' },
        },
        { pointer: '/media/height', label: say('labels.height'), kind: 'number', minimum: 20, step: 'any' },
        {
          ...{ pointer: '/reportsStatus', label: say('labels.reportsStatus'), help: say('labels.reportsStatus.help') },
          ...{ kind: 'flag' },
        },
        {
          ...{ pointer: '/font', label: say('labels.font'), help: say('labels.font.help') },
          ...{ kind: 'text', longest: 24, isOptional: true },
        },
      ],
    },
  ];
}
