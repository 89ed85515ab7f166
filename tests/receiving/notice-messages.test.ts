import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, orderMessage } from '../support/erp.ts';
import { cancelNotice, noticeMessage, shipmentOf } from '../support/notices.ts';

onBothDatabases('advance shipping notices', (app) => {
  const erp = () => new Erp(app());

  async function have(order: string, ...items: string[]) {
    await erp().sent(...items.map((item) => itemMessage(item)));
    const lines = items.map((item, index) => [index + 1, item, 100] as const);
    await erp().sent(orderMessage(`m-${order}`, order, lines));
  }

  function loadsOf(order: string) {
    const { k } = app().services.store.read;
    return k
      .selectFrom('inbound_load as d')
      .innerJoin('inbound_load_line as n', 'n.load_number', 'd.load_number')
      .select(['d.load_number', 'd.made_by', 'n.line_number', 'n.expected_base', 'n.over_percent'])
      .where('n.order_key', '=', `DEMO:${order}`)
      .orderBy('d.load_number')
      .orderBy('n.line_number')
      .execute();
  }

  const codesOf = (message: { errors: { code: string; pointer: string }[] }) =>
    message.errors.map(({ code, pointer }) => `${pointer} ${code}`);

  test('a notice makes its load, with what its plates bring of each order line', async () => {
    await have('PO-N1', 'N1', 'N2');
    const [message] = await erp().sent(
      noticeMessage('ASN-1', [
        { licensePlate: 'N1-P1', lines: [['PO-N1', 1, 'N1', 6]] },
        {
          licensePlate: 'N1-P2',
          parent: 'N1-P1',
          lines: [
            ['PO-N1', 1, 'N1', 1, { unit: 'case' }],
            ['PO-N1', 2, 'N2', 3],
          ],
        },
      ]),
    );
    expect(message).toMatchObject({ status: 'accepted', errors: [], order: null });
    expect(await loadsOf('PO-N1')).toMatchObject([
      { load_number: 'ASN-1', made_by: 'notice', line_number: 1, expected_base: 18 },
      { load_number: 'ASN-1', line_number: 2, expected_base: 3 },
    ]);
  });

  test('a plate that looks like an SSCC with a wrong check digit is taken, and the sender and the desk are warned', async () => {
    await have('PO-SSCC', 'SSCC-1');
    const plates = ['003400000000000014', '003400000000000015', '12345678901234567', 'PLATE-X'].map((licensePlate) => ({
      licensePlate,
      lines: [['PO-SSCC', 1, 'SSCC-1', 1] as const],
    }));
    const notice = noticeMessage('ASN-SSCC', plates, {}, 'asn-sscc');
    const warning = {
      pointer: '/notice/shipments/0/licensePlates/1/licensePlate',
      code: 'notice.sscc_check_digit',
      params: { licensePlate: '003400000000000015', digit: '4' },
      value: '003400000000000015',
    };
    const dry = await erp().post(notice, '?dryRun=true');
    expect(dry.body).toMatchObject({ status: 'accepted', errors: [], warnings: [warning] });
    const [message] = await erp().sent(notice);
    expect(message).toMatchObject({ status: 'accepted', errors: [], warnings: [warning] });
    expect(message.warnings).toHaveLength(1);
    const { token } = await Device.signIn(app(), 'S-2001');
    const { body } = await app().call('GET', '/api/console/messages/DEMO/asn-sscc', { as: token });
    expect([body.faults, body.warnings]).toEqual([[], [warning]]);
  });

  test('a notice that is sent anew replaces what was announced before', async () => {
    await have('PO-N2', 'N3', 'N4');
    await erp().sent(noticeMessage('ASN-2', [{ licensePlate: 'N2-P1', lines: [['PO-N2', 1, 'N3', 6]] }]));
    await erp().sent(noticeMessage('ASN-2', [{ licensePlate: 'N2-P2', lines: [['PO-N2', 2, 'N4', 7]] }]));
    expect(await loadsOf('PO-N2')).toMatchObject([{ line_number: 2, expected_base: 7 }]);
    const plates = await app()
      .services.store.read.k.selectFrom('expected_plate')
      .select('license_plate')
      .where('load_number', '=', 'ASN-2')
      .execute();
    expect(plates).toEqual([{ license_plate: 'N2-P2' }]);
  });

  test('a notice that is taken back before anything came takes its load with it, and may come again', async () => {
    await have('PO-N3', 'N5');
    const notice = () => noticeMessage('ASN-3', [{ licensePlate: 'N3-P1', lines: [['PO-N3', 1, 'N5', 6]] }]);
    await erp().sent(notice());
    const [cancelled] = await erp().sent(cancelNotice('ASN-3'));
    expect(cancelled.status).toBe('accepted');
    expect(await loadsOf('PO-N3')).toEqual([]);
    await erp().sent(notice());
    expect(await loadsOf('PO-N3')).toHaveLength(1);
  });

  test('a notice waits for its order and its items, whichever comes last, and goes on by itself', async () => {
    const message = noticeMessage('ASN-4', [{ licensePlate: 'N4-P1', lines: [['PO-N4', 1, 'N6', 6]] }]);
    const [parked] = await erp().sent(message);
    expect(parked).toMatchObject({ status: 'parked', waitingFor: ['N6', 'PO-N4'] });
    expect(parked.errors.map((error: { suggestedAction: string }) => error.suggestedAction).sort()).toEqual([
      'send-item',
      'send-order',
    ]);
    await erp().sent(itemMessage('N6'));
    const stillAwaited = async () => (await erp().settled(message.messageId)).waitingFor;
    await expect.poll(stillAwaited).toEqual(['PO-N4']);
    await erp().sent(orderMessage('m-PO-N4', 'PO-N4', [[1, 'N6', 10]]));
    const done = await erp().settled(message.messageId, (status) => status === 'accepted');
    expect(done).toMatchObject({ waitingFor: [], errors: [] });
    expect(await loadsOf('PO-N4')).toHaveLength(1);
  });

  test('items, orders and a notice that come in one array, in whatever order, are all carried out', async () => {
    const messages = [
      noticeMessage('ASN-5', [{ licensePlate: 'N5-P1', lines: [['PO-N5', 1, 'N7', 6]] }]),
      orderMessage('m-PO-N5', 'PO-N5', [[1, 'N7', 10]]),
      itemMessage('N7'),
    ];
    await erp().post(messages);
    const isDone = (status: string) => status === 'accepted';
    for (const { messageId } of messages) await erp().settled(messageId, isDone);
    expect(await loadsOf('PO-N5')).toHaveLength(1);
  });

  test('what contradicts itself is refused at once, with a pointer to each fault, and nothing is kept', async () => {
    const line = ['PO-N1', 1, 'N1', 1] as const;
    const message = noticeMessage('ASN-6', [
      { licensePlate: 'N6-P1', parent: 'N6-P2', lines: [line] },
      { licensePlate: 'N6-P2', parent: 'N6-P1', lines: [line] },
      { licensePlate: 'N6-P2', lines: [line] },
      { licensePlate: 'N6-P3', parent: 'N6-P3', lines: [line] },
      { licensePlate: 'N6-P4', parent: 'N6-P9', lines: [line] },
      { licensePlate: 'N6-P5' },
    ]);
    const { status, body } = await erp().post(message);
    expect(status).toBe(422);
    const at = (index: number) => `/notice/shipments/0/licensePlates/${index}`;
    expect(codesOf(body)).toEqual([
      `${at(2)}/licensePlate notice.plate_repeated`,
      `${at(3)}/parent notice.plate_in_itself`,
      `${at(4)}/parent notice.parent_unknown`,
      `${at(5)}/lines message.lines_missing`,
    ]);
    expect((await erp().get(`/api/erp/messages/${message.messageId}`)).status).toBe(404);
    const empty = await erp().post(noticeMessage('ASN-6', [], { shipments: [] }));
    expect(codesOf(empty.body)).toEqual(['/notice/shipments message.lines_missing']);
  });

  test('what contradicts orders, items and other loads fails the message, every fault with its pointer', async () => {
    await have('PO-N7', 'N8', 'N9');
    await erp().sent(noticeMessage('ASN-7', [{ licensePlate: 'N7-P1', lines: [['PO-N7', 1, 'N8', 6]] }]));
    const [failed] = await erp().sent(
      noticeMessage('ASN-8', [
        { licensePlate: 'N7-P1', lines: [['PO-N7', 1, 'N8', 1]] },
        {
          licensePlate: 'N7-P2',
          lines: [
            ['PO-N7', 9, 'N8', 1],
            ['PO-N7', 2, 'N8', 1],
            ['PO-N7', 1, 'N8', 1, { unit: 'barrel' }],
            ['PO-N7', 1, 'N8', 0.5],
            ['PO-N7', 1, 'N8', 1, { lot: 'L1' }],
            ['PO-N7', 1, 'N8', 1, { inventoryStatus: 'lost' }],
          ],
        },
      ]),
    );
    const lines = '/notice/shipments/0/licensePlates/1/lines';
    expect(failed.status).toBe('failed');
    expect(codesOf(failed)).toEqual([
      '/notice/shipments/0/licensePlates/0/licensePlate notice.plate_on_other_load',
      `${lines}/0/lineNumber notice.line_unknown`,
      `${lines}/1/item notice.line_other_item`,
      `${lines}/2/unit item.unit_unknown`,
      `${lines}/3/quantity quantity.too_precise`,
      `${lines}/4/lot order.lot_not_tracked`,
      `${lines}/5/inventoryStatus order.inventory_status_unknown`,
    ]);
    expect(await loadsOf('PO-N7')).toHaveLength(1);
  });

  test('an order on two shipments of one load is on the load once', async () => {
    await have('PO-N8', 'N10');
    const plate = (licensePlate: string) => ({ licensePlate, lines: [['PO-N8', 1, 'N10', 4] as const] });
    const shipments = [shipmentOf('S-A', [plate('N8-P1')]), shipmentOf('S-B', [plate('N8-P2')])];
    const [message] = await erp().sent(noticeMessage('ASN-9', [], { shipments }));
    expect(message.status).toBe('accepted');
    expect(await loadsOf('PO-N8')).toMatchObject([{ expected_base: 8 }]);
  });

  test('taking back what was never announced fails', async () => {
    const [failed] = await erp().sent(cancelNotice('ASN-NOWHERE'));
    expect(failed).toMatchObject({ status: 'failed', errors: [{ code: 'notice.unknown', pointer: '/notice/load' }] });
  });
});
