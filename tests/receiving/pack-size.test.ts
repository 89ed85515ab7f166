import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';

onBothDatabases('a case that holds another number while a device is offline', (app) => {
  let number = 0;

  /** What a handheld registered as 2 cases of 12, sent when the ERP has changed the units. */
  async function registered(units: readonly { unit: string; numerator: number; denominator: number }[], more: object) {
    number += 1;
    const item = `PACK-${number}`;
    const order = `PO-${item}`;
    await haveItems(app(), [{ number: item, units: [{ unit: 'case', numerator: 12, denominator: 1 }] }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item, quantity: 100 }] }]);
    const worker = await Device.signIn(app(), 'W-1001');
    const supervisor = await Device.signIn(app(), 'S-2001');
    const body = { order, item, quantity: 2, unit: 'case', licensePlate: `LP-${item}`, ...more };
    const command = worker.command('receiving.register', body);
    await haveItems(app(), [{ number: item, units }]);
    const [result] = await worker.send(command);
    const onPlate = async () => {
      const path = `/api/device/stock?licensePlate=LP-${item}`;
      const { body: found } = await app().call('GET', path, { as: worker.token });
      return found.items?.map(({ onHand }: { onHand: number }) => onHand) ?? [];
    };
    const decide = (action: string) =>
      supervisor.do('exceptions.resolve', { exception: command.id, action, reason: 'counted again' });
    return { item, result, onPlate, decide };
  }

  const tens = [{ unit: 'case', numerator: 10, denominator: 1 }];

  test('is kept for a supervisor with both numbers, and counts as it was counted once that is applied', async () => {
    const { item, result, onPlate, decide } = await registered(tens, { baseQuantity: 24 });
    expect(result).toMatchObject({
      outcome: 'held',
      problem: {
        code: 'item.conversion_changed',
        params: { item, quantity: 2, unit: 'case', baseUnit: 'pcs', counted: 24, now: 20 },
        detail: expect.stringMatching(/2 case of PACK-\d+ were 24 pcs; by now they are 20/),
      },
    });
    expect(await onPlate()).toEqual([]);
    expect(await decide('apply')).toMatchObject({ outcome: 'applied' });
    expect(await onPlate()).toEqual([24]);
  });

  test('books nothing where the supervisor dismisses it', async () => {
    const { onPlate, decide } = await registered(tens, { baseQuantity: 24 });
    expect(await decide('dismiss')).toMatchObject({ outcome: 'applied' });
    expect(await onPlate()).toEqual([]);
  });

  test('is kept as well where there is no such unit any more', async () => {
    const { result, onPlate, decide } = await registered([], { baseQuantity: 24 });
    expect(result).toMatchObject({ outcome: 'held', problem: { code: 'item.unit_unknown' } });
    expect(await decide('apply')).toMatchObject({ outcome: 'applied' });
    expect(await onPlate()).toEqual([24]);
  });

  test.each([
    [
      'a case that holds as many as before',
      [{ unit: 'case', numerator: 24, denominator: 2 }],
      { baseQuantity: 24 },
      [24],
    ],
    [
      'another unit that changed',
      [
        { unit: 'case', numerator: 12, denominator: 1 },
        { unit: 'pallet', numerator: 99, denominator: 1 },
      ],
      { baseQuantity: 24 },
      [24],
    ],
    ['a client that does not say what it took a case for', tens, {}, [20]],
  ])('%s is booked', async (_, units, more, onHand) => {
    const { result, onPlate } = await registered(units, more);
    expect(result).toMatchObject({ outcome: 'applied' });
    expect(await onPlate()).toEqual(onHand);
  });

  test.each([
    ['nothing', 0],
    ['less than nothing', -24],
  ])('cannot have been %s', async (_, baseQuantity) => {
    const { result } = await registered(tens, { baseQuantity });
    expect(result).toMatchObject({ outcome: 'refused', problem: { errors: [{ pointer: '/body/baseQuantity' }] } });
  });
});
