import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Outcome } from './client.ts';
import { useDesk } from './context.ts';
import { ProblemBox } from './parts.tsx';

export interface Question {
  readonly title: string;
  /** What will happen, in a sentence. */
  readonly text: string;
  /** The same in full: what it is done to. */
  readonly details?: ComponentChildren;
  readonly confirm: string;
  readonly isGrave?: boolean;
  /** A reason has to be given. */
  readonly needsReason?: boolean;
  /** What may be done as well, if whoever is asked wants it; `details` are shown once it is chosen. */
  readonly also?: { readonly label: string; readonly details: ComponentChildren };
  readonly carryOut: (reason: string, isAlso: boolean) => Promise<Outcome<unknown>>;
  readonly onDone: () => void;
}

/** A question that has to be answered before something is done; stays open and says why when it is refused. */
export function Ask({ question, onClose }: { readonly question: Question; readonly onClose: () => void }) {
  const { say } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  const [isAlso, setAlso] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const answer = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await question.carryOut(reason.trim(), isAlso);
    setBusy(false);
    if ('problem' in outcome) {
      setProblem(outcome.problem);
      return;
    }
    question.onDone();
    onClose();
  };
  const isAnswered = !question.needsReason || reason.trim() !== '';
  return (
    <dialog ref={dialog} class="desk-ask" aria-labelledby="ask-title" onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (isAnswered && !isBusy) void answer();
        }}
      >
        <h2 id="ask-title">{question.title}</h2>
        <p>{question.text}</p>
        {question.details}
        {question.also && (
          <label class="desk-tick">
            <input type="checkbox" checked={isAlso} onInput={(event) => setAlso(event.currentTarget.checked)} />
            {question.also.label}
          </label>
        )}
        {isAlso && question.also?.details}
        {question.needsReason && (
          <label class="desk-field">
            {say('reason')}
            <textarea
              name="reason"
              rows={3}
              required
              maxLength={500}
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          </label>
        )}
        {problem && <ProblemBox problem={problem} />}
        <div class="desk-ask-answers">
          <button type="button" onClick={() => dialog.current?.close()}>
            {say('cancel')}
          </button>
          <button type="submit" class={question.isGrave ? 'is-grave' : 'is-main'} disabled={!isAnswered || isBusy}>
            {question.confirm}
          </button>
        </div>
      </form>
    </dialog>
  );
}
