import { describe, expect, test } from 'vitest';
import { startSync } from '../../pwa/store/sync.ts';
import { line, shipment, work } from './outbound-things.ts';
import { noChanges, rig } from './scripted-server.ts';
import { changes, flour, lineThing, order, plateThing, salt } from './things.ts';

const options = { onChange: () => {} };

describe('an item that is called differently', () => {
  test('is called so on all that the device has of it', async () => {
    const { environment, database, server } = await rig();
    const plate = plateThing('P1', 'DOCK-01', salt, 8);
    const putAway = { work: 'W1', type: 'putaway', status: 'open', licensePlate: null, item: salt.key };
    const loose = { ...putAway, fromLocation: 'DOCK-01', toLocation: null, command: 'c', loose: plate.contents };
    const unreleased = { order: 'DEMO:SO-1', orderNumber: 'SO-1', ...line(2, salt, ''), restBase: 5 };
    server.changes = {
      ...noChanges(4),
      items: changes(
        ['item', salt.key, salt],
        ['inboundOrder', 'DEMO:PO-1', order('PO-1', [lineThing(1, salt, 5), lineThing(2, flour, 5)])],
        ['licensePlate', 'P1', plate],
        ['work', 'W1', loose],
        ['pickWork', 'WK-1', work('WK-1', [line(1, salt, 'A-01-01-1'), line(2, flour, 'A-01-02-1')])],
        ['shipment', 'SH-1', shipment('SH-1', ['WK-1'], { unreleased: { count: 1, lines: [unreleased] } })],
        ['countWork', 'CW-1', { work: 'CW-1', location: null, item: salt.key, description: salt.description }],
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
    expect(await stored('pickWork', 'WK-1')).toMatchObject({
      lines: [{ description: 'Sea salt' }, { description: flour.description }],
    });
    expect(await stored('shipment', 'SH-1')).toMatchObject({ unreleased: { lines: [{ description: 'Sea salt' }] } });
    expect(await stored('countWork', 'CW-1')).toMatchObject({ description: 'Sea salt' });
    sync.stop();
  });

  const ten = [{ unit: 'box', numerator: 10, denominator: 1 }];

  test.each<[what: string, units: typeof ten, unit: string, numerator: number]>([
    ['holds as many as it does now', ten, 'box', 10],
    ['that there is no more gives way to the base unit', [], 'pcs', 1],
  ])('a unit in which it is picked %s', async (_, units, unit, numerator) => {
    const { environment, database, server } = await rig();
    const boxed = { ...salt, units: [{ unit: 'box', numerator: 12, denominator: 1 }] };
    const inBoxes = line(1, boxed, 'A-01-01-1', { unit: 'box', unitFraction: { numerator: 12, denominator: 1 } });
    const items = changes(['item', salt.key, boxed], ['pickWork', 'WK-1', work('WK-1', [inBoxes])]);
    server.changes = { ...noChanges(4), items };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    server.changes = { ...noChanges(5), items: changes(['item', salt.key, { ...salt, units }]) };
    environment.hint();
    await environment.pass(100);
    expect((await database.get('things', ['pickWork', 'WK-1']))?.value).toMatchObject({
      lines: [{ unit, unitFraction: { numerator, denominator: 1 } }],
    });
    sync.stop();
  });
});
