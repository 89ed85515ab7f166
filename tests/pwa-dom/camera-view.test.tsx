import { signal } from '@preact/signals';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import CameraView from '../../pwa/scanner/camera-view.tsx';
import { speak } from '../../pwa/ui/language.ts';

let problems: string[] = [];
let asked = 0;

beforeEach(async () => {
  await speak('en');
  asked = 0;
  document.body.innerHTML = '<div id="view"></div>';
  const getUserMedia = () => {
    asked += 1;
    return Promise.reject(new DOMException('', problems.shift() ?? 'NotFoundError'));
  };
  vi.stubGlobal('navigator', { ...navigator, mediaDevices: { getUserMedia } });
});

afterEach(() => {
  show(null);
  vi.unstubAllGlobals();
});

function show(view: Parameters<typeof render>[0]): void {
  const root = document.getElementById('view');
  if (root) render(view, root);
}

const view = { accepts: [], told: signal(null), onScan: () => {}, onType: () => {}, onClose: () => {} };

const alert = () => document.querySelector('[role=alert]')?.textContent ?? '';

function press(name: string): void {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(name));
  expect(button, name).toBeDefined();
  button?.click();
}

test('a camera that is not allowed says what to do, and is asked again when the worker wants', async () => {
  problems = ['NotAllowedError', 'NotReadableError'];
  show(<CameraView {...view} />);
  await expect.poll(alert).toContain('not allowed');
  press('Try again');
  await expect.poll(alert).toContain('Another program');
  expect(asked).toBe(2);
});

test('a device without a camera still leads back to the task', async () => {
  problems = ['NotFoundError'];
  const close = vi.fn();
  show(<CameraView {...view} onClose={close} />);
  await expect.poll(alert).toContain('no camera');
  press('Close');
  expect(close).toHaveBeenCalledTimes(1);
});
