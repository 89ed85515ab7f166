import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FilmedCode, writeFilm } from '../support/barcode-film.ts';
import { filmInsteadOfCamera } from '../support/browser.ts';
import { serverUrl } from '../support/demo-server.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

declare global {
  interface Window {
    /** How many pictures the decoder was given. */
    picturesRead: number;
  }
}

const flour: FilmedCode = { symbology: 'ean13', text: '4099999000012' };
const place: FilmedCode = { symbology: 'code128', text: 'A-01-01-1' };

let folder = '';
let handheld: Handheld | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tallyman-camera-'));
});

afterEach(async () => {
  await handheld?.close();
  rmSync(folder, { recursive: true });
});

/** What the camera sees from the next time that it is opened, all the time. */
function showAlways(...codes: readonly FilmedCode[]): void {
  writeFilm(join(folder, 'next.y4m'), [{ codes, frames: 3 }]);
  renameSync(join(folder, 'next.y4m'), join(folder, 'film.y4m'));
}

function countPictures(): void {
  window.picturesRead = 0;
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, ...[message, transfer]: Parameters<typeof postMessage>) {
    if (typeof message === 'object' && message !== null && 'picture' in message) window.picturesRead += 1;
    return postMessage.call(this, message, transfer);
  } as typeof postMessage;
}

/** Unplugged, or taken by the system: the camera's track ends without having been stopped. */
function endTrack(): void {
  const stream = document.querySelector('video')?.srcObject;
  if (!(stream instanceof MediaStream)) throw new Error('the video shows no camera');
  for (const track of stream.getTracks()) {
    track.stop();
    track.dispatchEvent(new Event('ended'));
  }
}

/** Whether a finger in the middle of the button would touch it, and nothing that lies over it or cuts it off. */
function inSight(name: string): Promise<boolean> | undefined {
  return handheld?.page.getByRole('button', { name }).evaluate((button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
}

test('without a network the camera reads once, asks which of two, and comes back by itself', async () => {
  showAlways(flour);
  handheld = await openHandheld('about:blank', { browserArgs: filmInsteadOfCamera(join(folder, 'film.y4m')) });
  const { context, page } = handheld;
  await page.addInitScript(countPictures);
  await page.goto(serverUrl());
  await signIn(handheld, 'W-1001', '1001');
  await context.setOffline(true);
  await page.reload();
  await handheld.press('Look up');

  // Not allowed: it says so, and starts by itself once it is.
  await context.clearPermissions();
  await handheld.press('Camera');
  await page.getByRole('alert').filter({ hasText: 'The camera is not allowed' }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
  expect(await inSight('Try again')).toBe(true);
  await context.grantPermissions(['camera']);
  await handheld.says('A0001');

  // In view all the time it is read once; once more when the worker wants.
  const caption = page.locator('.camera .caption');
  const readAt = () => caption.getAttribute('data-at');
  const firstAt = await readAt();
  const seen = await page.evaluate(() => window.picturesRead);
  await page.waitForFunction((before) => window.picturesRead >= before + 15, seen);
  expect([await caption.getAttribute('data-read'), await readAt()]).toEqual([flour.text, firstAt]);
  await handheld.press('Once more');
  await expect.poll(readAt).not.toBe(firstAt);

  // The picture is lost and comes back, with two codes in it: neither is taken before somebody says which.
  const lastAt = await readAt();
  showAlways(flour, place);
  await page.evaluate(endTrack);
  await page.getByRole('alert').filter({ hasText: 'More than one code is in view' }).waitFor();
  expect(await inSight('None of these')).toBe(true);
  await handheld.press('A-01-01-1');
  await expect.poll(() => caption.getAttribute('data-read')).toBe('A-01-01-1');
  expect(await readAt()).not.toBe(lastAt);
  await handheld.says('A-01-01-1');
});
