import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { wrongIn } from '../support/books.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, type LineOf, shipMessage } from '../support/erp.ts';
import { published } from '../support/published.ts';
import { decideFor } from '../support/settings.ts';

interface Line {
  readonly [member: string]: unknown;
}

interface Work {
  readonly work: string;
  readonly shipment: string;
  readonly lines: readonly {
    readonly line: number;
    readonly location: string;
    readonly item: string;
    readonly quantity: number;
  }[];
}

/** How far the first shipment of an order is when more of the order is released. */
type Stage = 'waved' | 'in_process' | 'picked';

onBothDatabases(
  'more of an order of which one shipment only stands for it',
  (app) => {
    const erp = () => new Erp(app());
    let number = 0;

    async function supervisor() {
      await decideFor(app(), { shipmentOrderMatching: true });
      const office = await Device.signIn(app(), 'S-2001');
      const did = async (type: string, body: object) => {
        const { outcome, problem, result } = await office.do(type, body);
        expect([type, outcome, problem]).toEqual([type, 'applied', null]);
        return result;
      };
      return did;
    }

    type Did = Awaited<ReturnType<typeof supervisor>>;

    /** An order of 6 and 4, of which the first 6 are there and released. */
    async function begun(did: Did) {
      number += 1;
      const [item, order] = [`MO-${number}`, `MO-SO-${number}`];
      const lines: readonly LineOf[] = [
        [1, item, 6],
        [2, `${item}-B`, 4],
      ];
      await erp().sent(itemMessage(item), itemMessage(`${item}-B`), shipMessage(`m-${order}`, order, lines));
      await found(did, item, 6);
      const { work, shortages, shipments } = await did('waves.release', { orders: [order] });
      expect(shortages).toEqual([{ order, line: 2, quantity: 4, reason: 'no_stock' }]);
      const [{ shipment, load }] = shipments;
      return { item, order, shipment, load, work: work[0] as Work };
    }

    async function found(did: Did, item: string, quantity: number) {
      const location = item.endsWith('B') ? 'A-01-04-1' : 'A-01-03-1';
      await did('inventory.adjust', { location, item, quantity, unit: 'pcs', reason: 'found' });
    }

    async function fetched(
      did: Did,
      { work, lines }: Work,
      { licensePlate, isPut = true, to = 'STAGE-01' }: { licensePlate?: string; isPut?: boolean; to?: string } = {},
    ) {
      for (const { line, location, item, quantity } of lines) {
        const onto = licensePlate === undefined ? {} : { toLicensePlate: licensePlate };
        await did('picking.pick', { work, line, location, item, quantity: isPut ? quantity : 1, unit: 'pcs', ...onto });
      }
      if (isPut) await did('picking.put', { work, location: to });
    }

    async function shipmentsOf(order: string): Promise<string[][]> {
      const rows = await app()
        .services.store.read.k.selectFrom('outbound_shipment as s')
        .innerJoin('outbound_shipment_line as l', 'l.shipment', 's.shipment')
        .select(['s.shipment', 's.status'])
        .distinct()
        .where('l.order_key', '=', `DEMO:${order}`)
        .orderBy('s.shipment')
        .execute();
      return rows.map(({ shipment, status }) => [shipment, status]);
    }

    const released = async (order: string) => {
      const { lines } = await erp().order(order);
      return lines.map((line: Line) => [line.lineNumber, line.releasedQuantity]);
    };

    /** Until what was missing came, and went out by itself. */
    async function allReleased(order: string) {
      await expect
        .poll(() => released(order))
        .toEqual([
          [1, 6],
          [2, 4],
        ]);
    }

    test.each<[at: string, Stage, is: string]>([
      ['nobody has begun', 'waved', 'waved'],
      ['being picked', 'in_process', 'in_process'],
      ['picked, and being picked again from now on', 'picked', 'in_process'],
    ])('goes with the shipment that is under way: %s', async (_, stage, is) => {
      const did = await supervisor();
      const { item, order, shipment, work } = await begun(did);
      if (stage !== 'waved') await fetched(did, work, { isPut: stage === 'picked' });
      expect(await shipmentsOf(order)).toEqual([[shipment, stage]]);
      await found(did, `${item}-B`, 4);
      // It was missing, and goes by itself as soon as it is there; whoever releases it is told the same.
      await allReleased(order);
      expect(await shipmentsOf(order)).toEqual([[shipment, is]]);
      const { work: works } = await did('waves.release', { orders: [order] });
      expect(new Set((works as Work[]).map((one) => one.shipment))).toEqual(new Set([shipment]));
      expect(await wrongIn(app())).toEqual([]);
    });

    test('leaves with one slip that tells all of it', async () => {
      const did = await supervisor();
      const { item, order, shipment, load, work } = await begun(did);
      await fetched(did, work);
      await found(did, `${item}-B`, 4);
      await allReleased(order);
      const [more] = (await did('waves.release', { orders: [order] })).work as Work[];
      if (more) await fetched(did, more);
      expect(await shipmentsOf(order)).toEqual([[shipment, 'picked']]);
      const [{ documentNumber }] = (await did('shipping.confirm', { shipment })).documents;
      const { body } = await erp().get(`/api/erp/packing-slips/${documentNumber}`);
      expect([
        body.load,
        body.lines.map((line: Line) => [line.lineNumber, line.shippedQuantity, line.cancelledQuantity]),
      ]).toEqual([
        load,
        [
          [1, 6, 0],
          [2, 4, 0],
        ],
      ]);
      expect((await erp().order(order)).status).toBe('closed');
      expect(await wrongIn(app())).toEqual([]);
    });

    test('is brought to where the shipment is made up by then, and who fetches it hears where', async () => {
      const did = await supervisor();
      const { item, order, work } = await begun(did);
      await found(did, `${item}-B`, 4);
      await expect.poll(() => released(order)).toContainEqual([2, 4]);
      const works = (await did('waves.release', { orders: [order] })).work as Work[];
      const more = works.find((one) => one.work !== work.work)?.work;
      const picker = await Device.signIn(app(), 'W-1001');
      expect((await picker.do('picking.claim', { work: more })).problem).toBeNull();
      const putTo = async () => {
        await published(app());
        const told: string[] = [];
        for (let after = 0, hasMore = true; hasMore; ) {
          const path = `/api/device/changes?warehouse=EAST&limit=1000&after=${after}`;
          const { body } = await app().call('GET', path, { as: picker.token });
          for (const { key, value } of body.items) if (key === more) told.push(value.putTo);
          ({ next: after, hasMore } = body);
        }
        return told.at(-1);
      };
      expect(await putTo()).toBe('STAGE-01');
      await fetched(did, work, { to: 'STAGE-02' });
      expect(await putTo()).toBe('STAGE-02');
    });

    test('waits while that is on the truck, and is told why before and after', async () => {
      const did = await supervisor();
      const { item, order, shipment, load, work } = await begun(did);
      await fetched(did, work, { licensePlate: `TOTE-${item}` });
      await did('shipping.load', { load, licensePlate: `TOTE-${item}` });
      expect(await shipmentsOf(order)).toEqual([[shipment, 'loaded']]);
      await found(did, `${item}-B`, 4);
      const office = await Device.signIn(app(), 'S-2001');
      const asked = { warehouse: 'EAST', orders: [order] };
      const preview = await app().call('POST', '/api/device/waves/preview', { as: office.token, body: asked });
      const [outlook] = preview.body.orders;
      const [why] = preview.body.shortages;
      expect([outlook.outcome, why.line, why.quantity, why.reason]).toEqual(['nothing', 2, 4, 'shipment_loaded']);
      const { shortages, shipments } = await did('waves.release', { orders: [order] });
      expect([shortages, shipments]).toEqual([[{ order, line: 2, quantity: 4, reason: 'shipment_loaded' }], []]);
      const { lines } = await erp().order(order);
      expect(lines[1].reasons).toMatchObject([{ kind: 'backorder', code: 'shipment_loaded' }]);
      const told = await app().call('GET', `/api/device/explain?warehouse=EAST&order=${order}&line=2`, {
        as: office.token,
      });
      expect(JSON.stringify(told.body)).toContain('order.waits_for_shipment');

      // Off the truck again, it goes by itself.
      await did('shipping.unload', { load, licensePlate: `TOTE-${item}` });
      await allReleased(order);
      expect((await shipmentsOf(order)).map(([name]) => name)).toEqual([shipment]);
      expect(await wrongIn(app())).toEqual([]);
    });

    test('is taken back with the wave that brought it, and nothing else is', async () => {
      const did = await supervisor();
      const { item, order, shipment, work } = await begun(did);
      await fetched(did, work);
      await found(did, `${item}-B`, 4);
      await allReleased(order);
      const { wave, work: works } = await did('waves.release', { orders: [order] });
      expect((works as Work[]).map((one) => one.lines.map((line) => line.item))).toEqual([[`${item}-B`]]);
      await did('waves.cancel', { wave });
      expect(await released(order)).toEqual([
        [1, 6],
        [2, 0],
      ]);
      expect((await shipmentsOf(order)).map(([name]) => name)).toEqual([shipment]);
      expect(await wrongIn(app())).toEqual([]);
      const [{ documentNumber }] = (await did('shipping.confirm', { shipment, remainder: 'backorder' })).documents;
      const { body } = await erp().get(`/api/erp/packing-slips/${documentNumber}`);
      expect(body.lines.map((line: Line) => [line.lineNumber, line.shippedQuantity, line.cancelledQuantity])).toEqual([
        [1, 6, 0],
        [2, 0, 4],
      ]);
    });
  },
  { restMs: 50 },
);
