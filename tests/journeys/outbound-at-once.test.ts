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
});
