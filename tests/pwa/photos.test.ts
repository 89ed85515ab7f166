import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import type { TallymanDatabase } from '../../pwa/store/database.ts';
import { openDatabase, writeMeta } from '../../pwa/store/database.ts';
import type { NetworkAnswer } from '../../pwa/store/environment.ts';
import { countPhotos, keepPhoto } from '../../pwa/store/photos.ts';
import { startSync } from '../../pwa/store/sync.ts';
import { testDevice } from './device.ts';
import { type VirtualEnvironment, virtualEnvironment } from './virtual-environment.ts';

const picture = { warehouse: 'EAST', type: 'image/jpeg' };
const content = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const answered = (status: number): NetworkAnswer => ({ status, body: null, serverTimeMs: null });

async function handheld(): Promise<{ environment: VirtualEnvironment; database: TallymanDatabase }> {
  const environment = virtualEnvironment();
  const database = await openDatabase(environment.storage);
  await writeMeta(database, 'signedIn', { badge: 'W-1001', warehouse: '' });
  return { environment, database };
}

describe('a photo', () => {
  test('taken in a dead zone is kept, and sent once there is a network', async () => {
    const { environment, database } = await handheld();
    const id = await keepPhoto(database, environment, { ...picture, content: content('one') });
    environment.answer(() => null);
    const sync = startSync(database, environment, { onChange: () => {} });
    await environment.pass(60_000);
    expect(await countPhotos(database)).toBe(1);
    environment.answer(({ method }) => answered(method === 'PUT' ? 201 : 503));
    await environment.pass(400_000);
    expect(await countPhotos(database)).toBe(0);
    const sent = environment.requests.filter(({ method }) => method === 'PUT').at(-1);
    expect([sent?.path, sent?.file?.type]).toEqual([`/api/device/photos/${id}?warehouse=EAST`, 'image/jpeg']);
    expect(new TextDecoder().decode(sent?.file?.content)).toBe('one');
    sync.stop();
  });

  test.each([
    ['kept', 201, 0],
    ['kept before', 200, 0],
    ['of an id that another photo has', 409, 0],
    ['no picture to the server', 415, 0],
    ['answered by a server that is in trouble', 503, 1],
    ['of somebody who has to sign in first', 401, 1],
  ])('that is %s', async (_name, status, left) => {
    const { environment, database } = await handheld();
    await keepPhoto(database, environment, { ...picture, content: content('one') });
    environment.answer(({ method }) => (method === 'PUT' ? answered(status) : null));
    const sync = startSync(database, environment, { onChange: () => {} });
    await environment.pass(1000);
    expect(await countPhotos(database)).toBe(left);
    sync.stop();
  });

  test('is in the storage before the command that names it, and survives a battery that is pulled', async () => {
    const { environment, database } = await handheld();
    await keepPhoto(database, environment, { ...picture, content: content('one') });
    database.close();
    expect(await countPhotos(await openDatabase(environment.storage))).toBe(1);
  });
});

test('damaged goods are booked with what is wrong, set aside, and their photos', async () => {
  const device = await testDevice();
  await device.runner.open('receive');
  await device.scan('PO-1001', ']d201140063813339381729063010L77');
  await device.runner.give({ kind: 'number', quantity: 1, unit: 'case' });
  await device.runner.give({ kind: 'action', name: 'exception' });
  expect(await device.asks()).toBe('What is wrong?');
  await device.runner.give({ kind: 'choice', key: 'damage' });
  expect(await device.asks()).toBe('Take photos of it');
  for (const photo of ['photo-1', 'photo-2']) await device.runner.give({ kind: 'photo', photo });
  expect(device.said.at(-1)).toBe('Photo 2');
  await device.kill();
  await device.runner.give({ kind: 'action', name: 'done' });
  expect(await device.asks()).toBe('Scan the licence plate');
  await device.scan(`]C100${ssccOf(7)}`);
  const [body] = await device.bodies();
  expect(body).toMatchObject({ condition: 'damage', inventoryStatus: 'damaged', photos: ['photo-1', 'photo-2'] });
});
