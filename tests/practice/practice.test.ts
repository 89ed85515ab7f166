import { signal } from '@preact/signals';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { deviceOperations, flows } from '../../pwa/flows.ts';
import { type Exercise, exercises } from '../../pwa/practice/exercises.ts';
import { type PracticeRun, startPractice } from '../../pwa/practice/practice-run.ts';
import { openDatabase, writeMeta } from '../../pwa/store/database.ts';
import { speak } from '../../pwa/ui/language.ts';
import type { Model } from '../../pwa/ui/model.ts';
import { wanda } from '../pwa/device.ts';
import { virtualEnvironment } from '../pwa/virtual-environment.ts';

const names = { coffee: 'Coffee beans 1 kg', tea: 'Green tea 250 g', supplier: 'Hill Farm', customer: 'Corner Café' };

/** An exercise under way on a device that has real work of its own. */
async function practising(flow: Exercise['flow']) {
  globalThis.document ??= { documentElement: { lang: '' } } as Document;
  await speak('en');
  const storage = new IDBFactory();
  const environment = virtualEnvironment(storage);
  const real = await openDatabase(storage);
  await writeMeta(real, 'device', 'HH-REAL');
  const exercise = exercises.find((each) => each.flow === flow);
  if (!exercise) throw new Error(`there is no exercise of ${flow}`);
  const model = { environment, flows, operations: deviceOperations, session: signal(wanda) } as unknown as Model;
  const heard: string[] = [];
  let isLeft = false;
  const run = await startPractice({
    ...{ model, exercise, names },
    feedback: { give: (given) => heard.push(given) },
    onLeave: () => {
      isLeft = true;
    },
  });
  if (!run) throw new Error('somebody is signed in');
  const tap = async (title: string) => {
    const label = run.labels.find((each) => each.title.includes(title));
    if (!label) throw new Error(`there is no label ${title}`);
    await run.model.scan({ text: label.scan, source: 'wedge', at: 0 });
  };
  const give = (input: Parameters<NonNullable<ReturnType<PracticeRun['model']['device']['runner']>>['give']>[0]) =>
    run.model.act(() => run.model.device.runner()?.give(input));
  return { run, storage, environment, real, heard, tap, give, isLeft: () => isLeft };
}

/** Does at each step what practice itself says is right. */
async function guided({ run, tap, give }: Awaited<ReturnType<typeof practising>>): Promise<string[]> {
  const steps: string[] = [];
  while (run.score.value.endedAtMs === null && steps.length < 40) {
    const view = run.view.value;
    if (!view) throw new Error('there is a question');
    steps.push(view.step);
    const right = run.right();
    const count =
      run.countNow() ?? Number(/Take (\d+)/.exec(JSON.stringify(view.prompt.ask))?.[1] ?? wantedIn(view.prompt.ask));
    if (view.entry?.kind === 'number') await give({ kind: 'number', quantity: count, unit: view.entry.units[0] ?? '' });
    else if (right) await tap(right.title);
    else await give({ kind: 'action', name: nextAction(view.step) });
  }
  return steps;
}

function wantedIn(ask: unknown): number {
  return Number(/"quantity":"?(\d+)/.exec(JSON.stringify(ask))?.[1]);
}

function nextAction(step: string): string {
  const actions: Record<string, string> = { item: 'done', check: 'confirm', slip: 'skip' };
  return actions[step] ?? 'confirm';
}

describe('whoever does what is shown finishes without a mistake', () => {
  test.each<[flow: Exercise['flow'], steps: string[]]>([
    ['receive', ['order', 'item', 'quantity', 'plate', 'item', 'quantity', 'plate', 'item', 'check', 'slip']],
    ['put-away', ['plate', 'location', 'plate', 'location']],
    ['pick', ['begin', 'walk', 'item', 'quantity', 'walk', 'item', 'quantity', 'put']],
  ])('%s', async (flow, steps) => {
    const practice = await practising(flow);
    expect(await guided(practice)).toEqual(steps);
    expect(practice.run.score.value.mistakes).toEqual([]);
    expect(practice.heard.at(-1)).toBe('done');
    expect(practice.heard).not.toContain('bad');
  });
});

test('asking for work gives the order that is there, though there is no server', async () => {
  const { run, give } = await practising('pick');
  await give({ kind: 'action', name: 'next' });
  expect(run.view.value).toMatchObject({ step: 'walk', prompt: { large: 'T-01-01' } });
});

describe('a mistake', () => {
  test('is heard, counted, and told with what was right', async () => {
    const { run, tap, heard } = await practising('put-away');
    await tap('T-02-02');
    expect(heard).toEqual(['bad']);
    expect(run.score.value.mistakes).toMatchObject([{ asked: 'Scan the licence plate', given: 'T-02-02' }]);
    expect(run.score.value.mistakes[0]?.right?.kind).toBe('plate');
  });

  test('who is stuck is shown what is right, which is counted', async () => {
    const { run, tap } = await practising('put-away');
    await tap('…');
    run.showRight();
    expect([run.shown.value?.title, run.score.value.shownCount]).toEqual(['T-01-02', 1]);
    await tap('T-01-02');
    expect(run.shown.value).toBeNull();
  });
});

describe('nothing of it is real', () => {
  test('no queue, no server and no copy of things gets anything', async () => {
    const practice = await practising('receive');
    await guided(practice);
    const { real, environment, storage } = practice;
    const left = await Promise.all((['queue', 'things', 'task', 'log'] as const).map((store) => real.getAll(store)));
    expect(left.flat()).toEqual([]);
    expect(environment.requests).toEqual([]);
    expect(await real.get('meta', 'lastSequence')).toBeUndefined();
    await practice.run.close();
    expect((await storage.databases()).map(({ name }) => name)).toEqual(['tallyman']);
  });

  test('what a closed tab left behind goes with the next exercise', async () => {
    const { storage, real, run } = await practising('pick');
    await run.close();
    await new Promise((resolve) => {
      storage.open('tallyman-practice-left', 1).addEventListener('success', ({ target }) => {
        (target as IDBOpenDBRequest).result.close();
        resolve(null);
      });
    });
    const next = await startPractice({
      ...{ exercise: exercises[0] as Exercise, names, onLeave: () => {}, feedback: { give: () => {} } },
      model: {
        ...{ environment: virtualEnvironment(storage), flows, operations: deviceOperations, session: signal(wanda) },
      } as unknown as Model,
    });
    const open = (await storage.databases()).map(({ name }) => name);
    expect(open).not.toContain('tallyman-practice-left');
    expect(open).toContain('tallyman');
    await next?.close();
    real.close();
  });

  test('leaving the flow’s screen leaves the exercise', async () => {
    const { run, isLeft } = await practising('receive');
    run.model.go('menu');
    expect(isLeft()).toBe(true);
  });

  test('closing the task begins it again: there is nothing else to do', async () => {
    const { run, tap } = await practising('receive');
    await tap('PO-T1');
    await run.model.act(() => run.model.device.runner()?.leave());
    expect(run.view.value?.step).toBe('order');
  });
});
