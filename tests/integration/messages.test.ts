import { expect, test } from 'vitest';
import { tokenHash } from '../../api/platform/auth.ts';
import { onBothDatabases } from '../support/app.ts';
import { cancelMessage, Erp, itemMessage, orderMessage } from '../support/erp.ts';

onBothDatabases('messages of an ERP', (app) => {
  const erp = () => new Erp(app());

  test('a message is kept, then carried out, and says which order came of it', async () => {
    await erp().sent(itemMessage('A1'));
    const posted = await erp().post(orderMessage('m-1', 'PO-1', [[1, 'A1', 10]]));
    expect([posted.status, posted.body]).toEqual([
      202,
      { messageId: 'm-1', status: 'received', href: '/api/erp/messages/m-1' },
    ]);
    expect(await erp().settled('m-1')).toMatchObject({
      status: 'accepted',
      errors: [],
      attempts: 1,
      order: { orderNumber: 'PO-1', href: '/api/erp/orders/PO-1' },
    });
    expect(await erp().order('PO-1')).toMatchObject({ status: 'open', warehouse: 'EAST', lines: [{ item: 'A1' }] });
  });

  test('whoever asks for a message may wait until it was carried out', async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => `WAITED-${index}`);
    await erp().post(numbers.map((number) => itemMessage(number)));
    const answers = await Promise.all(numbers.map((number) => erp().get(`/api/erp/messages/item-${number}?wait=20`)));
    expect(new Set(answers.map(({ body }) => body.status))).toEqual(new Set(['accepted']));
    const parked = orderMessage('m-waits', 'PO-WAITS', [[1, 'NEVER-COMES', 1]]);
    await erp().post(parked);
    expect((await erp().get('/api/erp/messages/m-waits?wait=20')).body.status).toBe('parked');
  });

  test('the list of messages does not go on from a position that none has yet', async () => {
    await erp().sent(itemMessage('LISTED'));
    const { next } = (await erp().get('/api/erp/messages?limit=1000')).body;
    expect((await erp().get(`/api/erp/messages?after=${next}`)).body).toEqual({ items: [], next, hasMore: false });
    const ahead = await erp().get(`/api/erp/messages?after=${next + 1}`);
    expect([ahead.status, ahead.body.code]).toEqual([422, 'feed.position_unknown']);
  });

  test('the same message again is answered as the first time and does nothing', async () => {
    const message = orderMessage('m-again', 'PO-AGAIN', [[1, 'A1', 10]]);
    const first = await erp().post(message);
    await erp().settled('m-again');
    const { type, ...rest } = message;
    const again = await erp().post({ ...rest, type });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect((await erp().get('/api/erp/messages/m-again')).body.attempts).toBe(1);
  });

  test('the same id with other content is refused, and the first stays', async () => {
    await erp().sent(orderMessage('m-reused', 'PO-REUSED', [[1, 'A1', 10]]));
    const other = await erp().post(orderMessage('m-reused', 'PO-REUSED', [[1, 'A1', 11]]));
    expect([other.status, other.body.code, other.body.errors[0].pointer]).toEqual([
      409,
      'idempotency.key_reused',
      '/messageId',
    ]);
    expect((await erp().order('PO-REUSED')).lines[0].orderedQuantity).toBe(10);
  });

  test('an array is all or nothing: one reused id and none is kept', async () => {
    await erp().sent(orderMessage('m-kept', 'PO-KEPT', [[1, 'A1', 1]]));
    const answer = await erp().post([
      orderMessage('m-fresh', 'PO-FRESH', [[1, 'A1', 1]]),
      orderMessage('m-kept', 'PO-KEPT', [[1, 'A1', 2]]),
    ]);
    expect([answer.status, answer.body.errors[0].pointer]).toEqual([409, '/1/messageId']);
    expect((await erp().get('/api/erp/messages/m-fresh')).status).toBe(404);
  });

  test('an order for an item that is not known waits, and goes on when the item arrives', async () => {
    await erp().sent(
      orderMessage('m-early', 'PO-EARLY', [
        [1, 'LATE-1', 5],
        [2, 'LATE-2', 5],
      ]),
    );
    const parked = await erp().settled('m-early');
    expect([parked.status, parked.waitingFor]).toEqual(['parked', ['LATE-1', 'LATE-2']]);
    expect(
      parked.errors.map((each: { pointer: string; suggestedAction: string }) => [each.pointer, each.suggestedAction]),
    ).toEqual([
      ['/order/lines/0/item', 'send-item'],
      ['/order/lines/1/item', 'send-item'],
    ]);
    await erp().sent(itemMessage('LATE-1'));
    const half = await erp().settled('m-early');
    await expect.poll(async () => (await erp().get('/api/erp/messages/m-early')).body.waitingFor).toEqual(['LATE-2']);
    expect(half.status).toBe('parked');
    await erp().sent(itemMessage('LATE-2'));
    expect(await erp().settled('m-early', (status) => status === 'accepted')).toMatchObject({
      attempts: 2,
      errors: [],
    });
    expect((await erp().order('PO-EARLY')).lines).toHaveLength(2);
  });

  test('an item and its order may come together, in whatever order', async () => {
    await erp().post([orderMessage('m-both', 'PO-BOTH', [[1, 'BOTH', 1]]), itemMessage('BOTH')]);
    expect((await erp().settled('m-both', (status) => status === 'accepted')).status).toBe('accepted');
  });

  test('an order that cannot be carried out never makes another order wait', async () => {
    const stuck = orderMessage('m-stuck', 'PO-STUCK', [[1, 'NEVER', 1]]);
    const [, failed, accepted] = await erp().sent(
      stuck,
      orderMessage('m-bad', 'PO-BAD', [[1, 'A1', 1, { unit: 'pallet' }]]),
      orderMessage('m-good', 'PO-GOOD', [[1, 'A1', 1]]),
    );
    expect([failed.status, accepted.status]).toEqual(['failed', 'accepted']);
  });

  test('messages of one order are carried out in the order they came', async () => {
    const quantities = [1, 2, 3, 4, 5, 6, 7, 8];
    await erp().post(
      quantities.map((quantity) => orderMessage(`m-lane-${quantity}`, 'PO-LANE', [[1, 'A1', quantity]])),
    );
    await erp().settled('m-lane-8');
    expect((await erp().order('PO-LANE')).lines[0].orderedQuantity).toBe(8);
    const { body } = await erp().get('/api/erp/messages/m-lane-8');
    expect(body.versions.map((version: { messageId: string }) => version.messageId)).toEqual(
      quantities.map((quantity) => `m-lane-${quantity}`),
    );
  });

  test('what is wrong with the master data fails with every fault, its pointer, its value and what to do', async () => {
    const lines = [
      [1, 'A1', 1.5],
      [2, 'A1', 1, { unit: 'pallet' }],
    ] as const;
    const [message] = await erp().sent(orderMessage('m-faults', 'PO-FAULTS', lines, { warehouse: 'NORTH' }));
    expect(message.status).toBe('failed');
    expect(message.order).toBeNull();
    expect(message.errors).toMatchObject([
      {
        pointer: '/order/warehouse',
        code: 'order.warehouse_unknown',
        value: 'NORTH',
        suggestedAction: 'correct-and-replace',
      },
      { pointer: '/order/lines/0/quantity', code: 'quantity.too_precise', value: 1.5 },
      { pointer: '/order/lines/1/unit', code: 'item.unit_unknown', value: 'pallet', params: { units: 'pcs, case' } },
    ]);
    expect((await erp().get('/api/erp/orders/PO-FAULTS')).status).toBe(404);
  });

  test('a newer message supersedes one that failed and one that waits', async () => {
    const [failed] = await erp().sent(orderMessage('m-old-1', 'PO-NEWER', [[1, 'A1', 1, { unit: 'pallet' }]]));
    const [parked] = await erp().sent(orderMessage('m-old-2', 'PO-NEWER', [[1, 'NEVER', 1]]));
    expect([failed.status, parked.status]).toEqual(['failed', 'parked']);
    const [newest] = await erp().sent(orderMessage('m-new', 'PO-NEWER', [[1, 'A1', 1]]));
    expect(newest.status).toBe('accepted');
    for (const [old, by] of [
      ['m-old-1', 'm-old-2'],
      ['m-old-2', 'm-new'],
    ]) {
      const { body } = await erp().get(`/api/erp/messages/${old}`);
      expect([body.status, body.supersededBy, body.attempts]).toEqual(['superseded', by, 1]);
    }
    await erp().sent(itemMessage('NEVER'));
    expect((await erp().get('/api/erp/messages/m-old-2')).body.status).toBe('superseded');
  });

  test('a cancellation also ends what never came to be', async () => {
    await erp().sent(orderMessage('m-never', 'PO-NEVER', [[1, 'A1', 1, { unit: 'pallet' }]]));
    const [cancelled] = await erp().sent(cancelMessage('m-never-cancel', 'PO-NEVER'));
    expect([cancelled.status, (await erp().settled('m-never')).status]).toEqual(['accepted', 'superseded']);
    const [unknown] = await erp().sent(cancelMessage('m-nobody', 'PO-NOBODY'));
    expect([unknown.status, unknown.errors[0].code]).toEqual(['failed', 'order.unknown']);
  });

  test('messages are listed in the order they came, also by state', async () => {
    const ids = ['list-1', 'list-2', 'list-3'];
    await erp().sent(...ids.map((id) => orderMessage(id, `PO-${id}`, [[1, 'A1', 1, { unit: 'list' }]])));
    const all = (await erp().get('/api/erp/messages?limit=1000')).body;
    expect(all.hasMore).toBe(false);
    const from = all.items.find((each: { messageId: string }) => each.messageId === 'list-1').position - 1;
    const page = (await erp().get(`/api/erp/messages?status=failed&after=${from}&limit=2`)).body;
    expect(page.items.map((each: { messageId: string }) => each.messageId)).toEqual(['list-1', 'list-2']);
    const rest = (await erp().get(`/api/erp/messages?status=failed&after=${page.next}&limit=2`)).body;
    expect([page.hasMore, rest.hasMore, rest.items.length]).toEqual([true, false, 1]);
    expect((await erp().get('/api/erp/messages?status=lost')).status).toBe(422);
  });

  test('what became of messages is told as events', async () => {
    await erp().sent(orderMessage('m-event', 'PO-EVENT', [[1, 'A1', 1]]));
    await erp().sent(orderMessage('m-fault', 'PO-FAULT', [[1, 'A1', 0.5]]));
    expect(await erp().events(2, 'm-event', 'm-fault')).toMatchObject([
      { specversion: '1.0', type: expect.stringContaining('message.accepted'), data: { orderNumber: 'PO-EVENT' } },
      { specversion: '1.0', type: expect.stringContaining('message.failed'), data: { errors: 1 } },
    ]);
  });

  test('ids and numbers are any text: slashes, blanks, umlauts and percent signs find their way', async () => {
    const odd = 'ä/ö %2F?#+ü';
    const [message] = await erp().sent(orderMessage(odd, odd, [[1, 'A1', 1]]));
    expect([message.messageId, message.status]).toEqual([odd, 'accepted']);
    const { body } = await erp().get(message.order.href);
    expect([body.orderNumber, (await erp().get(message.href)).status]).toEqual([odd, 200]);
  });

  test('an ERP sees what is its own: anything else is not there', async () => {
    await erp().sent(orderMessage('m-own', 'PO-OWN', [[1, 'A1', 1]]));
    await app().services.store.write(async (trx) => {
      const system = {
        code: 'OTHER',
        name: 'Other ERP',
        settings: '{}',
        warehouses: '["WEST"]',
        owners: '["O"]',
        version: 1,
      };
      await trx.k.insertInto('source_system').values(system).execute();
      const key = {
        id: 'other',
        hash: tokenHash('other-key'),
        name: 'Other',
        source_system: 'OTHER',
        scopes: '["erp"]',
        created_at: 0,
      };
      await trx.k.insertInto('api_key').values(key).execute();
    });
    const other = new Erp(app(), 'other-key');
    expect((await other.get('/api/erp/messages/m-own')).status).toBe(404);
    expect((await other.get('/api/erp/orders/PO-OWN')).status).toBe(404);
    expect((await other.call('POST', '/api/erp/messages/m-own/cancel')).status).toBe(404);
    expect((await other.get('/api/erp/messages')).body.items).toEqual([]);
    const [foreign] = await other.sent(orderMessage('m-own', 'PO-OWN', [[1, 'A1', 1]]));
    expect([foreign.status, foreign.errors.map(({ code }: { code: string }) => code)]).toEqual([
      'failed',
      ['order.warehouse_unknown', 'order.item_unknown'],
    ]);
    expect((await erp().get('/api/erp/messages/m-own')).body.status).toBe('accepted');
  });

  test('without the key of an ERP nothing is taken', async () => {
    const message = orderMessage('m-nokey', 'PO-NOKEY', [[1, 'A1', 1]]);
    expect((await app().call('POST', '/api/erp/messages', { body: message })).status).toBe(401);
    expect((await new Erp(app(), 'demo-planning-key').post(message)).status).toBe(403);
  });
});

