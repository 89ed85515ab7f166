import { expect, test } from 'vitest';
import { afterPublishing } from '../../api/platform/after-publishing.ts';
import { Published } from '../../api/platform/http/feed.ts';
import { ManualClock } from '../support/manual-clock.ts';

const second = 1000;

function follower() {
  const clock = new ManualClock();
  const published = new Published();
  let times = 0;
  const { stop } = afterPublishing({
    ...{ clock, published, everyMs: 30 * second, restMs: second },
    work: async () => {
      times += 1;
    },
    onError: () => {},
  });
  /** Lets everything happen that can without time going on. */
  const settled = async (): Promise<number> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    return times;
  };
  return { clock, published, stop, settled };
}

test('what follows changes is done at once, and again after a change and a rest by the clock it is given', async () => {
  const { clock, published, stop, settled } = follower();
  expect(await settled()).toBe(1);
  published.announce(1);
  expect(await settled()).toBe(1);
  clock.pass(second);
  expect(await settled()).toBe(2);
  clock.pass(second);
  await settled();
  published.announce(2);
  expect(await settled()).toBe(3);
  await stop();
});

test('what follows changes is looked at now and then without any, until it is stopped', async () => {
  const { clock, stop, settled } = follower();
  await settled();
  clock.pass(second);
  expect(await settled()).toBe(1);
  clock.pass(30 * second);
  expect(await settled()).toBe(2);
  await stop();
  clock.pass(60 * second);
  expect(await settled()).toBe(2);
});

test('who is gone before it waits for news does not wait', async () => {
  const published = new Published();
  const gone = AbortSignal.abort();
  await published.next(2 ** 31 - 1, gone);
  expect(published.position).toBe(0);
});
