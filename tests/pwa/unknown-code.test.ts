import { describe, expect, test } from 'vitest';
import { type TestDevice, testDevice } from './device.ts';

const strange = 'SHELF-LABEL-7';

async function counting(): Promise<TestDevice> {
  const device = await testDevice();
  await device.runner.open('count');
  await device.scan('A-01-02-1', 'A0002');
  await device.runner.give({ kind: 'number', quantity: 7, unit: 'pcs' });
  return device;
}

const offered = async (device: TestDevice) => (await device.runner.view())?.unknownCode ?? null;
const reports = async (device: TestDevice) =>
  (await device.queue()).filter(({ command }) => command.type.startsWith('unknown_codes.'));

describe('a code that nothing has, in the middle of a task', () => {
  test('is set aside with a photo and where it was scanned; the worker goes on where he was', async () => {
    const device = await counting();
    const before = await device.asks();
    await device.scan(strange);
    expect([await offered(device), await device.asks()]).toEqual([strange, before]);
    const photo = '0192d0a0-0000-7000-8000-000000000001';
    await device.runner.setAside([photo]);
    expect([await offered(device), await device.asks(), device.said.at(-1)]).toEqual([
      ...[null, before, `${strange} is set aside`],
    ]);
    const [report] = await reports(device);
    expect(report?.command).toMatchObject({
      type: 'unknown_codes.report',
      body: { text: strange, flow: 'count', location: 'A-01-02-1', before: ['A-01-02-1', 'A0002'], photos: [photo] },
    });
  });

  test('what is scanned after it is told too, by the two next scans', async () => {
    const device = await counting();
    await device.scan(strange);
    await device.runner.setAside([]);
    await device.scan('A0002');
    await device.runner.give({ kind: 'number', quantity: 1, unit: 'pcs' });
    await device.scan('A0003', 'A0002');
    const [report, ...after] = await reports(device);
    expect(after.map(({ command }) => [command.type, command.causedBy, command.body])).toEqual([
      ['unknown_codes.add_after', report?.id, { report: `command:${report?.id}`, after: ['A0002'] }],
      ['unknown_codes.add_after', report?.id, { report: `command:${report?.id}`, after: ['A0003'] }],
    ]);
  });

  test('is not offered any more once the worker goes on with something else', async () => {
    const device = await counting();
    await device.scan(strange);
    await device.runner.give({ kind: 'action', name: 'done' });
    expect(await offered(device)).toBeNull();
    await device.scan(strange);
    await device.runner.open('receive');
    expect(await offered(device)).toBeNull();
  });

  test('is not offered any more once something else was scanned, nor what was scanned for something else', async () => {
    const device = await counting();
    await device.scan(strange, 'A0002');
    expect(await offered(device)).toBeNull();
    await device.runner.setAside([]);
    expect(await reports(device)).toEqual([]);
  });
});
