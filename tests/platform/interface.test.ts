import { describe, expect, test } from 'vitest';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly { readonly bearer: readonly string[] }[];
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;
}

onBothDatabases('the interface as a whole', (app) => {
  test('the OpenAPI document describes every route there is, and no other', async () => {
    const calls = callsOf(await documentOf(app()));
    const described = calls.map(
      ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    );
    const routed = app()
      .http.routes.filter((route) => route.method !== 'ALL')
      .map((route) => `${route.method} ${route.path}`);
    expect(new Set(described)).toEqual(new Set(routed));
    expect(described.length).toBeGreaterThan(20);
  });

  test('every call has a name of its own, says who may call it, and names the parameters of its path', async () => {
    const calls = callsOf(await documentOf(app()));
    expect(new Set(calls.map(({ operation }) => operation.operationId)).size).toBe(calls.length);
    for (const { path, operation } of calls) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const named = operation.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect([path, named]).toEqual([path, inPath]);
      expect([path, operation.summary.length > 5, Object.keys(operation.responses)]).toEqual([
        path,
        true,
        expect.arrayContaining(['default']),
      ]);
      const isOpen = operation.security.length === 0;
      expect([path, isOpen || (operation.security[0]?.bearer.length ?? 0) > 0]).toEqual([path, true]);
    }
  });

  test('the conditions of a change and the key of a request that may be sent again are described', async () => {
    for (const { method, path, operation } of callsOf(await documentOf(app()))) {
      const headers = operation.parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => name);
      const changesWhatIsThere = /^(put|delete)$/.test(method) && path.startsWith('/api/admin/');
      expect([method, path, headers.includes('If-Match')]).toEqual([method, path, changesWhatIsThere]);
      const isRemembered = method !== 'get' && !sentAgainAsTheyAre.includes(path);
      expect([method, path, headers.includes('Idempotency-Key')]).toEqual([method, path, isRemembered]);
    }
  });

  test('whatever a call answers with is described: its content type, and the shape of its JSON', async () => {
    const administrator = await Device.signIn(app(), 'A-3001');
    const keys = ['demo-erp-key', 'demo-planning-key', 'demo-monitor-key', administrator.token];
    const paths = callsOf(await documentOf(app())).filter(
      ({ method, path }) => method === 'get' && !/[{]|live$/.test(path),
    );
    expect(paths.length).toBeGreaterThan(15);
    for (const { path, operation } of paths) {
      for (const as of keys) {
        const answer = await app().call('GET', path, { as });
        if (answer.status !== 200) continue;
        const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
        const described = operation.responses['200']?.content?.[type];
        expect([path, type, described]).toEqual([path, type, expect.anything()]);
        const isShaped = Object.keys(described?.schema ?? {}).length > 0;
        const needsShape = type === 'application/json' && path !== '/api/openapi.json';
        expect([path, isShaped || !needsShape]).toEqual([path, true]);
      }
    }
  });

  test('the page for people holds every call and loads nothing from elsewhere', async () => {
    const { status, headers, body } = await app().call('GET', '/api/docs');
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    for (const { path } of callsOf(await documentOf(app()))) expect(body).toContain(`<code>${path}</code>`);
    expect(body).not.toMatch(/<script|<link|@import|https?:\/\/(?!json-schema)/);
  });

  test('whoever may not call is told so as problem+json, on every call that is not open', async () => {
    for (const { method, path, operation } of callsOf(await documentOf(app()))) {
      if (operation.security.length === 0) continue;
      const address = path.replaceAll(/\{\w+\}/g, 'x');
      for (const [as, expected] of [
        [undefined, 401],
        ['nonsense', 401],
      ] as const) {
        const answer = await app().call(method.toUpperCase(), address, as === undefined ? {} : { as });
        expect([address, answer.status, answer.headers.get('content-type')]).toEqual([
          address,
          expected,
          'application/problem+json',
        ]);
        expect(answer.body).toMatchObject({
          type: expect.stringMatching(/^urn:/),
          title: expect.any(String),
          status: expected,
          detail: expect.any(String),
          instance: address,
          code: expect.stringMatching(/^auth\./),
          correlationId: answer.headers.get('x-correlation-id'),
          errors: [],
        });
      }
    }
  });

  test.each<[method: string, path: string, body: object | undefined, status: number]>([
    ['POST', '/api/session', { badge: 'W-1001', pin: '1001', device: 'HH-OVER' }, 200],
    ['GET', '/health/live', undefined, 200],
    ['GET', '/api/openapi.json', undefined, 200],
    ['GET', '/metrics', undefined, 401],
    ['GET', '/api/session', undefined, 401],
  ])('a token that is over keeps nobody from what is open: %s %s', async (method, path, body, status) => {
    const answer = await app().call(method, path, { as: 'over', ...(body && { body }) });
    expect(answer.status).toBe(status);
  });

  describe('addresses and methods that do not exist', () => {
    test.each([
      ['GET', '/api/nothing', 404, null],
      ['POST', '/api/nothing/at/all', 404, null],
      ['GET', '/api', 404, null],
      ['GET', '/health/nothing', 404, null],
      ['GET', '/nothing', 404, null],
      ['DELETE', '/api/erp/shipment-receipts', 405, 'GET, HEAD'],
      ['GET', '/api/device/commands', 405, 'POST'],
      ['PUT', '/api/session', 405, 'POST, DELETE, GET, HEAD'],
      ['OPTIONS', '/api/erp/events', 405, 'GET, HEAD'],
      ['POST', '/health/live', 405, 'GET, HEAD'],
    ])('%s %s is answered %i', async (method, path, status, allow) => {
      const answer = await app().call(method, path, { as: 'demo-erp-key' });
      expect([answer.status, answer.headers.get('content-type'), answer.headers.get('allow')]).toEqual([
        status,
        'application/problem+json',
        allow,
      ]);
    });

    test.each([
      ['/health/live', 200],
      ['/api/erp/events', 200],
      ['/api/nothing', 404],
    ])('HEAD %s answers %i without a body', async (path, status) => {
      const answer = await app().call('HEAD', path, { as: 'demo-erp-key' });
      expect([answer.status, answer.body]).toEqual([status, '']);
    });
  });

  describe('bodies that cannot be read', () => {
    const acknowledgement = '/api/erp/shipment-receipts/SR-00000001/versions/1/acknowledgement';
    test.each<[string, string, Record<string, string>, number, string, string | undefined]>([
      ['malformed JSON', '{"result":', {}, 400, 'request.malformed_json', undefined],
      ['nothing at all', '', {}, 400, 'request.malformed_json', undefined],
      [
        'another content type',
        'result=posted',
        { 'content-type': 'text/plain' },
        415,
        'request.content_type',
        undefined,
      ],
      ['an array', '[]', {}, 422, 'request.invalid', ''],
      ['an unknown property', '{"result":"posted","by":"me"}', {}, 422, 'request.invalid', '/by'],
      ['a value that is not offered', '{"result":"perhaps"}', {}, 422, 'request.invalid', '/result'],
      ['a wrong type', '{"result":"posted","reference":7}', {}, 422, 'request.invalid', '/reference'],
      ['a list for a text', '{"result":"posted","reference":[]}', {}, 422, 'request.invalid', '/reference'],
      ['a control character', '{"result":"posted","reason":"\\u0000"}', {}, 422, 'request.invalid', '/reason'],
      [
        '2 MiB',
        JSON.stringify({ result: 'posted', reason: 'x'.repeat(2_097_152) }),
        {},
        413,
        'request.too_large',
        undefined,
      ],
    ])('%s', async (_, body, headers, status, code, pointer) => {
      const answer = await app().call('POST', acknowledgement, { as: 'demo-erp-key', body, headers });
      expect([answer.status, answer.body.code, answer.body.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
      expect(answer.body.errors).toHaveLength(pointer === undefined ? 0 : 1);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
    });
  });

  test('of a warehouse that is not there nothing is told, whoever asks', async () => {
    const administrator = await Device.signIn(app(), 'A-3001');
    for (const [warehouse, status] of [
      ['EAST', 200],
      ['MOON', 404],
    ] as const) {
      const answer = await app().call('GET', `/api/device/changes?warehouse=${warehouse}`, { as: administrator.token });
      expect([warehouse, answer.status]).toEqual([warehouse, status]);
    }
  });

  test('a supervisor may read what planning reads, a worker may not', async () => {
    const supervisor = await Device.signIn(app(), 'S-2001');
    const worker = await Device.signIn(app(), 'W-1001');
    const path = '/api/planning/inventory-snapshots';
    expect((await app().call('GET', path, { as: supervisor.token })).status).toBe(200);
    expect((await app().call('GET', path, { as: worker.token })).status).toBe(403);
  });

  test.each([
    ['/api/planning/inventory-snapshots', 403],
    ['/api/planning/inventory-snapshots?warehouse=EAST', 200],
    ['/api/planning/inventory-snapshots?warehouse=WEST', 403],
    ['/api/planning/inventory-deltas', 403],
    ['/api/planning/inventory-deltas?warehouse=EAST', 200],
    ['/api/planning/inventory-deltas?warehouse=WEST', 403],
    ['/api/planning/locations', 403],
    ['/api/planning/locations?warehouse=EAST', 200],
    ['/api/planning/locations?warehouse=WEST', 403],
    ['/api/planning/policies', 403],
    ['/api/planning/items', 200],
  ])('%s is answered %i to a supervisor of EAST alone', async (path, status) => {
    const ada = await atConsole(app(), 'A-3001');
    const person = { name: 'Eve', language: 'en', roles: { EAST: 'supervisor' }, password: 'of EAST alone' };
    await ada.make('/api/admin/people/E-4001', person);
    const eve = await atConsole(app(), 'E-4001', person.password);
    expect((await eve.get(path)).status).toBe(status);
  });
});

/** Calls whose requests are known again by what is in them. */
const sentAgainAsTheyAre = [
  '/api/erp/messages',
  '/api/device/commands',
  '/api/device/license-plates',
  '/api/device/scanner',
  '/api/device/waves/preview',
  '/api/device/photos/{id}',
  '/api/session',
];

async function documentOf(app: TestApp) {
  return (await app.call('GET', '/api/openapi.json')).body as { paths: Record<string, Record<string, Operation>> };
}

function callsOf(document: { paths: Record<string, Record<string, Operation>> }) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}
