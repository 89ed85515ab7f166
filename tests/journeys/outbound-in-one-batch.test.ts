import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';

onBothDatabases('outbound work that was done without a network', (app) => {
  const erp = () => new Erp(app());

  function outcomes(results: { outcome: string; problem: { code: string } | null }[]) {
    return results.map(({ outcome, problem }) => (problem ? `${outcome} ${problem.code}` : outcome));
  }

  test('release, claim, pick, put, pack, load and confirm arrive as one batch, each naming what another made', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('BAT-1'), shipMessage('bat-1', 'BAT-SO-1', [[1, 'BAT-1', 2, { unit: 'case' }]]));
    await office.do('inventory.adjust', {
      location: 'A-01-02-1',
      item: 'BAT-1',
      quantity: 30,
      unit: 'pcs',
      reason: 'found',
    });
    const release = office.command('waves.release', { orders: ['BAT-SO-1'] });
    const work = `command:${release.id}`;
    const open = office.command('packing.open_carton', { shipment: work, cartonType: 'BOX-M' });
    const carton = `command:${open.id}`;
    const pick = { work, line: 1, location: 'A-01-02-1', item: 'BAT-1', quantity: 1, unit: 'case' };
    const commands = [
      release,
      office.command('picking.claim', { shipment: work }),
      office.command('picking.pick', pick),
      office.command('picking.pick', pick),
      office.command('picking.put', { work, location: 'PACK-01' }),
      open,
      office.command('packing.pack', { carton, item: 'BAT-1', quantity: 2, unit: 'case' }),
      office.command('packing.close_carton', { carton }),
      office.command('shipping.load', { load: work, carton }),
      office.command('shipping.confirm', { load: work }),
    ];
    // The numbers of the device in the order in which it made its commands.
    const batch = commands.map((command, index) => ({ ...command, sequence: index + 2 }));
    const results = await office.send(...batch);
    expect(outcomes(results)).toEqual(batch.map(() => 'applied'));
    expect(await wrongIn(app())).toEqual([]);
  });

  test('plates are named by the command that filled them: picked from, put down, loaded', async () => {
    const office = await Device.signIn(app(), 'S-2001');
    await erp().sent(itemMessage('BAT-2'), shipMessage('bat-2', 'BAT-SO-2', [[1, 'BAT-2', 4]]));
    const found = { location: 'A-01-03-2', item: 'BAT-2', quantity: 6, unit: 'pcs', reason: 'found' };
    const filled = office.unordered('inventory.adjust', { ...found, licensePlate: '003400000000000991' });
    const release = office.unordered('waves.release', { orders: ['BAT-SO-2'] });
    const work = `command:${release.id}`;
    const pick = office.unordered('picking.pick', {
      work,
      line: 1,
      location: 'A-01-03-2',
      item: 'BAT-2',
      quantity: 4,
      unit: 'pcs',
      licensePlate: `command:${filled.id}`,
      toLicensePlate: 'TOTE-BAT-2',
    });
    const tote = `command:${pick.id}`;
    const put = office.unordered('picking.put', { work, location: 'STAGE-01', licensePlate: tote });
    const load = office.unordered('shipping.load', { load: work, licensePlate: tote });
    expect(outcomes(await office.send(filled, release, pick, put, load))).toEqual(Array(5).fill('applied'));
  });

  test.each([
    ['taken over', 'held picking.not_yours', false],
    ['taken over and done', 'held picking.work_closed', true],
  ])('what was picked for work that another has %s meanwhile is kept for a person', async (_, outcome, isDone) => {
    const tag = isDone ? 'BAT-4' : 'BAT-3';
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    await erp().sent(itemMessage(tag), shipMessage(tag, `SO-${tag}`, [[1, tag, 2]]));
    await office.do('inventory.adjust', {
      location: 'A-01-04-1',
      item: tag,
      quantity: 9,
      unit: 'pcs',
      reason: 'found',
    });
    const { result: released } = await office.do('waves.release', { orders: [`SO-${tag}`] });
    const { work } = released.work[0];
    await floor.do('picking.claim', { work });
    const knownAt = await published(app());
    const pick = { work, line: 1, location: 'A-01-04-1', item: tag, quantity: 2, unit: 'pcs' };
    await office.do('picking.claim', { work, takeOver: true });
    if (isDone) {
      await office.do('picking.pick', pick);
      await office.do('picking.put', { work, location: 'STAGE-01' });
    }
    await published(app());
    const late = floor.command('picking.pick', pick, { knownAt });
    expect(outcomes(await floor.send(late))).toEqual([outcome]);
    const known = floor.command('picking.pick', pick, { knownAt: await published(app()) });
    expect(outcomes(await floor.send(known))).toEqual([outcome.replace('held', 'refused')]);
    expect(await wrongIn(app())).toEqual([]);
  });
});
