import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Erp, itemMessage, type LineOf, orderMessage } from '../support/erp.ts';

const one: readonly LineOf[] = [[1, 'A1', 1]];
const order = (more: object) => ({ ...orderMessage('bad', 'PO-BAD', one), ...more });
const withLine = (more: object) => orderMessage('bad', 'PO-BAD', [[1, 'A1', 1, more]]);
const lines = (count: number): LineOf[] => Array.from({ length: count }, (_, index) => [index + 1, 'A1', 1]);

onBothDatabases('a message that cannot be read', (app) => {
  const erp = () => new Erp(app());
  const nothingKept = async () => expect((await erp().get('/api/erp/messages')).body.items).toEqual([]);

  test.each<[what: string, body: unknown, code: string, faults: string[]]>([
    [
      'no lines',
      order({ order: { orderNumber: 'P', warehouse: 'EAST' } }),
      'message.lines_missing',
      ['/order/lines message.lines_missing'],
    ],
    [
      'an empty list of lines',
      orderMessage('bad', 'P', []),
      'message.lines_missing',
      ['/order/lines message.lines_missing'],
    ],
    [
      'no lines, and more that is wrong',
      order({ order: { orderNumber: 'P', warehouse: 'EAST', colour: 'red' } }),
      'message.lines_missing',
      ['/order/colour request.unknown_property', '/order/lines message.lines_missing'],
    ],
    [
      'lines that are null',
      orderMessage('bad', 'P', one, { lines: null }),
      'message.lines_missing',
      ['/order/lines message.lines_missing'],
    ],
    [
      'a line number twice',
      orderMessage('bad', 'P', [
        [1, 'A1', 1],
        [2, 'A1', 1],
        [1, 'A2', 1],
      ]),
      'message.line_number_repeated',
      ['/order/lines/2/lineNumber message.line_number_repeated'],
    ],
    [
      '5,001 lines',
      orderMessage('bad', 'P', lines(5001)),
      'message.too_many_lines',
      ['/order/lines message.too_many_lines'],
    ],
    [
      'a negative quantity',
      withLine({ quantity: -1 }),
      'request.invalid',
      ['/order/lines/0/quantity quantity.not_positive'],
    ],
    [
      'a quantity of nothing',
      withLine({ quantity: 0 }),
      'request.invalid',
      ['/order/lines/0/quantity quantity.not_positive'],
    ],
    [
      'seven decimals',
      withLine({ quantity: 0.1234567 }),
      'request.invalid',
      ['/order/lines/0/quantity quantity.too_precise'],
    ],
    [
      'a quantity as text',
      withLine({ quantity: '1' }),
      'request.invalid',
      ['/order/lines/0/quantity request.wrong_type'],
    ],
    [
      'an unknown member of a line',
      withLine({ colour: 'red' }),
      'request.invalid',
      ['/order/lines/0/colour request.unknown_property'],
    ],
    [
      'an unknown member',
      order({ sourceSystem: 'OTHER' }),
      'request.invalid',
      ['/sourceSystem request.unknown_property'],
    ],
    [
      'a NUL in a text',
      orderMessage('bad', 'P\u0000', one),
      'request.invalid',
      ['/order/orderNumber request.control_character'],
    ],
    [
      'a line break in a number',
      orderMessage('bad', 'P\n1', one),
      'request.invalid',
      ['/order/orderNumber request.control_character'],
    ],
    [
      'half an emoji',
      orderMessage('bad', 'P\ud83d', one),
      'request.invalid',
      ['/order/orderNumber request.control_character'],
    ],
    [
      'an id of 65 characters',
      orderMessage('x'.repeat(65), 'P', one),
      'request.invalid',
      ['/messageId request.too_big'],
    ],
    [
      'a date without an offset',
      orderMessage('bad', 'P', one, { plannedReceiptStart: '2026-03-02T06:00:00' }),
      'request.invalid',
      ['/order/plannedReceiptStart request.malformed'],
    ],
    [
      'a type that nobody sends here',
      order({ type: 'invoice' }),
      'message.type_not_supported',
      ['/type message.type_not_supported'],
    ],
    [
      'an operation nobody knows',
      order({ operation: 'delete' }),
      'request.invalid',
      ['/operation request.not_allowed'],
    ],
    [
      'nothing but an empty object',
      {},
      'request.invalid',
      ['/messageId request.missing', '/type request.missing', '/operation request.missing'],
    ],
    ['a number', 5, 'request.invalid', [' request.wrong_type']],
    ['an empty array', [], 'request.invalid', [' request.too_small']],
    [
      'an item with a unit twice',
      itemMessage('A1', { units: [{ unit: 'pcs', numerator: 1, denominator: 1 }] }),
      'message.unit_repeated',
      ['/item/units/0/unit message.unit_repeated'],
    ],
    [
      'a unit that is no fraction',
      itemMessage('A1', { units: [{ unit: 'case', numerator: 1.5, denominator: 0 }] }),
      'request.invalid',
      ['/item/units/0/numerator request.wrong_type', '/item/units/0/denominator request.too_small'],
    ],
    [
      'a prototype',
      '{"messageId":"p","type":"party","operation":"upsert","party":{"account":"a","kind":"supplier","name":"n","__proto__":{}}}',
      'request.invalid',
      ['/party/__proto__ request.unknown_property'],
    ],
    [
      'brackets without end',
      '['.repeat(4000) + ']'.repeat(4000),
      'request.invalid',
      ['/0 request.wrong_type', `${'/0'.repeat(33)} request.malformed`],
    ],
  ])('%s is refused at once', async (_, body, code, faults) => {
    const answer = await erp().post(body);
    expect([answer.status, answer.headers.get('content-type'), answer.body.code]).toEqual([
      422,
      'application/problem+json',
      code,
    ]);
    expect(answer.body.errors.map((each: { pointer: string; code: string }) => `${each.pointer} ${each.code}`)).toEqual(
      faults,
    );
    await nothingKept();
  });

  test('every fault of every message of an array is told at once, and none of them is kept', async () => {
    const answer = await erp().post([
      orderMessage('fine', 'PO-FINE', one),
      orderMessage(
        'bad',
        'PO-BAD',
        [
          [1, 'A1', -1],
          [1, 'A1', 0.1234567],
        ],
        { colour: 'red' },
      ),
      itemMessage('A1', { decimals: 7 }),
    ]);
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer).sort()).toEqual([
      '/1/order/colour',
      '/1/order/lines/0/quantity',
      '/1/order/lines/1/lineNumber',
      '/1/order/lines/1/quantity',
      '/2/item/decimals',
    ]);
    await nothingKept();
  });

  test.each<[what: string, body: unknown, headers: Record<string, string>, status: number, code: string]>([
    ['malformed JSON', '{"messageId": ', {}, 400, 'request.malformed_json'],
    ['a body of 6 MiB', JSON.stringify({ messageId: 'x'.repeat(6 * 1024 * 1024) }), {}, 413, 'request.too_large'],
    ['1,001 messages', Array.from({ length: 1001 }, () => ({})), {}, 413, 'message.too_many'],
    ['text', 'hello', { 'content-type': 'text/plain' }, 415, 'request.content_type'],
  ])('%s is not read', async (_, body, headers, status, code) => {
    const answer = await erp().call('POST', '/api/erp/messages', body, headers);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    await nothingKept();
  });

  test('5,000 lines are taken', async () => {
    const [, message] = await erp().sent(itemMessage('A1'), orderMessage('big', 'PO-BIG', lines(5000)));
    expect(message.status).toBe('accepted');
    expect((await erp().order('PO-BIG')).lines).toHaveLength(5000);
  });
});
