import { beforeAll, describe, expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { signInAtConsole } from '../support/console.ts';

/** An order whose warehouse nobody knows: kept, and failed. */
function order(messageId: string, orderNumber: string, warehouse: string) {
  const lines = [{ lineNumber: 1, item: 'A0001', quantity: 1, unit: 'pcs' }];
  const asked = { orderNumber, warehouse, lines };
  return { messageId, type: 'inbound-shipment-order', operation: 'upsert', order: asked };
}

onBothDatabases('a message that failed', (app) => {
  let administrator = '';
  const at = (id: string, action = '') => `/api/console/messages/DEMO/${id}${action}`;
  const statusOf = async (id: string) => (await app().call('GET', at(id), { as: administrator })).body.status;
  const fail = async (messageId: string, orderNumber: string) => {
    await app().call('POST', '/api/erp/messages', { as: 'demo-erp-key', body: order(messageId, orderNumber, 'NORTH') });
    await expect.poll(() => statusOf(messageId)).toBe('failed');
  };

  beforeAll(async () => {
    administrator = await signInAtConsole(app(), 'A-3001');
    await app().call('POST', '/api/erp/messages', {
      as: 'demo-erp-key',
      body: {
        messageId: 'item',
        type: 'item',
        operation: 'upsert',
        item: { number: 'A0001', description: 'Rye', baseUnit: 'pcs' },
      },
    });
  });

  test('is tried again, and fails again while nothing was mended', async () => {
    await fail('m-1', 'PO-1');
    const answer = await app().call('POST', at('m-1', '/requeue'), { as: administrator });
    expect([answer.status, answer.body.status]).toEqual([202, 'received']);
    const triedOften = async () => {
      const { body } = await app().call('GET', at('m-1'), { as: administrator });
      return [body.status, body.attempts];
    };
    await expect.poll(triedOften).toEqual(['failed', 2]);
  });

  test('is given up, once', async () => {
    await fail('m-2', 'PO-2');
    expect((await app().call('POST', at('m-2', '/cancel'), { as: administrator })).status).toBe(200);
    expect(await statusOf('m-2')).toBe('cancelled');
    const again = await app().call('POST', at('m-2', '/cancel'), { as: administrator });
    expect([again.status, again.body.code]).toEqual([409, 'message.state']);
  });

  test('is replaced by an edited one, and both are linked', async () => {
    await fail('m-3', 'PO-3');
    const body = order('m-3-edited', 'PO-3', 'EAST');
    expect((await app().call('POST', at('m-3', '/replacement'), { as: administrator, body })).status).toBe(202);
    await expect.poll(() => statusOf('m-3-edited')).toBe('accepted');
    const { body: original } = await app().call('GET', at('m-3'), { as: administrator });
    expect([original.status, original.replacedBy]).toEqual(['superseded', 'm-3-edited']);
  });

  describe('is left alone by', () => {
    test.each([
      ['a worker', 'W-1001'],
      ['a supervisor, who may look at it', 'S-2001'],
    ])('%s', async (_, user) => {
      const token = await signInAtConsole(app(), user);
      for (const action of ['/requeue', '/cancel', '/replacement']) {
        const answer = await app().call('POST', at('m-1', action), { as: token, body: order('x', 'PO-1', 'EAST') });
        expect([action, answer.status, answer.body.code]).toEqual([action, 403, 'auth.permit_missing']);
      }
    });
  });
});
