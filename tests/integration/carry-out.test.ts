import { expect, test } from 'vitest';
import { carryOut } from '../../api/integration/carry-out.ts';
import { readMessages } from '../../api/integration/read-messages.ts';
import { receiveMessages } from '../../api/integration/receive-messages.ts';
import { messageKinds } from '../../api/message-kinds.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { addItem } from '../support/stock.ts';

/** What can happen between nodes, one step at a time: the clock stands, so the inbox does nothing by itself. */
onBothDatabases(
  'one message is carried out',
  (app) => {
    const erp = () => new Erp(app());
    const store = () => app().services.store;
    const keep = (...messages: object[]) =>
      store().write((trx) => receiveMessages(trx, 'DEMO', readMessages(messageKinds, messages)));
    const carry = (messageId: string) =>
      store().write((trx) => carryOut(trx, app().services.pipeline.judge, { sourceSystem: 'DEMO', messageId }));
    const setStatus = (messageId: string, status: string) =>
      store().write((trx) =>
        trx.k.updateTable('message').set({ status }).where('message_id', '=', messageId).execute(),
      );

    test('not before an earlier one of its order', async () => {
      await keep(
        itemMessage('A1'),
        orderMessage('e-1', 'PO-E', [[1, 'A1', 1]]),
        orderMessage('e-2', 'PO-E', [[1, 'A1', 2]]),
      );
      await carry('item-A1');
      expect(await carry('e-2')).toBeUndefined();
      expect([await carry('e-1'), await carry('e-2')]).toEqual(['accepted', 'accepted']);
      expect(await carry('e-2')).toBeUndefined();
    });

    test('not after a newer one of its order: then it is superseded, and the newer one stands', async () => {
      await keep(orderMessage('n-1', 'PO-N', [[1, 'A1', 1]]), orderMessage('n-2', 'PO-N', [[1, 'A1', 2]]));
      await setStatus('n-1', 'parked');
      // Another node woke it while this one looked: it was overtaken.
      const write = carry('n-2');
      expect(await write).toBe('accepted');
      await setStatus('n-1', 'received');
      expect(await carry('n-1')).toBe('superseded');
      expect((await erp().get('/api/erp/messages/n-1')).body.supersededBy).toBe('n-2');
      expect((await erp().order('PO-N')).lines[0].orderedQuantity).toBe(2);
    });

    test('by one node at a time: the other leaves it alone instead of waiting', async () => {
      await keep(orderMessage('l-1', 'PO-L', [[1, 'A1', 1]]));
      let second: string | undefined | null = null;
      const first = await store().write(async (trx) => {
        const status = await carryOut(trx, app().services.pipeline.judge, { sourceSystem: 'DEMO', messageId: 'l-1' });
        // On SQLite there is one writer, so nobody else can be at it.
        if (app().dialect === 'postgres') second = await carry('l-1');
        return status;
      });
      expect([first, second]).toEqual(['accepted', app().dialect === 'postgres' ? undefined : null]);
    });

    test('by nobody but the server, whatever the permits', async () => {
      await keep(orderMessage('p-1', 'PO-P', [[1, 'A1', 1]]));
      const administrator = await Device.signIn(app(), 'A-3001');
      const body = { sourceSystem: 'DEMO', messageId: 'p-1', attempt: 1, supersedesEarlier: false };
      const { outcome, problem } = await administrator.do('integration.process_message', body);
      expect([outcome, problem.code]).toEqual(['refused', 'auth.permit_missing']);
      expect((await erp().get('/api/erp/orders/PO-P')).status).toBe(404);
      expect(await carry('p-1')).toBe('accepted');
    });

    test('an item that another node commits while its order is being parked still wakes it', async () => {
      const write = store().write;
      let jobs = 0;
      const withItem: typeof write = async (job) => {
        jobs += 1;
        const isCarryingOut = jobs === 2;
        const value = await write(job);
        if (isCarryingOut) await addItem(app(), 'JUST');
        return value;
      };
      Object.assign(store(), { write: withItem });
      await keep(orderMessage('just', 'PO-JUST', [[1, 'JUST', 1]]));
      app().services.messagesReceived.raise();
      expect((await erp().settled('just', (status) => status === 'accepted')).attempts).toBe(2);
    });
  },
  { clock: new ManualClock() },
);
