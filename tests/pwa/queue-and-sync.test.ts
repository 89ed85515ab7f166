import { describe, expect, test } from 'vitest';
import { openDatabase, readMeta, type TallymanDatabase, writeMeta } from '../../pwa/store/database.ts';
import type { StoredEnvelope } from '../../pwa/store/queued-command.ts';
import { changeWarehouse } from '../../pwa/store/session.ts';
import { startSync, syncStatus } from '../../pwa/store/sync.ts';
import { readTask } from '../../pwa/store/task.ts';
import { answered, wanda } from './device.ts';
import { noChanges, queue, rig } from './scripted-server.ts';
import { changes, salt } from './things.ts';

const notes = (commands: readonly StoredEnvelope[]) => commands.map((command) => command.body.note);
const states = async (database: TallymanDatabase) => (await database.getAll('queue')).map(({ state }) => state);
const task = { badge: 'W-1001', position: null, parked: [] };
const options = { onChange: () => {} };

describe('the queue', () => {
  test('numbers commands without holes, also when two tabs queue at once', async () => {
    const { environment, database } = await rig();
    const other = await openDatabase(environment.storage);
    await Promise.all([
      queue({ environment, database }, 'a'),
      queue({ environment, database: other }, 'b'),
      queue({ environment, database }, 'c'),
    ]);
    expect((await database.getAll('queue')).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  test('corrects the time by the measured offset, and says what was known', async () => {
    const { environment, database } = await rig();
    await writeMeta(database, 'clockOffset', { offsetMs: -90_000, doubtMs: 20, measuredAt: environment.clock.now() });
    await writeMeta(database, 'cursor', { warehouse: 'EAST', after: 412, generation: 1, isWhole: true });
    const { command } = await queue({ environment, database }, 'a');
    expect(command).toMatchObject({ occurredAt: '2026-03-02T06:58:30.000Z', knownAt: 412 });
  });

  test('a command is kept with the next step and its line, or nothing of it is', async () => {
    const { environment, database } = await rig();
    await queue({ environment, database }, 'a');
    const unstorable = { ...task, position: () => {} } as never;
    const log = { badge: 'W-1001', atMs: 0, text: '', tone: 'good', said: '' } as const;
    await expect(queue({ environment, database }, 'b', {}, { log, task: unstorable })).rejects.toThrow();
    expect(await database.getAll('log')).toEqual([]);
    await queue({ environment, database }, 'c', {}, { log, task });
    expect((await database.getAll('queue')).map(({ sequence, command }) => [sequence, command.body.note])).toEqual([
      [1, 'a'],
      [2, 'c'],
    ]);
    expect(await database.getAll('log')).toMatchObject([log]);
    expect(await readTask(database, 'W-1001')).toEqual(task);
  });

  test('keeps what the server would refuse unread out of the body', async () => {
    const { environment, database } = await rig();
    const { command } = await queue({ environment, database }, 'a', {
      body: { lot: 'L\u0007-7\ud800', list: ['\u001d'] },
    });
    expect(command.body).toEqual({ lot: 'L-7\ufffd', list: [''] });
  });
});

describe('sending', () => {
  test('goes in order, in batches, each command once', async () => {
    const { environment, database, server } = await rig();
    for (let count = 1; count <= 120; count += 1) await queue({ environment, database }, `n${count}`);
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    expect(notes(server.done)).toEqual(Array.from({ length: 120 }, (_, index) => `n${index + 1}`));
    const sizes = environment.requests
      .filter(({ path }) => path === '/api/device/commands')
      .map(({ body }) => (body as { commands: [] }).commands.length);
    expect(sizes).toEqual([50, 50, 20]);
    expect(new Set(await states(database))).toEqual(new Set(['applied']));
    sync.stop();
  });

  test('an answer that is lost makes no second doing', async () => {
    const { environment, database, server } = await rig();
    await queue({ environment, database }, 'a');
    let losses = 3;
    environment.answer((request) => {
      const answer = server.answer(request);
      if (request.method === 'POST' && losses > 0) {
        losses -= 1;
        return null;
      }
      return answer;
    });
    const sync = startSync(database, environment, options);
    await environment.pass(60_000);
    expect(notes(server.done)).toEqual(['a']);
    expect(await states(database)).toEqual(['applied']);
    sync.stop();
  });

  test('a request that hangs is given up and sent again', async () => {
    const { environment, database, server } = await rig();
    await queue({ environment, database }, 'a');
    let hangs = true;
    environment.answer((request) => {
      if (request.method === 'POST' && hangs) {
        hangs = false;
        return new Promise(() => {});
      }
      return server.answer(request);
    });
    const sync = startSync(database, environment, options);
    await environment.pass(60_000);
    expect(await states(database)).toEqual(['applied']);
    sync.stop();
  });

  test('commands of another person keep the session they were made in', async () => {
    const { environment, database, server } = await rig();
    await queue({ environment, database }, 'a');
    await queue({ environment, database }, 'b', { badge: 'S-2001', session: 'session-of-sven' });
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    expect(server.done.map(({ session }) => session)).toEqual(['session-of-wanda', 'session-of-sven']);
    sync.stop();
  });

  test('a refusal is kept with its problem and does not stop what follows', async () => {
    const { environment, database, server } = await rig();
    for (const note of ['a', 'b', 'c']) await queue({ environment, database }, note);
    server.outcomeOf = ({ body }) =>
      body.note === 'b' ? { outcome: 'held', problem: { code: 'receiving.order_closed' } } : { outcome: 'applied' };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    expect(await states(database)).toEqual(['applied', 'held', 'applied']);
    expect((await database.get('queue', 2))?.answer?.problem?.code).toBe('receiving.order_closed');
    sync.stop();
  });

  test('a server that lost its latest commands is sent them again, answered or not', async () => {
    const { environment, database, server } = await rig();
    for (const note of ['a', 'b', 'c']) await queue({ environment, database }, note);
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    server.expected = 2;
    for (const { id } of server.done.splice(1)) server.bodies.delete(id);
    await queue({ environment, database }, 'd');
    sync.kick();
    await environment.pass(100);
    expect(notes(server.done)).toEqual(['a', 'b', 'c', 'd']);
    expect(await states(database)).toEqual(['applied', 'applied', 'applied', 'applied']);
    sync.stop();
  });

  test('a number that the server has used for another command gives way, and the command is still done', async () => {
    const { environment, database, server } = await rig();
    server.expected = 5;
    await queue({ environment, database }, 'a');
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    expect(server.done.map(({ sequence, body }) => [sequence, body.note])).toEqual([[5, 'a']]);
    sync.stop();
  });

  test('an unknown type stays parked and is asked for again after an hour', async () => {
    const { environment, database, server } = await rig();
    await queue({ environment, database }, 'a');
    server.outcomeOf = () => ({ outcome: 'parked', problem: { code: 'command.type_unknown' } });
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    expect(await states(database)).toEqual(['parked']);
    server.outcomeOf = () => ({ outcome: 'applied' });
    await environment.pass(2 * 60 * 60 * 1000);
    expect(await states(database)).toEqual(['applied']);
    sync.stop();
  });

  test('nobody signed in: it waits, says so, and goes on after the sign-in', async () => {
    const { environment, database, server } = await rig();
    await queue({ environment, database }, 'a');
    environment.answer(() => answered(401, { code: 'auth.required' }));
    const sync = startSync(database, environment, options);
    await environment.pass(1000);
    expect(await syncStatus(database)).toMatchObject({ connection: 'signIn', waiting: 1 });
    environment.answer((request) => server.answer(request));
    sync.kick();
    await environment.pass(100);
    expect(await syncStatus(database)).toMatchObject({ connection: 'online', waiting: 0 });
    sync.stop();
  });

  test('a batch that is too much is sent in smaller ones', async () => {
    const { environment, database, server } = await rig();
    for (let count = 1; count <= 20; count += 1) await queue({ environment, database }, `n${count}`);
    environment.answer((request) => {
      const isTooMuch = request.method === 'POST' && (request.body as { commands: [] }).commands.length > 5;
      return isTooMuch ? answered(413, { code: 'request.too_large' }) : server.answer(request);
    });
    const sync = startSync(database, environment, options);
    await environment.pass(120_000);
    expect(server.done).toHaveLength(20);
    sync.stop();
  });

  test('one of two tabs sends; when it closes the other takes over', async () => {
    const { environment, database, server } = await rig();
    const tab = environment.tab();
    tab.answer((request) => server.answer(request));
    const first = startSync(database, environment, options);
    const second = startSync(await openDatabase(tab.storage), tab, options);
    await environment.pass(100);
    expect(tab.requests).toEqual([]);
    await queue({ environment: tab, database }, 'queued in the tab that does not send');
    second.kick();
    await environment.pass(100);
    expect(server.done).toHaveLength(1);
    expect(tab.requests).toEqual([]);
    first.stop();
    await queue({ environment: tab, database }, 'queued after the first was closed');
    second.kick();
    await environment.pass(100);
    expect(server.done).toHaveLength(2);
    expect(tab.requests.length).toBeGreaterThan(0);
    second.stop();
  });

  test('after a long silence the page coming to sight is enough to try again', async () => {
    const { environment, database, server } = await rig();
    await queue({ environment, database }, 'a');
    environment.answer(() => null);
    const sync = startSync(database, environment, options);
    await environment.pass(10 * 60 * 1000);
    environment.answer((request) => server.answer(request));
    environment.wakeUp();
    await environment.pass(10);
    expect(await states(database)).toEqual(['applied']);
    sync.stop();
  });
});

describe('taking changes in', () => {
  const item = (position: number, number: string) => ({
    ...changes(['item', `DEMO:${number}`, { ...salt, number, key: `DEMO:${number}` }])[0],
    position,
  });
  const keys = async (database: TallymanDatabase) => (await database.getAllKeys('things')).map(([, key]) => key);

  test('page by page, from where it stood, also after a restart', async () => {
    const { environment, database, server } = await rig();
    const asked: string[] = [];
    environment.answer((request) => {
      if (request.method === 'POST') return server.answer(request);
      const after = new URLSearchParams(request.path.split('?')[1]).get('after') ?? '';
      asked.push(after);
      if (after === '0') return answered(200, { items: [item(1, 'A1')], next: 1, hasMore: true, reset: false });
      if (after === '1') return answered(200, { items: [item(2, 'A2')], next: 2, hasMore: false, reset: false });
      return answered(200, noChanges(Number(after)));
    });
    const first = startSync(database, environment, options);
    await environment.pass(100);
    first.stop();
    const second = startSync(database, environment, options);
    await environment.pass(100);
    expect(asked).toEqual(['0', '1', '2']);
    expect(await keys(database)).toEqual(['DEMO:A1', 'DEMO:A2']);
    second.stop();
  });

  test('what was deleted goes', async () => {
    const { environment, database, server } = await rig();
    server.changes = { items: [item(1, 'A1'), item(2, 'A2')], next: 2, hasMore: false, reset: false };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    server.changes = {
      items: [{ ...item(3, 'A1'), deleted: true, value: null }],
      next: 3,
      hasMore: false,
      reset: false,
    };
    environment.hint();
    await environment.pass(100);
    expect(await keys(database)).toEqual(['DEMO:A2']);
    sync.stop();
  });

  test('a cursor that is too old starts afresh: what is gone goes at the end, the queue stays as it is', async () => {
    const { environment, database, server } = await rig();
    server.changes = { items: [item(90, 'OLD'), item(91, 'A1')], next: 91, hasMore: false, reset: false };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    environment.answer((request) => {
      if (request.method === 'POST') return null;
      const after = new URLSearchParams(request.path.split('?')[1]).get('after');
      if (after === '91') return answered(200, { items: [item(1, 'A1')], next: 1, hasMore: true, reset: true });
      if (after === '1') return answered(200, { items: [item(2, 'A2')], next: 2, hasMore: false, reset: false });
      return answered(200, noChanges(2));
    });
    await queue({ environment, database }, 'a');
    environment.hint();
    await environment.pass(100);
    expect(await keys(database)).toEqual(['DEMO:A1', 'DEMO:A2']);
    expect(await states(database)).toEqual(['waiting']);
    expect((await readMeta(database, 'cursor'))?.after).toBe(2);
    sync.stop();
  });

  test('a page that was asked for in another warehouse is not taken', async () => {
    const { environment, database } = await rig();
    let release = () => {};
    environment.answer(async (request) => {
      if (!request.path.includes('warehouse=EAST')) return answered(200, noChanges(7));
      await new Promise<void>((resolve) => (release = resolve));
      return answered(200, { items: [item(1, 'EASTERN')], next: 1, hasMore: false, reset: false });
    });
    const sync = startSync(database, environment, options);
    await environment.pass(10);
    await changeWarehouse(database, { ...wanda, warehouse: 'EAST' }, 'WEST');
    release();
    await environment.pass(10);
    sync.kick();
    await environment.pass(10);
    expect(await keys(database)).toEqual([]);
    expect(await readMeta(database, 'cursor')).toMatchObject({ warehouse: 'WEST', after: 7 });
    sync.stop();
  });

  test('in the middle of a fresh start the old things are still there to work with', async () => {
    const { environment, database, server } = await rig();
    server.changes = { items: [item(90, 'OLD')], next: 90, hasMore: false, reset: false };
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    let pages = 0;
    environment.answer((request) => {
      if (request.method === 'POST') return null;
      pages += 1;
      return pages === 1 ? answered(200, { items: [item(1, 'NEW')], next: 1, hasMore: true, reset: true }) : null;
    });
    environment.hint();
    await environment.pass(100);
    expect(await keys(database)).toEqual(['DEMO:NEW', 'DEMO:OLD']);
    sync.stop();
  });

  test('the offset of the clock is measured from the answers, to the second', async () => {
    const { environment, database, server } = await rig();
    environment.answer((request) => ({
      ...server.answer(request),
      serverTimeMs: Math.floor((environment.clock.now() + 600_000) / 1000) * 1000,
    }));
    const sync = startSync(database, environment, options);
    await environment.pass(100);
    const { offsetMs = 0 } = (await readMeta(database, 'clockOffset')) ?? {};
    expect(Math.abs(offsetMs - 600_000)).toBeLessThanOrEqual(1000);
    sync.stop();
  });
});
