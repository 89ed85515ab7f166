import { describe, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '../support/app.ts';
import { ManualClock } from '../support/manual-clock.ts';

const lockMs = 5 * 60 * 1000;

describe.each(['sqlite', 'postgres'] as const)('wrong PINs (%s)', (dialect) => {
  function signIn(app: TestApp, pin: string) {
    return app.call('POST', '/api/session', { body: { badge: 'W-1001', pin, device: 'HH-1' } });
  }

  async function answersOf(app: TestApp, pins: readonly string[]) {
    const answers: string[] = [];
    for (const pin of pins) {
      const { status, body } = await signIn(app, pin);
      answers.push(`${status} ${body.code ?? 'signed in'}`);
    }
    return answers;
  }

  const wrong = '401 session.wrong_credentials';
  const locked = '429 session.locked';
  const signedIn = '200 signed in';

  test('five in a row lock the badge for five minutes, a right one begins anew', async () => {
    const clock = new ManualClock();
    const app = await openTestApp(dialect, { clock });
    expect(await answersOf(app, ['1', '2', '3', '4', '1001', '1', '2', '3', '4', '5', '1001'])).toEqual([
      ...[wrong, wrong, wrong, wrong, signedIn],
      ...[wrong, wrong, wrong, wrong, wrong, locked],
    ]);
    clock.pass(lockMs);
    expect(await answersOf(app, ['1001'])).toEqual([signedIn]);
    await app.close();
  });

  test('guesses made at the same moment all count, and what comes too late learns nothing', async () => {
    const app = await openTestApp(dialect);
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, at) => signIn(app, `${at}`)));
    const told = guesses.map(({ status, body }) => `${status} ${body.code}`).sort();
    expect(told).toEqual([...Array(5).fill(wrong), ...Array(7).fill(locked)]);
    expect(await answersOf(app, ['1001'])).toEqual([locked]);
    await app.close();
  });
});
