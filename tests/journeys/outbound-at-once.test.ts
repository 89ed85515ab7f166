import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { cancelShipMessage, Erp, itemMessage, shipMessage } from '../support/erp.ts';

onBothDatabases('at the same moment', (app) => {
  const erp = () => new Erp(app());

  async function found(office: Device, item: string, quantity: number) {
    const goods = { location: 'A-01-02-1', item, quantity, unit: 'pcs', reason: 'found' };
    await office.send(office.unordered('inventory.adjust', goods));
  }

  test('orders that want goods on arrival get each unit once, and none keeps another from arriving', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('AT-1'), itemMessage('AT-2'));
    for (const item of ['AT-1', 'AT-2']) await found(office, item, 5);
    const messages = Array.from({ length: 16 }, (_, index) => {
      const items = index % 2 === 0 ? ['AT-1', 'AT-2'] : ['AT-2', 'AT-1'];
      const lines = items.map((item, at) => [at + 1, item, 1] as const);
      return shipMessage(`at-1-${index}`, `AT-SO-1-${index}`, lines, { reservationAtImport: 'full' });
    });
    await Promise.all(messages.map((message) => erp().post(message)));
    const settled = await Promise.all(messages.map(({ messageId }) => erp().settled(messageId)));
    const statuses = settled.map(({ status, errors }) => errors[0]?.code ?? status).sort();
    expect(statuses).toEqual([...Array(5).fill('accepted'), ...Array(11).fill('order.cannot_reserve')]);
    expect(await wrongIn(app())).toEqual([]);
  });

  test.each(['cancels', 'asks for less than is picked'])(
    'an ERP %s while a worker picks: one of both is told no',
    async (what) => {
      const isCancel = what === 'cancels';
      const tag = isCancel ? 'AT-3' : 'AT-4';
      const office = await Device.signIn(app(), 'S-2001');
      await erp().sent(itemMessage(tag));
      await found(office, tag, 40);
      const numbers = Array.from({ length: 8 }, (_, index) => `${tag}-SO-${index}`);
      await erp().sent(...numbers.map((number) => shipMessage(`${number}-1`, number, [[1, tag, 4]])));
      const [{ result: released }] = await office.send(office.unordered('waves.release', { orders: numbers }));
      const outcomes = await Promise.all(
        numbers.map(async (number) => {
          const { work } = released.work.find(({ order }: { order: string }) => order === number);
          const pick = { work, line: 1, location: 'A-01-02-1', item: tag, quantity: 2, unit: 'pcs' };
          const message = isCancel
            ? cancelShipMessage(`${number}-2`, number)
            : shipMessage(`${number}-2`, number, [[1, tag, 1]]);
          const [[told], [picked]] = await Promise.all([
            erp().sent(message),
            office.send(office.unordered('picking.pick', pick)),
          ]);
          return [told.status === 'accepted', picked.outcome === 'applied'];
        }),
      );
      expect(outcomes.map(([isAccepted, isPicked]) => isAccepted !== isPicked)).toEqual(numbers.map(() => true));
      expect(await wrongIn(app())).toEqual([]);
    },
  );

  test('two workers on one line: one has the goods, the other is told who, and none is taken twice', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    await erp().sent(itemMessage('AT-5'));
    await found(office, 'AT-5', 24);
    const numbers = Array.from({ length: 8 }, (_, index) => `AT-SO-5-${index}`);
    await erp().sent(...numbers.map((number) => shipMessage(number, number, [[1, 'AT-5', 3]])));
    const [{ result: released }] = await office.send(office.unordered('waves.release', { orders: numbers }));
    const told = await Promise.all(
      released.work.map(async ({ work }: { work: string }) => {
        const pick = { work, line: 1, location: 'A-01-02-1', item: 'AT-5', quantity: 3, unit: 'pcs' };
        const both = await Promise.all(
          [office, floor].map((worker) => worker.send(worker.unordered('picking.pick', pick))),
        );
        return both.map(([one]) => one.problem?.code ?? one.outcome).sort();
      }),
    );
    expect(told).toEqual(numbers.map(() => ['applied', 'picking.not_yours']));
    expect(await wrongIn(app())).toEqual([]);
  });

  test('two supervisors releasing one order: it is released once, and both see the same work', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('AT-6'));
    await found(office, 'AT-6', 40);
    const numbers = Array.from({ length: 8 }, (_, index) => `AT-SO-6-${index}`);
    await erp().sent(...numbers.map((number) => shipMessage(number, number, [[1, 'AT-6', 4]])));
    for (const order of numbers) {
      const release = () => office.send(office.unordered('waves.release', { orders: [order] }));
      const answers = await Promise.all([release(), release()]);
      const works = answers.map(([one]) => one.result.work.map(({ work }: { work: string }) => work));
      expect(works[0]).toEqual(works[1]);
      expect(await erp().order(order)).toMatchObject({ lines: [{ releasedQuantity: 4 }], shipments: [{}] });
    }
    expect(await wrongIn(app())).toEqual([]);
  });

  test('two supervisors confirming one shipment: it leaves once, with one slip', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('AT-7'));
    await found(office, 'AT-7', 12);
    const numbers = Array.from({ length: 6 }, (_, index) => `AT-SO-7-${index}`);
    await erp().sent(...numbers.map((number) => shipMessage(number, number, [[1, 'AT-7', 2]])));
    const [{ result: released }] = await office.send(office.unordered('waves.release', { orders: numbers }));
    for (const { work, shipment } of released.work) {
      const pick = { work, line: 1, location: 'A-01-02-1', item: 'AT-7', quantity: 2, unit: 'pcs' };
      await office.do('picking.pick', pick);
      await office.do('picking.put', { work, location: 'STAGE-01' });
      const confirm = () => office.send(office.unordered('shipping.confirm', { shipment }));
      const answers = await Promise.all([confirm(), confirm()]);
      expect(answers.map(([one]) => one.problem?.code ?? one.outcome).sort()).toEqual([
        'applied',
        'shipping.already_confirmed',
      ]);
    }
    expect(await wrongIn(app())).toEqual([]);
  });

  test('a short pick while the ERP takes the order back: one outcome, and nobody is promised what is not there', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('AT-8'));
    await found(office, 'AT-8', 24);
    const numbers = Array.from({ length: 6 }, (_, index) => `AT-SO-8-${index}`);
    await erp().sent(...numbers.map((number) => shipMessage(number, number, [[1, 'AT-8', 4]])));
    const [{ result: released }] = await office.send(office.unordered('waves.release', { orders: numbers }));
    const outcomes = await Promise.all(
      released.work.map(async ({ work, order }: { work: string; order: string }) => {
        const stop = { work, line: 1, location: 'A-01-02-1', item: 'AT-8', unit: 'pcs' };
        const short = office.unordered('picking.short_pick', { ...stop, quantity: 0, reason: 'other' });
        const [[message], [picked]] = await Promise.all([
          erp().sent(cancelShipMessage(`${order}-2`, order)),
          office.send(short),
        ]);
        return [message.status, picked.problem?.code ?? picked.outcome];
      }),
    );
    for (const [message, picked] of outcomes) {
      expect(message).toBe('accepted');
      expect(['applied', 'picking.work_cancelled', 'picking.line_cancelled']).toContain(picked);
    }
    expect(await wrongIn(app())).toEqual([]);
  });
});
