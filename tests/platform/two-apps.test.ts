import { expect, test } from 'vitest';
import { openTestApp } from '../support/app.ts';

test('two applications in one process know their own kinds of things, each with its own clock', async () => {
  const first = await openTestApp('sqlite', { bare: true });
  const second = await openTestApp('sqlite', { bare: true });
  const kinds = [...first.services.thingLoaders.keys()];
  expect(kinds).toEqual(expect.arrayContaining(['item', 'location', 'inboundOrder', 'licensePlate', 'work']));
  expect([...second.services.thingLoaders.keys()]).toEqual(kinds);
  expect(first.services.thingLoaders.get('exception')).not.toBe(second.services.thingLoaders.get('exception'));
  await Promise.all([first.close(), second.close()]);
});
