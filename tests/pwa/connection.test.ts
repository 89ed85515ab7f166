import { describe, expect, test } from 'vitest';
import { startSync, syncStatus } from '../../pwa/store/sync.ts';
import { queue, rig } from './scripted-server.ts';

const options = { onChange: () => {} };

describe('being without a network', () => {
  async function online() {
    const made = await rig();
    const sync = startSync(made.database, made.environment, options);
    await made.environment.pass(100);
    expect((await syncStatus(made.database)).connection).toBe('online');
    return { ...made, sync };
  }

  test('is said at once when the browser knows', async () => {
    const { environment, database, sync } = await online();
    environment.answer(() => null);
    environment.lose();
    await environment.pass(0);
    expect((await syncStatus(database)).connection).toBe('offline');
    sync.stop();
  });

  test('is found out at once when the live connection breaks', async () => {
    const { environment, database, sync } = await online();
    environment.answer(() => null);
    environment.breakLive();
    await environment.pass(0);
    expect((await syncStatus(database)).connection).toBe('offline');
    sync.stop();
  });

  test('is said after four seconds where a request just hangs, and put right by an answer', async () => {
    const { environment, database, server, sync } = await online();
    let answer = (): void => {};
    environment.answer(
      (request) =>
        new Promise((resolve) => {
          answer = () => resolve(server.answer(request));
        }),
    );
    await queue({ environment, database }, 'a');
    sync.kick();
    await environment.pass(4100);
    expect((await syncStatus(database)).connection).toBe('offline');
    answer();
    await environment.pass(100);
    expect((await syncStatus(database)).connection).toBe('online');
    sync.stop();
  });

  test('is not believed of a browser whose server answers all the same', async () => {
    const { environment, database, sync } = await online();
    environment.lose();
    await environment.pass(100);
    expect((await syncStatus(database)).connection).toBe('online');
    sync.stop();
  });
});
