// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { bindWedge } from '../../pwa/scanner/bind-wedge.ts';
import { createWedgeSink } from '../../pwa/scanner/wedge-sink.ts';
import { createHandTimer } from './hand-timer.ts';

let timer = createHandTimer();
let scans: string[] = [];
/** How long the page hears of keys after they were pressed. */
let lateMs = 0;
let unbind: () => void = () => undefined;

beforeEach(() => {
  document.body.innerHTML = '';
  timer = createHandTimer();
  scans = [];
  lateMs = 0;
  unbind = bindWedge({ onScan: ({ text }) => scans.push(text), timer }).stop;
});

afterEach(() => unbind());

function at<Happening extends Event>(event: Happening): Happening {
  Object.defineProperty(event, 'timeStamp', { value: timer.now() - lateMs });
  return event;
}

/** Presses a key on the focused element as a browser does: the character lands in a field unless it was prevented. */
function press(key: string, gapMs: number): { prevented: boolean } {
  timer.advance(gapMs);
  const element = document.activeElement ?? document.body;
  const init = { key, code: key === ' ' ? 'Space' : key, bubbles: true, cancelable: true };
  const passed = element.dispatchEvent(at(new KeyboardEvent('keydown', init)));
  if (passed && element instanceof HTMLInputElement && key.length === 1) {
    element.value += key;
    element.dispatchEvent(at(new InputEvent('input', { inputType: 'insertText', data: key, bubbles: true })));
  }
  if (passed && element instanceof HTMLButtonElement && key === 'Enter') element.click();
  const released = element.dispatchEvent(at(new KeyboardEvent('keyup', init)));
  if (released && element instanceof HTMLButtonElement && key === ' ') element.click();
  return { prevented: !passed };
}

function scan(text: string, gapMs = 5): void {
  for (const key of text) press(key, gapMs);
  press('Enter', gapMs);
}

function focused<Name extends 'input' | 'button' | 'textarea'>(name: Name): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  document.body.append(element);
  element.focus();
  return element;
}

describe('a scan', () => {
  test('is heard without any focused field', () => {
    scan('LOC-A1-12');
    expect(scans).toEqual(['LOC-A1-12']);
  });

  test('without a suffix is heard after the silence', () => {
    for (const key of 'LOC-A1-12') press(key, 5);
    expect(scans).toEqual([]);
    timer.advance(90);
    expect(scans).toEqual(['LOC-A1-12']);
  });

  test('does not press the focused button, with Enter or a space in it', () => {
    const button = focused('button');
    const clicked = vi.fn();
    button.addEventListener('click', clicked);
    scan('A1 B2 C3');
    expect(scans).toEqual(['A1 B2 C3']);
    expect(clicked).not.toHaveBeenCalled();
  });

  test('leaves in the focused field what a person had typed there, and tells the field’s owner', () => {
    const field = focused('input');
    press('1', 200);
    press('2', 200);
    timer.advance(300);
    const told: string[] = [];
    field.addEventListener('input', () => told.push(field.value));
    scan('9345977974574');
    expect(scans).toEqual(['9345977974574']);
    expect(field.value).toBe('12');
    expect(told.at(-1)).toBe('12');
  });

  test('put into a number field leaves its number', () => {
    const field = focused('input');
    field.type = 'number';
    field.value = '12';
    scan('93459779');
    expect(field.value).toBe('12');
  });

  test('leaves nothing in a field that gets the focus while it comes, nor in the one that had it before', () => {
    const [first, second] = [focused('input'), focused('input')];
    first.focus();
    press('7', 200);
    timer.advance(300);
    for (const key of '40999') press(key, 5);
    second.focus();
    for (const key of '99000012') press(key, 5);
    timer.advance(90);
    expect(scans).toEqual(['4099999000012']);
    expect([first.value, second.value]).toEqual(['7', '']);
  });

  test('of which the page hears the end late leaves nothing of it in the field', () => {
    const field = focused('input');
    press('7', 200);
    timer.advance(300);
    for (const key of '409') press(key, 5);
    timer.advance(120);
    lateMs = 120;
    for (const key of '9999000012') press(key, 5);
    lateMs = 0;
    press('Enter', 5);
    expect([scans, field.value]).toEqual([['4099999000012'], '7']);
  });

  test('written into the hidden field puts no other field back', () => {
    const sink = focused('input');
    const { stop } = bindWedge({ onScan: ({ text }) => scans.push(text), timer, sink });
    unbind();
    unbind = stop;
    const field = focused('input');
    for (const key of '12') {
      field.dispatchEvent(at(new InputEvent('beforeinput', { inputType: 'insertText', data: key, bubbles: true })));
      press(key, 200);
    }
    timer.advance(300);
    sink.focus();
    sink.value = '4099999000012';
    sink.dispatchEvent(at(new Event('input', { bubbles: true })));
    timer.advance(1000);
    expect(scans).toEqual(['4099999000012']);
    expect(field.value).toBe('12');
  });

  test('too short for a code leaves nothing behind either', () => {
    const field = focused('input');
    scan('899');
    expect(scans).toEqual([]);
    expect(field.value).toBe('');
  });

  test('leaves fields alone as soon as nobody listens', () => {
    unbind();
    const field = focused('input');
    scan('LOC-A1');
    expect(scans).toEqual([]);
    expect(field.value).toBe('LOC-A1');
  });

  test('is not heard by the rest of the page as keys', () => {
    const keys: string[] = [];
    document.addEventListener('keydown', (event) => keys.push(event.key), { once: false });
    scan('LOC-A1');
    expect(keys).not.toContain('Enter');
  });
});

