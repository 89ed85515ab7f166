import { afterEach, expect, test } from 'vitest';
import { faultsInEveryLight } from '../support/axe.ts';
import { serverUrl } from '../support/demo-server.ts';
import { type Handheld, openHandheld, signIn } from '../support/handheld.ts';

let handheld: Handheld | undefined;

afterEach(() => handheld?.close());

test('every screen of the main job can be read and reached by anybody, in the light and in the dark', async () => {
  handheld = await openHandheld(serverUrl());
  const floor = handheld;
  const faults = () => faultsInEveryLight(floor.page, 'handheld');
  await floor.asks(/badge/i);
  expect(await faults()).toEqual([]);
  await signIn(floor, 'W-1001', '1001');
  expect(await faults()).toEqual([]);
  await floor.press('Receive');
  await floor.asks('Scan order, load or plate');
  expect(await faults()).toEqual([]);
  await floor.scan('PO-5008');
  await floor.asks('Scan the next item');
  await floor.scan('A0010');
  await floor.asks('How many?');
  expect(await faults()).toEqual([]);
  await floor.scan('NOT-A-THING');
  await floor.says(/not known/);
  expect(await faults()).toEqual([]);
});
