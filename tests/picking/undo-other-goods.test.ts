import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { verified } from '../support/verified.ts';

onBothDatabases('a pick of other goods than the work says that is taken back', (app) => {
  const place = 'A-01-02-1';
  let scenes = 0;

  /** Lots A and B on plates of their own at one place, and somebody on the way to one of them for five pieces. */
  async function twoPlates() {
    scenes += 1;
    const item = `UOG-${scenes}`;
    const office = await Device.signIn(app(), 'S-2001');
    const floor = await Device.signIn(app(), 'W-1001');
    const did = async (device: Device, type: string, body: object) => {
      const { id, outcome, problem, result } = await device.do(type, body);
      expect([type, outcome, problem]).toEqual([type, 'applied', null]);
      return { id, result };
    };
    const tracking = { lot: true, serial: false, expiry: false };
    await new Erp(app()).sent(itemMessage(item, { tracking }), itemMessage(`${item}-S`));
    for (const lot of ['A', 'B']) {
      const plate = { lot, licensePlate: `${item}-${lot}` };
      const found = { item, location: place, quantity: 12, unit: 'pcs', reason: 'found', ...plate };
      await did(office, 'inventory.adjust', found);
    }
    const release = async (order: string, quantity: number, more: object = {}) => {
      await new Erp(app()).sent(shipMessage(order, order, [[1, item, quantity, more]]));
      const { result } = await did(office, 'waves.release', { orders: [order] });
      return result.work[0];
    };
    const { work, lines } = await release(`${item}-SO`, 5, { substitutes: [`${item}-S`] });
    expect(lines).toMatchObject([{ lot: 'A', licensePlate: `${item}-A` }]);
    await did(floor, 'picking.claim', { work });
    const stop = { work, line: 1, location: place, item, quantity: 5, unit: 'pcs' };
    const told = { ...stop, lot: 'A', licensePlate: `${item}-A` };
    const other = { ...stop, lot: 'B', licensePlate: `${item}-B` };
    const undo = async (id: string) => {
      const { outcome, problem } = await floor.do('picking.undo', { pick: `command:${id}` });
      return problem ? `${outcome} ${problem.code}` : outcome;
    };
    return { item, office, floor, did, release, work, stop, told, other, undo };
  }

  async function stockOf(device: Device, item: string): Promise<string[]> {
    const { body } = await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token });
    return body.items.map((row: Record<string, unknown>) =>
      [row.location, row.licensePlate, row.lot, `${row.onHand} (${row.reserved})`].filter(Boolean).join(' '),
    );
  }

  const faults = async () => (await verified(app())).flatMap(({ faults: found }) => found);

  test('the work asks for what it asked for, and that is what is booked', async () => {
    const { item, floor, did, told, other, undo } = await twoPlates();
    const { id } = await did(floor, 'picking.pick', other);
    expect(await undo(id)).toBe('applied');
    expect(await stockOf(floor, item)).toEqual([`${place} ${item}-A A 12 (5)`, `${place} ${item}-B B 12 (0)`]);
    await did(floor, 'picking.pick', told);
    expect(await stockOf(floor, item)).toEqual([
      'HANDS-W-1001 A 5 (5)',
      `${place} ${item}-A A 7 (0)`,
      `${place} ${item}-B B 12 (0)`,
    ]);
    await did(floor, 'picking.put', { work: told.work, location: 'STAGE-01' });
    expect(await faults()).toEqual([]);
  });

  test('where another order was promised that meanwhile, the work asks for the others', async () => {
    const { item, floor, did, release, work, other, undo } = await twoPlates();
    const { id } = await did(floor, 'picking.pick', other);
    expect((await release(`${item}-SO-2`, 12)).lines).toMatchObject([{ lot: 'A', quantity: 12 }]);
    expect(await undo(id)).toBe('applied');
    const { result } = await did(floor, 'picking.claim', { work });
    expect(result.work[0].lines).toMatchObject([{ lot: 'B', licensePlate: `${item}-B`, quantity: 5 }]);
    await did(floor, 'picking.pick', other);
    await did(floor, 'picking.put', { work, location: 'STAGE-01' });
    expect(await faults()).toEqual([]);
  });

  test('a plate that was taken whole comes back whole, with its label', async () => {
    const { item, floor, did, release, undo } = await twoPlates();
    const { work, lines } = await release(`${item}-SO-3`, 12);
    const [{ lot, licensePlate }] = lines;
    const whole = { work, line: 1, location: place, item, quantity: 12, unit: 'pcs', lot, licensePlate };
    const { id } = await did(floor, 'picking.pick', whole);
    expect(await stockOf(floor, item)).toContain(`HANDS-W-1001 ${licensePlate} ${lot} 12 (12)`);
    expect(await undo(id)).toBe('applied');
    expect(await stockOf(floor, item)).toContain(`${place} ${licensePlate} ${lot} 12 (12)`);
    await did(floor, 'picking.pick', whole);
    await did(floor, 'picking.put', { work, location: 'STAGE-01' });
    expect(await faults()).toEqual([]);
  });

  test('a substitute goes back, and the order waits for what was ordered again', async () => {
    const { item, office, floor, did, release, stop, told, undo } = await twoPlates();
    const [instead, at] = [`${item}-S`, 'A-02-02-1'];
    const found = { item: instead, location: at, quantity: 5, unit: 'pcs', reason: 'found' };
    await did(office, 'inventory.adjust', found);
    const substitute = { ...stop, item: instead, location: at };
    const { id } = await did(floor, 'picking.substitute', substitute);
    expect(await stockOf(floor, item)).toContain(`${place} ${item}-A A 12 (0)`);
    expect(await undo(id)).toBe('applied');
    expect(await stockOf(floor, instead)).toEqual([`${at} 5 (0)`]);
    expect(await stockOf(floor, item)).toContain(`${place} ${item}-A A 12 (5)`);
    const again = await did(floor, 'picking.substitute', substitute);
    await release(`${item}-SO-4`, 12);
    await release(`${item}-SO-5`, 12);
    expect(await undo(again.id)).toBe('refused picking.original_taken');
    await did(floor, 'picking.put', { work: told.work, location: 'STAGE-01' });
    expect(await faults()).toEqual([]);
  });
});
