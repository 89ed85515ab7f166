import pg from 'pg';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { asTestApp, type TestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage } from '../support/erp.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { createDatabase } from '../support/postgres.ts';

/** One node of the program, and another one in the middle of a transaction: a connection that has not committed yet. */
describe('two nodes that change the same thing at the same moment, on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let app: TestApp;
  let other: pg.Client;
  /** What was written to the log for somebody to look into. */
  const errors: string[] = [];

  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'));
    const log = pino({ level: 'error' }, { write: (line) => errors.push(line) });
    app = asTestApp(await openApp({ databaseUrl: database.url, mode: 'demo', log }), 'postgres');
    await seedSites(app.services.store);
  });

  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  beforeEach(async () => {
    other = new pg.Client(database.url);
    await other.connect();
    await other.query('begin');
  });

  afterEach(() => other.end());

  /** Lets the other node commit once this one waits for it, or did not need to. */
  async function commitWhenWaitedFor(isDone: () => boolean | Promise<boolean>): Promise<void> {
    const waiting = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await other.query(waiting)).rowCount === 0 && !(await isDone())) {
      await new Promise((next) => setTimeout(next, 5));
    }
    await other.query('commit');
  }

  test('a lot that came with another date meanwhile is refused with that date', async () => {
    await haveItems(app, [{ number: 'LOT', lot: true, expiry: true }]);
    await haveOrders(app, [{ orderNumber: 'PO-LOT', lines: [{ lineNumber: 1, item: 'LOT', quantity: 10 }] }]);
    const device = await Device.signIn(app, 'W-1001');
    await other.query(`insert into lot (item_key, lot, expiry_date) values ('DEMO:LOT', 'L1', '2027-01-31')`);
    const goods = { order: 'PO-LOT', item: 'LOT', quantity: 4, unit: 'pcs', lot: 'L1', expiryDate: '2028-01-31' };
    let isDone = false;
    const registering = device.do('receiving.register', goods).finally(() => {
      isDone = true;
    });
    await commitWhenWaitedFor(() => isDone);
    expect(await registering).toMatchObject({
      outcome: 'refused',
      problem: { code: 'receiving.expiry_conflict', params: { lot: 'L1', known: '2027-01-31', sent: '2028-01-31' } },
    });
  });

  test('a command outside the order of its device that comes many times at once is done once, and is no fault', async () => {
    await haveItems(app, [{ number: 'MANY' }]);
    const device = await Device.signIn(app, 'S-2001');
    const goods = { location: 'B-12-04-2', item: 'MANY', quantity: 3, unit: 'pcs', reason: 'found' };
    const command = device.unordered('inventory.adjust', goods);
    const sent = await Promise.all(Array.from({ length: 30 }, () => device.send(command)));
    const answers = sent.map(([{ outcome, repeated, result }]) => ({ outcome, repeated, result }));
    const [first] = answers.filter(({ repeated }) => !repeated);
    expect(answers.filter(({ repeated }) => repeated)).toEqual(Array(29).fill({ ...first, repeated: true }));
    const { items } = (await app.call('GET', '/api/device/stock?item=MANY', { as: device.token })).body;
    expect(items).toMatchObject([{ onHand: 3 }]);
    expect(errors).toEqual([]);
  });

  test('an order that comes while the earlier word of it is woken is carried out after it', async () => {
    const erp = new Erp(app);
    await erp.sent(itemMessage('KNOWN'));
    const [parked] = await erp.sent(orderMessage('first', 'PO-WOKEN', [[1, 'MISSING', 1]]));
    expect(parked.status).toBe('parked');
    await other.query(`delete from missing_item where message_id = 'first'`);
    await other.query(`update message set status = 'received', waiting_for = null where message_id = 'first'`);
    await erp.post(orderMessage('second', 'PO-WOKEN', [[1, 'KNOWN', 2]]));
    await commitWhenWaitedFor(async () => (await erp.get('/api/erp/messages/second')).body.status !== 'received');
    expect((await erp.settled('second')).status).toBe('accepted');
    expect((await erp.settled('first', (status) => status === 'superseded')).status).toBe('superseded');
    expect((await erp.order('PO-WOKEN')).lines).toMatchObject([{ item: 'KNOWN', orderedQuantity: 2 }]);
  });

  test('what a source system says of a document twice at once is kept, and told, once', async () => {
    await haveItems(app, [{ number: 'TOLD' }]);
    const device = await Device.signIn(app, 'W-1001');
    const more = { location: 'A-01-01-1', item: 'TOLD', quantity: 1, unit: 'pcs', reason: 'found' };
    const { journal } = (await device.do('inventory.adjust', more)).result;
    const first = { result: 'posted', reference: 'ERP-1', reason: null, at: '2026-03-02T07:00:00.000Z' };
    await other.query('update document set acknowledgement = $1 where number = $2', [JSON.stringify(first), journal]);
    let isDone = false;
    const said = { as: 'demo-erp-key', body: { result: 'posted', reference: 'ERP-1' } };
    const acknowledging = app
      .call('POST', `/api/erp/counting-journals/${journal}/versions/1/acknowledgement`, said)
      .finally(() => {
        isDone = true;
      });
    await commitWhenWaitedFor(() => isDone);
    expect((await acknowledging).body).toEqual(first);
  });

  test('an order is kept in the steps that its item has when both are there', async () => {
    const erp = new Erp(app);
    await erp.sent(itemMessage('STEPS'));
    await other.query(`select 1 from item where item_key = 'DEMO:STEPS' for update`);
    await other.query(`update item set decimals = 2 where item_key = 'DEMO:STEPS'`);
    await erp.post(orderMessage('steps', 'PO-STEPS', [[1, 'STEPS', 3]]));
    await commitWhenWaitedFor(async () => (await erp.get('/api/erp/messages/steps')).body.status !== 'received');
    expect((await erp.settled('steps')).status).toBe('accepted');
    const { k } = app.services.store.read;
    const lines = await k
      .selectFrom('inbound_order_line')
      .select('quantity_base')
      .where('item_key', '=', 'DEMO:STEPS')
      .execute();
    expect(lines).toEqual([{ quantity_base: 300 }]);
  });

  test('a parked command that both know by now is carried out by one of them', async () => {
    const device = await Device.signIn(app, 'W-1001');
    const command = device.unordered('receiving.complete', { order: 'PO-NONE', acceptDifferences: true });
    await device.send(command);
    await app.services.store.write((trx) =>
      trx.k
        .updateTable('command')
        .set({ outcome: 'parked', result: null, problem: null })
        .where('id', '=', command.id)
        .execute(),
    );
    await other.query(`update command set outcome = 'applied', result = '{"documents":[]}' where id = $1`, [
      command.id,
    ]);
    let isDone = false;
    const asking = device.send(command).finally(() => {
      isDone = true;
    });
    await commitWhenWaitedFor(() => isDone);
    expect(await asking).toMatchObject([{ outcome: 'applied', repeated: true, result: { documents: [] } }]);
  });

  test('a command outside the order of its device that comes to both is carried out by one of them', async () => {
    const device = await Device.signIn(app, 'W-1001');
    const command = device.unordered('receiving.complete', { order: 'PO-NONE', acceptDifferences: true });
    await device.send(command);
    const kept = await other.query('delete from command where id = $1 returning *', [command.id]);
    await other.query('commit');
    await other.query('begin');
    const row = { ...kept.rows[0], outcome: 'applied', result: '{"documents":[]}', problem: null };
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`);
    await other.query(`insert into command (${columns}) values (${places})`, Object.values(row));
    let isDone = false;
    const asking = device.send(command).finally(() => {
      isDone = true;
    });
    await commitWhenWaitedFor(() => isDone);
    expect(await asking).toMatchObject([{ outcome: 'applied', repeated: true, result: { documents: [] } }]);
  });
});
