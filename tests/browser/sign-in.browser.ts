import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serverUrl } from '../support/demo-server.ts';
import { type Handheld, openHandheld } from '../support/handheld.ts';

let handheld: Handheld | undefined;

beforeEach(async () => {
  handheld = await openHandheld('about:blank');
});

afterEach(() => handheld?.close());

/** Nobody presses a key sooner after a scan; what comes sooner is the scanner's. */
const timeToSeeMs = 200;

function floorOf(): Handheld {
  if (!handheld) throw new Error('the handheld is open');
  return handheld;
}

/** A device six times slower than this machine. */
async function slowDown({ context, page }: Handheld): Promise<void> {
  const chromium = await context.newCDPSession(page);
  await chromium.send('Emulation.setCPUThrottlingRate', { rate: 6 });
}

/** Keys that say when they were pressed, however late they arrive. */
async function keysOf({ context, page }: Handheld) {
  const chromium = await context.newCDPSession(page);
  return {
    /** Resolves when the page has done with all of them. */
    press: (keys: readonly string[], startMs: number, gapMs: number) =>
      Promise.all(
        keys.flatMap((key, index) => {
          const timestamp = (startMs + index * gapMs) / 1000;
          const text = key === 'Enter' ? '\r' : key;
          return [
            chromium.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text, timestamp }),
            chromium.send('Input.dispatchKeyEvent', { type: 'keyUp', key, timestamp }),
          ];
        }),
      ),
  };
}

test('a badge is read whole when the page is busy with its first key, and the others arrive late', async () => {
  const floor = floorOf();
  await floor.page.addInitScript(() => {
    const beBusy = () => {
      const until = performance.now() + 84;
      while (performance.now() < until);
    };
    window.addEventListener('keydown', beBusy, { once: true });
  });
  await floor.page.goto(serverUrl());
  await floor.asks(/badge/i);
  const scanner = await keysOf(floor);
  const startMs = Date.now();
  await scanner.press(['W'], startMs, 8);
  await sleep(10);
  await scanner.press([...'-1001', 'Enter'], startMs + 8, 8);
  await floor.asks('Enter your PIN');
  expect(await floor.page.locator('.pin .about').innerText()).toBe('W-1001');
});

test('a PIN that is typed quickly on the keys of the device signs in, on a slow device too', async () => {
  const floor = floorOf();
  await slowDown(floor);
  await floor.page.goto(serverUrl());
  await floor.asks(/badge/i);
  await floor.scan('W-1001');
  await sleep(timeToSeeMs);
  const keys = await keysOf(floor);
  const gapMs = 70;
  for (const key of [...'1001', 'Enter']) {
    await Promise.all([keys.press([key], Date.now(), 0), sleep(gapMs)]);
  }
  await floor.says(/Hello/);
});

test('a scan types nothing into the PIN that is half typed', async () => {
  const floor = floorOf();
  await floor.page.goto(serverUrl());
  await floor.asks(/badge/i);
  await floor.scan('W-1001');
  await floor.asks('Enter your PIN');
  await sleep(timeToSeeMs);
  const keys = await keysOf(floor);
  await keys.press([...'10'], Date.now(), 120);
  await sleep(300);
  await floor.scan('W-1001');
  await sleep(300);
  await keys.press([...'01', 'Enter'], Date.now(), 120);
  await floor.says(/Hello/);
});

test('the digits are pressed on the screen and Enter on the device: nothing is added to the PIN', async () => {
  const floor = floorOf();
  await floor.page.goto(serverUrl());
  await floor.asks(/badge/i);
  await floor.scan('W-1001');
  await floor.asks('Enter your PIN');
  await floor.type('1001');
  await floor.page.keyboard.press('Enter');
  await floor.says(/Hello/);
});