describe('a person', () => {
  test('types into a field and presses Enter as ever', () => {
    const field = focused('input');
    for (const key of '1200') press(key, 150);
    expect(press('Enter', 150).prevented).toBe(false);
    timer.advance(500);
    expect(field.value).toBe('1200');
    expect(scans).toEqual([]);
  });

  test('presses a button with Enter and with the space bar', () => {
    const button = focused('button');
    const clicked = vi.fn();
    button.addEventListener('click', clicked);
    press('Enter', 300);
    press(' ', 300);
    expect(clicked).toHaveBeenCalledTimes(2);
  });
});

test('when the page was busy, waiting keys are read before silence is believed', () => {
  for (const key of 'LOC-A1') press(key, 5);
  const lastKeyAt = timer.now();
  timer.jump(400);
  const late = new KeyboardEvent('keydown', { key: '-', bubbles: true, cancelable: true });
  Object.defineProperty(late, 'timeStamp', { value: lastKeyAt + 5 });
  document.body.dispatchEvent(late);
  timer.advance(1000);
  expect(scans).toEqual(['LOC-A1-']);
});

describe('on a page that is busy', () => {
  /** A key that was pressed at a time and arrives now, with the text that it puts in. */
  function arrive(key: string, pressedAt: number, doneAfterMs = 0): void {
    const down = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(down, 'timeStamp', { value: pressedAt });
    document.body.dispatchEvent(down);
    timer.jump(doneAfterMs);
    if (key === 'Enter') return;
    document.body.dispatchEvent(at(new InputEvent('input', { inputType: 'insertText', data: key, bubbles: true })));
  }

  test('with its first key, silence is counted from when it was done with it', () => {
    const startedAt = timer.now();
    arrive('W', startedAt, 84);
    timer.advance(5);
    for (const [index, key] of [...'-1001', 'Enter'].entries()) arrive(key, startedAt + 8 + index * 8);
    timer.advance(200);
    expect(scans).toEqual(['W-1001']);
  });

  test('with other things, a key that is as late as the one before it still belongs to the scan', () => {
    const startedAt = timer.now();
    timer.jump(350);
    for (const [index, key] of [...'W-10'].entries()) arrive(key, startedAt + index * 8);
    timer.advance(100);
    for (const [index, key] of [...'01', 'Enter'].entries()) arrive(key, startedAt + 32 + index * 8);
    timer.advance(200);
    expect(scans).toEqual(['W-1001']);
  });

  test('for ever, a scan without Enter is heard all the same', () => {
    for (const key of 'LOC-A1') press(key, 5);
    for (let late = 0; late < 40; late += 1) timer.jump(70);
    expect(scans).toEqual(['LOC-A1']);
  });
});

