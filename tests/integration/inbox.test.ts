import { expect, test } from 'vitest';
import { readMessages } from '../../api/integration/read-messages.ts';
import { receiveMessages } from '../../api/integration/receive-messages.ts';
import { messageKinds } from '../../api/message-kinds.ts';
import { onBothDatabases, type TestApp } from '../support/app.ts';
import { Erp, itemMessage, orderMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';

const clock = new ManualClock();

/** Makes the next writes fail as they do when the disk or the server is in trouble; answers how many did. */
function failing(app: TestApp, times: number, error: Error, skip = 0): () => number {
  const { store } = app.services;
  const write = store.write.bind(store);
  let calls = 0;
  let failed = 0;
  const broken: typeof store.write = (job) => {
    calls += 1;
    if (calls > skip && failed < times) {
      failed += 1;
      return Promise.reject(error);
    }
    return write(job);
  };
  Object.assign(store, { write: broken });
  return () => failed;
}

/** Answers how many transactions there were since. */
function writes(app: TestApp): () => number {
  const { store } = app.services;
  const write = store.write.bind(store);
  let calls = 0;
  const counting: typeof store.write = (job) => {
    calls += 1;
    return write(job);
  };
  Object.assign(store, { write: counting });
  return () => calls;
}

const busy = Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' });

onBothDatabases(
  'the inbox',
  (app) => {
    const erp = () => new Erp(app());
    /** Only keeps them, as another node might; whoever carries them out is the inbox. */
    const keep = (...messages: object[]) =>
      app().services.store.write((trx) => receiveMessages(trx, 'DEMO', readMessages(messageKinds, messages)));
    const stateOf = async (id: string) => (await erp().get(`/api/erp/messages/${id}`)).body.status;

    test('what another node received is carried out at the next look', async () => {
      await keep(itemMessage('A1'), orderMessage('left', 'PO-LEFT', [[1, 'A1', 1]]));
      expect(await stateOf('left')).toBe('received');
      clock.pass(500);
      expect((await erp().settled('left')).status).toBe('accepted');
    });

    test('what the database could not take is tried again, each time after a longer pause', async () => {
      const failed = failing(app(), 3, busy, 1);
      await keep(orderMessage('busy', 'PO-BUSY', [[1, 'A1', 1]]));
      app().services.messagesReceived.raise();
      for (const [pauseMs, failures] of [
        [0, 1],
        [500, 2],
        [500, 2],
        [500, 3],
        [500, 3],
        [1500, 3],
      ] as const) {
        clock.pass(pauseMs);
        await expect.poll(failed).toBe(failures);
        await expect.poll(() => stateOf('busy')).toBe(pauseMs === 1500 ? 'accepted' : 'received');
      }
    });

    test('after five tries the message fails and says that it was not its fault; others were not held up', async () => {
      failing(app(), 5, busy, 1);
      await keep(orderMessage('broken', 'PO-BROKEN', [[1, 'A1', 1]]));
      for (let pass = 0; pass < 20; pass += 1) {
        clock.pass(500);
        await new Promise((next) => setTimeout(next, 5));
      }
      const broken = await erp().settled('broken');
      expect([broken.status, broken.errors]).toMatchObject([
        'failed',
        [{ pointer: '', code: 'message.processing_failed', suggestedAction: 'requeue' }],
      ]);
      await erp().call('POST', '/api/erp/messages/broken/requeue');
      expect((await erp().settled('broken')).status).toBe('accepted');
    });

    test('a bug of the program fails the message at once instead of stopping the inbox', async () => {
      failing(app(), 1, new TypeError('a bug'), 1);
      await keep(orderMessage('bug', 'PO-BUG', [[1, 'A1', 1]]));
      app().services.messagesReceived.raise();
      expect((await erp().settled('bug')).errors[0].code).toBe('message.processing_failed');
      const [next] = await erp().sent(orderMessage('next', 'PO-NEXT', [[1, 'A1', 1]]));
      expect(next.status).toBe('accepted');
    });

    test('many items are carried out together, those of one item in order, and each is answered for itself', async () => {
      const items = Array.from({ length: 70 }, (_, index) => itemMessage(`MANY-${index}`));
      const wrong = { ...itemMessage('MANY-WRONG', { barcodes: [{ code: '1', unit: 'box' }] }) };
      const again = { ...itemMessage('MANY-7', { description: 'The second word' }), messageId: 'many-7-again' };
      const before = writes(app());
      const settled = await erp().sent(...items.slice(0, 40), wrong, ...items.slice(40), again);
      const failed = settled.filter(({ status }) => status !== 'accepted');
      expect(failed.map(({ messageId, status }) => [messageId, status])).toEqual([['item-MANY-WRONG', 'failed']]);
      expect(before()).toBeLessThan(12);
      const { body } = await app().call('GET', '/api/planning/items?limit=1000', { as: 'demo-planning-key' });
      const seventh = body.items.find(({ item }: { item: string }) => item === 'MANY-7');
      expect(seventh).toMatchObject({ description: 'The second word', version: 2 });
    });

    test('where one of many cannot be carried out by the program, the others are', async () => {
      const items = Array.from({ length: 5 }, (_, index) => itemMessage(`PART-${index}`));
      failing(app(), 2, new TypeError('a bug'), 1);
      const settled = await erp().sent(...items);
      expect(settled.map(({ status }) => status).sort()).toEqual([...Array(4).fill('accepted'), 'failed']);
    });
  },
  { clock },
);
