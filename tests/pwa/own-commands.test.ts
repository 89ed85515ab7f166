import { describe, expect, test, vi } from 'vitest';
import type { InboundOrderThing } from '#shared/ledger/thing.ts';
import { ssccOf } from '#shared/scan/sscc.ts';
import { settleBefore, storeResults } from '../../pwa/store/queue.ts';
import { applyPage, cursorFor } from '../../pwa/store/snapshot.ts';
import { type TestDevice, testDevice } from './device.ts';
import { changes, plateThing, salt } from './things.ts';

const plate = ssccOf(7);

/** Four of line 2 registered on a plate, not sent yet. */
async function registered(): Promise<TestDevice> {
  const device = await testDevice();
  await device.runner.open('receive');
  await device.scan('PO-1001', 'A0002');
  await device.runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
  await device.scan(`]C100${plate}`);
  return device;
}

async function answer(device: TestDevice, outcome: 'applied' | 'refused' | 'held'): Promise<void> {
  const [queued] = await device.queue();
  const result = { id: queued?.id ?? '', outcome, result: null, problem: null };
  await storeResults(device.database, [result], device.environment.clock.now());
  await device.things.refresh();
}

/** The server's news arrive: the order with the registration, and the plate. */
async function news(device: TestDevice): Promise<void> {
  const [queued] = await device.queue();
  const order = (await device.database.get('things', ['inboundOrder', 'DEMO:PO-1001']))?.value as InboundOrderThing;
  const registrations = [{ commands: [queued?.id ?? ''], line: 2, quantityBase: 4 }];
  const items = changes(
    ['inboundOrder', order.key, { ...order, registrations }],
    ['licensePlate', plate, plateThing(plate, 'DOCK-01', salt, 4)],
  );
  await applyPage(device.database, await cursorFor(device.database, 'EAST'), {
    ...{ items, next: 99, hasMore: false, reset: false },
  });
}

async function known(device: TestDevice) {
  const order = await device.things.thing('inboundOrder', 'DEMO:PO-1001');
  const onPlate = await device.things.thing('licensePlate', plate);
  return {
    registered: order?.registrations.reduce((sum, each) => sum + each.quantityBase, 0),
    onPlate: onPlate?.contents.reduce((sum, each) => sum + each.quantityBase, 0),
  };
}

describe('what the device did itself counts once', () => {
  test('while it waits to be sent', async () => {
    expect(await known(await registered())).toEqual({ registered: 4, onPlate: 4 });
  });

  test('after the answer, before the news', async () => {
    const device = await registered();
    await answer(device, 'applied');
    expect(await known(device)).toEqual({ registered: 4, onPlate: 4 });
  });

  test('after answer and news', async () => {
    const device = await registered();
    await answer(device, 'applied');
    await news(device);
    expect(await known(device)).toEqual({ registered: 4, onPlate: 4 });
  });

  test('when the news come before the answer that was lost, the order is exact', async () => {
    const device = await registered();
    await news(device);
    expect((await known(device)).registered).toBe(4);
  });

  test('not at all once it was refused', async () => {
    const device = await registered();
    await answer(device, 'refused');
    expect(await known(device)).toEqual({ registered: 0, onPlate: undefined });
  });

  test('no more once a pull that began a second after the answer has come', async () => {
    const device = await registered();
    await answer(device, 'applied');
    const answeredAt = device.environment.clock.now();
    expect(await settleBefore(device.database, answeredAt + 900)).toBe(0);
    expect(await settleBefore(device.database, answeredAt + 1100)).toBe(1);
    await device.things.refresh();
    expect(await known(device)).toEqual({ registered: 0, onPlate: undefined });
  });
});

describe('while the worker does not see yet what is told', () => {
  test('the command is stored already, and is sent only then', async () => {
    const device = await testDevice();
    const [seen, queuedWhenTold, kicked] = [Promise.withResolvers<void>(), [] as number[], vi.fn()];
    const runner = await device.another({
      onQueued: kicked,
      onTurn: async ({ command }) => {
        if (command === null) return;
        queuedWhenTold.push((await device.queue()).length);
        await seen.promise;
      },
    });
    await runner.open('receive');
    for (const text of ['PO-1001', 'A0002']) await runner.scan({ text, source: 'wedge', at: 0 });
    await runner.give({ kind: 'number', quantity: 4, unit: 'pcs' });
    const booked = runner.scan({ text: `]C100${plate}`, source: 'wedge', at: 0 });
    await expect.poll(() => queuedWhenTold).toEqual([1]);
    expect(kicked).not.toHaveBeenCalled();
    seen.resolve();
    await booked;
    expect(kicked).toHaveBeenCalled();
  });
});

test('a scan is judged by what the device did itself a moment ago, also where the screen has not shown it yet', async () => {
  const device = await registered();
  await device.asks();
  await device.scan('A0002');
  await device.asks();
  const [register] = await device.queue();
  await device.runner.undo(register?.id ?? '');
  await device.runner.give({ kind: 'number', quantity: 10, unit: 'pcs' });
  expect(await device.asks()).toBe('Scan the licence plate');
});