onBothDatabases('a dry run', (app) => {
  const erp = () => new Erp(app());

  test('says what would happen and changes nothing', async () => {
    await erp().sent(itemMessage('A1'));
    await erp().events(1, 'item-A1');
    const before = (await erp().get('/api/erp/events?limit=1000')).body.items;
    const answer = await erp().post(
      [
        orderMessage('d-1', 'PO-1', [[1, 'A1', 1]]),
        orderMessage('d-2', 'PO-2', [[1, 'NEW', 1]]),
        orderMessage('d-3', 'PO-3', [[1, 'A1', 1, { unit: 'pallet' }]]),
        itemMessage('NEWER'),
        orderMessage('d-4', 'PO-4', [[1, 'NEWER', 1]]),
        cancelMessage('d-5', 'PO-4'),
      ],
      '?dryRun=true',
    );
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject([
      { messageId: 'd-1', dryRun: true, status: 'accepted', errors: [], order: { orderNumber: 'PO-1' } },
      { messageId: 'd-2', status: 'parked', waitingFor: ['NEW'], order: null },
      { messageId: 'd-3', status: 'failed', errors: [{ pointer: '/order/lines/0/unit' }] },
      { messageId: 'item-NEWER', status: 'accepted' },
      { messageId: 'd-4', status: 'accepted' },
      { messageId: 'd-5', status: 'accepted' },
    ]);
    expect((await erp().get('/api/erp/messages/d-1')).status).toBe(404);
    expect((await erp().get('/api/erp/orders/PO-1')).status).toBe(404);
    const [real] = await erp().sent(orderMessage('d-1', 'PO-1', [[1, 'A1', 1]]));
    expect(real.status).toBe('accepted');
    await erp().events(1, 'd-1');
    expect((await erp().get('/api/erp/events?limit=1000')).body.items).toHaveLength(before.length + 1);
  });

  test('of one message answers one, and refuses what a post refuses', async () => {
    const one = await erp().post(orderMessage('d-6', 'PO-6', [[1, 'A1', 1]]), '?dryRun=true');
    expect(one.body).toMatchObject({ messageId: 'd-6', status: 'accepted' });
    expect((await erp().post(orderMessage('d-7', 'PO-7', []), '?dryRun=true')).status).toBe(422);
  });
});
