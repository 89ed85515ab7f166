import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { Erp, itemMessage, shipMessage } from '../support/erp.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { published } from '../support/published.ts';

const clock = new ManualClock();
const day = 86_400_000;

onBothDatabases(
  'packing slips become final by themselves',
  (app) => {
    let run = 0;
    const erp = () => new Erp(app());

    /** A slip of one piece, made now. */
    async function slip(): Promise<string> {
      run += 1;
      const [item, order, location] = [`FSL-${run}`, `SO-FSL-${run}`, 'A-10-01-1'];
      const office = await Device.signIn(app(), 'S-2001');
      const applied = async (type: string, body: object) => {
        const result = await office.do(type, body);
        expect([type, result.outcome, result.problem]).toEqual([type, 'applied', null]);
        return result.result;
      };
      await erp().sent(itemMessage(item), shipMessage(`fsl-${run}`, order, [[1, item, 1]]));
      await applied('inventory.adjust', { location, item, quantity: 1, unit: 'pcs', reason: 'found' });
      const [{ work }] = (await applied('waves.release', { orders: [order] })).work;
      await applied('picking.pick', { work, line: 1, location, item, unit: 'pcs', quantity: 1 });
      await applied('picking.put', { work, location: 'STAGE-01' });
      return (await applied('shipping.confirm', { order })).documents[0].documentNumber;
    }

    async function reverse(documentNumber: string) {
      const office = await Device.signIn(app(), 'S-2001');
      return office.do('shipping.reverse_confirmation', { documentNumber, reason: 'too late?' });
    }

    const read = async (number: string) => (await erp().get(`/api/erp/packing-slips/${number}`)).body;

    async function becomesPosted(number: string): Promise<void> {
      for (let tries = 0; tries < 400; tries += 1) {
        if ((await read(number)).postingStatus === 'posted') return;
        await new Promise((next) => setTimeout(next, 5));
      }
      throw new Error(`${number} did not become final`);
    }

    async function board() {
      const { token } = await Device.signIn(app(), 'S-2001');
      const { body } = await app().call('GET', '/api/console/board?warehouse=EAST', { as: token });
      return body.documents;
    }

    test('a day after they were made; then nothing reverses them', async () => {
      const number = await slip();
      clock.pass(day - 60_000);
      expect((await read(number)).postingStatus).toBe('ready');
      const younger = await slip();
      clock.pass(60_000);
      await becomesPosted(number);
      const refused = await reverse(number);
      expect([refused.outcome, refused.problem.code, refused.problem.params]).toEqual([
        ...['refused', 'document.posted', { document: number }],
      ]);
      expect((await reverse(younger)).outcome).toBe('applied');
      expect(await read(younger)).toMatchObject({ active: false, postingStatus: 'ready' });
    });

    test('what the ERP says of them is kept, and what it has not heard of is counted', async () => {
      const before = (await board()).unacknowledged.count;
      const number = await slip();
      await published(app());
      expect((await board()).unacknowledged.count).toBe(before + 2);
      const path = `/api/erp/packing-slips/${number}/versions/1/acknowledgement`;
      const posted = { result: 'posted', reference: 'INV-7' };
      expect((await erp().call('POST', path, posted)).status).toBe(200);
      expect((await read(number)).acknowledgement).toMatchObject(posted);
      expect((await board()).unacknowledged.count).toBe(before + 1);
    });

    test('but not while the ERP rejects them', async () => {
      const number = await slip();
      const path = `/api/erp/packing-slips/${number}/versions/1/acknowledgement`;
      await erp().call('POST', path, { result: 'rejected', reason: 'period closed' });
      const other = await slip();
      clock.pass(day);
      await becomesPosted(other);
      expect((await read(number)).postingStatus).toBe('ready');
      expect((await reverse(number)).outcome).toBe('applied');
    });

    test('nor where the books do not say that they told of the goods', async () => {
      const number = await slip();
      await app().services.store.write((trx) =>
        trx.k.updateTable('coverage').set({ state: 'pending' }).where('document_number', '=', number).execute(),
      );
      const other = await slip();
      clock.pass(day);
      await becomesPosted(other);
      const { token } = await Device.signIn(app(), 'S-2001');
      const { body } = await app().call('GET', `/api/console/documents/${number}`, { as: token });
      expect([body.postingStatus, body.postingProblem?.code]).toEqual(['ready', 'document.coverage_differs']);
    });
  },
  { clock },
);
