import { Icon } from './icons.tsx';
import { text } from './language.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export interface KeypadProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  /** The separator of decimals has a key. */
  readonly decimals?: boolean;
}

/** Digits for a gloved thumb. Nothing else on the screen takes the focus, so a scanner is heard meanwhile. */
export function Keypad({ value, onChange, maxLength, decimals = false }: KeypadProps) {
  const add = (digit: string) => {
    if (value.length < maxLength) onChange(value + digit);
  };
  return (
    <div class="keypad">
      {digits.map((digit) => (
        <button type="button" key={digit} onClick={() => add(digit)}>
          {digit}
        </button>
      ))}
      {decimals ? (
        <button type="button" onClick={() => (value.includes('.') ? undefined : add(value === '' ? '0.' : '.'))}>
          .
        </button>
      ) : (
        <span />
      )}
      <button type="button" onClick={() => add('0')}>
        0
      </button>
      <button type="button" aria-label={text('keypad.erase')} onClick={() => onChange(value.slice(0, -1))}>
        <Icon name="erase" />
      </button>
    </div>
  );
}
