import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenForPerson } from '../../pwa/ui/person-keys.ts';

let value = '';
let entered = 0;
let stop = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  value = '';
  entered = 0;
  stop = listenForPerson({
    onCharacter: (character) => {
      value += character;
    },
    onErase: () => {
      value = value.slice(0, -1);
    },
    onEnter: () => {
      entered += 1;
    },
  });
});

afterEach(() => {
  stop();
  vi.useRealTimers();
});

/** Keys so many milliseconds apart, then a pause. */
function press(keys: readonly string[], gapMs: number, target: EventTarget = document.body): void {
  for (const key of keys) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: Date.now() });
    target.dispatchEvent(event);
    vi.advanceTimersByTime(gapMs);
  }
  vi.advanceTimersByTime(500);
}

describe('the keys of a rugged device', () => {
  test.each<[keys: string, gapMs: number, value: string]>([
    ['120', 120, '120'],
    ['1,5', 120, '1.5'],
    ['4006381333931', 5, ''],
    ['4006381333931', 30, ''],
    ['x', 120, ''],
  ])('%s with %d ms between gives "%s"', (keys, gapMs, expected) => {
    press([...keys], gapMs);
    expect(value).toBe(expected);
  });

  test('erase and enter', () => {
    press(['1', '2', 'Backspace', 'Enter'], 150);
    expect([value, entered]).toEqual(['1', 1]);
  });

  test('the Enter of a scanner enters nothing', () => {
    press([...'A-01', 'Enter'], 8);
    expect(entered).toBe(0);
  });

  test('what is typed into a field stays there', () => {
    const field = document.createElement('input');
    document.body.append(field);
    press(['1', '2'], 150, field);
    field.remove();
    expect(value).toBe('');
  });
});
