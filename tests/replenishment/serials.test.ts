import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import type { Device } from '../support/device.ts';
import { shipMessage } from '../support/erp.ts';
import { done, PickFaces, pickOf, said, stops, take } from '../support/pick-faces.ts';
import { published } from '../support/published.ts';

onBothDatabases(
  'pieces with serial numbers that go to a pick face',
  (app) => {
    let faces: PickFaces;
    let office: Device;
    let floor: Device;
    let forklift: Device;

    beforeAll(async () => {
      faces = await PickFaces.begin(app());
      ({ office, floor, forklift } = faces);
    });

    /** Six pieces on a plate in reserve. */
    async function scene() {
      const { item, face } = await faces.scene({}, { item: { tracking: { lot: false, serial: true, expiry: false } } });
      const serial = (number: number) => `${item}-S${number}`;
      const found = { item, unit: 'pcs', reason: 'found' };
      const plate = [1, 2, 3, 4, 5, 6].map(serial);
      const onPlate = { location: 'A-01-02-2', licensePlate: `LP-${item}` };
      await done(office, 'inventory.adjust', { ...found, ...onPlate, quantity: 6, serials: plate });
      const elsewhere = { location: 'A-01-03-2', quantity: 1, serials: [serial(7)] };
      const stockElsewhere = () => done(office, 'inventory.adjust', { ...found, ...elsewhere });
      const rowsOf = async () => {
        const { items } = (await app().call('GET', `/api/device/stock?item=${item}`, { as: office.token })).body;
        const rows = items as { location: string; serial: string; reserved: number }[];
        const told = rows.map(
          (row) => `${row.serial.replace(`${item}-`, '')} ${row.location}${row.reserved ? ' *' : ''}`,
        );
        return told.map((row) => row.replace(face, 'FACE').replace('A-01-02-2', 'RESERVE')).sort();
      };
      return { item, face, serial, stockElsewhere, serials: (...numbers: number[]) => numbers.map(serial), rowsOf };
    }

    test('are brought by their numbers, and picked at the face then', async () => {
      const { item, face, serials, rowsOf } = await scene();
      const { picks, fills } = await faces.released(item, 2, 1);
      expect(stops(picks)).toEqual([`${face} 2`, `${face} 1`]);
      expect(stops(fills)).toEqual(['A-01-02-2 3']);
      const [fill] = fills;
      await done(forklift, 'replenishment.pick', { ...take(fill, item, 3), serials: serials(1, 2, 3) });
      await done(forklift, 'replenishment.put', { work: fill?.work, location: face });
      expect(await rowsOf()).toEqual(['S1 FACE *', 'S2 FACE *', 'S3 FACE *', 'S4 RESERVE', 'S5 RESERVE', 'S6 RESERVE']);
      await done(floor, 'picking.pick', pickOf(picks[0], item, { serials: serials(1, 2) }));
      await done(floor, 'picking.pick', pickOf(picks[1], item, { serials: serials(3) }));
      await faces.booksBalance();
    });

    test('others of the plate are as good: who waits gets what is brought, and what stays is free', async () => {
      const { item, face, serials, rowsOf } = await scene();
      const { picks, fills } = await faces.released(item, 2);
      await done(forklift, 'replenishment.pick', { ...take(fills[0], item, 4), serials: serials(2, 4, 5, 6) });
      await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
      const rows = await rowsOf();
      expect(rows.map((row) => row.replace(' *', ''))).toEqual([
        ...['S1 RESERVE', 'S2 FACE', 'S3 RESERVE', 'S4 FACE', 'S5 FACE', 'S6 FACE'],
      ]);
      expect(rows.filter((row) => row.endsWith('*'))).toEqual(['S2 FACE *', 'S4 FACE *']);
      await done(floor, 'picking.pick', pickOf(picks[0], item, { serials: serials(2, 4) }));
      await faces.booksBalance();
    });

    test('one that an order asks for by its number is not replaced, and is picked where it stays', async () => {
      const { item, face, serial, serials } = await scene();
      await faces.erp.sent(shipMessage(`m-by-${item}`, `SO-BY-${item}`, [[1, item, 1, { serial: serial(5) }]]));
      const { work } = await done(office, 'waves.release', { orders: [`SO-BY-${item}`] });
      const [pick, fill] = work;
      expect([pick.lines[0].location, fill.type]).toEqual([face, 'replenish']);
      await done(forklift, 'replenishment.pick', { ...take(fill, item, 1), serials: serials(1) });
      await done(forklift, 'replenishment.put', { work: fill.work, location: face });
      expect(await faces.lineOf(pick.work)).toEqual(['A-01-02-2 1 open']);
      const there = { location: 'A-01-02-2', licensePlate: `LP-${item}`, serials: serials(5) };
      await done(floor, 'picking.pick', pickOf(pick, item, there));
      await faces.booksBalance();
    });

    test('all of the plate goes in one scan', async () => {
      const { item, face, rowsOf } = await scene();
      const { fills } = await faces.released(item, 2);
      const plate = { licensePlate: `LP-${item}` };
      await done(forklift, 'replenishment.pick', { ...take(fills[0], item, 6), ...plate });
      await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
      const rows = await rowsOf();
      expect(rows.filter((row) => row.includes('FACE'))).toHaveLength(6);
      expect(rows.filter((row) => row.endsWith('*'))).toHaveLength(2);
      await faces.booksBalance();
    });

    test('a plate of which an order wants all goes as it stands', async () => {
      const { item } = await scene();
      const { picks, fills } = await faces.released(item, 6);
      expect([stops(picks), fills]).toEqual([['A-01-02-2 6'], []]);
    });

    test('one that is not there is written off, and who waits for it is promised another', async () => {
      const { item, face, serials, rowsOf, stockElsewhere } = await scene();
      const { picks, fills } = await faces.released(item, 2);
      await stockElsewhere();
      const less = { ...take(fills[0], item, 1, { reason: 'not-there' }), serials: serials(1) };
      await done(forklift, 'replenishment.pick', less);
      await done(forklift, 'replenishment.put', { work: fills[0]?.work, location: face });
      expect(await rowsOf()).toEqual([
        ...['S1 FACE *', 'S3 RESERVE', 'S4 RESERVE', 'S5 RESERVE', 'S6 RESERVE', 'S7 A-01-03-2 *'],
      ]);
      expect(await faces.lineOf(picks[0]?.work ?? '')).toEqual([`${face} 1 open`, 'A-01-03-2 1 open']);
      await faces.booksBalance();
    });

    test.each([
      ['without their numbers', {}, 'refused picking.serials_required'],
      ['with too few numbers', { serials: [1] }, 'refused picking.serial_count'],
      ['with a number twice', { serials: [1, 1] }, 'refused picking.serial_count'],
      ['with one that does not stand there', { serials: [1, 9] }, 'refused picking.serial_missing'],
      ['with those of the plate', { serials: [3, 1] }, 'applied'],
    ])('%s: %o', async (_, { serials: numbers }: { serials?: readonly number[] }, outcome) => {
      const { item, serials } = await scene();
      const { fills } = await faces.released(item, 2);
      const named = numbers && { serials: serials(...numbers) };
      expect(await said(forklift, 'replenishment.pick', { ...take(fills[0], item, 2), ...named })).toBe(outcome);
    });

    test('somebody sees that the face runs empty: what stands together is brought', async () => {
      const { item, face, serials, rowsOf } = await scene();
      const { work } = await done(office, 'replenishment.request', { item, location: face });
      expect(await faces.lineOf(work)).toEqual(['A-01-02-2 6 open']);
      await done(forklift, 'picking.claim', { work });
      await published(app());
      const some = { work, location: 'A-01-02-2', item, unit: 'pcs', quantity: 2, reason: 'other' };
      await done(forklift, 'replenishment.pick', { ...some, serials: serials(5, 6) });
      await done(forklift, 'replenishment.put', { work, location: face });
      expect((await rowsOf()).filter((row) => row.includes('FACE'))).toEqual(['S5 FACE', 'S6 FACE']);
      await faces.booksBalance();
    });
  },
  { restMs: 50 },
);
