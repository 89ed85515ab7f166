import { brotliDecompressSync, gunzipSync, gzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { haveItems } from '../support/orders.ts';

onBothDatabases('what a request may ask for', (app) => {
  test.each([
    ['after=0', 200, null],
    ['after=0&limit=1000&wait=0', 200, null],
    ['after=', 422, '/after'],
    ['after=-1', 422, '/after'],
    ['after=1e3', 422, '/after'],
    ['after=1.5', 422, '/after'],
    ['after=99999999999999999999', 422, '/after'],
    ['limit=0', 422, '/limit'],
    ['limit=1001', 422, '/limit'],
    ['limit=1&limit=2', 422, '/limit'],
    ['wait=31', 422, '/wait'],
    ['bogus=1', 422, '/bogus'],
  ])('a feed asked for with ?%s is answered %i', async (query, status, pointer) => {
    const answer = await app().call('GET', `/api/erp/events?${query}`, { as: 'demo-erp-key' });
    expect([answer.status, answer.body.errors?.[0]?.pointer ?? null]).toEqual([status, pointer]);
  });

  test.each([
    ['GET', '/api/erp/messages/none?errors=all', undefined, 422, '/errors'],
    ['GET', '/api/erp/messages/none', undefined, 404, null],
    ['GET', '/health/live?at=12', undefined, 200, null],
    ['POST', '/api/erp/messages/none/requeue', { messageId: 'edited' }, 422, '/messageId'],
    ['POST', '/api/erp/messages/none/requeue', '[]', 422, ''],
    ['POST', '/api/erp/messages/none/requeue', 'now', 400, null],
    ['POST', '/api/erp/messages', '{"messageId":"one","messageId":"two"}', 400, null],
    ['POST', '/api/erp/messages/none/requeue', {}, 404, null],
    ['POST', '/api/erp/messages/none/requeue', '', 404, null],
    ['POST', '/api/erp/messages/none/requeue', undefined, 404, null],
  ])('%s %s takes nothing more: with the body %j it is answered %i', async (method, path, body, status, pointer) => {
    const answer = await app().call(method, path, { as: 'demo-erp-key', ...(body !== undefined && { body }) });
    expect([answer.status, answer.body.errors?.[0]?.pointer ?? null]).toEqual([status, pointer]);
  });

  test.each([
    ['/api/erp/events', '*/*', 200],
    ['/api/erp/events', 'application/*', 200],
    ['/api/erp/events', 'text/html, application/json;q=0.1', 200],
    ['/api/erp/events', 'application/json;q=0, text/html', 406],
    ['/api/erp/events', 'image/png', 406],
    ['/api/erp/messages', 'text/html', 406],
    ['/api/openapi.json', 'application/xml', 406],
    ['/api/docs', 'text/html', 200],
  ])('%s in the form %s is answered %i', async (path, accept, status) => {
    const answer = await app().call('GET', path, { as: 'demo-erp-key', headers: { accept } });
    expect(answer.status).toBe(status);
  });

  test.each([
    '/api/erp/messages/%00',
    '/api/erp/messages/a%0Ab%00/',
    '/api/erp/messages/%ED%A0%80',
    '/api/erp/orders/%01',
    '/api/erp/shipment-receipts/%00/versions/1',
  ])('%s names nothing', async (path) => {
    const answer = await app().call('GET', path, { as: 'demo-erp-key' });
    expect([answer.status, answer.body.code, answer.body.instance]).toEqual([404, 'request.not_found', path]);
  });

  test.each([
    ['10', []],
    ['10.500000000000000000', []],
    ['123456789.123456', []],
    ['0.1e1', []],
    ['10.00000000000000000001', ['/order/lines/0/quantity request.number_rounded']],
    ['999999999.99999999999999999', ['/order/lines/0/quantity request.number_rounded']],
    ['0.1000000000000000055511151231257827', ['/order/lines/0/quantity request.number_rounded']],
    ['9007199254740993', ['/order/lines/0/quantity request.number_rounded']],
    ['0.12345678901234567', ['/order/lines/0/quantity quantity.too_precise']],
  ])('the quantity %s is taken as it was written, or not at all', async (quantity, faults) => {
    const line = '{"lineNumber":1,"item":"A1","unit":"pcs","quantity":';
    const order = `{"orderNumber":"PO-EXACT","warehouse":"EAST","lines":[${line}${quantity}}]}`;
    const body = `{"messageId":"exact-${quantity}","type":"inbound-shipment-order","operation":"upsert","order":${order}}`;
    const answer = await app().call('POST', '/api/erp/messages?dryRun=true', { as: 'demo-erp-key', body });
    const errors = answer.status === 422 ? answer.body.errors : [];
    expect(errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)).toEqual(faults);
  });

  describe('the coding of an answer', () => {
    test.each<[string, string | null, (bytes: Uint8Array) => Uint8Array]>([
      ['gzip', 'gzip', gunzipSync],
      ['br', 'br', brotliDecompressSync],
      ['gzip, deflate, br, zstd', 'zstd', zstdDecompressSync],
      ['zstd;q=0.5, gzip', 'gzip', gunzipSync],
      ['*;q=0.1, gzip;q=0', 'zstd', zstdDecompressSync],
      ['identity', null, (bytes) => bytes],
      ['deflate', null, (bytes) => bytes],
    ])('Accept-Encoding: %s', async (accepted, coding, plain) => {
      const response = await app().http.request('/api/openapi.json', { headers: { 'accept-encoding': accepted } });
      expect([response.headers.get('content-encoding'), response.headers.get('vary')]).toEqual([
        coding,
        'Accept-Encoding',
      ]);
      const text = Buffer.from(plain(new Uint8Array(await response.arrayBuffer()))).toString();
      expect(JSON.parse(text).openapi).toBe('3.1.0');
    });

    test('lines in bulk are compressed as they leave', async () => {
      const headers = {
        'accept-encoding': 'gzip',
        accept: 'application/x-ndjson',
        authorization: 'Bearer demo-planning-key',
      };
      const response = await app().http.request('/api/planning/inventory-deltas', { headers });
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(gunzipSync(new Uint8Array(await response.arrayBuffer())).toString()).toBe('');
    });

    test('an answer of less than 1 KiB is left as it is', async () => {
      const headers = { 'accept-encoding': 'gzip', authorization: 'Bearer demo-erp-key' };
      const response = await app().http.request('/api/erp/counting-journals', { headers });
      expect([response.headers.get('content-encoding'), await response.json()]).toEqual([
        null,
        { items: [], next: expect.any(Number), hasMore: false },
      ]);
    });

    test('a tag that was made weak by compression is still recognised', async () => {
      await haveItems(
        app(),
        Array.from({ length: 10 }, (_, index) => ({ number: `TAGGED-${index}` })),
      );
      const headers = { 'accept-encoding': 'gzip', authorization: 'Bearer demo-planning-key' };
      const first = await app().http.request('/api/planning/items', { headers });
      const etag = first.headers.get('etag') ?? '';
      expect([first.headers.get('content-encoding'), etag]).toEqual(['gzip', expect.stringMatching(/^W\/"/)]);
      const again = await app().http.request('/api/planning/items', { headers: { ...headers, 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });
  });

  describe('the form of a body', () => {
    const message = JSON.stringify({
      messageId: 'm',
      type: 'party',
      operation: 'upsert',
      party: { account: 'Ä', kind: 'customer', name: 'Ä' },
    });
    test.each<[string, string, Record<string, string>, Uint8Array, number, string | null]>([
      ['UTF-8 said so', 'application/json; charset=utf-8', {}, Buffer.from(message), 200, null],
      [
        'another character set',
        'application/json; charset=iso-8859-1',
        {},
        Buffer.from(message, 'latin1'),
        415,
        'request.content_type',
      ],
      ['text that is not UTF-8', 'application/json', {}, Buffer.from(message, 'latin1'), 400, 'request.malformed_json'],
      [
        'compressed',
        'application/json',
        { 'content-encoding': 'gzip' },
        gzipSync(message),
        415,
        'request.content_type',
      ],
      ['no JSON type', 'application/jsonp', {}, Buffer.from(message), 415, 'request.content_type'],
    ])('%s', async (_, type, headers, body, status, code) => {
      const response = await app().http.request('/api/erp/messages?dryRun=true', {
        method: 'POST',
        headers: { authorization: 'Bearer demo-erp-key', 'content-type': type, ...headers },
        body: new Uint8Array(body),
      });
      const answer = (await response.json()) as { code?: string };
      expect([response.status, answer.code ?? null]).toEqual([status, code]);
    });
  });
});