describe('a device that puts text in', () => {
  test('is heard through the hidden field, which is empty again afterwards', () => {
    unbind();
    const { element: sink, remove } = createWedgeSink('Scanner', { timer });
    const { stop: unbindSink } = bindWedge({ onScan: ({ text }) => scans.push(text), timer, sink });
    expect(document.activeElement).toBe(sink);
    sink.value = 'LOC-A1-12';
    sink.dispatchEvent(at(new InputEvent('input', { inputType: 'insertText', data: 'LOC-A1-12', bubbles: true })));
    timer.advance(100);
    expect(scans).toEqual(['LOC-A1-12']);
    expect(sink.value).toBe('');
    unbindSink();
    remove();
  });

  test('presses keys all the same: those are heard, and nothing is put into the hidden field', () => {
    unbind();
    const { element: sink, remove } = createWedgeSink('Scanner', { timer });
    const put = vi.fn();
    sink.addEventListener('input', put);
    const { stop: unbindSink } = bindWedge({ onScan: ({ text }) => scans.push(text), timer, sink });
    scan('LOC-A1-12');
    expect(scans).toEqual(['LOC-A1-12']);
    expect(put).not.toHaveBeenCalled();
    unbindSink();
    remove();
  });

  test('is heard whole also when the page was busy in the middle of a code', () => {
    const field = focused('input');
    for (const [index, character] of [...'LOC-A1-12'].entries()) {
      const key = new KeyboardEvent('keydown', { key: 'Unidentified', bubbles: true, cancelable: true });
      Object.defineProperty(key, 'timeStamp', { value: 1000 + index * 8 });
      field.dispatchEvent(key);
      const late = new InputEvent('input', { inputType: 'insertText', data: character, bubbles: true });
      Object.defineProperty(late, 'timeStamp', { value: index < 4 ? 1000 + index * 8 : 1300 + index });
      field.dispatchEvent(late);
    }
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    Object.defineProperty(enter, 'timeStamp', { value: 1080 });
    field.dispatchEvent(enter);
    expect(scans).toEqual(['LOC-A1-12']);
  });

  test('and tells of it without saying what, is heard all the same', () => {
    unbind();
    const { element: sink, remove } = createWedgeSink('Scanner', { timer });
    const { stop: unbindSink } = bindWedge({ onScan: ({ text }) => scans.push(text), timer, sink });
    sink.value = 'LOC-A1-12';
    sink.dispatchEvent(at(new Event('input', { bubbles: true })));
    timer.advance(100);
    expect(scans).toEqual(['LOC-A1-12']);
    unbindSink();
    remove();
  });

  test.each([
    ['touch', true],
    ['mouse', false],
  ])('gets the hidden field back from a button pressed by %s: %s', (pointerType, isBack) => {
    const { element: sink, remove } = createWedgeSink('Scanner', { timer });
    const button = focused('button');
    button.dispatchEvent(new PointerEvent('click', { pointerType, bubbles: true }));
    timer.advance(10);
    expect(document.activeElement === sink).toBe(isBack);
    remove();
  });

  test('gets the hidden field back when a person leaves a field, and not before', () => {
    const { element: sink, remove } = createWedgeSink('Scanner', { timer });
    const field = focused('input');
    timer.advance(10);
    expect(document.activeElement).toBe(field);
    field.blur();
    timer.advance(10);
    expect(document.activeElement).toBe(sink);
    remove();
  });
});
