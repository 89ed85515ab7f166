import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { haveItems, haveOrders } from '../support/orders.ts';
import { published } from '../support/published.ts';

const goods = '409 session.goods_in_hand';
const supervisor = { badge: 'S-2001', pin: '2001' };

onBothDatabases('signing off', (app) => {
  /** A worker who has taken a plate on a trip, and what signing off is answered. */
  async function onTheWay(order: string) {
    await haveItems(app(), [{ number: 'TRIP' }]);
    await haveOrders(app(), [{ orderNumber: order, lines: [{ lineNumber: 1, item: 'TRIP', quantity: 5 }] }]);
    const worker = await Device.signIn(app(), 'W-1001');
    const scan = { order, line: 1, item: 'TRIP', quantity: 5, unit: 'pcs' };
    const { licensePlate } = (await worker.do('receiving.register', scan)).result;
    expect(await worker.do('putaway.claim', { licensePlate })).toMatchObject({ outcome: 'applied' });
    const signOff = async (query = '', body?: object) => {
      const answer = await app().call('DELETE', `/api/session${query}`, { as: worker.token, body });
      return answer.status === 204 ? '204' : `${answer.status} ${answer.body.errors?.[0]?.code ?? answer.body.code}`;
    };
    return { worker, licensePlate: String(licensePlate), signOff };
  }

  test('with empty hands is signing off, forced or not, and whatever else is asked is refused', async () => {
    for (const query of ['', '?force=true', '?force=false']) {
      const { token } = await Device.signIn(app(), 'W-1001');
      expect((await app().call('DELETE', `/api/session${query}`, { as: token })).status).toBe(204);
      expect((await app().call('GET', '/api/session', { as: token })).status).toBe(401);
    }
    const { token } = await Device.signIn(app(), 'W-1001');
    expect((await app().call('DELETE', '/api/session?quick=yes', { as: token })).status).toBe(422);
  });

  test('with goods in hand is refused; once they are put, it is not', async () => {
    const { worker, licensePlate, signOff } = await onTheWay('PO-TRIP-1');
    expect([await signOff(), await signOff('?force=false')]).toEqual([goods, goods]);
    expect((await app().call('GET', '/api/session', { as: worker.token })).status).toBe(200);
    const put = await worker.do('putaway.put', { licensePlate, to: 'A-08-02-1', overrideReason: 'other' });
    expect(put).toMatchObject({ outcome: 'applied' });
    expect(await signOff()).toBe('204');
  });

  test('with goods in hand takes a supervisor who vouches for them; others may then carry them', async () => {
    const { licensePlate, signOff } = await onTheWay('PO-TRIP-2');
    expect([
      await signOff('?force=true'),
      await signOff('?force=true', { badge: 'S-2001' }),
      await signOff('?force=true', { ...supervisor, why: 'late' }),
      await signOff('?force=true', { ...supervisor, pin: '2002' }),
      await signOff('?force=true', { badge: 'nobody', pin: '2001' }),
      await signOff('?force=true', { badge: 'W-1001', pin: '1001' }),
      await signOff('', supervisor),
    ]).toEqual([
      '422 session.credentials_missing',
      '422 request.missing',
      '422 request.unknown_property',
      '401 session.wrong_credentials',
      '401 session.wrong_credentials',
      '403 auth.permit_missing',
      goods,
    ]);
    expect(await signOff('?force=true', supervisor)).toBe('204');
    expect(await signOff()).toBe('401 auth.key_unknown');

    const other = await Device.signIn(app(), 'S-2001');
    expect(await other.do('putaway.claim', { licensePlate })).toMatchObject({ outcome: 'applied' });
    await published(app());
    const audit = await app()
      .services.store.read.k.selectFrom('audit')
      .select(['actor', 'subject'])
      .where('action', '=', 'session.forced_off')
      .execute();
    expect(audit).toEqual([{ actor: 'S-2001', subject: 'person/W-1001' }]);
  });

  test('a supervisor whose PIN is guessed at is locked here too', async () => {
    const { signOff } = await onTheWay('PO-TRIP-3');
    const wrong = { ...supervisor, pin: '0' };
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await signOff('?force=true', wrong));
    expect(answers).toEqual([...Array(5).fill('401 session.wrong_credentials'), '429 session.locked']);
  });
});
