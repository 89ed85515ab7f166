import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type App, openApp } from '../../api/app.ts';
import { seedSites } from '../../api/demo/sites.ts';
import { asTestApp } from '../support/app.ts';
import { Erp, itemMessage, orderMessage } from '../support/erp.ts';
import { createDatabase } from '../support/postgres.ts';

/** Both nodes receive and both carry out, from one inbox. */
describe('two nodes on one PostgreSQL database', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let nodes: readonly App[];
  let erps: readonly Erp[];

  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'));
    nodes = [
      await openApp({ databaseUrl: database.url, mode: 'demo' }),
      await openApp({ databaseUrl: database.url, mode: 'demo' }),
    ];
    await seedSites((nodes[0] as App).services.store);
    erps = nodes.map((node) => new Erp(asTestApp(node, 'postgres')));
  });

  afterAll(async () => {
    for (const node of nodes) await node.close();
    await database.drop();
  });

  const erp = (index: number) => erps[index % erps.length] as Erp;

  test('no message is carried out twice, and those of one order stay in order', async () => {
    await erp(0).sent(itemMessage('A1'));
    const messages = Array.from({ length: 120 }, (_, index) =>
      orderMessage(`n-${index}`, `PO-N${index % 10}`, [[1, 'A1', index + 1]]),
    );
    // One after the other, so that the order they came in is known; each at another node, which pokes its own inbox.
    for (const [index, message] of messages.entries()) expect((await erp(index).post(message)).status).toBe(202);
    const settled = await Promise.all(messages.map(({ messageId }, index) => erp(index + 1).settled(messageId)));
    expect(new Set(settled.map(({ status, attempts }) => `${status} ${attempts}`))).toEqual(new Set(['accepted 1']));
    for (let order = 0; order < 10; order += 1) {
      expect((await erp(0).order(`PO-N${order}`)).lines[0].orderedQuantity).toBe(111 + order);
    }
  });

  test('the same message at both nodes at once is kept once', async () => {
    const same = Array.from({ length: 20 }, (_, index) => orderMessage(`s-${index}`, `PO-S${index}`, [[1, 'A1', 1]]));
    const answers = await Promise.all(same.flatMap((message) => [erp(0).post(message), erp(1).post(message)]));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const settled = await Promise.all(same.map(({ messageId }) => erp(0).settled(messageId)));
    expect(settled.every(({ attempts }) => attempts === 1)).toBe(true);
  });

  test('of two contents under one id at once only one is kept', async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((quantity) => erp(quantity).post(orderMessage('one', 'PO-ONE', [[1, 'A1', quantity]]))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409]);
  });

  test('an order that comes to one node while its item comes to the other never waits for good', async () => {
    const pairs = Array.from({ length: 40 }, (_, index) => index);
    await Promise.all(
      pairs.flatMap((index) => [
        erp(0).post(orderMessage(`w-${index}`, `PO-W${index}`, [[1, `W${index}`, 1]])),
        erp(1).post(itemMessage(`W${index}`)),
      ]),
    );
    const isDone = (status: string) => status === 'accepted';
    const settled = await Promise.all(pairs.map((index) => erp(0).settled(`w-${index}`, isDone)));
    expect(settled).toHaveLength(40);
  });
});
