import { describe, expect, test } from 'vitest';
import { systemClock } from '../../api/platform/clock.ts';
import { atConsole } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { haveItems, haveSourceSystem } from '../support/orders.ts';
import { published } from '../support/published.ts';
import { shipGoods } from '../support/shipped-goods.ts';

/** Time runs on, and jumps ahead where a day is to pass. */
let later = 0;
const clock = { ...systemClock, now: () => systemClock.now() + later };

onBothDatabases(
  'adjusting stock',
  (app) => {
    let number = 0;

    async function itemOf(item: object = {}) {
      number += 1;
      await haveItems(app(), [{ number: `J${number}`, unitCost: 1, ...item }]);
      return { device: await Device.signIn(app(), 'W-1001'), item: `J${number}` };
    }

    function adjust(device: Device, item: string, quantity: number, extra: object = {}) {
      const body = { location: 'A-01-01-1', item, quantity, unit: 'pcs', reason: 'found', ...extra };
      return device.do('inventory.adjust', body);
    }

    async function stock(device: Device, item: string) {
      return (await app().call('GET', `/api/device/stock?item=${item}`, { as: device.token })).body.items;
    }

    test('goods that were found are stock at once, and a journal tells the ERP the difference', async () => {
      const { device, item } = await itemOf();
      await adjust(device, item, 5);
      const { outcome, result } = await adjust(device, item, -2, { reason: 'damaged' });
      expect([outcome, result]).toEqual(['applied', { journal: expect.stringMatching(/^CJ-\d{8}$/) }]);
      expect(await stock(device, item)).toMatchObject([
        { location: 'A-01-01-1', onHand: 3, available: 3, licensePlate: null },
      ]);
      const journal = await app().call('GET', `/api/erp/counting-journals/${result.journal}`, { as: 'demo-erp-key' });
      expect(journal.body).toMatchObject({
        documentNumber: result.journal,
        version: 1,
        active: true,
        quantityChannel: true,
        lines: [
          {
            item,
            location: 'A-01-01-1',
            licensePlate: null,
            lot: null,
            difference: -2,
            unit: 'pcs',
            reason: 'damaged',
          },
        ],
      });
      await published(app());
      const { body } = await app().call('GET', '/api/planning/inventory-deltas?limit=1000', {
        as: 'demo-planning-key',
      });
      expect(body.items.filter((delta: { item: string }) => delta.item === item)).toMatchObject([
        { quantity: 5, onHandAfter: 5, reason: 'adjust', coveredBy: { kind: 'counting-journal', state: 'reported' } },
        { quantity: -2, onHandAfter: 3, coveredBy: { documentNumber: result.journal, state: 'reported' } },
      ]);
    });

    test('what a final document told wrongly is corrected by a journal that names it', async () => {
      const { device, item } = await itemOf();
      const { result } = await adjust(device, item, 5);
      const corrected = await adjust(device, item, -1, { reason: 'correction', document: result.journal });
      const journal = await app().call('GET', `/api/erp/counting-journals/${corrected.result.journal}`, {
        as: 'demo-erp-key',
      });
      expect(journal.body).toMatchObject({ corrects: result.journal, lines: [{ item, difference: -1 }] });
      const unknown = await adjust(device, item, -1, { document: 'SR-99999999' });
      expect([unknown.outcome, unknown.problem.code]).toEqual(['refused', 'document.unknown']);
      await haveSourceSystem(app(), 'ELSE');
      await haveItems(app(), [{ number: `${item}-E`, unitCost: 1 }], 'ELSE');
      const others = await adjust(device, `${item}-E`, 1, { document: result.journal });
      expect([others.outcome, others.problem.code]).toEqual(['refused', 'document.unknown']);
    });

    test('goods leave with the lot they came with, or without, when their item was tracked or not since', async () => {
      const { device, item } = await itemOf();
      await adjust(device, item, 3);
      await haveItems(app(), [{ number: item, unitCost: 1, lot: true }]);
      expect((await adjust(device, item, 1)).problem.code).toBe('inventory.lot_required');
      expect((await adjust(device, item, -3)).outcome).toBe('applied');
      await adjust(device, item, 2, { lot: 'L1' });
      await haveItems(app(), [{ number: item, unitCost: 1 }]);
      expect((await adjust(device, item, -1, { lot: 'L2' })).problem.code).toBe('inventory.lot_not_tracked');
      expect((await adjust(device, item, -2, { lot: 'L1' })).outcome).toBe('applied');
      expect(await stock(device, item)).toEqual([]);
    });

    test('nothing goes below zero', async () => {
      const { device, item } = await itemOf();
      await adjust(device, item, 3);
      const refused = await adjust(device, item, -4);
      expect(refused).toMatchObject({
        outcome: 'refused',
        problem: { code: 'stock.not_enough', params: { there: 3, wanted: 4, unit: 'pcs' } },
      });
      expect((await adjust(device, item, -3)).outcome).toBe('applied');
      expect((await adjust(device, item, -1)).problem.code).toBe('stock.none');
    });

    describe('at a place whose profile lets its stock go below zero', () => {
      async function owingPlace() {
        const { device, item } = await itemOf();
        const location = `OWE-${number}`;
        const ada = await atConsole(app(), 'A-3001');
        await ada.make(`/api/admin/warehouses/EAST/locations/${location}`, {
          type: 'storage',
          allowNegativeStock: true,
        });
        return { device, item, location, ada };
      }

      async function standing(device: Device, item: string) {
        const rows: Record<string, unknown>[] = await stock(device, item);
        return rows.map(({ location, onHand, reserved, available }) => [location, onHand, reserved, available]);
      }

      test('more leaves than stands there, everybody sees what it owes, and nobody is promised any of it', async () => {
        const { device, item, location } = await owingPlace();
        await adjust(device, item, 2, { location });
        const { outcome, result } = await adjust(device, item, -5, { location, reason: 'not-there' });
        expect([outcome, Object.keys(result)]).toEqual(['applied', ['journal']]);
        const away = { item, from: location, to: 'A-01-01-2', quantity: 4, unit: 'pcs' };
        expect((await device.do('inventory.move', away)).outcome).toBe('applied');
        expect(await standing(device, item)).toEqual([
          ['A-01-01-2', 4, 0, 4],
          [location, -7, 0, 0],
        ]);
        const supervisor = await Device.signIn(app(), 'S-2001');
        await new Erp(app()).sent(shipMessage(`m-${item}`, `SO-${item}`, [[1, item, 6]]));
        const released = (await supervisor.do('waves.release', { orders: [`SO-${item}`] })).result;
        expect(released.work[0].lines).toMatchObject([{ location: 'A-01-01-2', quantity: 4 }]);
        expect(await wrongIn(app())).toEqual([]);
      });

      test('what comes there settles what it owes first, and a count finds what there really is', async () => {
        const { device, item, location } = await owingPlace();
        await adjust(device, item, -3, { location, reason: 'not-there' });
        await adjust(device, item, 3, { location });
        expect(await standing(device, item)).toEqual([]);
        await adjust(device, item, -3, { location, reason: 'not-there' });
        const supervisor = await Device.signIn(app(), 'S-2001');
        const { work } = (await supervisor.do('counting.start', { location })).result;
        const lines = [{ location, item, quantity: 2, unit: 'pcs' }];
        const counted = await supervisor.do('counting.count', { work, lines });
        expect(counted.result.outcome).toBe('posted');
        expect(await standing(device, item)).toEqual([[location, 2, 0, 2]]);
        expect(await wrongIn(app())).toEqual([]);
      });

      test('it cannot be closed while it owes, and owes no more once its profile says so', async () => {
        const { device, item, location, ada } = await owingPlace();
        await adjust(device, item, -1, { location, reason: 'not-there' });
        const path = `/api/admin/warehouses/EAST/locations/${location}`;
        expect((await ada.edit(path, { active: false })).body.errors).toMatchObject([{ code: 'location.in_use' }]);
        await ada.edit(path, { allowNegativeStock: false });
        expect((await adjust(device, item, -1, { location })).problem.code).toBe('stock.not_enough');
        expect((await adjust(device, item, 1, { location })).outcome).toBe('applied');
        expect(await standing(device, item)).toEqual([]);
      });

      test.each<[what: string, item: object, change: object, code: string]>([
        ['pieces with serial numbers', { serial: true }, { serials: ['OWED'] }, 'stock.none'],
        ['goods of a lot that nobody names', { lot: true }, {}, 'inventory.lot_required'],
        ['goods on a plate', {}, { licensePlate: 'OWED-LP' }, 'inventory.plate_unknown'],
      ])('%s are never owed', async (_, item, change, code) => {
        const { device, location } = await owingPlace();
        const other = (await itemOf(item)).item;
        const refused = await adjust(device, other, -1, { location, ...change });
        expect([refused.outcome, refused.problem.code]).toEqual(['refused', code]);
      });
    });

    test.each([
      [1000, 1, 'journal'],
      [1001, 1, 'approval'],
      [500, 2.001, 'approval'],
      [1, 1000.01, 'approval'],
      [100_000, undefined, 'journal'],
    ])('%d pieces at a cost of %s give a %s', async (quantity, unitCost, kind) => {
      const { device, item } = await itemOf({ unitCost });
      const { result } = await adjust(device, item, quantity);
      expect(Object.keys(result)).toEqual([kind]);
      expect(await stock(device, item)).toHaveLength(kind === 'journal' ? 1 : 0);
    });

    test('whose limit is 0 adjusts nothing alone, not even goods of which nobody knows the cost', async () => {
      const desk = await atConsole(app(), 'A-3001');
      const limited = (adjustment: object) => desk.edit('/api/admin/people/W-1001', { limits: { adjustment } });
      expect((await limited({ value: 0 })).status).toBe(200);
      const { device, item } = await itemOf({ unitCost: undefined });
      expect((await adjust(device, item, 1)).result).toHaveProperty('approval');
      expect((await limited({})).status).toBe(200);
      expect((await adjust(device, item, 2)).result).toHaveProperty('journal');
    });

    /** Whether the limit of these people is one for each adjustment, or one per day. */
    async function limitPerDay(badges: readonly string[], perDay: boolean) {
      const desk = await atConsole(app(), 'A-3001');
      for (const badge of badges) {
        const changed = await desk.edit(`/api/admin/people/${badge}`, { limits: { adjustment: { perDay } } });
        expect(changed.status).toBe(200);
      }
    }

    test('each adjustment stands alone, unless the limit of a person is one per day', async () => {
      const { device, item } = await itemOf({ unitCost: 100 });
      const kinds = [await adjust(device, item, 10), await adjust(device, item, 10)].map(({ result }) => result);
      expect(kinds).toMatchObject([{ journal: expect.any(String) }, { journal: expect.any(String) }]);
      await limitPerDay(['W-1001'], true);
      expect((await adjust(device, item, 1)).result).toHaveProperty('approval');
      await limitPerDay(['W-1001'], false);
      expect((await adjust(device, item, 2)).result).toHaveProperty('journal');
    });

    test('what is split to stay under a limit per day waits with what the same person adjusted there', async () => {
      await limitPerDay(['W-1001', 'S-2001'], true);
      const { device, item } = await itemOf({ unitCost: 100 });
      const other = await Device.signIn(app(), 'S-2001');
      const kindOf = async (by: Device, quantity: number, extra: object = {}) =>
        Object.keys((await adjust(by, item, quantity, extra)).result).join();
      const goods = { location: 'A-01-01-1', item, unit: 'pcs', reason: 'found' };
      const atOnce = [6, -4, 1].map((quantity) => device.command('inventory.adjust', { ...goods, quantity }));
      const results = await device.send(...atOnce);
      expect(results.map(({ result }: { result: object }) => Object.keys(result).join())).toEqual([
        'journal',
        'journal',
        'approval',
      ]);
      expect(await kindOf(device, 10, { location: 'A-01-01-2' })).toBe('journal');
      expect(await kindOf(other, 10)).toBe('journal');
      expect(await kindOf(other, -1)).toBe('approval');
      // What somebody else has decided on counts no more.
      const third = { location: 'A-01-02-2' };
      const { id: exception } = await adjust(device, item, 11, third);
      const decision = { exception, action: 'approve', reason: 'seen' };
      expect((await other.do('exceptions.resolve', decision)).outcome).toBe('applied');
      expect([await kindOf(device, -10, third), await kindOf(device, -1, third)]).toEqual(['journal', 'approval']);
      later += 86_400_000;
      expect(await kindOf(await Device.signIn(app(), 'W-1001'), 10)).toBe('journal');
      await limitPerDay(['W-1001', 'S-2001'], false);
    });

    test('one worth too much waits for a second person, who has it posted with the stock of then', async () => {
      const { device, item } = await itemOf({ unitCost: 100 });
      const asked = await adjust(device, item, 11);
      expect(asked).toMatchObject({ outcome: 'applied', result: { approval: asked.id } });
      const own = await device.do('exceptions.resolve', { exception: asked.id, action: 'approve', reason: 'counted' });
      expect(own.outcome).toBe('refused');
      const supervisor = await Device.signIn(app(), 'S-2001');
      const approved = await supervisor.do('exceptions.resolve', {
        exception: asked.id,
        action: 'approve',
        reason: 'counted',
      });
      expect(approved).toMatchObject({ outcome: 'applied' });
      expect(await stock(device, item)).toMatchObject([{ onHand: 11 }]);
    });

    test('one that waits for a second person is not asked for twice, whoever asks and at the same moment', async () => {
      const { device, item } = await itemOf({ unitCost: 100 });
      const others = await Device.signIn(app(), 'S-2001');
      const both = await Promise.all([device, others].map((each) => adjust(each, item, 11)));
      const [asked, twice] = both.toSorted((one, other) => one.outcome.localeCompare(other.outcome));
      expect(asked).toMatchObject({ outcome: 'applied', result: { approval: asked.id } });
      expect(twice.problem).toMatchObject({ code: 'inventory.approval_waits', params: { approval: asked.id } });
      expect((await adjust(device, item, 12)).result).toHaveProperty('approval');
      const administrator = await Device.signIn(app(), 'A-3001');
      const no = { exception: asked.id, action: 'reject', reason: 'nobody saw them' };
      expect((await administrator.do('exceptions.resolve', no)).outcome).toBe('applied');
      expect((await adjust(device, item, 11)).result).toHaveProperty('approval');
    });

    test('goods on a plate, of a lot that is new, are found with it', async () => {
      const { device, item } = await itemOf({ lot: true, expiry: true });
      const found = { licensePlate: `LP-J${number}`, lot: 'L1' };
      expect((await adjust(device, item, 5, found)).problem.code).toBe('inventory.expiry_required');
      expect((await adjust(device, item, 5, { ...found, expiryDate: '2027-11-30' })).outcome).toBe('applied');
      expect((await adjust(device, item, 1, { ...found, expiryDate: '2027-12-01' })).problem.code).toBe(
        'inventory.expiry_conflict',
      );
      expect(await stock(device, item)).toMatchObject([
        { licensePlate: `LP-J${number}`, lot: 'L1', expiryDate: '2027-11-30', onHand: 5 },
      ]);
      const elsewhere = await adjust(device, item, 1, { ...found, location: 'A-01-01-2' });
      expect(elsewhere.problem.code).toBe('inventory.plate_not_there');
    });

    test('nothing is found on a carton or a tote that goes to a customer: it would stay behind when that leaves', async () => {
      const { device, item } = await itemOf();
      const supervisor = await Device.signIn(app(), 'S-2001');
      await new Erp(app()).sent(shipMessage(`m-${item}`, `SO-${item}`, [[1, item, 5]]));
      await adjust(device, item, 5);
      const [work] = (await supervisor.do('waves.release', { orders: [`SO-${item}`] })).result.work;
      const tote = `TOTE-${item}`;
      const goods = { location: 'A-01-01-1', item, quantity: 5, unit: 'pcs' };
      await device.do('picking.pick', { work: work.work, line: 1, ...goods, toLicensePlate: tote });
      await device.do('picking.put', { work: work.work, location: 'PACK-01' });
      const onTote = await adjust(device, item, 1, { location: 'PACK-01', licensePlate: tote });
      expect(onTote.problem).toMatchObject({ code: 'inventory.other_shipment', params: { shipment: work.shipment } });
      const opened = await device.do('packing.open_carton', { shipment: work.shipment, cartonType: 'BOX-S' });
      const { carton } = opened.result;
      expect((await device.do('packing.pack', { carton, item, quantity: 5, unit: 'pcs' })).outcome).toBe('applied');
      const inCarton = await adjust(device, item, 1, { location: 'PACK-01', licensePlate: carton });
      expect(inCarton.problem.code).toBe('stock.plate_is_carton');
    });

    test('serials are found and lost one by one', async () => {
      const { device, item } = await itemOf({ serial: true });
      expect((await adjust(device, item, 2, { serials: ['S1', 'S2'] })).outcome).toBe('applied');
      expect((await adjust(device, item, 1, { serials: ['S1'] })).problem.code).toBe('inventory.serial_in_stock');
      expect((await adjust(device, item, -1, { serials: ['S3'] })).problem.code).toBe('stock.serial_missing');
      expect((await adjust(device, item, -1, { serials: ['S2'] })).outcome).toBe('applied');
      expect(await stock(device, item)).toMatchObject([{ serial: 'S1', onHand: 1 }]);
    });

    test('a piece that was shipped is not found but returned, and may be found again once it is lost after that', async () => {
      const { device } = await itemOf();
      const { item, returnId } = await shipGoods(app(), 'ADJUST', { quantity: 1, serials: ['S1'] });
      const found = () => adjust(device, item, 1, { serials: ['S1'] });
      expect((await found()).problem).toMatchObject({
        code: 'counting.serial_shipped',
        params: { item, serial: 'S1' },
      });
      const back = {
        returnId,
        item,
        quantity: 1,
        unit: 'pcs',
        serials: ['S1'],
        disposition: 'restock',
        location: 'DOCK-01',
      };
      expect((await device.do('returns.register', { ...back, licensePlate: null })).outcome).toBe('applied');
      expect((await found()).problem.code).toBe('inventory.serial_in_stock');
      const lost = { location: 'DOCK-01', serials: ['S1'], reason: 'not-there' };
      expect((await adjust(device, item, -1, lost)).outcome).toBe('applied');
      expect((await found()).outcome).toBe('applied');
    });

    test.each<[string, object, string]>([
      ['an unknown reason', { reason: 'mood' }, 'inventory.reason_unknown'],
      ['an unknown location', { location: 'NO-PLACE' }, 'location.unknown'],
      ['an unknown item', { item: 'NO-ITEM' }, 'item.unknown'],
      ['an unknown unit', { unit: 'pallet' }, 'item.unit_unknown'],
      ['nothing', { quantity: 0 }, 'quantity.zero'],
      ['half a piece', { quantity: -0.5 }, 'quantity.too_precise'],
      ['a lot nobody keeps', { lot: 'L1' }, 'inventory.lot_not_tracked'],
      ['serials nobody keeps', { serials: ['1'] }, 'inventory.serials_not_tracked'],
      ['an unknown status', { inventoryStatus: 'lost' }, 'inventory.status_unknown'],
      ['less on a plate that nobody knows', { quantity: -1, licensePlate: 'NO-PLATE' }, 'inventory.plate_unknown'],
    ])('is refused for %s', async (_, change, code) => {
      const { device, item } = await itemOf();
      const result = await adjust(device, item, 1, change);
      expect([result.outcome, result.problem?.code]).toEqual(['refused', code]);
    });

    test('an item number of two source systems needs the name of one, whose ERP gets the journal', async () => {
      const { device, item } = await itemOf();
      await haveSourceSystem(app(), `SYS${number}`);
      await haveItems(app(), [{ number: item }], `SYS${number}`);
      expect((await adjust(device, item, 1)).problem.code).toBe('item.ambiguous');
      const { result } = await adjust(device, item, 1, { sourceSystem: `SYS${number}` });
      const href = `/api/erp/counting-journals/${result.journal}`;
      expect((await app().call('GET', href, { as: 'demo-erp-key' })).status).toBe(404);
      expect((await app().call('GET', href, { as: `key-of-SYS${number}` })).status).toBe(200);
    });

    test('a lot is one of the item that is meant, not of another with its number', async () => {
      const { device, item } = await itemOf({ lot: true, expiry: true });
      await adjust(device, item, 1, { location: 'A-01-02-1', lot: 'L1', expiryDate: '2027-01-31' });
      await haveSourceSystem(app(), `SYS${number}`);
      await haveItems(app(), [{ number: item, lot: true, expiry: true }], `SYS${number}`);
      const named = { sourceSystem: `SYS${number}`, lot: 'L1' };
      expect((await adjust(device, item, 1, named)).problem.code).toBe('inventory.expiry_required');
      expect((await adjust(device, item, 1, { ...named, expiryDate: '2028-01-31' })).outcome).toBe('applied');
      // Only the other one stands here, so it needs no name.
      const conflict = await adjust(device, item, 1, { lot: 'L1', expiryDate: '2027-01-31' });
      expect(conflict.problem).toMatchObject({ code: 'inventory.expiry_conflict', params: { known: '2028-01-31' } });
    });
  },
  { clock },
);
