import { expect, test } from 'vitest';
import { type Round, startLoop } from '../../pwa/store/loop.ts';
import { virtualEnvironment } from './virtual-environment.ts';

const waits = { idleMs: 60_000, shortestMs: 1000, longestMs: 8000 };

test('a kick in the middle of a round is answered by one more round at once', async () => {
  const environment = virtualEnvironment();
  let rounds = 0;
  let finish = () => {};
  const loop = startLoop(environment, waits, async () => {
    rounds += 1;
    if (rounds === 1) await new Promise<void>((resolve) => (finish = resolve));
    return 'idle';
  });
  loop.kick();
  loop.kick();
  expect(rounds).toBe(1);
  finish();
  await environment.pass(0);
  expect(rounds).toBe(2);
  loop.stop();
});

test('a kick in the middle of a round that fails is answered at once: the network may be back', async () => {
  const environment = virtualEnvironment();
  const at: number[] = [];
  let fail = (_because: Error) => {};
  const loop = startLoop(environment, waits, () => {
    at.push(environment.clock.now());
    return new Promise<Round>((_resolve, reject) => (fail = reject));
  });
  loop.kick();
  fail(new Error('the network was gone'));
  await environment.pass(0);
  expect(at.length).toBe(2);
  // Nobody kicked since: now it waits as after any failure, and longer than after the first.
  fail(new Error('still gone'));
  await environment.pass(1400);
  expect(at.length).toBe(2);
  await environment.pass(1200);
  expect(at.length).toBe(3);
  loop.stop();
});

test('a kick while nothing is under way is one round', async () => {
  const environment = virtualEnvironment();
  let rounds = 0;
  const loop = startLoop(environment, waits, async () => {
    rounds += 1;
    return 'idle';
  });
  await environment.pass(0);
  loop.kick();
  await environment.pass(1000);
  expect(rounds).toBe(2);
  loop.stop();
});

test('waits grow while it fails, up to the longest, and start small again after a success', async () => {
  const environment = virtualEnvironment();
  const startedAt = environment.clock.now();
  const at: number[] = [];
  let outcome: Round = 'failed';
  const loop = startLoop(environment, waits, async () => {
    at.push(environment.clock.now() - startedAt);
    return outcome;
  });
  await environment.pass(60_000);
  const gaps = at.slice(1).map((time, index) => time - (at[index] ?? 0));
  const bounds = [1000, 2000, 4000, 8000, 8000, 8000];
  for (const [index, longest] of bounds.entries()) {
    expect(gaps[index]).toBeGreaterThanOrEqual(longest * 0.75);
    expect(gaps[index]).toBeLessThanOrEqual(longest * 1.25);
  }
  outcome = 'idle';
  loop.kick();
  await environment.pass(0);
  outcome = 'failed';
  const before = at.length;
  loop.kick();
  await environment.pass(1300);
  expect(at.length).toBe(before + 2);
  loop.stop();
});

test('tries that are asked for make the next one wait no longer: who scans all through an outage is not sent last', async () => {
  const environment = virtualEnvironment();
  let rounds = 0;
  const loop = startLoop(environment, waits, async () => {
    rounds += 1;
    return 'failed';
  });
  for (let scan = 0; scan < 20; scan += 1) {
    await environment.pass(200);
    loop.kick();
  }
  await environment.pass(0);
  const before = rounds;
  await environment.pass(1300);
  expect(rounds).toBe(before + 1);
  loop.stop();
});

test('a round that throws counts as failed and is tried again', async () => {
  const environment = virtualEnvironment();
  let rounds = 0;
  const loop = startLoop(environment, waits, async () => {
    rounds += 1;
    if (rounds === 1) throw new Error('the storage is busy');
    return 'idle';
  });
  await environment.pass(2000);
  expect(rounds).toBe(2);
  loop.stop();
});
