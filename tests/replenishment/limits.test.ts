import { beforeAll, describe, expect, test } from 'vitest';
import { type Administrator, atConsole, faultsIn } from '../support/administrator.ts';
import { onBothDatabases } from '../support/app.ts';
import { cancelShipMessage } from '../support/erp.ts';
import { done, PickFaces, pickOf, said, take } from '../support/pick-faces.ts';

onBothDatabases(
  'a pick face with a minimum and a maximum',
  (app) => {
    let faces: PickFaces;
    let ada: Administrator;

    beforeAll(async () => {
      faces = await PickFaces.begin(app());
      ada = await atConsole(app(), 'A-3001');
    });

    test('is filled up to its maximum as soon as a pick leaves less than its minimum', async () => {
      const { item, face } = await faces.scene({ face: 10, reserve: 48 });
      await faces.holds(face, item, 5, 20);
      const { picks } = await faces.released(item, 6);
      expect(await faces.coming(face)).toEqual([]);
      await done(faces.floor, 'picking.pick', pickOf(picks[0], item));
      await faces.comesTo(face, ['A-01-02-2 16 (800)']);
      const fill = await faces.fillOf(face);
      await done(faces.forklift, 'replenishment.pick', take(fill, item, 16));
      await done(faces.forklift, 'replenishment.put', { work: fill.work, location: face });
      expect(await faces.coming(face)).toEqual([]);
      expect(await faces.stockOf(item)).toContain(`${face} 20`);
      await faces.booksBalance();
    });

    test('that is empty is filled, before those that still have some', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      await faces.holds(face, item, 1, 12);
      await faces.comesTo(face, ['A-01-02-2 12 (500)']);
    });

    test('is filled when goods come into reserve, if there were none before', async () => {
      const { item, face } = await faces.scene({ face: 2 });
      await faces.holds(face, item, 5, 20);
      const more = { item, location: 'A-01-03-2', quantity: 7, unit: 'pcs', reason: 'found' };
      await done(faces.office, 'inventory.adjust', more);
      await faces.comesTo(face, ['A-01-03-2 7 (800)']);
    });

    test.each([
      ['with a minimum of 0 once it is empty', {}, [0, 12], ['A-01-02-2 12 (500)']],
      ['but not while it has some', { face: 1 }, [0, 12], []],
      ['as much at least as at most: to just that', { face: 11 }, [12, 12], ['A-01-02-2 1 (800)']],
      ['and holds it: no more', { face: 12 }, [12, 12], []],
    ] as const)('%s', async (_, stock, [minimum, maximum], expected) => {
      const [{ item, face }, last] = [await faces.scene({ ...stock, reserve: 48 }), await faces.scene({ reserve: 48 })];
      await faces.holds(face, item, minimum, maximum);
      await faces.holds(last.face, last.item, 1, 1);
      await faces.comesTo(last.face, ['A-01-02-2 1 (500)']);
      await faces.comesTo(face, expected);
    });

    test('in parts of a unit', async () => {
      const { item, face } = await faces.scene({ face: 0.25, reserve: 48 }, { item: { decimals: 3 } });
      await faces.holds(face, item, 0.3, 2.125);
      await faces.comesTo(face, ['A-01-02-2 1875 (800)']);
    });

    test('of two items is filled with both', async () => {
      const [one, other] = [await faces.scene({ reserve: 48 }), await faces.scene({ reserve: 48 })];
      const shared = await faces.scene({}, { face: { fixedItem: null, mixing: { items: true } } });
      const path = `/api/admin/pick-faces/EAST/${shared.face}`;
      const items = [one, other].map(({ item }) => ({ item, minimum: 2, maximum: 8 }));
      expect((await ada.change(path, { items })).status).toBe(200);
      await faces.comesTo(shared.face, ['A-01-02-2 8 (500)', 'A-01-02-2 8 (500)']);
    });

    test('that is blocked is left alone until it is used again', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const path = `/api/admin/warehouses/EAST/locations/${face}`;
      await ada.edit(path, { active: false });
      await faces.holds(face, item, 5, 20);
      const { body } = await ada.get(`/api/console/pick-faces?warehouse=EAST&show=all&search=${item}`);
      expect(body.items).toMatchObject([{ state: 'stuck', why: { code: 'location.inactive' } }]);
      expect(await faces.coming(face)).toEqual([]);
    });

    test('what an order wants of the last plate is brought with it, and never twice', async () => {
      const { item, face } = await faces.scene({ reserve: 20 });
      await faces.holds(face, item, 5, 20);
      await faces.comesTo(face, ['A-01-02-2 20 (500)']);
      const { picks } = await faces.released(item, 6);
      await faces.comesTo(face, ['A-01-02-2 20 (5)']);
      const fill = await faces.fillOf(face);
      await done(faces.forklift, 'replenishment.pick', take(fill, item, 20));
      await done(faces.forklift, 'replenishment.put', { work: fill.work, location: face });
      expect(await faces.stockOf(item)).toEqual([`${face} 20 (6)`]);
      await done(faces.floor, 'picking.pick', pickOf(picks[0], item));
      await faces.booksBalance();
    });

    test('that is counted while goods are on their way to it is counted as it is, and they come', async () => {
      const { item, face } = await faces.scene({ face: 2, reserve: 48 });
      await faces.holds(face, item, 5, 20);
      await faces.comesTo(face, ['A-01-02-2 18 (800)']);
      const fill = await faces.fillOf(face);
      await done(faces.forklift, 'replenishment.pick', take(fill, item, 18));
      const { work } = await done(faces.office, 'counting.start', { location: face });
      const lines = [{ location: face, item, quantity: 2, unit: 'pcs' }];
      expect(await done(faces.office, 'counting.count', { work, lines })).toMatchObject({ outcome: 'posted' });
      await done(faces.forklift, 'replenishment.put', { work: fill.work, location: face });
      expect(await faces.stockOf(item)).toContain(`${face} 20`);
      await faces.booksBalance();
    });

    test('whose goods were put down elsewhere is filled anew', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      await faces.holds(face, item, 5, 8);
      await faces.comesTo(face, ['A-01-02-2 8 (500)']);
      const fill = await faces.fillOf(face);
      await done(faces.forklift, 'replenishment.pick', take(fill, item, 8));
      await done(faces.forklift, 'replenishment.put', {
        work: fill.work,
        location: 'A-04-01-2',
        overrideReason: 'full',
      });
      await expect.poll(() => faces.coming(face), { timeout: 20_000 }).toHaveLength(1);
      await faces.booksBalance();
    });

    test('that belongs to no item is filled with the one that it has a minimum of', async () => {
      const { item, face } = await faces.scene({ reserve: 48 }, { face: { fixedItem: null } });
      await faces.holds(face, item, 3, 9);
      await faces.comesTo(face, ['A-01-02-2 9 (500)']);
    });

    test('gets as much as it bears', async () => {
      const { item, face } = await faces.scene(
        { reserve: 48 },
        { face: { capacity: { weightGrams: 7500 } }, item: { weight: { gross: 1, unit: 'kg' } } },
      );
      await faces.holds(face, item, 5, 20);
      await faces.comesTo(face, ['A-01-02-2 7 (500)']);
    });

    test('keeps what is on its way when an order that wanted some of it is cancelled', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      await faces.holds(face, item, 5, 20);
      await faces.comesTo(face, ['A-01-02-2 20 (500)']);
      const { orders } = await faces.released(item, 6);
      await faces.comesTo(face, ['A-01-02-2 26 (5)']);
      await faces.erp.sent(cancelShipMessage(`c-${item}`, orders[0] ?? ''));
      await faces.comesTo(face, ['A-01-02-2 20 (5)']);
      await faces.booksBalance();
    });

    test('is shown with what is under way, or why nothing can be brought', async () => {
      const full = await faces.scene({ face: 9 });
      const stuck = await faces.scene({ face: 2 });
      const low = await faces.scene({ reserve: 48 });
      const unset = await faces.scene({});
      for (const { item, face } of [full, stuck, low]) await faces.holds(face, item, 5, 20);
      await faces.comesTo(low.face, ['A-01-02-2 20 (500)']);
      const path = '/api/console/pick-faces?warehouse=EAST&limit=500';
      const shown = async (show: string) => {
        const { body } = await ada.get(`${path}&show=${show}`);
        return body.items.map(
          ({ location, state, why }: { location: string; state: string; why: { code: string } | null }) =>
            [location, state, ...(why ? [why.code] : [])].join(' '),
        );
      };
      const attention = await shown('attention');
      expect(attention).toContain(`${stuck.face} stuck replenishment.none_in_reserve`);
      expect(attention).toContain(`${low.face} coming`);
      expect(attention).not.toContain(`${full.face} enough`);
      expect(await shown('all')).toContain(`${full.face} enough`);
      expect(await shown('unset')).toContain(`${unset.face} unset`);
      const [row] = (await ada.get(`${path}&show=all&search=${low.item}`)).body.items;
      expect(row).toMatchObject({ minimum: 5, maximum: 20, onHand: 0, coming: [{ quantity: 20, claimedBy: null }] });
    });

    describe('is set at the desk', () => {
      test('with who changed it from what to what', async () => {
        const { item, face } = await faces.scene({});
        await faces.holds(face, item, 5, 20);
        const path = `/api/admin/pick-faces/EAST/${face}`;
        const limits = { item, minimum: 5, maximum: 20 };
        expect((await ada.get(path)).body).toMatchObject({ items: [{ ...limits, unit: 'pcs', sourceSystem: 'DEMO' }] });
        await ada.change(path, { items: [{ item, minimum: 1, maximum: 2, unit: 'case' }] });
        expect((await ada.get(path)).body).toMatchObject({ items: [{ minimum: 12, maximum: 24 }] });
        const [, newest] = await ada.audit(`pick-face/EAST/${face}`, 2);
        expect(newest).toMatchObject({
          actor: 'A-3001',
          before: { items: [limits] },
          after: { items: [{ minimum: 12 }] },
        });
        expect((await ada.change(path, { items: [] })).body.items).toEqual([]);
        expect((await ada.change(path, { items: [] }, '"stale"')).status).toBe(412);
      });

      test.each([
        ['more at least than at most', { minimum: 6, maximum: 5 }, '/items/0/minimum replenishment.limits_reversed'],
        ['nothing at most', { minimum: 0, maximum: 0 }, '/items/0/maximum replenishment.maximum_missing'],
        ['an item that nobody knows', { item: 'NOPE' }, '/items/0/item item.unknown'],
        ['the face of another item', { item: 'RP-1' }, '/items/0/item location.other_item'],
        ['a unit that nobody knows', { unit: 'barrel' }, '/items/0/unit item.unit_unknown'],
        ['half a piece', { minimum: 0.5 }, '/items/0/minimum quantity.too_precise'],
        ['less than nothing', { minimum: -1 }, '/items/0/minimum request.too_small'],
      ])('%s is refused', async (_, change, fault) => {
        const { item, face } = await faces.scene({});
        const limits = { items: [{ item, minimum: 1, maximum: 2, ...change }] };
        const answer = await ada.change(`/api/admin/pick-faces/EAST/${face}`, limits);
        expect([answer.status, faultsIn(answer)]).toEqual([422, [fault]]);
      });

      test('only for a place for picking', async () => {
        const limits = { items: [{ item: 'RP-1', minimum: 1, maximum: 2 }] };
        const answer = await ada.change('/api/admin/pick-faces/EAST/STAGE-01', limits);
        expect([answer.status, faultsIn(answer)]).toEqual([422, ['/items replenishment.not_a_face']]);
        expect((await ada.get('/api/admin/pick-faces/EAST/NOWHERE')).status).toBe(404);
      });

      test('not by a worker, who may ask for goods all the same', async () => {
        const { item, face } = await faces.scene({ reserve: 3 });
        const path = `/api/admin/pick-faces/EAST/${face}`;
        expect((await app().call('GET', path, { as: faces.floor.token })).status).toBe(403);
        expect(await said(faces.floor, 'replenishment.request', { item, location: face })).toBe('applied');
        const order = { location: face, item: `DEMO:${item}` };
        expect(await said(faces.office, 'replenishment.fill_face', order)).toBe('refused auth.permit_missing');
      });
    });
  },
  { restMs: 50 },
);
