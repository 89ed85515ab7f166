import { expect, test } from 'vitest';
import { answered } from '../pwa/device.ts';
import { mount } from './mounted.tsx';

test('a silent server is waited for by nobody; it is asked again while somebody looks at what it has not told', async () => {
  let isSilent = true;
  const app = await mount({
    answer: ({ method, path }) => {
      if (method !== 'GET') return answered(503, null);
      if (!path.startsWith('/api/device/look-up?')) {
        return answered(200, { items: [], next: 20, hasMore: false, reset: false });
      }
      return isSilent ? new Promise<never>(() => {}) : answered(200, { items: [] });
    },
  });
  await app.scan('A0002');
  expect(location.pathname).toBe('/flow/look-up/item');
  await app.settle(5000);
  expect(app.text('main')).toContain('as this device knows it');
  isSilent = false;
  await app.settle(5000);
  expect(app.text('main')).toContain('by the server');
});
