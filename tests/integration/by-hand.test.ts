import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { cancelMessage, Erp, itemMessage, type LineOf, orderMessage } from '../support/erp.ts';

const good: readonly LineOf[] = [[1, 'A1', 1]];
const bad: readonly LineOf[] = [[1, 'A1', 1, { unit: 'pallet' }]];

onBothDatabases('what people do with messages', (app) => {
  const erp = () => new Erp(app());
  const act = (messageId: string, action: string, body?: unknown) =>
    erp().call('POST', `/api/erp/messages/${messageId}/${action}`, body);

  async function inState(state: string, id: string): Promise<void> {
    const order = `PO-${id}`;
    await erp().sent(itemMessage('A1'));
    if (state === 'accepted') await erp().sent(orderMessage(id, order, good));
    if (state === 'failed') await erp().sent(orderMessage(id, order, bad));
    if (state === 'parked') await erp().sent(orderMessage(id, order, [[1, 'NEVER', 1]]));
    if (state === 'superseded') await erp().sent(orderMessage(id, order, bad), orderMessage(`${id}-2`, order, good));
    if (state === 'cancelled') {
      await erp().sent(orderMessage(id, order, bad));
      await act(id, 'cancel');
    }
    expect((await erp().get(`/api/erp/messages/${id}`)).body.status).toBe(state);
  }

  test.each<[state: string, action: string, status: number, after: string]>([
    ['failed', 'requeue', 202, 'failed'],
    ['parked', 'requeue', 409, 'parked'],
    ['accepted', 'requeue', 409, 'accepted'],
    ['superseded', 'requeue', 409, 'superseded'],
    ['cancelled', 'requeue', 409, 'cancelled'],
    ['failed', 'cancel', 200, 'cancelled'],
    ['parked', 'cancel', 200, 'cancelled'],
    ['accepted', 'cancel', 409, 'accepted'],
    ['superseded', 'cancel', 409, 'superseded'],
    ['cancelled', 'cancel', 409, 'cancelled'],
    ['failed', 'replacement', 202, 'superseded'],
    ['parked', 'replacement', 202, 'superseded'],
    ['accepted', 'replacement', 409, 'accepted'],
    ['superseded', 'replacement', 409, 'superseded'],
    ['cancelled', 'replacement', 409, 'cancelled'],
  ])('a message that is %s: %s answers %s, and it is %s', async (state, action, status, after) => {
    const id = `${state}-${action}`;
    await inState(state, id);
    const body = action === 'replacement' ? orderMessage(`${id}-edited`, `PO-${id}`, good) : undefined;
    const answer = await act(id, action, body);
    expect([answer.status, answer.body.code]).toEqual([status, status === 409 ? 'message.state' : undefined]);
    expect((await erp().settled(id)).status).toBe(after);
  });

  test('a requeued message is tried again, and succeeds once its cause is mended', async () => {
    await erp().sent(orderMessage('again', 'PO-AGAIN', [[1, 'A1', 1, { unit: 'box' }]]));
    const box = { unit: 'box', numerator: 6, denominator: 1 };
    await erp().sent({ ...itemMessage('A1', { units: [box] }), messageId: 'item-A1-box' });
    expect((await act('again', 'requeue')).status).toBe(202);
    expect(await erp().settled('again')).toMatchObject({ status: 'accepted', attempts: 2, errors: [] });
  });

  test('a replacement keeps the original, and both name each other', async () => {
    await erp().sent(orderMessage('original', 'PO-R', bad));
    const edited = orderMessage('edited', 'PO-R', good);
    expect((await act('original', 'replacement', edited)).body).toMatchObject({
      messageId: 'edited',
      status: 'received',
    });
    expect(await erp().settled('edited')).toMatchObject({ status: 'accepted', replaces: 'original' });
    const original = (await erp().get('/api/erp/messages/original')).body;
    expect(original).toMatchObject({ status: 'superseded', replacedBy: 'edited', supersededBy: 'edited' });
    expect([original.errors.length, original.message.order.lines[0].unit]).toEqual([1, 'pallet']);
    expect((await act('original', 'replacement', edited)).status).toBe(202);
    expect((await erp().get('/api/erp/messages/edited')).body.attempts).toBe(1);
    const other = orderMessage('edited', 'PO-R', [[1, 'A1', 7]]);
    expect((await act('original', 'replacement', other)).body.code).toBe('idempotency.key_reused');
  });

  test.each<[what: string, edited: object, pointer: string]>([
    ['the order', orderMessage('e', 'PO-OTHER', good), '/order'],
    ['a line number', orderMessage('e', 'PO-FIXED', [[2, 'A1', 1]]), '/order/lines'],
    [
      'the number of lines',
      orderMessage('e', 'PO-FIXED', [
        [1, 'A1', 1],
        [2, 'A1', 1],
      ]),
      '/order/lines',
    ],
    ['the operation', cancelMessage('e', 'PO-FIXED'), '/operation'],
    ['the type', itemMessage('A1'), '/type'],
    ['not even its id', orderMessage('fixed', 'PO-FIXED', good), '/messageId'],
  ])('a replacement that changes %s is refused', async (_, edited, pointer) => {
    await erp().sent(orderMessage('fixed', 'PO-FIXED', bad));
    const answer = await act('fixed', 'replacement', edited);
    expect([answer.status, answer.body.errors.map((each: { pointer: string }) => each.pointer)]).toEqual([
      422,
      expect.arrayContaining([pointer]),
    ]);
    expect((await erp().get('/api/erp/messages/fixed')).body.status).toBe('failed');
  });

  test('a replacement is checked like any message', async () => {
    await erp().sent(orderMessage('checked', 'PO-CHECKED', bad));
    const answer = await act('checked', 'replacement', orderMessage('e', 'PO-CHECKED', [[1, 'A1', -1]]));
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([422, '/order/lines/0/quantity']);
    expect((await act('checked', 'replacement', [])).status).toBe(422);
  });

  test('what is done by hand is in the audit', async () => {
    await erp().sent(orderMessage('audited', 'PO-AUDITED', bad));
    await act('audited', 'cancel');
    const rows = () =>
      app().services.store.read.k.selectFrom('audit').selectAll().where('subject', '=', 'DEMO:audited').execute();
    await expect.poll(rows).toMatchObject([{ action: 'message.cancelled', actor: 'key:demo-erp' }]);
  });

  test('with an Idempotency-Key the first answer is given again', async () => {
    await erp().sent(orderMessage('keyed', 'PO-KEYED', bad));
    const cancel = (key: string) =>
      erp().call('POST', '/api/erp/messages/keyed/cancel', undefined, { 'idempotency-key': key });
    const [first, again, other] = [await cancel('k-1'), await cancel('k-1'), await cancel('k-2')];
    expect([first.status, again.status, other.status]).toEqual([200, 200, 409]);
    expect([again.body, again.headers.get('idempotency-replayed')]).toEqual([first.body, 'true']);
    const refusedAgain = await cancel('k-2');
    expect([refusedAgain.status, refusedAgain.body]).toEqual([409, other.body]);
    const elsewhere = await erp().call('POST', '/api/erp/messages/keyed/requeue', undefined, {
      'idempotency-key': 'k-1',
    });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([409, 'idempotency.key_reused']);
  });
});
