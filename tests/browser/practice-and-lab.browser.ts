import { afterEach, expect, test } from 'vitest';
import { faultsInEveryLight } from '../support/axe.ts';
import { serverUrl } from '../support/demo-server.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

declare global {
  interface Window {
    /** What was read aloud, oldest first. */
    readAloud: string[];
  }
}

/** A voice that writes down what it says: machines without loudspeakers have none. */
function writingVoice(): void {
  window.readAloud = [];
  const voice = { name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test' };
  const synthesis = {
    getVoices: () => [voice],
    cancel: () => {},
    speak: ({ text }: { readonly text: string }) => window.readAloud.push(text),
  };
  Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
  Object.defineProperty(window, 'SpeechSynthesisUtterance', {
    value: class {
      readonly text: string;
      constructor(text: string) {
        this.text = text;
      }
    },
  });
}

/** How many commands wait on this device, and the names of its storages. */
function stored(floor: Handheld) {
  return floor.page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('tallyman');
      request.onsuccess = () => resolve(request.result);
    });
    const queued = await new Promise<number>((resolve) => {
      const request = database.transaction('queue').objectStore('queue').count();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    return { databases, queued };
  });
}

test('a worker tries the sound, is read to, confirms with a key, looks into a scan and practises without a network', async () => {
  handheld = await openHandheld('about:blank');
  const floor = handheld;
  const { page } = floor;
  const faults = () => faultsInEveryLight(page, 'handheld');
  const tap = (label: string) => page.locator('.label').filter({ hasText: label }).first().click();
  await page.addInitScript(writingVoice);
  await page.goto(serverUrl());
  await signIn(floor, 'W-1001', '1001');

  // Each signal once; what is not heard is played again, louder.
  await floor.press('Check the sound');
  await page.getByRole('heading', { name: 'Read to me' }).waitFor();
  expect(await faults()).toEqual([]);
  await floor.press('Check the sound');
  await floor.asks('Did you hear it?');
  await floor.press('Heard');
  await page.locator('.sample.bad').waitFor();
  expect(await faults()).toEqual([]);
  await floor.press('Not heard');
  await floor.asks(/as loud as/);
  await floor.press('Not heard');
  await page.locator('.sample.ask').waitFor();
  await floor.press('Heard');
  await page.locator('.sample.done').waitFor();
  await floor.press('Heard');
  await floor.asks('Not heard: Wrong');
  expect(await faults()).toEqual([]);
  await floor.press('Done');
  await page.getByText(/not heard: Wrong/).waitFor();

  // A voice, and a key that no scanner presses.
  await page.getByRole('button', { name: 'Fast', exact: true }).click();
  await expect.poll(() => page.evaluate(() => window.readAloud)).toEqual(['A ten, oh three, two — take four pieces']);
  await floor.press('Choose a key');
  await page.getByText('Press the key now').waitFor();
  await page.keyboard.press('a');
  await page.getByText('Scanners press a too').waitFor();
  await page.keyboard.press('F2');
  await page.getByText('F2 presses the large yellow button from now on.').waitFor();

  // The lab tells what came, and books nothing.
  await floor.press('Scan lab');
  await page.getByText('Nothing is booked here').waitFor();
  await floor.scan(']C1010409999900001217301231' + '10AB\u001d21X7');
  const examined = page.locator('.examined');
  await examined.getByText('USE BY or EXPIRY').waitFor();
  expect(await examined.locator('mark').first().innerText()).toBe('GS');
  expect(await examined.locator('kbd.named').allInnerTexts()).toEqual(['Ctrl+]', 'Enter']);
  for (const told of [/GS1-128/, /scanner, as keys/, /2030-12-31/, /ms after the last key/]) {
    await examined.getByText(told).first().waitFor();
  }
  expect(await faults()).toEqual([]);
  await floor.scan('A-01-01-1');
  await examined.getByText('a location: A-01-01-1').waitFor();
  await page.locator('.choices').getByText('<GS>').waitFor();

  // Practice needs no network, and nothing of it goes anywhere.
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/device/commands')) sent.push(request.url());
  });
  await page.locator('header button').first().click();
  await floor.context.setOffline(true);
  await floor.press('Practise');
  await floor.asks('What do you want to practise?');
  expect(await faults()).toEqual([]);
  await floor.press(/Put away two plates/);
  await floor.asks('Scan the licence plate');
  await tap('T-02-02');
  await floor.says(/That is a location/);
  expect(await faults()).toEqual([]);
  await tap('…');
  await floor.asks('Go to the location and scan it');
  await floor.press('Show me');
  await page.locator('.label.right').filter({ hasText: 'T-01-02' }).click();
  await floor.asks('Scan the licence plate');
  // A scanner does as well as a finger.
  await floor.scan(`]C100${await page.locator('.label').nth(1).getAttribute('data-code')}`);
  await floor.asks('Go to the location and scan it');
  await floor.scan('T-02-01');
  await page.getByText('Right: 4 · wrong: 1').waitFor();
  await page.getByText(/Right was: …/).waitFor();
  expect(await faults()).toEqual([]);
  await page.keyboard.press('F2');
  await floor.asks('What do you want to practise?');
  // What was pretended is thrown away behind the worker's back.
  await expect.poll(() => stored(floor)).toEqual({ databases: ['tallyman'], queued: 0 });
  await floor.context.setOffline(false);
  expect(sent).toEqual([]);

  // At work again the questions are read.
  await page.goto(serverUrl());
  await floor.press('Receive');
  await expect.poll(() => page.evaluate(() => window.readAloud)).toContain('Scan order, load or plate');
});
