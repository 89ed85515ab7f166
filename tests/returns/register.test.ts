import { afterEach, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { BookingErp } from '../support/booking-erp.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, shipMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { haveItems, haveSourceSystem } from '../support/orders.ts';
import { whenPublished } from '../support/published.ts';
import { decideFor } from '../support/settings.ts';
import { type ShippedGoods, shipGoods, type ToShip } from '../support/shipped-goods.ts';

const clock = new ManualClock();
const day = 86_400_000;

onBothDatabases(
  'goods that come back',
  (app) => {
    let run = 0;
    afterEach(() => decideFor(app(), {}));
    const erp = () => new Erp(app());
    const shipped = (wanted?: ToShip) => {
      run += 1;
      return shipGoods(app(), String(run), wanted);
    };

    async function fresh(extra: object = {}) {
      run += 1;
      await haveItems(app(), [{ number: `RB-${run}`, ...extra }]);
      return `RB-${run}`;
    }

    /** A worker registers a return now, by the server's clock. */
    async function register(body: object, badge = 'W-1001') {
      const device = await Device.signIn(app(), badge);
      const goods = { quantity: 1, unit: 'pcs', disposition: 'restock', ...body };
      return device.do('returns.register', goods, { occurredAt: new Date(clock.now()).toISOString() });
    }

    async function stockOf(item: string) {
      const { token } = await Device.signIn(app(), 'S-2001');
      const { body } = await app().call('GET', `/api/device/stock?item=${item}&warehouse=EAST`, { as: token });
      return body.items;
    }

    const receipt = async (number: string) => (await erp().get(`/api/erp/shipment-receipts/${number}`)).body;

    test('golden scenario 11, blind: the order that the ERP never sent and its receipt for credit are made at once', async () => {
      await decideFor(app(), {
        returnOrderType: 'RMA',
        returnNumberPrefix: 'RMA-',
        dispositions: { restock: 'A1', quarantine: 'Q7', scrap: 'S9' },
      });
      const item = await fresh();
      const consigner = { account: 'C-9', name: 'Corner Bakery' };
      const returned = await register({ item, quantity: 2, disposition: 'quarantine', condition: 'wet', consigner });
      expect(returned).toMatchObject({
        outcome: 'applied',
        result: {
          order: expect.stringMatching(/^RMA-\d+$/),
          documents: [{ documentNumber: expect.stringMatching(/^SR-/), version: 1 }],
        },
      });
      const { order, documents } = returned.result;
      expect(await receipt(documents[0].documentNumber)).toMatchObject({
        orderType: 'RMA',
        consigner,
        quantityChannel: true,
        lines: [
          {
            orderNumber: order,
            item,
            orderType: 'RMA',
            receivedQuantity: 2,
            remainingQuantity: 0,
            details: [
              {
                quantity: 2,
                inventoryStatus: 'quarantine',
                disposition: 'quarantine',
                dispositionCode: 'Q7',
                condition: 'wet',
              },
            ],
          },
        ],
      });
      expect((await erp().get(`/api/erp/orders/${order}`)).body).toMatchObject({
        orderType: 'RMA',
        status: 'received',
      });
    });

    test.each([
      ['restock', 'available', 1],
      ['quarantine', 'quarantine', 1],
      ['scrap', null, 0],
    ])('%s: the goods wait at the dock as %s, and the ERP books %i', async (disposition, inventoryStatus, onHand) => {
      const booking = new BookingErp(app());
      const item = await fresh();
      const { result } = await register({ item, disposition });
      expect(await stockOf(item)).toMatchObject(
        inventoryStatus === null ? [] : [{ location: 'DOCK-01', inventoryStatus, onHand }],
      );
      expect(result.work === null).toBe(onHand === 0);
      await whenPublished(app());
      await booking.poll();
      expect(booking.bookedOf(item)).toBe(onHand);
    });

    test('what is scrapped leaves by a counting journal, so that the credit stays', async () => {
      const item = await fresh();
      const { result } = await register({ item, quantity: 3, disposition: 'scrap' });
      await whenPublished(app());
      const journal = await erp().get('/api/erp/counting-journals?after=0&limit=1000');
      expect(
        journal.body.items.find((each: { documentNumber: string }) => each.documentNumber === result.journal),
      ).toMatchObject({ lines: [{ item, difference: -3, reason: 'damaged' }] });
    });

    test('the update log tells of them where the ERP books from it, and the receipt does not', async () => {
      await decideFor(app(), { quantityChannel: { inbound: 'update-log', outbound: 'documents' } });
      const booking = new BookingErp(app());
      const item = await fresh();
      const { result } = await register({ item, quantity: 4 });
      await whenPublished(app());
      await booking.poll();
      expect([booking.bookedOf(item), (await receipt(result.documents[0].documentNumber)).quantityChannel]).toEqual([
        ...[4, false],
      ]);
    });

    test('the slip names the number that they come back by, and the receipt names the slip’s order', async () => {
      const goods = await shipped();
      expect(goods.returnId).toBe(`RET-${goods.shipment}`);
      const { result } = await register({ returnId: goods.returnId, item: goods.item, quantity: 2 });
      expect(await receipt(result.documents[0].documentNumber)).toMatchObject({
        returnId: goods.returnId,
        originalOrder: goods.order,
        consigner: { name: expect.any(String) },
        lines: [{ consignerReference: goods.order, consignerLineNumber: 1, receivedQuantity: 2 }],
      });
    });

    test('golden scenario 11: what was not on the shipment is refused, and more than left, however it is named', async () => {
      const goods = await shipped({ quantity: 5 });
      const other = await fresh();
      const by = (body: object) => register({ returnId: goods.returnId, item: goods.item, ...body });
      expect((await by({ quantity: 3 })).outcome).toBe('applied');
      const tooMuch = await by({ quantity: 3 });
      expect(tooMuch.problem).toMatchObject({
        code: 'returns.more_than_shipped',
        params: { shipped: 5, returned: 3, left: 2 },
      });
      expect((await register({ order: goods.order, item: goods.item, quantity: 3 })).problem.code).toBe(
        'returns.more_than_shipped',
      );
      expect((await register({ order: goods.order, item: goods.item, quantity: 2 })).outcome).toBe('applied');
      expect((await by({})).problem.code).toBe('returns.more_than_shipped');
      expect((await by({ item: other })).problem.code).toBe('returns.item_not_shipped');
    });

    test('what others returned behind the device’s back is kept for a supervisor, who may let it in', async () => {
      const goods = await shipped({ quantity: 2 });
      const device = await Device.signIn(app(), 'W-1001');
      await whenPublished(app());
      const path = '/api/device/changes?after=0&warehouse=EAST&limit=1';
      let knownAt = 0;
      for (let more = true; more; ) {
        const { body } = await app().call('GET', path.replace('=0', `=${knownAt}`).replace('=1', '=1000'), {
          as: device.token,
        });
        ({ next: knownAt, hasMore: more } = body);
      }
      clock.pass(60_000);
      await register({ returnId: goods.returnId, item: goods.item, quantity: 2 });
      const body = { returnId: goods.returnId, item: goods.item, quantity: 1, unit: 'pcs', disposition: 'restock' };
      const kept = await device.do('returns.register', body, { knownAt });
      expect([kept.outcome, kept.problem.code]).toEqual(['held', 'returns.more_than_shipped']);
      const supervisor = await Device.signIn(app(), 'S-2001');
      const applied = await supervisor.do('exceptions.resolve', {
        ...{ exception: kept.id, action: 'apply', reason: 'they are here' },
      });
      expect([applied.outcome, applied.problem]).toEqual(['applied', null]);
      expect(await stockOf(goods.item)).toHaveLength(2);
    });

    test('two devices do not return the same goods twice', async () => {
      const goods = await shipped({ quantity: 1 });
      const by = () => register({ returnId: goods.returnId, item: goods.item });
      const outcomes = (await Promise.all([by(), by(), by()])).map(({ outcome }) => outcome);
      expect(outcomes.sort()).toEqual(['applied', 'refused', 'refused']);
    });

    test('lots and serial numbers are those that left', async () => {
      const lots = await shipped({ lot: 'L1', quantity: 2 });
      const lot = await register({ returnId: lots.returnId, item: lots.item, lot: 'L2' });
      expect(lot.problem).toMatchObject({ code: 'returns.lot_not_shipped', params: { lots: 'L1' } });
      expect((await register({ returnId: lots.returnId, item: lots.item, lot: 'L1' })).outcome).toBe('applied');
      const pieces = await shipped({ serials: ['S1', 'S2'], quantity: 2 });
      const by = (serials: string[]) =>
        register({ returnId: pieces.returnId, item: pieces.item, quantity: serials.length, serials });
      expect((await by(['S9'])).problem).toMatchObject({
        code: 'returns.serial_not_shipped',
        params: { serial: 'S9' },
      });
      expect((await by(['S2'])).outcome).toBe('applied');
      expect((await by(['S2'])).problem.code).toBe('receiving.serial_in_stock');
      expect((await register({ ...scrapped(pieces), returnId: pieces.returnId })).outcome).toBe('applied');
      expect((await register({ ...scrapped(pieces), returnId: pieces.returnId })).problem.code).toBe(
        'returns.more_than_shipped',
      );
      expect((await register(scrapped(pieces))).problem.code).toBe('returns.serial_scrapped');
    });

    const scrapped = ({ item }: { item: string }) => ({ item, serials: ['S1'], disposition: 'scrap' });

    test('golden scenario 11: on the last day they are taken, on the day after not', async () => {
      await decideFor(app(), { returnPolicy: 'within-days', returnWithinDays: 14 });
      const goods = await shipped();
      const by = (body: object = {}) => register({ returnId: goods.returnId, item: goods.item, ...body });
      clock.pass(14 * day);
      expect((await by()).outcome).toBe('applied');
      expect((await register({ item: goods.item })).outcome).toBe('applied');
      clock.pass(day);
      expect((await by()).problem).toMatchObject({ code: 'returns.too_late', params: { days: 14, daysAgo: 15 } });
      expect((await register({ item: goods.item })).problem.code).toBe('returns.too_late_blind');
    });

    test.each([
      ['by return number', (goods: ShippedGoods) => ({ returnId: goods.returnId, item: goods.item })],
      ['blind', ({ item }: ShippedGoods) => ({ item })],
    ])('%s too late, whoever returns asks a second person: it is taken once they agree', async (_, bodyOf) => {
      await decideFor(app(), { returnPolicy: 'within-days', returnWithinDays: 14 });
      const body = { ...bodyOf(await shipped()), askIfLate: true };
      clock.pass(14 * day);
      expect((await register(body)).result.documents).toHaveLength(1);
      clock.pass(day);
      const asked = await register(body);
      expect(asked).toMatchObject({ outcome: 'applied', result: { approval: asked.id } });
      expect(await stockOf(body.item)).toMatchObject([{ onHand: 1 }]);
      const supervisor = await Device.signIn(app(), 'S-2001');
      const { body: open } = await app().call('GET', '/api/console/decisions?warehouse=EAST', { as: supervisor.token });
      expect(JSON.stringify(open)).toContain('returns.late_needs_approval');
      const approval = { exception: asked.id, action: 'approve', reason: 'known customer' };
      expect((await supervisor.do('exceptions.resolve', approval)).outcome).toBe('applied');
      const onHand = (await stockOf(body.item)).map((row: { onHand: number }) => row.onHand);
      expect(onHand.reduce((sum: number, one: number) => sum + one, 0)).toBe(2);
    });

    test('blind and nobody knows when they left: a second person decides', async () => {
      await decideFor(app(), { returnPolicy: 'within-days', returnWithinDays: 14 });
      const item = await fresh();
      const asked = await register({ item });
      expect(asked).toMatchObject({ outcome: 'applied', result: { approval: asked.id } });
      expect(await stockOf(item)).toEqual([]);
      const supervisor = await Device.signIn(app(), 'S-2001');
      const resolved = await supervisor.do('exceptions.resolve', {
        ...{ exception: asked.id, action: 'approve', reason: 'known customer' },
      });
      expect(resolved.outcome).toBe('applied');
      expect(await stockOf(item)).toMatchObject([{ onHand: 1 }]);
    });

    test('what is past its date is not sold again', async () => {
      const item = await fresh({ lot: true, expiry: true });
      const old = { item, lot: 'OLD', expiryDate: '2026-01-31' };
      expect((await register(old)).problem.code).toBe('receiving.expired');
      expect((await register({ ...old, disposition: 'quarantine' })).outcome).toBe('applied');
      await decideFor(app(), { shelfLife: 'off' });
      expect((await register(old)).outcome).toBe('applied');
    });

    test('a receipt that was reversed credits nothing, and what is taken back goes to the customer again', async () => {
      const goods = await shipped();
      const by = () => register({ returnId: goods.returnId, item: goods.item, quantity: 5 });
      const { id, result } = await by();
      const supervisor = await Device.signIn(app(), 'S-2001');
      const { documentNumber } = result.documents[0];
      const reversed = await supervisor.do('receiving.reverse_completion', {
        documentNumber,
        reason: 'other customer',
      });
      expect(reversed.outcome).toBe('applied');
      const undone = await supervisor.do('receiving.undo_registration', { registration: `command:${id}` });
      expect([undone.outcome, undone.problem]).toEqual(['applied', null]);
      expect(await stockOf(goods.item)).toEqual([]);
      expect((await by()).outcome).toBe('applied');
    });

    test('what came back keeps its slip from being reversed, until the return is undone', async () => {
      const goods = await shipped({ quantity: 1 });
      await register({ returnId: goods.slip, item: goods.item });
      const supervisor = await Device.signIn(app(), 'S-2001');
      const slip = { documentNumber: goods.slip, reason: 'still here' };
      const refused = await supervisor.do('shipping.reverse_confirmation', slip);
      expect(refused.problem.code).toBe('shipping.goods_came_back');
    });

    test('a plate that had left with goods comes back with others, also in another warehouse', async () => {
      const { item, licensePlate, to } = await shippedPlate();
      const west = await Device.signIn(app(), 'A-3001', { warehouse: 'WEST' });
      const occurredAt = new Date(clock.now()).toISOString();
      const goods = { item, quantity: 1, unit: 'pcs', disposition: 'restock', licensePlate };
      const returned = await west.do('returns.register', goods, { occurredAt });
      expect([returned.outcome, returned.problem]).toEqual(['applied', null]);
      const put = await west.do('putaway.put', { licensePlate, to }, { occurredAt });
      expect([put.outcome, put.problem]).toEqual(['applied', null]);
    });

    /** A plate that stood on a pallet, and left with an order of its own. */
    async function shippedPlate() {
      const item = await fresh();
      const [licensePlate, pallet, order, location] = [`LP-${run}`, `PAL-${run}`, `SO-LP-${run}`, 'A-10-03-1'];
      const office = await Device.signIn(app(), 'S-2001');
      const done = async (type: string, body: object) => {
        const { outcome, problem, result } = await office.do(type, body);
        expect([type, outcome, problem]).toEqual([type, 'applied', null]);
        return result;
      };
      const goods = { location, item, quantity: 2, unit: 'pcs', licensePlate };
      await erp().sent(shipMessage(`m-${order}`, order, [[1, item, 2, {}]]));
      await done('inventory.adjust', { ...goods, reason: 'found' });
      await done('inventory.build_plate', { licensePlate, toLicensePlate: pallet });
      const [{ work }] = (await done('waves.release', { orders: [order] })).work;
      await done('picking.pick', { work, line: 1, ...goods });
      await done('picking.put', { work, location: 'STAGE-01' });
      await done('shipping.confirm', { order });
      return { item, licensePlate, to: 'A-10-03-2' };
    }

    test.each([
      [{ disposition: 'sell' }, 'returns.disposition_unknown'],
      [{ returnId: 'RET-NONE' }, 'returns.return_id_unknown'],
      [{ returnId: 'SSCC?' }, 'returns.return_id_unknown'],
      [{ order: 'SO-NONE' }, 'returns.order_unknown'],
      [{ sourceSystem: 'NOBODY' }, 'receiving.source_unknown'],
      [{ item: 'NO-SUCH' }, 'item.unknown'],
      [{ unit: 'barrel' }, 'item.unit_unknown'],
      [{ quantity: 0 }, 'quantity.not_positive'],
      [{ quantity: 1.5 }, 'quantity.too_precise'],
      [{ location: 'A-01-01-1' }, 'receiving.location_not_receiving'],
      [{ lot: 'L1' }, 'receiving.lot_not_tracked'],
      [{ serials: ['1'] }, 'receiving.serials_not_tracked'],
    ])('%o is refused as %s', async (body, code) => {
      const refused = await register({ item: await fresh(), ...body });
      expect([refused.outcome, refused.problem?.code]).toEqual(['refused', code]);
    });

    test.each([
      [{ returns: false }, 'returns.off'],
      [{ returnPolicy: 'never' }, 'returns.not_taken'],
    ] as const)('where the source system says %o, a return is refused as %s', async (settings, code) => {
      await decideFor(app(), settings);
      expect((await register({ item: await fresh() })).problem.code).toBe(code);
    });

    test('and by return number only where it takes them so', async () => {
      const goods = await shipped();
      await decideFor(app(), { returnDetails: false });
      const refused = await register({ returnId: goods.returnId, item: goods.item });
      expect(refused.problem.code).toBe('returns.details_off');
      expect((await register({ order: goods.order, item: goods.item })).outcome).toBe('applied');
    });

    test('whose they are must be known', async () => {
      await haveSourceSystem(app(), 'THIRD');
      const item = await fresh();
      await haveItems(app(), [{ number: item }], 'THIRD');
      expect((await register({ item })).problem.code).toBe('receiving.source_ambiguous');
      expect((await register({ item, sourceSystem: 'THIRD' })).outcome).toBe('applied');
    });

    test('and after all of it the books add up; more back than left would be named', async () => {
      expect(await wrongIn(app())).toEqual([]);
      const goods = await shipped({ quantity: 2 });
      await register({ returnId: goods.returnId, item: goods.item });
      const { store } = app().services;
      await store.write((trx) =>
        trx.k.updateTable('reservation').set({ state: 'gone' }).where('shipment', '=', goods.shipment).execute(),
      );
      const faults = await wrongIn(app());
      expect(faults).toContainEqual(expect.objectContaining({ what: '1 came back of 0 shipped' }));
    });
  },
  { clock },
);
