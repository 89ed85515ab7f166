import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from './language.ts';

export interface TypeSheetProps {
  readonly label: string;
  readonly maxLength: number;
  readonly onType: (typed: string) => void;
  readonly onClose: () => void;
}

/** Typing on purpose, for a label that cannot be read: a sheet of its own, so that no scan ever lands in a field. */
export function TypeSheet({ label, maxLength, onType, onClose }: TypeSheetProps) {
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <dialog open class="sheet" aria-label={label}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== '') onType(typed.trim());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
        }}
      >
        <label>
          {label}
          <input
            ref={field}
            value={typed}
            maxLength={maxLength}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            enterkeyhint="done"
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <div class="buttons">
          <button type="button" onClick={onClose}>
            {text('app.close')}
          </button>
          <button type="submit" class="primary" disabled={typed.trim() === ''}>
            {text('flow.enter')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
