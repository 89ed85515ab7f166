import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bindWedge } from '../../pwa/scanner/bind-wedge.ts';
import { createWedgeSink } from '../../pwa/scanner/wedge-sink.ts';
import { Keypad } from '../../pwa/ui/keypad.tsx';
import { speak } from '../../pwa/ui/language.ts';
import { pressKey } from '../../pwa/ui/person-keys.ts';
import { createHandTimer } from '../scanner/hand-timer.ts';

let timer = createHandTimer();
let entered: string[] = [];
let scans: string[] = [];
let close = () => {};

/** A form with a keypad, on a device with keys of its own and a scanner that types. */
function Asking() {
  const [value, setValue] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        entered.push(value);
      }}
    >
      <output>{value}</output>
      <Keypad onChange={setValue} maxLength={20} enter="Enter" canEnter decimals />
    </form>
  );
}

beforeEach(async () => {
  await speak('en');
  timer = createHandTimer();
  [entered, scans] = [[], []];
  document.body.innerHTML = '<div id="app"></div>';
  const root = document.getElementById('app') ?? document.body;
  render(<Asking />, root);
  const sink = createWedgeSink('Scanner', { timer });
  const { stop: unbind } = bindWedge({
    onScan: ({ text }) => scans.push(text),
    onKey: pressKey,
    ...{ timer, sink: sink.element },
  });
  close = () => {
    unbind();
    sink.remove();
    render(null, root);
  };
});

afterEach(() => close());

const typed = () => document.querySelector('output')?.textContent ?? '';

/** A key so many milliseconds after the one before it, on whatever has the focus. */
async function press(key: string, gapMs: number): Promise<void> {
  timer.advance(gapMs);
  const element = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: timer.now() });
  element.dispatchEvent(event);
  if (!event.defaultPrevented && element instanceof HTMLButtonElement && key === 'Enter') element.click();
  await Promise.resolve();
}

async function pressAll(keys: readonly string[], gapMs: number): Promise<void> {
  for (const key of keys) await press(key, gapMs);
  timer.advance(500);
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the keys of a rugged device', () => {
  test.each<[keys: string, gapMs: number, value: string]>([
    ['120', 120, '120'],
    ['120', 80, '120'],
    ['1001', 60, '1001'],
    ['1001', 90, '1001'],
    ['12', 40, '12'],
    ['1,5', 120, '1.5'],
    ['x', 120, ''],
    ['4006381333931', 5, ''],
    ['4006381333931', 30, ''],
    ['400', 5, ''],
  ])('%s with %d ms between gives "%s"', async (keys, gapMs, expected) => {
    await pressAll([...keys], gapMs);
    expect(typed()).toBe(expected);
  });

  test('erase and enter', async () => {
    await pressAll(['1', '2', 'Backspace', 'Enter'], 150);
    expect([typed(), entered]).toEqual(['1', ['1']]);
  });

  test('a number typed as fast as fingers can, Enter included, is entered whole', async () => {
    await pressAll(['1', '0', '0', '1', 'Enter'], 70);
    expect([entered, scans]).toEqual([['1001'], []]);
  });

  test('the Enter of a scanner enters nothing', async () => {
    await pressAll([...'A-01', 'Enter'], 8);
    expect([entered, scans]).toEqual([[], ['A-01']]);
  });

  test('what a person has typed stays when a scan follows at once', async () => {
    await press('1', 200);
    await press('2', 90);
    await press('W', 90);
    await pressAll([...'-1001', 'Enter'], 8);
    expect([typed(), entered, scans]).toEqual(['12', [], ['W-1001']]);
  });

  test('a key that lags behind a scan without Enter is nobody’s', async () => {
    for (const key of 'W-1001') await press(key, 8);
    await press('1', 150);
    await pressAll(['Enter'], 8);
    expect([typed(), entered, scans]).toEqual(['', [], ['W-1001']]);
  });

  test('Enter on a button presses the button, and enters nothing', async () => {
    const five = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '5');
    five?.focus();
    await pressAll(['Enter'], 150);
    expect([typed(), entered]).toEqual(['5', []]);
  });

  test('a touched digit does not take the focus, so Enter enters', () => {
    const five = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === '5');
    const touched = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    five?.dispatchEvent(touched);
    expect(touched.defaultPrevented).toBe(true);
  });

  test('what is typed into a field stays there', async () => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    await pressAll(['1', '2', 'Enter'], 150);
    expect([typed(), entered]).toEqual(['', []]);
  });
});
