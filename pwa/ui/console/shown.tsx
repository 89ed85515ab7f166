import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useDesk } from './context.ts';

/** Something to be seen once: a key that was made, a code to be scanned. */
export function Shown({
  title,
  text,
  onClose,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}) {
  const { say } = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="desk-ask" aria-labelledby="shown-title" onClose={onClose}>
      <form method="dialog">
        <h2 id="shown-title">{title}</h2>
        <p>{text}</p>
        {children}
        <div class="desk-ask-answers">
          <button type="submit" class="is-main">
            {say('close')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
