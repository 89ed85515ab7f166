import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { uuidV7 } from '#shared/kernel/id.ts';
import { type DocumentDraft, issueDocument } from '../../api/platform/documents.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { whenPublished } from '../support/published.ts';

const erp = 'demo-erp-key';

onBothDatabases('the feeds that a source system polls', (app) => {
  test('a feed of documents that nobody made yet is empty, and says from where to go on', async () => {
    const { status, body } = await app().call('GET', '/api/erp/packing-slips', { as: erp });
    expect([status, body.items, body.hasMore]).toEqual([200, [], false]);
  });

  test('a document appears with its position, and page after page gives each once, in order', async () => {
    const start = (await app().call('GET', '/api/erp/counting-journals', { as: erp })).body.next;
    const numbers: string[] = [];
    for (let n = 0; n < 3; n += 1) numbers.push((await issue(app())).documentNumber);
    await whenPublished(app());

    const first = await app().call('GET', `/api/erp/counting-journals?after=${start}&limit=2`, { as: erp });
    const second = await app().call('GET', `/api/erp/counting-journals?after=${first.body.next}&limit=2`, { as: erp });
    const rows = [...first.body.items, ...second.body.items];

    expect(rows.map((row) => row.documentNumber)).toEqual(numbers);
    expect([first.body.hasMore, second.body.hasMore]).toEqual([true, false]);
    expect(first.body.next).toBe(rows[1].position);
    expect(rows[0]).toEqual({
      position: expect.any(Number),
      documentNumber: numbers[0],
      version: 1,
      active: true,
      supersedes: null,
      postingStatus: 'ready',
      acknowledgement: null,
      warehouse: 'EAST',
      quantityChannel: true,
      lines: [{ item: 'A0001', difference: 1 }],
    });
    const again = await app().call('GET', `/api/erp/counting-journals?after=${start}&limit=2`, { as: erp });
    expect(again.body).toEqual(first.body);
  });

  test('who waits at the end of a feed is answered when something arrives', async () => {
    const { next } = (await app().call('GET', '/api/erp/counting-journals', { as: erp })).body;
    const waiting = app().call('GET', `/api/erp/counting-journals?after=${next}&wait=20`, { as: erp });
    const { documentNumber } = await issue(app());
    expect((await waiting).body.items.map((row: { documentNumber: string }) => row.documentNumber)).toEqual([
      documentNumber,
    ]);
  });

  test('each document is told of by one event, whose place sorts as text', async () => {
    const { documentNumber } = await issue(app());
    await whenPublished(app());
    const { body } = await app().call('GET', '/api/erp/events?limit=1000', { as: erp });
    const { position, event } = body.items.at(-1);
    expect(event).toEqual({
      specversion: '1.0',
      id: `${documentNumber}.1:issued`,
      source: 'urn:tallyman:DEMO',
      type: 'app.tallyman.counting-journal.issued.v1',
      subject: documentNumber,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      datacontenttype: 'application/json',
      sequence: String(position).padStart(17, '0'),
      data: {
        documentNumber,
        version: 1,
        active: true,
        href: `/api/erp/counting-journals/${documentNumber}/versions/1`,
      },
    });
  });

  test('the documents of another source system are not there', async () => {
    const { documentNumber } = await issue(app(), 'OTHER');
    await whenPublished(app());
    const paths = [
      ['GET', `/api/erp/counting-journals/${documentNumber}`, undefined],
      ['GET', `/api/erp/counting-journals/${documentNumber}/versions/1`, undefined],
      ['POST', `/api/erp/counting-journals/${documentNumber}/versions/1/acknowledgement`, { result: 'posted' }],
    ] as const;
    for (const [method, path, body] of paths) {
      expect((await app().call(method, path, { as: erp, body })).status).toBe(404);
    }
    const { body } = await app().call('GET', '/api/erp/counting-journals?limit=1000', { as: erp });
    expect(body.items.map((row: { documentNumber: string }) => row.documentNumber)).not.toContain(documentNumber);
  });

  test('a version can be read by number, and tells what was acknowledged', async () => {
    const { documentNumber } = await issue(app());
    const version = `/api/erp/counting-journals/${documentNumber}/versions/1`;
    const rejected = { result: 'rejected', reason: 'period closed' };
    await app().call('POST', `${version}/acknowledgement`, { as: erp, body: rejected });
    const posted = { result: 'posted', reference: 'JRN-9' };
    const first = await app().call('POST', `${version}/acknowledgement`, { as: erp, body: posted });
    const repeated = await app().call('POST', `${version}/acknowledgement`, { as: erp, body: posted });
    expect(first.body).toEqual({ result: 'posted', reference: 'JRN-9', reason: null, at: expect.any(String) });
    expect(repeated.body).toEqual(first.body);

    const newest = await app().call('GET', `/api/erp/counting-journals/${documentNumber}`, { as: erp });
    expect(newest.body).toMatchObject({ documentNumber, version: 1, acknowledgement: first.body });
    await whenPublished(app());
    const events = (await app().call('GET', '/api/erp/events?limit=1000', { as: erp })).body.items;
    const ofDocument = events.filter((row: { event: { subject: string } }) => row.event.subject === documentNumber);
    expect(
      ofDocument.map((row: { event: { type: string } }) => row.event.type.split('.').slice(2, 4).join('.')),
    ).toEqual(['counting-journal.issued', 'counting-journal.acknowledged', 'counting-journal.acknowledged']);
  });

  describe('what a version can be had as', () => {
    test.each([
      [undefined, 200],
      ['*/*', 200],
      ['application/*;q=0.5', 200],
      ['application/pdf, application/json;q=0.1', 200],
      ['application/xml', 406],
      ['application/json;q=0, */*', 406],
    ])('Accept: %s is answered %i', async (accept, status) => {
      const { documentNumber } = await issue(app());
      const answer = await app().call('GET', `/api/erp/counting-journals/${documentNumber}`, {
        as: erp,
        headers: accept === undefined ? {} : { accept },
      });
      expect(answer.status).toBe(status);
      if (status === 406) expect(answer.body.detail).toContain('application/json');
    });
  });

  test.each([
    ['after=-1', '/after', 'request.too_small'],
    ['limit=1001', '/limit', 'request.too_big'],
    ['limit=ten', '/limit', 'request.wrong_type'],
    ['wait=31', '/wait', 'request.too_big'],
    ['since=3', '/since', 'request.unknown_property'],
  ])('?%s is refused, naming %s', async (query, pointer, code) => {
    const { status, body } = await app().call('GET', `/api/erp/events?${query}`, { as: erp });
    expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([422, pointer, code]);
  });

  test.each([
    ['/api/erp/shipment-receipts', 'demo-erp-key', 'application/json'],
    ['/api/erp/counting-journals', 'demo-erp-key', 'application/json'],
    ['/api/erp/packing-slips', 'demo-erp-key', 'application/json'],
    ['/api/erp/order-status', 'demo-erp-key', 'application/json'],
    ['/api/erp/events', 'demo-erp-key', 'application/json'],
    ['/api/planning/inventory-deltas', 'demo-planning-key', 'application/json'],
    ['/api/planning/inventory-deltas', 'demo-planning-key', 'application/x-ndjson'],
    ['/api/planning/inventory-deltas', 'demo-planning-key', 'text/event-stream'],
  ])('%s does not go on from a position that nobody was given (%3$s)', async (feed, as, accept) => {
    await issue(app());
    await whenPublished(app());
    const { next } = (await app().call('GET', '/api/erp/events?limit=1000', { as: erp })).body;
    const ahead = await app().call('GET', `${feed}?after=${next + 1000}`, { as, headers: { accept } });
    expect([ahead.status, ahead.body.code, ahead.body.params]).toEqual([
      422,
      'feed.position_unknown',
      { after: next + 1000, newest: next },
    ]);
    expect(ahead.body.errors).toMatchObject([{ pointer: '/after', value: next + 1000 }]);
  });

  test.each([
    ['no key', undefined, 401],
    ['a key that nobody has', 'nonsense', 401],
    ["planning's key", 'demo-planning-key', 403],
  ])('%s opens no feed of the ERP', async (_, as, status) => {
    expect((await app().call('GET', '/api/erp/events', as === undefined ? {} : { as })).status).toBe(status);
  });
});

function issue(app: TestApp, sourceSystem = 'DEMO') {
  const draft: DocumentDraft = {
    kind: 'counting-journal',
    sourceSystem,
    warehouse: 'EAST',
    commandId: uuidV7(1, randomBytes(10)),
    body: { quantityChannel: true, lines: [{ item: 'A0001', difference: 1 }] },
  };
  return app.services.store.write((trx) => issueDocument(trx, draft));
}
