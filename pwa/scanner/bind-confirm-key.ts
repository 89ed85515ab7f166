import { createLoneKey } from './confirm-key.ts';
import { pageTimer, type Timer } from './timer.ts';

export interface BindConfirmKeyOptions {
  /** The key's name, as the browser says it. */
  readonly name: string;
  readonly onConfirm: () => void;
  readonly view?: Window;
  readonly timer?: Timer;
}

/**
 * Listens for the key that confirms. It hears every key before anything else does and takes none away from the scanner's
 * listener; only what the browser itself would do with that key is not done. Call the answer to stop.
 */
export function bindConfirmKey({
  name,
  onConfirm,
  view = window,
  timer = pageTimer,
}: BindConfirmKeyOptions): () => void {
  const lone = createLoneKey(name);
  let cancel = () => {};

  function onKeyDown(event: KeyboardEvent): void {
    if (typeof event.key !== 'string') return;
    lone.down({ key: event.key, at: event.timeStamp, repeat: event.repeat });
    if (event.key === name) event.preventDefault();
    wait();
  }

  function wait(): void {
    cancel();
    const due = lone.due();
    if (due === null) return;
    cancel = timer.after(Math.max(0, due - timer.now()) + 1, () => {
      if (lone.tick(timer.now())) onConfirm();
      else wait();
    });
  }

  view.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    cancel();
    view.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}
