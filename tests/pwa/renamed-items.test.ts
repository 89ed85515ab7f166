import { describe, expect, test } from 'vitest';
import { startSync } from '../../pwa/store/sync.ts';
import { noChanges, rig } from './scripted-server.ts';
import { changes, flour, lineThing, order, plateThing, salt } from './things.ts';

const options = { onChange: () => {} };

describe('an item that is called differently', () => {
  test('is called so on orders, plates and loose goods that the device has', async () => {
    const { environment, database, server } = await rig();
    const plate = plateThing('P1', 'DOCK-01', salt, 8);
    const work = { work: 'W1', type: 'putaway', status: 'open', licensePlate: null, item: salt.key };
    const loose = { ...work, fromLocation: 'DOCK-01', toLocation: null, command: 'c', loose: plate.contents };
    server.changes = {
      ...noChanges(4),
      items: changes(
        ['item', salt.key, salt],
        ['inboundOrder', 'DEMO:PO-1', order('PO-1', [lineThing(1, salt, 5), lineThing(2, flour, 5)])],
        ['licensePlate', 'P1', plate],
        ['work', 'W1', loose],
      ),
    };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    server.changes = { ...noChanges(5), items: changes(['item', salt.key, { ...salt, description: 'Sea salt' }]) };
    environment.hint();
    await environment.pass(100);
    const stored = async (kind: string, key: string) => (await database.get('things', [kind, key]))?.value;
    expect(await stored('inboundOrder', 'DEMO:PO-1')).toMatchObject({
      lines: [{ description: 'Sea salt' }, { description: flour.description }],
    });
    expect(await stored('licensePlate', 'P1')).toMatchObject({ contents: [{ description: 'Sea salt' }] });
    expect(await stored('work', 'W1')).toMatchObject({ loose: [{ description: 'Sea salt' }] });
    sync.stop();
  });
});
