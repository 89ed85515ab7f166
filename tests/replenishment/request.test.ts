import { beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import type { Device } from '../support/device.ts';
import { done, PickFaces, said, stops, take } from '../support/pick-faces.ts';
import { published, whenPublished } from '../support/published.ts';
import { rawSql } from '../support/raw-sql.ts';

onBothDatabases(
  'goods asked for by somebody who sees that a pick face runs empty',
  (app) => {
    let faces: PickFaces;
    let floor: Device;
    let forklift: Device;

    beforeAll(async () => {
      faces = await PickFaces.begin(app());
      ({ floor, forklift } = faces);
    });

    test('a plate is brought, and is free for whoever wants it', async () => {
      const { item, face } = await faces.scene({ face: 1, reserve: 48 });
      const { work } = await done(floor, 'replenishment.request', { item, location: face, urgent: true });
      const [taken] = (await done(floor, 'picking.claim', { type: 'replenish' })).work;
      expect([taken.work, stops([taken])]).toEqual([work, ['A-01-02-2 48']]);
      await done(floor, 'replenishment.pick', take(taken, item, 48));
      await done(floor, 'replenishment.put', { work, location: face });
      expect(await faces.stockOf(item)).toEqual([`${face} 1`, `${face} 48`]);
      await faces.booksBalance();
    });

    test('what orders want beside is brought with it', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const { work } = await done(floor, 'replenishment.request', { item, location: face, quantity: 1, unit: 'case' });
      const { fills, picks } = await faces.released(item, 5);
      expect(fills).toEqual([]);
      expect(await faces.lineOf(work)).toEqual(['A-01-02-2 17 open']);
      await done(forklift, 'replenishment.pick', { ...take(picks[0], item, 17), work });
      await done(forklift, 'replenishment.put', { work, location: face });
      expect(await faces.stockOf(item)).toEqual(['A-01-02-2 31', `${face} 17 (5)`]);
      await faces.booksBalance();
    });

    test('whoever wants to put goods away hears how many pick faces wait, and how many picks cannot go on without', async () => {
      const waiting = async () => {
        const path = '/api/device/pick-faces?show=waiting&warehouse=EAST';
        const { waiting: works, blocking } = (await app().call('GET', path, { as: floor.token })).body;
        return { works, blocking };
      };
      const { item, face } = await faces.scene({ reserve: 48 });
      const before = await waiting();
      await done(floor, 'replenishment.request', { item, location: face });
      expect(await waiting()).toEqual({ ...before, works: before.works + 1 });
      const { fills } = await faces.released((await faces.scene({ reserve: 48 })).item, 5);
      expect(await waiting()).toEqual({ works: before.works + 2, blocking: before.blocking + 1 });
      await done(forklift, 'picking.claim', { work: fills[0]?.work });
      await faces.fillOf(face);
      expect(await waiting()).toEqual(before);
    });

    test('nobody is sent twice for the same goods', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const asked = { item, location: face };
      await done(floor, 'replenishment.request', { ...asked, quantity: 36 });
      await done(floor, 'replenishment.request', { ...asked, quantity: 20 });
      expect(await faces.coming(face)).toEqual(['A-01-02-2 48 (500)']);
      expect(await done(floor, 'replenishment.request', { ...asked, quantity: 1 })).toMatchObject({ isWaiting: true });
      expect(await faces.coming(face)).toEqual(['A-01-02-2 48 (500)']);
    });

    test('nor two people at the same moment, for two places', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const other = await faces.scene({}, { face: { fixedItem: null } });
      const asked = [face, other.face].map((location) => ({ item, location, quantity: 48 }));
      await Promise.all(
        asked.map((body, index) => done(index === 0 ? floor : forklift, 'replenishment.request', body)),
      );
      await expect
        .poll(async () => [...(await faces.coming(face)), ...(await faces.coming(other.face))], { timeout: 20_000 })
        .toEqual(['A-01-02-2 48 (500)']);
    });

    test('who sees the same empty face asks for the same plate, and makes it more urgent', async () => {
      const { item, face } = await faces.scene({ reserve: 48, other: 48 });
      const asked = { item, location: face };
      const [first, second] = await Promise.all([
        done(floor, 'replenishment.request', asked),
        done(forklift, 'replenishment.request', asked),
      ]);
      expect(second.work).toBe(first.work);
      await done(forklift, 'picking.claim', { work: first.work });
      const before = await published(app());
      expect(await done(floor, 'replenishment.request', { ...asked, urgent: true })).toMatchObject({
        work: first.work,
      });
      await whenPublished(app());
      const news = `/api/device/changes?after=${before}&warehouse=EAST&limit=1000`;
      const { items } = (await app().call('GET', news, { as: forklift.token })).body;
      const value = expect.objectContaining({ priority: 0 });
      expect(items).toContainEqual(expect.objectContaining({ kind: 'pickWork', key: first.work, value }));
      const [coming] = await faces.coming(face);
      expect(coming).toMatch(/ 48 \(0\)$/);
    });

    describe('where none are in reserve', () => {
      test('they are waited for, and fetched as soon as there are some', async () => {
        const { item, face } = await faces.scene({ face: 3 });
        const asked = { item, location: face, urgent: true };
        const { work, isWaiting } = await done(floor, 'replenishment.request', asked);
        expect(isWaiting).toBe(true);
        const again = await done(forklift, 'replenishment.request', asked);
        expect(again).toEqual({ work, isWaiting, waitsUntil: expect.any(String) });
        expect(await said(forklift, 'picking.claim', { work })).toBe('refused picking.work_not_released');
        const found = { item, location: 'A-01-03-2', quantity: 7, unit: 'pcs', reason: 'found' };
        await done(faces.office, 'inventory.adjust', found);
        await faces.comesTo(face, ['A-01-03-2 7 (0)']);
        const [fill] = (await done(forklift, 'picking.claim', { work })).work;
        await done(forklift, 'replenishment.pick', take(fill, item, 7, { location: 'A-01-03-2' }));
        await done(forklift, 'replenishment.put', { work, location: face });
        expect(await faces.stockOf(item)).toEqual([`${face} 10`]);
        await faces.booksBalance();
      });

      test('as many as were asked for, and no more', async () => {
        const { item, face } = await faces.scene({});
        await done(floor, 'replenishment.request', { item, location: face, quantity: 10 });
        const found = { item, location: 'A-01-03-2', quantity: 48, unit: 'pcs', reason: 'found' };
        await done(faces.office, 'inventory.adjust', found);
        await faces.comesTo(face, ['A-01-03-2 10 (500)']);
      });

      test('for a day, unless somebody asks again; what an ERP asks for waits until that takes it back', async () => {
        const waiting = [await faces.scene({}), await faces.scene({}), await faces.scene({})] as const;
        const works: string[] = [];
        for (const { item, face: location } of waiting) {
          works.push((await done(floor, 'replenishment.request', { item, location })).work);
        }
        const [over, again, ofErp] = waiting;
        const request = { requestNumber: 'END-1', warehouse: 'EAST', item: ofErp.item, location: ofErp.face };
        const message = { type: 'replenishment-request', messageId: 'end-1', operation: 'upsert', request };
        await faces.erp.sent(message);
        const { id } = await forklift.do('replenishment.request', { item: again.item, location: again.face });
        const ofFloor = `type = 'replenishment.request'`;
        await rawSql(app(), `update command set received_at = 0 where ${ofFloor} and id <> '${id}'`);
        await rawSql(app(), `update work set created_at = 0 where id in ('${works.join(`', '`)}')`);
        const status = async () => {
          const { k } = app().services.store.read;
          const rows = await k.selectFrom('work').select('status').where('id', 'in', works).orderBy('id').execute();
          return rows.map((row) => row.status);
        };
        // All faces are looked at where limits change.
        await faces.holds(over.face, over.item, 1, 2);
        await expect.poll(status, { timeout: 20_000 }).toEqual(['cancelled', 'held', 'held']);
      });

      test('and the supervisor can say that nobody waits any more', async () => {
        const { item, face } = await faces.scene({});
        const { work } = await done(floor, 'replenishment.request', { item, location: face });
        await done(faces.office, 'waves.cancel_work', { work, reason: 'the face is given up' });
        const { work: next } = await done(floor, 'replenishment.request', { item, location: face });
        expect(next).not.toBe(work);
      });
    });

    describe('when what was to be brought is gone before it is fetched', () => {
      const gone: [string, (item: string) => readonly [type: string, body: object]][] = [
        ['counted away', (item) => ['inventory.adjust', { item, quantity: -48, unit: 'pcs', reason: 'not-there' }]],
        ['set apart', () => ['inventory.change_status', { to: 'quality', reason: 'quality' }]],
        ['moved', () => ['inventory.move', { from: 'A-01-02-2', to: 'DOCK-01' }]],
      ];
      test.each(gone)('%s: it is brought from elsewhere, and who had taken it on hears', async (_, change) => {
        const { item, face } = await faces.scene({ reserve: 48 });
        const { work } = await done(floor, 'replenishment.request', { item, location: face });
        await done(forklift, 'picking.claim', { work });
        const other = { item, location: 'A-01-03-2', quantity: 9, unit: 'pcs', reason: 'found' };
        await done(faces.office, 'inventory.adjust', other);
        const after = await published(app());
        const [type, body] = change(item);
        const at = type === 'inventory.adjust' ? { location: 'A-01-02-2' } : {};
        await done(faces.office, type, { licensePlate: `LP-${item}`, ...at, ...body });
        await faces.comesTo(face, ['A-01-03-2 9 (500)']);
        await published(app());
        const path = `/api/device/changes?warehouse=EAST&after=${after}&limit=1000`;
        const { items } = (await app().call('GET', path, { as: forklift.token })).body;
        expect(items.filter(({ key }: { key: string }) => key === work).at(-1)).toMatchObject({ deleted: true });
        expect(await said(forklift, 'replenishment.pick', { ...take(undefined, item, 48), work })).toBe(
          'held picking.work_cancelled',
        );
        await faces.booksBalance();
      });

      test('its lot is held: what was asked for comes from other lots, or waits until the hold ends', async () => {
        const of = { item: { tracking: { lot: true, serial: false, expiry: false } } };
        const { item, face } = await faces.scene({}, of);
        const found = { item, location: 'A-01-02-2', lot: 'L1', quantity: 48, unit: 'pcs', reason: 'found' };
        await done(faces.office, 'inventory.adjust', found);
        const { work } = await done(floor, 'replenishment.request', { item, location: face, quantity: 40 });
        await done(forklift, 'picking.claim', { work });
        await done(faces.office, 'inventory.hold_lot', { item, lot: 'L1', reason: 'quality' });
        expect(await faces.coming(face)).toEqual([]);
        await done(faces.office, 'inventory.adjust', { ...found, location: 'A-01-03-2', lot: 'L2', quantity: 9 });
        await faces.comesTo(face, ['A-01-03-2 9 (500)']);
        const { item: alone, face: other } = await faces.scene({}, of);
        await done(faces.office, 'inventory.adjust', { ...found, item: alone });
        await done(floor, 'replenishment.request', { item: alone, location: other, quantity: 40 });
        const { hold } = await done(faces.office, 'inventory.hold_lot', { item: alone, lot: 'L1', reason: 'quality' });
        expect(await faces.coming(other)).toEqual([]);
        await done(forklift, 'inventory.release_lot', { hold, reason: 'quality' });
        await faces.comesTo(other, ['A-01-02-2 40 (500)']);
        await faces.booksBalance();
      });

      test('promised to orders: what is left is brought', async () => {
        const { item, face } = await faces.scene({ reserve: 48 });
        const { work } = await done(floor, 'replenishment.request', { item, location: face, quantity: 40 });
        const { fills } = await faces.released(item, 20);
        expect(fills).toEqual([]);
        await expect.poll(() => faces.lineOf(work), { timeout: 20_000 }).toEqual(['A-01-02-2 48 open']);
        await faces.booksBalance();
      });

      test('a plate that an order takes whole: what was asked for waits for other goods', async () => {
        const { item, face } = await faces.scene({ reserve: 48 });
        await done(floor, 'replenishment.request', { item, location: face, quantity: 40 });
        await faces.released(item, 48);
        await faces.comesTo(face, []);
        const found = { item, location: 'A-01-03-2', quantity: 50, unit: 'pcs', reason: 'found' };
        await done(faces.office, 'inventory.adjust', found);
        await faces.comesTo(face, ['A-01-03-2 40 (500)']);
        await faces.booksBalance();
      });
    });

    test.each([
      ['an item that nobody knows', { item: 'NOPE' }, 'refused item.unknown'],
      ['a place that is not there', { location: 'NOWHERE' }, 'refused location.unknown'],
      ['a place that orders are not picked from', { location: 'STAGE-01' }, 'refused replenishment.not_pickable'],
      ['nothing', { quantity: 0 }, 'refused quantity.not_positive'],
      ['a place that belongs to another item', { location: 'F-1' }, 'refused location.other_item'],
      ['a place of another warehouse', { location: 'W-1' }, 'refused location.unknown'],
    ])('%s', async (_, change, outcome) => {
      const { item, face } = await faces.scene({ reserve: 48 });
      expect(await said(floor, 'replenishment.request', { item, location: face, ...change })).toBe(outcome);
    });
  },
  { restMs: 50 },
);
