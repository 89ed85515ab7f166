import { expect, test } from 'vitest';
import { announcer } from '../support/announced.ts';
import { onBothDatabases } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { twoItems } from '../support/notices.ts';
import { published } from '../support/published.ts';

onBothDatabases('plates of a load that is completed', (app) => {
  const announced = announcer(app);

  test('a plate whose load is completed is refused', async () => {
    const { device, plate, load } = await announced(twoItems);
    await device.do('receiving.complete', { load, acceptDifferences: true });
    const late = await device.do('receiving.register', { licensePlate: plate });
    expect(late.problem).toMatchObject({ code: 'receiving.load_completed', params: { load } });
  });

  test('goods of a load that others completed meanwhile are kept, and booked once it is open again', async () => {
    const { device, plate, load, order, one } = await announced(twoItems);
    const knownAt = await published(app());
    const supervisor = await Device.signIn(app(), 'S-2001');
    await supervisor.do('receiving.register', { load, item: one, quantity: 1, unit: 'pcs' });
    const completed = await supervisor.do('receiving.complete', { load, acceptDifferences: true });
    await published(app());
    const whole = await device.do('receiving.register', { licensePlate: plate }, { knownAt });
    const part = await device.do(
      'receiving.register',
      { order, load, item: one, quantity: 1, unit: 'pcs' },
      { knownAt },
    );
    for (const { outcome, problem } of [whole, part]) {
      expect([outcome, problem.code]).toEqual(['held', 'receiving.load_completed']);
    }
    const decision = { exception: part.id, action: 'apply', reason: 'it came with the truck' };
    expect((await supervisor.do('exceptions.resolve', decision)).problem.code).toBe('receiving.load_completed');
    const [{ documentNumber }] = completed.result.documents;
    await supervisor.do('receiving.reverse_completion', { documentNumber, reason: 'more of it was at the dock' });
    expect(await supervisor.do('exceptions.resolve', decision)).toMatchObject({ outcome: 'applied' });
    // Who completes a load knows that it is completed.
    await supervisor.do('receiving.complete', { load, acceptDifferences: true });
    const own = await supervisor.do('receiving.register', { licensePlate: plate }, { knownAt });
    expect([own.outcome, own.problem.code]).toEqual(['refused', 'receiving.load_completed']);
  });
});
