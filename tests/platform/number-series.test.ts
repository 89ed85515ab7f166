import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { nextNumber } from '../../api/platform/counter.ts';
import { issueDocument } from '../../api/platform/documents.ts';
import { openStore } from '../../api/platform/open-store.ts';
import type { AppStore, AppTrx } from '../../api/platform/store.ts';
import { createDatabase } from '../support/postgres.ts';

/** Two nodes of the program on one PostgreSQL database. */
describe('numbers that many nodes draw, on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof createDatabase>>;
  let nodes: readonly [AppStore, AppStore];
  let isOver = false;

  beforeAll(async () => {
    database = await createDatabase(inject('postgresUrl'));
    nodes = [await open(), await open()];
  });

  afterAll(async () => {
    // A pool is closed before the last of its connections is: the server may still say farewell to one.
    isOver = true;
    for (const node of nodes) await node.close();
    await database.drop();
  });

  async function open(): Promise<AppStore> {
    const onError = (error: unknown) => {
      const isFarewell = isOver && error instanceof Error && 'code' in error && error.code === '57P01';
      if (!isFarewell) throw error;
    };
    return openStore({ url: database.url, now: () => 1, onPublished: () => undefined, onError, poolSize: 2 });
  }

  function draw(node: AppStore, series: string): Promise<number> {
    return node.write((trx) => trx.drawNumber(series));
  }

  test('each number is given once, whichever node gives it', async () => {
    const drawn = await Promise.all(Array.from({ length: 250 }, (_, at) => draw(nodes[at % 2 ? 1 : 0], 'pallet')));
    expect(new Set(drawn).size).toBe(250);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(400);
  });

  test('a transaction that has its number makes nobody wait for theirs, on any node', async () => {
    const waiting = Promise.withResolvers<void>();
    const slow = nodes[0].write(async (trx) => {
      const number = await trx.drawNumber('carton');
      await waiting.promise;
      return number;
    });
    const others = [await draw(nodes[0], 'carton'), await draw(nodes[1], 'carton')];
    waiting.resolve();
    expect(new Set([...others, await slow]).size).toBe(3);
  });

  test('a transaction that has issued a document makes no other document wait, whatever their kinds and order', async () => {
    const issue = (trx: AppTrx, kind: 'shipment-receipt' | 'counting-journal') => {
      const common = { sourceSystem: 'ERP', warehouse: 'EAST', commandId: `${kind}-${Math.random()}` };
      return issueDocument(trx, { kind, ...common, body: { quantityChannel: true, lines: [] } });
    };
    const both = Promise.withResolvers<void>();
    let begun = 0;
    const inTurn = (node: AppStore, kinds: readonly ('shipment-receipt' | 'counting-journal')[]) =>
      node.write(async (trx) => {
        const numbers: string[] = [];
        for (const kind of kinds) {
          numbers.push((await issue(trx, kind)).documentNumber);
          begun += 1;
          if (begun === 2) both.resolve();
          await both.promise;
        }
        return numbers;
      });
    const issued = await Promise.all([
      inTurn(nodes[0], ['shipment-receipt', 'counting-journal']),
      inTurn(nodes[1], ['counting-journal', 'shipment-receipt']),
    ]);
    expect(new Set(issued.flat()).size).toBe(4);
    expect(begun).toBe(4);
  });

  test('transactions that hold every connection still get their numbers', async () => {
    const both = Promise.withResolvers<void>();
    let begun = 0;
    const draws = [1, 2].map(() =>
      nodes[0].write(async (trx: AppTrx) => {
        begun += 1;
        if (begun === 2) both.resolve();
        await both.promise;
        return trx.drawNumber('bin');
      }),
    );
    expect((await Promise.all(draws)).sort()).toEqual([1, 2]);
  });

  test('a number given to a transaction that failed is skipped, never given again', async () => {
    const lost = await draw(nodes[0], 'tote');
    let inVain = 0;
    const failed = nodes[0].write(async (trx) => {
      inVain = await trx.drawNumber('tote');
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await draw(nodes[0], 'tote')).toBe(inVain + 1);
    expect(inVain).toBe(lost + 1);
  });

  test('a range for a device is apart from the numbers that nodes give themselves', async () => {
    const own = await draw(nodes[0], 'label');
    const from = await nodes[1].write((trx) => nextNumber(trx, 'label', 1000));
    const later = await Promise.all(Array.from({ length: 150 }, () => draw(nodes[0], 'label')));
    expect(own).toBe(1);
    expect(later.filter((number) => number >= from && number < from + 1000)).toEqual([]);
  });
});
