import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readTray } from '../../pwa/engine/tray.ts';
import { flows } from '../../pwa/flows.ts';
import { answerLast } from './answered-case.ts';
import { type TestDevice, testDevice } from './device.ts';

const plate = ssccOf(91);
const says = (quantity: number) => ({ kind: 'number', quantity, unit: 'pcs' }) as const;
const press = (name: string) => ({ kind: 'action', name }) as const;
const choose = (key: string) => ({ kind: 'choice', key }) as const;

async function returning(...codes: readonly string[]): Promise<TestDevice> {
  const device = await testDevice();
  await device.runner.open('return');
  await device.scan(...codes);
  return device;
}

describe('goods that come back on a handheld, without a network', () => {
  test('by the return number on our label: item, how many, what becomes of it, plate', async () => {
    const device = await returning('ret-sh-12', 'A0002');
    await device.runner.give(says(2));
    expect(await device.asks()).toBe('What becomes of it?');
    await device.runner.give(choose('restock'));
    await device.scan(plate);
    expect(await device.bodies()).toEqual([
      {
        ...{ returnId: 'RET-SH-12', sourceSystem: 'DEMO', item: 'A0002', quantity: 2, unit: 'pcs' },
        ...{ disposition: 'restock', licensePlate: plate },
      },
    ]);
    // The next item of the same return; what is in waits to be put away.
    expect(await device.asks()).toBe('Scan the item that came back');
    await device.runner.open('put-away');
    await device.scan(plate);
    expect(await device.asks()).not.toBe('Scan the goods to put away');
  });

  test('blind: the item alone is enough, and a photo goes with what is not good as new', async () => {
    const device = await returning('A0002');
    await device.runner.give(says(1));
    await device.runner.give(choose('quarantine'));
    expect(await device.asks()).toBe('Take photos of it');
    await device.runner.give({ kind: 'photo', photo: '0192d0a0-0000-7000-8000-000000000001' });
    await device.runner.give(press('done'));
    await device.runner.give(press('newPlate'));
    expect(await device.bodies()).toMatchObject([
      {
        ...{ item: 'A0002', quantity: 1, disposition: 'quarantine', licensePlate: ssccOf(500) },
        photos: ['0192d0a0-0000-7000-8000-000000000001'],
      },
    ]);
  });

  test('what is scrapped needs no plate', async () => {
    const device = await returning('A0002');
    await device.runner.give(says(1));
    await device.runner.give(choose('scrap'));
    await device.runner.give(press('withoutPhoto'));
    expect(await device.bodies()).toMatchObject([{ disposition: 'scrap', licensePlate: null }]);
    expect(device.said.at(-1)).toBe('1 pcs A0002 · Salt 500 g are back');
  });

  test('each serial number is scanned', async () => {
    const device = await returning('A0003');
    await device.runner.give(says(2));
    await device.scan('SN-1', 'SN-1');
    expect(device.said.at(-1)).toContain('SN-1 is scanned already');
    await device.scan('SN-2');
    await device.runner.give(choose('restock'));
    await device.runner.give(press('noPlate'));
    expect(await device.bodies()).toMatchObject([{ serials: ['SN-1', 'SN-2'], licensePlate: null }]);
  });

  test.each([
    ['RET-SH-12', { returnId: 'RET-SH-12' }],
    ['PS-00000003', { returnId: 'PS-00000003' }],
    ['SO-2001', { order: 'SO-2001' }],
  ])('the number %s is typed', async (typed, named) => {
    const device = await returning();
    await device.runner.give({ kind: 'text', text: typed });
    await device.scan('A0002');
    await device.runner.give(says(1));
    await device.runner.give(choose('restock'));
    await device.runner.give(press('newPlate'));
    expect(await device.bodies()).toMatchObject([named]);
  });

  test('the carton that came back names what it had left with', async () => {
    const device = await returning(plate, 'A0002');
    await device.runner.give(says(1));
    await device.runner.give(choose('restock'));
    await device.runner.give(press('newPlate'));
    expect(await device.bodies()).toMatchObject([{ returnId: plate }]);
  });

  test('what the server refuses as too late is passed on to a second person as it was', async () => {
    const device = await returning('RET-SH-12', 'A0002');
    await device.runner.give(says(2));
    await device.runner.give(choose('restock'));
    await device.runner.give(press('noPlate'));
    await answerLast(device, 'refused', { code: 'returns.not_taken', params: { item: 'A0002' } });
    expect(await readTray(device.database, device.things, flows)).toMatchObject([{ canMend: false }]);
    const params = { item: 'A0002', shippedOn: '2026-02-01', daysAgo: 30, days: 14 };
    const { sequence } = await answerLast(device, 'refused', { code: 'returns.too_late', params });
    expect(await readTray(device.database, device.things, flows)).toMatchObject([{ canMend: true }]);
    await device.runner.mend(sequence);
    expect(await device.asks()).toBe('Too late. Take it back?');
    await device.runner.give(press('confirm'));
    const [refused, asked] = await device.bodies();
    expect(asked).toEqual(Object.assign({}, refused, { askIfLate: true }));
    expect(await readTray(device.database, device.things, flows)).toEqual([]);
    expect(await device.asks()).toBe('Scan the item that came back');
  });
});
