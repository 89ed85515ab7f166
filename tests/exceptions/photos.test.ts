import { expect, test, vi } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 2000 }, (_, index) => index % 251)]);
/** Reaches the disk in several parts. */
const large = new Uint8Array(100_000).map((_, index) => jpeg[index] ?? index % 241);
/** In more parts than anybody waits for. */
const huge = new Uint8Array(4_000_000).map((_, index) => jpeg[index] ?? index % 241);
const webp = new TextEncoder().encode('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ');

onBothDatabases('a photo', (app) => {
  let number = 0;
  const newId = () => {
    number += 1;
    return `0198f6c2-0000-7000-8000-${String(number).padStart(12, '0')}`;
  };

  async function send(content: Uint8Array<ArrayBuffer>, { id = newId(), saidToBe = 'image/jpeg', as = '' } = {}) {
    const token = as || (await Device.signIn(app(), 'W-1001')).token;
    const response = await app().http.request(`/api/device/photos/${id}?warehouse=EAST`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, ...(saidToBe && { 'content-type': saidToBe }) },
      body: content,
    });
    return { id, token, status: response.status, body: await response.json() };
  }

  /** How many parts of a photo are on the disk. */
  async function partsOf(photo: string): Promise<number> {
    const { k } = app().services.store.read;
    return (await k.selectFrom('photo_part').select('part').where('photo', '=', photo).execute()).length;
  }

  test.each([
    ['small', jpeg],
    ['large', large],
  ])('that is %s is kept whole, byte for byte, and shown as what it is', async (_size, content) => {
    const { id, token, status } = await send(content);
    const response = await app().http.request(`/api/device/photos/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { headers } = response;
    expect([status, response.status, headers.get('content-type'), headers.get('content-length')]).toEqual([
      201,
      200,
      'image/jpeg',
      String(content.byteLength),
    ]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(content);
  });

  test('sent again after a lost answer is the same photo', async () => {
    const { id } = await send(jpeg);
    expect((await send(jpeg, { id })).status).toBe(200);
    expect(await send(webp, { id })).toMatchObject({ status: 409, body: { code: 'photo.id_reused' } });
  });

  test.each([
    ['a text that says it is one', new TextEncoder().encode('<svg onload="alert(1)"/>'), 415, 'photo.not_a_picture'],
    ['nothing at all', new Uint8Array(0), 415, 'photo.not_a_picture'],
    ['30 MB', new Uint8Array(30_000_000).fill(0xff), 413, 'request.too_large'],
  ])('is refused when it is %s', async (_name, content, status, code) => {
    expect(await send(content)).toMatchObject({ status, body: { code } });
  });

  test('that is on its way makes nobody wait: commands and small photos go between its parts', async () => {
    const worker = await Device.signIn(app(), 'W-1001');
    const { token: as } = worker;
    const answered: string[] = [];
    const id = newId();
    const sending = send(huge, { as, id }).then(() => answered.push('huge photo'));
    await vi.waitFor(async () => expect(await partsOf(id)).toBeGreaterThan(0), { interval: 1, timeout: 20_000 });
    await worker.do('putaway.put', { licensePlate: 'nobody has seen it', to: 'A-01-01-1' });
    answered.push('command');
    await send(jpeg, { as });
    answered.push('small photo');
    await sending;
    expect(answered).toEqual(['command', 'small photo', 'huge photo']);
  });

  test.each([
    ['image/png', 201],
    ['application/octet-stream', 201],
    ['', 201],
    ['text/plain', 415],
    ['application/json', 415],
  ])('that is a picture and said to be "%s" is answered %i', async (saidToBe, status) => {
    expect((await send(jpeg, { saidToBe })).status).toBe(status);
  });

  test('is known by what its bytes are, not by what they are called', async () => {
    expect((await send(webp)).body).toMatchObject({ contentType: 'image/webp', sizeBytes: webp.byteLength });
  });

  test.each([
    ['nobody took it', newId(), 404],
    ['its id is none', 'me.jpg', 404],
  ])('is not there when %s', async (_name, id, status) => {
    const { token } = await Device.signIn(app(), 'W-1001');
    expect((await app().call('GET', `/api/device/photos/${id}`, { as: token })).status).toBe(status);
  });
});
