// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followFocus, isDeaf } from '../../pwa/scanner/listening.ts';
import { createHandTimer } from './hand-timer.ts';

let timer = createHandTimer();
let focus: ReturnType<typeof followFocus>;

beforeEach(() => {
  timer = createHandTimer();
  hasFocus(true);
  focus = followFocus({ timer });
});

afterEach(() => {
  focus.stop();
  vi.restoreAllMocks();
});

function hasFocus(has: boolean): void {
  vi.spyOn(document, 'hasFocus').mockReturnValue(has);
}

/** Another window, the notifications or the address bar take the keys. */
function leave(): void {
  hasFocus(false);
  window.dispatchEvent(new Event('blur'));
}

function comeBack(): void {
  hasFocus(true);
  window.dispatchEvent(new Event('focus'));
}

test('keys that go elsewhere are told of, until the page has them again', () => {
  expect(isDeaf.value).toBe(false);
  leave();
  timer.advance(2000);
  expect(isDeaf.value).toBe(true);
  comeBack();
  expect(isDeaf.value).toBe(false);
});

test('a glance at the notifications is not', () => {
  leave();
  timer.advance(300);
  comeBack();
  timer.advance(2000);
  expect(isDeaf.value).toBe(false);
});

test('nor is a page that nobody sees', () => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  leave();
  timer.advance(2000);
  expect(isDeaf.value).toBe(false);
});

test('a page that is opened behind another window says so by itself', () => {
  focus.stop();
  hasFocus(false);
  focus = followFocus({ timer });
  timer.advance(2000);
  expect(isDeaf.value).toBe(true);
});

test.each([
  ['a key that arrives all the same', () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'A' }))],
  ['text that arrives all the same', () => document.body.dispatchEvent(new InputEvent('input', { bubbles: true }))],
  ['a code that came by another way', () => focus.heard()],
  [
    'a touch that changes nothing',
    () => {
      window.dispatchEvent(new Event('pointerdown'));
      timer.advance(400);
    },
  ],
])('%s shows that the browser does not know: nothing is said any more', (_, happens) => {
  leave();
  timer.advance(2000);
  expect(isDeaf.value).toBe(true);
  happens();
  expect(isDeaf.value).toBe(false);
  leave();
  timer.advance(2000);
  expect(isDeaf.value).toBe(false);
});
