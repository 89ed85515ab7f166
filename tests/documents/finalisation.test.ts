import { randomBytes } from 'node:crypto';
import { describe, expect, inject, test } from 'vitest';
import { uuidV7 } from '#shared/kernel/id.ts';
import { openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { server } from '../../api/platform/auth.ts';
import { asTestApp, onBothDatabases, type TestApp } from '../support/app.ts';
import { changeSettings } from '../support/booking-erp.ts';
import { Device } from '../support/device.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { createDatabase } from '../support/postgres.ts';
import { whenPublished } from '../support/published.ts';

const erpKey = 'demo-erp-key';
const [minute, day] = [60_000, 86_400_000];
const clock = new ManualClock();
let run = 0;

/** A receipt of one piece, made now. */
async function receipt(app: TestApp): Promise<string> {
  run += 1;
  const [item, order] = [`FIN-${run}`, `PO-FIN-${run}`];
  await haveItems(app, [{ number: item }]);
  await haveOrders(app, [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 1 }] }]);
  const device = await Device.signIn(app, 'S-2001');
  await device.do('receiving.register', { order, line: 1, item, quantity: 1, unit: 'pcs' });
  const { problem, result } = await device.do('receiving.complete', { order });
  expect(problem).toBeNull();
  return result.documents[0].documentNumber;
}

async function reverse(app: TestApp, documentNumber: string) {
  const supervisor = await Device.signIn(app, 'S-2001');
  return supervisor.do('receiving.reverse_completion', { documentNumber, reason: 'too late?' });
}

async function read(app: TestApp, documentNumber: string) {
  return (await app.call('GET', `/api/erp/shipment-receipts/${documentNumber}`, { as: erpKey })).body;
}

/** Resolves once the document has the posting status; what is waited for happens behind the request. */
async function becomes(app: TestApp, documentNumber: string, postingStatus: string): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if ((await read(app, documentNumber)).postingStatus === postingStatus) return;
    await new Promise((next) => setTimeout(next, 5));
  }
  throw new Error(`${documentNumber} did not become ${postingStatus}`);
}

async function eventsOf(app: TestApp, documentNumber: string): Promise<{ type: string; data: { problem?: object } }[]> {
  await whenPublished(app);
  const { body } = await app.call('GET', '/api/erp/events?limit=1000', { as: erpKey });
  return body.items
    .map((row: { event: { subject: string } }) => row.event)
    .filter((event: { subject: string }) => event.subject === documentNumber);
}

const typesOf = (events: readonly { type: string }[]) =>
  events.map(({ type }) => type.split('.').slice(2, -1).join('.'));

async function acknowledge(app: TestApp, documentNumber: string, body: object): Promise<void> {
  const path = `/api/erp/shipment-receipts/${documentNumber}/versions/1/acknowledgement`;
  expect((await app.call('POST', path, { as: erpKey, body })).status).toBe(200);
}

async function asSupervisor(app: TestApp, path: string) {
  const { token } = await Device.signIn(app, 'S-2001');
  return (await app.call('GET', path, { as: token })).body;
}

