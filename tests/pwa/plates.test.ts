import { describe, expect, test } from 'vitest';
import { ssccOf } from '#shared/scan/sscc.ts';
import { readMeta, writeMeta } from '../../pwa/store/database.ts';
import { nextPlate, takePlateRange } from '../../pwa/store/plates.ts';
import { startSync } from '../../pwa/store/sync.ts';
import { queue, rig } from './scripted-server.ts';

const options = { onChange: () => {} };

describe('the numbers of licence plates', () => {
  test('are renewed while there are some left, and the new ones follow the old', async () => {
    const { environment, database, server } = await rig();
    await writeMeta(database, 'plates', { next: 598, to: 599 });
    server.plates = { from: 9000, to: 9999 };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    const asked = environment.requests.find(({ path }) => path === '/api/device/license-plates');
    expect(asked?.body).toEqual({ after: 599 });
    const given: (string | null)[] = [];
    for (let count = 0; count < 3; count += 1) {
      given.push(nextPlate(await readMeta(database, 'plates')));
      await queue({ environment, database }, 'a plate', { takesPlate: true });
    }
    expect(given).toEqual([ssccOf(598), ssccOf(599), ssccOf(9000)]);
    sync.stop();
  });

  test('are asked for once, and again only where no answer came', async () => {
    const { environment, database, server } = await rig();
    await writeMeta(database, 'plates', { next: 500, to: 599 });
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    const asks = () => environment.requests.filter(({ path }) => path === '/api/device/license-plates').length;
    expect(asks()).toBe(1);
    server.plates = { from: 9000, to: 9999 };
    await environment.pass(31_000);
    expect(asks()).toBe(2);
    await environment.pass(120_000);
    expect(asks()).toBe(2);
    sync.stop();
  });

  test('that begin with another company prefix by now replace what is left of the old ones', async () => {
    const { database } = await rig();
    await writeMeta(database, 'plates', { next: 10, to: 599 });
    await takePlateRange(database, { from: 1, to: 10_000, companyPrefix: '4012345' });
    expect(nextPlate(await readMeta(database, 'plates'))).toBe(ssccOf(1, '4012345'));
    await takePlateRange(database, { from: 10_001, to: 20_000, companyPrefix: '4012345' });
    expect(nextPlate(await readMeta(database, 'plates'))).toBe(ssccOf(1, '4012345'));
    await takePlateRange(database, { from: 0, to: 0, companyPrefix: null });
    expect(nextPlate(await readMeta(database, 'plates'))).toBe(ssccOf(1, '4012345'));
  });

  test('that were used up without a network go on when it is back', async () => {
    const { environment, database, server } = await rig();
    await writeMeta(database, 'plates', { next: 599, to: 599 });
    await queue({ environment, database }, 'the last one', { takesPlate: true });
    expect(nextPlate(await readMeta(database, 'plates'))).toBeNull();
    server.plates = { from: 9000, to: 9999 };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    expect(nextPlate(await readMeta(database, 'plates'))).toBe(ssccOf(9000));
    sync.stop();
  });
});
