import { pino } from 'pino';
import { expect, inject, test } from 'vitest';
import { openApp } from '../../api/app.ts';
import { asTestApp } from '../support/app.ts';
import { Device } from '../support/device.ts';
import { freshDatabase } from '../support/fresh-database.ts';

test('an id that is taken, in a flush that another job has done again, is refused and is no fault of the program', async () => {
  const database = await freshDatabase('sqlite', inject('models').demo);
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => errors.push(line) });
  const app = asTestApp(await openApp({ databaseUrl: database.url, mode: 'demo', log }), 'sqlite');
  const { store, pipeline } = app.services;
  const device = await Device.signIn(app, 'W-1001');
  const first = device.command('receiving.complete', { order: 'PO-NONE' });
  expect(await device.send(first)).toMatchObject([{ outcome: 'refused' }]);

  const author = { operator: 'W-1001', session: null, isRevoked: false, permitsIn: () => [] };
  const failing = store.write(() => Promise.reject(new Error('another one fails')));
  const answers = pipeline.submit([{ ...first, sequence: 2 }], author);
  await expect(failing).rejects.toThrow('another one fails');
  expect(await answers).toMatchObject([{ outcome: 'refused', problem: { code: 'command.id_reused' } }]);
  expect(errors).toEqual([]);
  await app.close();
  await database.drop();
});
