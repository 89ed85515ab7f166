import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onBothDatabases, openTestApp, type TestApp } from '../support/app.ts';
import { cancelMessage, Erp, itemMessage, orderMessage } from '../support/erp.ts';

const orders = ['R-1', 'R-2', 'R-3'];
const words = [
  ...[3, 5, 8].map((quantity) => (id: string, order: string) => orderMessage(id, order, [[1, 'A1', quantity]])),
  (id: string, order: string) =>
    orderMessage(id, order, [
      [1, 'A1', 2],
      [2, 'A1', 4],
    ]),
  (id: string, order: string) => orderMessage(id, order, [[1, 'A1', 1, { unit: 'pallet' }]]),
  (id: string, order: string) => orderMessage(id, order, [[1, 'NEVER', 1]]),
  (id: string, order: string) => cancelMessage(id, order),
];

/** What an ERP says, one word after the other; and which of the words so far it repeats after each. */
const talk = fc.array(
  fc.record({
    order: fc.constantFrom(...orders),
    word: fc.nat(words.length - 1),
    repeats: fc.array(fc.nat(20), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** Posts everything, each followed by its repeats, all without waiting for anything to be carried out. */
async function told(
  app: TestApp,
  prefix: string,
  said: { order: string; word: number; repeats: readonly number[] }[],
  repeat: boolean,
) {
  const erp = new Erp(app);
  const messages = said.map(({ order, word }, index) => words[word]?.(`${prefix}-m-${index}`, `${prefix}-${order}`));
  for (const [index, message] of messages.entries()) {
    await erp.post(message);
    const again = repeat ? (said[index]?.repeats ?? []) : [];
    const answers = await Promise.all(again.map((nth) => erp.post(messages[nth % (index + 1)])));
    expect(answers.every(({ status }) => status === 202)).toBe(true);
  }
  for (const [index] of messages.entries()) await erp.settled(`${prefix}-m-${index}`);
  const states = [];
  for (const [index] of messages.entries()) states.push((await erp.settled(`${prefix}-m-${index}`)).status);
  const outcome = [];
  for (const order of orders) {
    const { status, lines } = await erp.order(`${prefix}-${order}`);
    const shown = lines?.map((line: { lineNumber: number; orderedQuantity: number }) => [
      line.lineNumber,
      line.orderedQuantity,
    ]);
    outcome.push([order, status, shown]);
  }
  return { states, outcome };
}

onBothDatabases('repeated messages', (app) => {
  test('whatever is sent again, in whatever order, the orders are those of sending everything once', async () => {
    const once = await openTestApp(app().dialect);
    try {
      await new Erp(once).sent(itemMessage('A1'));
      await new Erp(app()).sent(itemMessage('A1'));
      let run = 0;
      await fc.assert(
        fc.asyncProperty(talk, async (said) => {
          run += 1;
          expect(await told(app(), `T${run}`, said, true)).toEqual(await told(once, `T${run}`, said, false));
        }),
        { numRuns: 7 },
      );
    } finally {
      await once.close();
    }
  });
});