onBothDatabases(
  'receipts become final by themselves',
  (app) => {
    test('a day after they were made, with an event and no new row in their feed', async () => {
      const documentNumber = await receipt(app());
      const { body: before } = await app().call('GET', '/api/erp/shipment-receipts?limit=1000', { as: erpKey });
      clock.pass(day - minute);
      const younger = await receipt(app());
      clock.pass(minute);
      await becomes(app(), documentNumber, 'posted');
      expect((await read(app(), younger)).postingStatus).toBe('ready');
      const { body: after } = await app().call('GET', '/api/erp/shipment-receipts?limit=1000', { as: erpKey });
      expect(after.items.slice(0, before.items.length)).toEqual(
        before.items.map((row: object) => ({ ...row, postingStatus: 'posted' })),
      );
      expect(typesOf(await eventsOf(app(), documentNumber))).toEqual([
        'shipment-receipt.issued',
        'shipment-receipt.posted',
      ]);
    });

    test('and cannot be reversed any more', async () => {
      const documentNumber = await receipt(app());
      clock.pass(day);
      await becomes(app(), documentNumber, 'posted');
      const answer = await reverse(app(), documentNumber);
      expect([answer.outcome, answer.problem.code, answer.problem.params]).toEqual([
        'refused',
        'document.posted',
        { document: documentNumber },
      ]);
    });

    test('as late as the source system has set', async () => {
      await changeSettings(app(), { postingDelaySeconds: 3 * 86_400 });
      const documentNumber = await receipt(app());
      clock.pass(2 * day);
      expect((await reverse(app(), documentNumber)).outcome).toBe('applied');
      const other = await receipt(app());
      await changeSettings(app(), { postingDelaySeconds: 120 });
      clock.pass(3 * minute);
      await becomes(app(), other, 'posted');
      await changeSettings(app(), { postingDelaySeconds: 86_400 });
    });

    test('a delay of seconds is over after seconds', async () => {
      await changeSettings(app(), { postingDelaySeconds: 2 });
      const documentNumber = await receipt(app());
      clock.pass(3000);
      await becomes(app(), documentNumber, 'posted');
      expect((await reverse(app(), documentNumber)).problem.code).toBe('document.posted');
      await changeSettings(app(), { postingDelaySeconds: 86_400 });
    });

    test('but not the version that was reversed', async () => {
      const documentNumber = await receipt(app());
      await reverse(app(), documentNumber);
      const other = await receipt(app());
      clock.pass(2 * day);
      await becomes(app(), other, 'posted');
      expect(await read(app(), documentNumber)).toMatchObject({ active: false, postingStatus: 'ready' });
    });

    test('what its ERP rejected stays ready, says why, and becomes final once the ERP accepts it', async () => {
      const documentNumber = await receipt(app());
      await acknowledge(app(), documentNumber, { result: 'rejected', reason: 'period closed' });
      const other = await receipt(app());
      clock.pass(day);
      await becomes(app(), other, 'posted');
      const why = { code: 'document.rejected', params: { document: documentNumber, reason: 'period closed' } };
      const shown = await asSupervisor(app(), `/api/console/documents/${documentNumber}`);
      expect(shown).toMatchObject({ postingStatus: 'ready', postingProblem: why });
      expect((await asSupervisor(app(), '/api/console/board?warehouse=EAST')).documents.notFinal.count).toBe(1);
      const stuck = await asSupervisor(app(), '/api/console/documents?warehouse=EAST&posting=stuck');
      expect(stuck.items).toMatchObject([{ documentNumber, postingProblem: why }]);

      const last = await receipt(app());
      clock.pass(day);
      await becomes(app(), last, 'posted');
      const failed = (await eventsOf(app(), documentNumber)).filter(({ type }) => type.includes('posting-failed'));
      expect(failed.map(({ data }) => data.problem)).toEqual([why]);

      await acknowledge(app(), documentNumber, { result: 'posted', reference: 'GR-1' });
      clock.pass(minute);
      await becomes(app(), documentNumber, 'posted');
      const board = await asSupervisor(app(), '/api/console/board?warehouse=EAST');
      expect(board.documents.notFinal.count).toBe(0);
    });

    test('what does not agree with the books stays ready', async () => {
      const documentNumber = await receipt(app());
      const { store } = app().services;
      await store.write((trx) =>
        trx.k.updateTable('coverage').set({ state: 'pending' }).where('document_number', '=', documentNumber).execute(),
      );
      const other = await receipt(app());
      clock.pass(day);
      await becomes(app(), other, 'posted');
      const shown = await asSupervisor(app(), `/api/console/documents/${documentNumber}`);
      const params = { document: documentNumber, details: 1, covered: 0 };
      expect([shown.postingStatus, shown.postingProblem]).toEqual([
        'ready',
        { code: 'document.coverage_differs', params },
      ]);
    });

    test('what another node has made final already is left as it is', async () => {
      const documentNumber = await receipt(app());
      const { store, pipeline } = app().services;
      const finalise = () => {
        const body = { documents: [{ number: documentNumber, version: 1 }] };
        const command = { type: 'documents.finalise', version: 1, device: 'server', warehouse: '*', body };
        const id = uuidV7(clock.now(), randomBytes(10));
        const envelope = { ...command, id, occurredAt: new Date(clock.now()).toISOString() };
        return store.write((trx) => pipeline.judge(trx, envelope, server));
      };
      const [first, second] = [await finalise(), await finalise()];
      expect([first.result, second.result]).toEqual([
        { posted: 1, kept: 0 },
        { posted: 0, kept: 0 },
      ]);
      expect(typesOf(await eventsOf(app(), documentNumber))).toEqual([
        'shipment-receipt.issued',
        'shipment-receipt.posted',
      ]);
    });

    test('nobody but the server does it', async () => {
      const documentNumber = await receipt(app());
      const administrator = await Device.signIn(app(), 'A-3001');
      const answer = await administrator.do('documents.finalise', {
        documents: [{ number: documentNumber, version: 1 }],
      });
      expect([answer.outcome, answer.problem.code]).toEqual(['refused', 'auth.permit_missing']);
      expect((await read(app(), documentNumber)).postingStatus).toBe('ready');
    });
  },
  { clock },
);

describe('two nodes on one database', () => {
  test('make a receipt final once', async () => {
    const database = await createDatabase(inject('postgresUrl'));
    const clocks = [new ManualClock(), new ManualClock()];
    const nodes: TestApp[] = [];
    for (const one of clocks) {
      nodes.push(asTestApp(await openApp({ databaseUrl: database.url, mode: 'demo', clock: one }), 'postgres'));
    }
    const [first, second] = nodes as [TestApp, TestApp];
    await seedSites(first.services.store);
    const documents: string[] = [];
    for (let n = 0; n < 5; n += 1) documents.push(await receipt(first));
    for (const one of clocks) one.pass(day + minute);
    for (const documentNumber of documents) await becomes(second, documentNumber, 'posted');
    await first.close();
    for (const documentNumber of documents) {
      expect(typesOf(await eventsOf(second, documentNumber))).toEqual([
        'shipment-receipt.issued',
        'shipment-receipt.posted',
      ]);
    }
    await second.close();
    await database.drop();
  });
});
