import { beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { itemMessage } from '../support/erp.ts';
import { done, PickFaces, take } from '../support/pick-faces.ts';

onBothDatabases(
  'goods that an ERP wants at a pick face',
  (app) => {
    let faces: PickFaces;
    let messages = 0;

    beforeAll(async () => {
      faces = await PickFaces.begin(app());
    });

    async function asked(request: object, operation = 'upsert') {
      messages += 1;
      const message = { messageId: `need-${messages}`, type: 'replenishment-request', operation, request };
      const [outcome] = await faces.erp.sent(message);
      return [
        outcome.status,
        ...outcome.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
      ];
    }

    test('are brought before everything else, a plate to the face of the item unless more is said', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      expect(await asked({ warehouse: 'EAST', item })).toEqual(['accepted']);
      expect(await faces.coming(face)).toEqual(['A-01-02-2 48 (0)']);
      const [fill] = (await done(faces.forklift, 'picking.claim', { type: 'replenish' })).work;
      await done(faces.forklift, 'replenishment.pick', take(fill, item, 48));
      await done(faces.forklift, 'replenishment.put', { work: fill.work, location: face });
      expect(await faces.stockOf(item)).toEqual([`${face} 48`]);
    });

    test('as many as it says, to the place that it says, as urgent as it says', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const need = { warehouse: 'EAST', item, location: face, quantity: 2, unit: 'case', reason: 'campaign' };
      expect(await asked({ ...need, urgent: false })).toEqual(['accepted']);
      expect(await faces.coming(face)).toEqual(['A-01-02-2 24 (500)']);
    });

    test('asked for anew they replace what was asked, taken back nobody brings them, and what orders want stays', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const need = { requestNumber: 'RR-1', warehouse: 'EAST', item };
      await asked({ ...need, quantity: 10 });
      const { picks } = await faces.released(item, 5);
      expect(await faces.coming(face)).toEqual(['A-01-02-2 15 (0)']);
      await asked({ ...need, quantity: 20 });
      expect(await faces.coming(face)).toEqual(['A-01-02-2 25 (0)']);
      expect(await asked({ requestNumber: 'RR-1' }, 'cancel')).toEqual(['accepted']);
      expect(await asked({ requestNumber: 'RR-1' }, 'cancel')).toEqual(['accepted']);
      expect(await faces.coming(face)).toEqual(['A-01-02-2 5 (0)']);
      expect(await faces.lineOf(picks[0]?.work ?? '')).toEqual([`${face} 5 open waits`]);
      await faces.booksBalance();
    });

    test('what somebody has fetched comes all the same', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      await asked({ requestNumber: 'RR-2', warehouse: 'EAST', item, quantity: 10 });
      const fill = await faces.fillOf(face);
      await done(faces.forklift, 'replenishment.pick', take(fill, item, 10));
      expect(await asked({ requestNumber: 'RR-2' }, 'cancel')).toEqual(['accepted']);
      await done(faces.forklift, 'replenishment.put', { work: fill.work, location: face });
      expect(await faces.stockOf(item)).toEqual(['A-01-02-2 38', `${face} 10`]);
    });

    test.each([
      ['another warehouse', { warehouse: 'MOON' }, '/request/warehouse order.warehouse_unknown'],
      ['a place that is not there', { location: 'NOWHERE' }, '/request/location location.unknown'],
      [
        'a place that orders are not picked from',
        { location: 'STAGE-01' },
        '/request/location replenishment.not_pickable',
      ],
      ['the face of another item', { location: 'F-1' }, '/request/location location.other_item'],
      ['a unit that nobody knows', { quantity: 1, unit: 'barrel' }, '/request/unit item.unit_unknown'],
      ['half a piece', { quantity: 0.5 }, '/request/quantity quantity.too_precise'],
    ])('for %s the message fails', async (_, change, fault) => {
      const { item } = await faces.scene({ reserve: 48 });
      expect(await asked({ warehouse: 'EAST', item, ...change })).toEqual(['failed', fault]);
    });

    test('all of a plate asked for anew is the same plate, and again as many as it says', async () => {
      const { item, face } = await faces.scene({ reserve: 48 });
      const need = { requestNumber: 'RR-3', warehouse: 'EAST', item };
      for (const quantity of [undefined, undefined, 40, 48]) {
        expect(await asked({ ...need, ...(quantity && { quantity }) })).toEqual(['accepted']);
        expect(await faces.coming(face)).toEqual([`A-01-02-2 ${quantity ?? 48} (0)`]);
      }
      expect(await asked({ requestNumber: 'RR-3' }, 'cancel')).toEqual(['accepted']);
      expect(await faces.coming(face)).toEqual([]);
    });

    test('where none are in reserve they come when there are some, unless it is taken back before', async () => {
      const [one, other] = [await faces.scene({}), await faces.scene({})];
      for (const { item } of [one, other]) {
        const need = { requestNumber: `RR-${item}`, warehouse: 'EAST', item };
        expect(await asked(need)).toEqual(['accepted']);
        expect(await asked(need)).toEqual(['accepted']);
      }
      expect(await asked({ requestNumber: `RR-${one.item}` }, 'cancel')).toEqual(['accepted']);
      for (const { item } of [one, other]) {
        const found = { item, location: 'A-01-03-2', quantity: 5, unit: 'pcs', reason: 'found' };
        await done(faces.office, 'inventory.adjust', found);
      }
      await faces.comesTo(other.face, ['A-01-03-2 5 (0)']);
      expect(await faces.coming(one.face)).toEqual([]);
      expect(await asked({ requestNumber: `RR-${other.item}` }, 'cancel')).toEqual(['accepted']);
      expect(await faces.coming(other.face)).toEqual([]);
    });

    test('where the item has no face, the message fails', async () => {
      await faces.erp.sent(itemMessage('FACELESS'));
      const faceless = { warehouse: 'EAST', item: 'FACELESS' };
      expect(await asked(faceless)).toEqual(['failed', '/request/item replenishment.no_face']);
      const unknown = await asked({ requestNumber: 'RR-?' }, 'cancel');
      expect(unknown).toEqual(['failed', '/request/requestNumber replenishment.request_unknown']);
    });

    test('an item that is not known yet is waited for', async () => {
      expect(await asked({ warehouse: 'EAST', item: 'SOON' })).toEqual(['parked', '/request/item order.item_unknown']);
    });
  },
  { restMs: 50 },
);
