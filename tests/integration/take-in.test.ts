import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMessages } from '../../api/integration/read-messages.ts';
import { receiveMessages } from '../../api/integration/receive-messages.ts';
import { messageKinds } from '../../api/message-kinds.ts';
import type { AppStore } from '../../api/platform/store.ts';
import { openTestApp, type TestApp } from '../support/app.ts';
import { cancelMessage, Erp, itemMessage, orderMessage } from '../support/erp.ts';
import { noticeMessage } from '../support/notices.ts';

/** The inbox writes with `write`, so it can be kept out; what is carried out in the flush that keeps it needs no more. */
describe('a message that comes by itself, where one process writes', () => {
  let app: TestApp;
  let erp: Erp;
  let whole: Pick<AppStore, 'write' | 'writeEach'>;
  beforeAll(async () => {
    app = await openTestApp('sqlite');
    erp = new Erp(app);
    const { write, writeEach } = app.services.store;
    whole = { write, writeEach };
    await erp.sent(itemMessage('T1'));
  });
  beforeEach(() => void Object.assign(app.services.store, whole));
  afterAll(() => app.close());

  const busy = Object.assign(new Error('busy'), { code: 'SQLITE_BUSY' });
  const keepInboxOut = () => Object.assign(app.services.store, { write: () => Promise.reject(busy) });
  const stateOf = async (id: string) => (await erp.get(`/api/erp/messages/${id}`)).body.status;
  const manyLines = Array.from({ length: 400 }, (_, index) => [index + 1, 'T1', 1] as const);

  test.each([
    ['an order of one line', 'accepted', orderMessage('one', 'PO-ONE', [[1, 'T1', 1]])],
    ['an item', 'accepted', itemMessage('T2')],
    ['an order of an item that nobody knows', 'parked', orderMessage('parks', 'PO-PARKS', [[1, 'T3', 1]])],
    [
      'an order in a unit that the item lacks',
      'failed',
      orderMessage('fails', 'PO-FAILS', [[1, 'T1', 1, { unit: 'barrel' }]]),
    ],
    ['the next word on an order', 'accepted', orderMessage('again', 'PO-ONE', [[1, 'T1', 2]])],
  ])('%s is %s by the time its post is answered', async (_what, state, message) => {
    keepInboxOut();
    const { status, body } = await erp.post(message);
    expect([status, body.status]).toEqual([202, 'received']);
    expect(await stateOf(message.messageId)).toBe(state);
  });

  test('an item that comes wakes at once what waits for it', async () => {
    expect(await stateOf('parks')).toBe('parked');
    await erp.post(itemMessage('T3'));
    expect((await erp.settled('parks', (status) => status === 'accepted')).attempts).toBe(2);
  });

  test('a cancellation brings nothing that others wait for', async () => {
    const onPlate = { licensePlate: '003400000000009905', lines: [['PO-GONE', 1, 'T1', 1] as const] };
    await erp.sent(noticeMessage('LD-GONE', [onPlate], {}, 'notice'));
    await erp.sent(orderMessage('gone', 'PO-GONE', [[1, 'T9', 1]]));
    keepInboxOut();
    await erp.post(cancelMessage('cancelled', 'PO-GONE'));
    expect([await stateOf('cancelled'), await stateOf('notice')]).toEqual(['accepted', 'parked']);
  });

  test('where older ones wait, it waits its turn behind them: its item may be among those', async () => {
    const { services } = app;
    const items = readMessages(messageKinds, [itemMessage('T4'), itemMessage('T5')]);
    await services.store.write((trx) => receiveMessages(trx, 'DEMO', items));
    keepInboxOut();
    await erp.post(orderMessage('behind', 'PO-BEHIND', [[1, 'T5', 1]]));
    expect(await stateOf('behind')).toBe('received');
    Object.assign(services.store, whole);
    expect((await erp.settled('behind', (status) => status === 'accepted')).status).toBe('accepted');
  });

  test('a long one only is kept, so that nobody else waits for it; then the inbox takes it', async () => {
    let together = 0;
    const counting: AppStore['writeEach'] = (jobs) => {
      together += 1;
      return whole.writeEach(jobs);
    };
    Object.assign(app.services.store, { writeEach: counting });
    await erp.post(orderMessage('long', 'PO-LONG', manyLines));
    expect((await erp.settled('long')).status).toBe('accepted');
    expect(together).toBe(0);
  });

  test('one on which the program fails is kept all the same, and the inbox tries again', async () => {
    const failing: AppStore['writeEach'] = (jobs) =>
      whole.writeEach(jobs.map((job, index) => (index === 0 ? job : () => Promise.reject(new TypeError('a bug')))));
    Object.assign(app.services.store, { writeEach: failing });
    expect((await erp.post(orderMessage('bug', 'PO-BUG', [[1, 'T1', 1]]))).status).toBe(202);
    expect((await erp.settled('bug')).status).toBe('accepted');
  });

  test('the same id with other content is refused, and what was kept under it stands', async () => {
    await erp.post(orderMessage('same', 'PO-SAME', [[1, 'T1', 1]]));
    const { status, body } = await erp.post(orderMessage('same', 'PO-SAME', [[1, 'T1', 7]]));
    expect([status, body.code]).toEqual([409, 'idempotency.key_reused']);
    expect((await erp.order('PO-SAME')).lines[0].orderedQuantity).toBe(1);
  });
});
