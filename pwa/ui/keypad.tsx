import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import { decimalPoint, text } from './language.ts';
import { listenForPerson } from './person-keys.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export interface KeypadProps {
  /** Gets what becomes of the value, so that keys pressed faster than the screen is drawn are all kept. */
  readonly onChange: (change: (value: string) => string) => void;
  readonly maxLength: number;
  /** What the large key says; it submits the form around the keypad. */
  readonly enter: string;
  readonly canEnter: boolean;
  /** The separator of decimals has a key. */
  readonly decimals?: boolean;
}

/** Digits for a gloved thumb. No field on the screen takes the focus, so a scanner is heard meanwhile. */
export function Keypad({ onChange, maxLength, enter, canEnter, decimals = false }: KeypadProps) {
  const latest = useRef(onChange);
  latest.current = onChange;
  const add = (digit: string) => latest.current((value) => (value.length < maxLength ? value + digit : value));
  const addPoint = () => latest.current((value) => (value.includes('.') ? value : `${value || '0'}.`));
  const erase = () => latest.current((value) => value.slice(0, -1));
  const pad = useRef<HTMLDivElement>(null);
  const submit = () => pad.current?.closest('form')?.requestSubmit();
  // Before the screen is drawn, so that the first key counts.
  useLayoutEffect(
    () =>
      listenForPerson({
        onCharacter: (character) => {
          if (/^\d$/.test(character)) add(character);
          else if (decimals && /^[.,]$/.test(character)) addPoint();
        },
        onErase: erase,
        // The digits before it may come in the same moment: they are in the form once it has been drawn with them.
        onEnter: () => queueMicrotask(submit),
      }),
    [decimals],
  );
  return (
    // A button that took the focus would be pressed by the Enter that is meant for the form.
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing happens here; the focus stays where it is
    <div class="keypad" ref={pad} onMouseDown={(event) => event.preventDefault()}>
      {digits.map((digit) => (
        <button type="button" key={digit} onClick={() => add(digit)}>
          {digit}
        </button>
      ))}
      {decimals && (
        <button type="button" onClick={addPoint}>
          {decimalPoint()}
        </button>
      )}
      <button type="button" class={decimals ? 'two' : 'three'} onClick={() => add('0')}>
        0
      </button>
      <button type="button" class="erase" aria-label={text('keypad.erase')} onClick={erase}>
        <Icon name="erase" />
      </button>
      <button type="submit" class="enter primary" disabled={!canEnter}>
        <Icon name="good" />
        {enter}
      </button>
    </div>
  );
}
