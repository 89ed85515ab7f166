import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { changesBetween, valueAt } from './changes.ts';
import { useDesk } from './context.ts';
import { type Field, FieldRow } from './fields.tsx';
import { Panel, ProblemBox } from './parts.tsx';
import type { Editor } from './use-editor.ts';

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
}

/** More sections than this are not seen at a glance. */
const mostWithoutLinks = 4;

/**
 * A thing as a form: sections of members, what is wrong beside each, what somebody else changed meanwhile, and a bar to
 * save, which is there while something is changed. Ctrl+S saves from anywhere.
 */
export function Editing<T extends object>({
  editor,
  sections,
  children,
}: {
  readonly editor: Editor<T>;
  readonly sections: readonly Section[];
  /** What the form has besides: members that no plain field can hold. */
  readonly children?: ComponentChildren;
}) {
  const { say } = useDesk();
  const { draft, problem, theirs } = editor;
  const fields = sections.flatMap((section) => section.fields);
  const save = () => void (editor.changed > 0 && !editor.isBusy && editor.save());
  // Effects run after the screen is drawn; a key may come before that, and must save what was typed last.
  const newest = useRef({ save, editor });
  newest.current = { save, editor };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      newest.current.save();
    };
    const onLeave = (event: BeforeUnloadEvent) => newest.current.editor.changed > 0 && event.preventDefault();
    document.addEventListener('keydown', onKey);
    addEventListener('beforeunload', onLeave);
    return () => {
      document.removeEventListener('keydown', onKey);
      removeEventListener('beforeunload', onLeave);
    };
  }, []);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // What stands against it may be far up or down the form: bring it into sight, with the keyboard.
    const against = form.current?.querySelector<HTMLElement>('.desk-conflict button, [aria-invalid="true"]');
    against?.focus({ preventScroll: true });
    against?.scrollIntoView({ block: 'center' });
  }, [problem, theirs]);
  if (draft === null) return problem ? <ProblemBox problem={problem} /> : <p class="desk-quiet">{say('loading')}</p>;
  return (
    <form
      ref={form}
      class="desk-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {theirs && <Conflict editor={editor} fields={fields} />}
      {problem && <ProblemBox problem={withoutFields(problem, fields)} />}
      {sections.length > mostWithoutLinks && (
        <nav class="desk-choices" aria-label={say('setup.sections')}>
          {sections.map(({ title }, index) => (
            <a key={title} href={`#section-${index}`}>
              {title}
            </a>
          ))}
        </nav>
      )}
      {sections.map(({ title, fields: ofSection }, index) => (
        <Panel key={title} title={title} id={`section-${index}`}>
          {ofSection.map((field) => (
            <FieldRow
              key={field.pointer}
              field={field}
              value={valueAt(draft, field.pointer)}
              errors={problem?.errors ?? []}
              onChange={(value) => editor.set(field.pointer, value)}
            />
          ))}
        </Panel>
      ))}
      {children}
      <SaveBar editor={editor} />
    </form>
  );
}

function SaveBar<T extends object>({ editor }: { readonly editor: Editor<T> }) {
  const { say } = useDesk();
  const { changed, isBusy, isSaved } = editor;
  if (changed === 0) {
    return (
      <p class="desk-saved" role="status">
        {isSaved && `✓ ${say('setup.saved')}`}
      </p>
    );
  }
  return (
    <div class="desk-save-bar">
      <span role="status">{say(changed === 1 ? 'setup.oneChanged' : 'setup.changed', { count: changed })}</span>
      <button type="button" onClick={editor.revert} disabled={isBusy}>
        {say('setup.revert')}
      </button>
      <button type="submit" class="is-main" disabled={isBusy} aria-keyshortcuts="Control+S">
        {say('setup.save')}
      </button>
    </div>
  );
}

/** What somebody else changed since the form was opened, beside what was changed here. */
function Conflict<T extends object>({
  editor,
  fields,
}: {
  readonly editor: Editor<T>;
  readonly fields: readonly Field[];
}) {
  const { say } = useDesk();
  const { base, draft, theirs, settle } = editor;
  const mine = changesBetween(base, draft);
  return (
    <section class="desk-conflict" role="alert">
      <h2>{say('setup.conflict')}</h2>
      <p>{say('setup.conflict.text')}</p>
      <table>
        <thead>
          <tr>
            {(['setup.member', 'setup.wasBefore', 'setup.theirs', 'setup.mine'] as const).map((key) => (
              <th key={key} scope="col">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {changesBetween(base, theirs).map(({ pointer, before, after }) => {
            const own = mine.find((change) => change.pointer === pointer);
            const field = fields.find((candidate) => candidate.pointer === pointer);
            return (
              <tr key={pointer}>
                <th scope="row">{field?.label ?? pointer.slice(1)}</th>
                <td>{said(field, before)}</td>
                <td>{said(field, after)}</td>
                <td>{own ? said(field, own.after) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div class="desk-buttons">
        <button type="button" class="is-main" onClick={() => settle('mine on top')}>
          {say('setup.keepMine')}
        </button>
        <button type="button" onClick={() => settle('theirs')}>
          {say('setup.takeTheirs')}
        </button>
      </div>
    </section>
  );
}

/** A value as its field calls it. */
function said(field: Field | undefined, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (field?.kind === 'secret') return '●●●●';
  const options = field && 'options' in field ? field.options : [];
  const name = (code: unknown) => options.find((option) => option.value === code)?.name ?? String(code);
  if (Array.isArray(value)) return value.map(name).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : name(value);
}

/** A problem without what is said beside its fields already. */
function withoutFields(problem: Problem, fields: readonly Field[]): Problem {
  const errors = (problem.errors ?? []).filter(
    (error) => !fields.some(({ pointer }) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`)),
  );
  return { ...problem, errors };
}
