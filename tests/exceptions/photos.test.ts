import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 2000 }, (_, index) => index % 251)]);
const webp = new TextEncoder().encode('RIFF\u0001\u0001\u0001\u0001WEBPVP8 ');

onBothDatabases('a photo', (app) => {
  let number = 0;
  const newId = () => {
    number += 1;
    return `0198f6c2-0000-7000-8000-${String(number).padStart(12, '0')}`;
  };

  async function send(content: Uint8Array<ArrayBuffer>, { id = newId(), warehouse = 'EAST', badge = 'W-1001' } = {}) {
    const { token } = await Device.signIn(app(), badge);
    const response = await app().http.request(`/api/device/photos/${id}?warehouse=${warehouse}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
      body: content,
    });
    return { id, token, status: response.status, body: await response.json() };
  }

  test('is kept whole, byte for byte, and shown as what it is', async () => {
    const { id, token, status } = await send(jpeg);
    const response = await app().http.request(`/api/device/photos/${id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect([status, response.status, response.headers.get('content-type')]).toEqual([201, 200, 'image/jpeg']);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(jpeg);
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
