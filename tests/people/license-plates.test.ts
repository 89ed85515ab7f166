import { expect, test } from 'vitest';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

onBothDatabases('the range of licence plate numbers after the one a device has', (app) => {
  async function signedIn(id: string): Promise<{ readonly token: string; readonly first: Range }> {
    const { body } = await app().call('POST', '/api/session', { body: { badge: 'W-1001', pin: '1001', device: id } });
    return { token: body.token, first: body.licensePlates };
  }

  const after = (token: string, to: number) =>
    app().call('POST', '/api/device/license-plates', { as: token, body: { after: to } });

  test('is a new one, that no other device has', async () => {
    const [one, other] = [await signedIn('HH-P1'), await signedIn('HH-P2')];
    const next = (await after(one.token, one.first.to)).body;
    const ranges = [one.first, other.first, next].sort((a, b) => a.from - b.from);
    expect(ranges.every((range, index) => index === 0 || range.from > (ranges[index - 1]?.to ?? 0))).toBe(true);
    expect(next.to - next.from).toBe(one.first.to - one.first.from);
  });

  test('is the same one again when the answer was lost, also when both questions come at once', async () => {
    const { token, first } = await signedIn('HH-P3');
    const answers = await Promise.all([after(token, first.to), after(token, first.to), after(token, first.to)]);
    expect(new Set(answers.map(({ body }) => body.from)).size).toBe(1);
    const [answer] = answers;
    expect((await after(token, answer?.body.to)).body.from).toBeGreaterThan(answer?.body.to);
  });

  test('is what the next sign-in gives too', async () => {
    const { token, first } = await signedIn('HH-P4');
    const { body } = await after(token, first.to);
    expect((await signedIn('HH-P4')).first).toEqual(body);
  });

  test('is drawn for no console, where nobody registers goods, unless it asks', async () => {
    const { body } = await app().call('POST', '/api/session', { body: { user: 'A-3001', password: '3001' } });
    expect(body.licensePlates).toEqual({ from: 0, to: 0, companyPrefix: null });
    expect((await after(body.token, 0)).body.from).toBeGreaterThan(0);
  });

  test('is given to nobody who is not signed in, and to no question that cannot be read', async () => {
    const device = await Device.signIn(app(), 'W-1001');
    expect((await app().call('POST', '/api/device/license-plates', { body: { after: 0 } })).status).toBe(401);
    expect((await after(device.token, -1)).status).toBe(422);
  });
});
