import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { valueAt, withValue } from './changes.ts';
import type { Outcome } from './client.ts';
import { useDesk } from './context.ts';
import { type Field, FieldRow } from './fields.tsx';
import { ProblemBox } from './parts.tsx';

/**
 * A dialog that makes or changes something: its few members, and what the server says of them. `carryOut` answers the
 * outcome; a refusal stays in the dialog.
 */
export function MakeNew({
  title,
  text,
  confirm,
  fields,
  start,
  carryOut,
  onMade,
  onClose,
}: {
  readonly title: string;
  readonly text?: string;
  readonly confirm: string;
  readonly fields: readonly Field[];
  readonly start: object;
  readonly carryOut: (draft: object) => Promise<Outcome<unknown>>;
  /** What follows when it is made; the dialog is closed then. Left out where another screen follows. */
  readonly onMade?: () => void;
  readonly onClose: () => void;
}) {
  const { say } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [draft, setDraft] = useState(start);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);
  const errors = problem?.errors ?? [];
  const isTold = (pointer: string) => fields.some((field) => pointer === field.pointer);

  const make = async () => {
    setBusy(true);
    const outcome = await carryOut(draft);
    setBusy(false);
    setProblem('problem' in outcome ? outcome.problem : null);
    if ('problem' in outcome || !onMade) return;
    onMade();
    onClose();
  };
  return (
    <dialog ref={dialog} class="desk-ask" aria-labelledby="make-title" onClose={onClose}>
      <form
        method="dialog"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void make();
        }}
      >
        <h2 id="make-title">{title}</h2>
        {text && <p>{text}</p>}
        {problem && !(errors.length > 0 && errors.every(({ pointer }) => isTold(pointer))) && (
          <ProblemBox problem={{ ...problem, errors: errors.filter(({ pointer }) => !isTold(pointer)) }} />
        )}
        {fields.map((field) => (
          <FieldRow
            key={field.pointer}
            field={field}
            value={valueAt(draft, field.pointer)}
            errors={errors}
            onChange={(value) => setDraft((before) => withValue(before, field.pointer, value))}
          />
        ))}
        <div class="desk-ask-answers">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </button>
          <button type="submit" class="is-main" disabled={isBusy}>
            {confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}
