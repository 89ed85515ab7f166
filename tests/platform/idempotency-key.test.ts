import { Hono } from 'hono';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { problem } from '#shared/kernel/problem.ts';
import type { Caller } from '../../api/platform/http/caller.ts';
import { answerOnceWith } from '../../api/platform/http/idempotency.ts';
import { answerProblems } from '../../api/platform/http/middleware.ts';
import { HttpProblem } from '../../api/platform/http/problem.ts';
import { Routes } from '../../api/platform/http/routes.ts';
import { onBothDatabases } from '../support/app.ts';
import { ManualClock } from '../support/manual-clock.ts';

const clock = new ManualClock();
const dayMs = 24 * 60 * 60 * 1000;

onBothDatabases(
  'the Idempotency-Key of an unsafe request',
  (app) => {
    /** A call that counts how often it was really carried out, and does what its body says. */
    function counting() {
      let runs = 0;
      let finish: (() => void) | undefined;
      const http = new Hono();
      http.onError(answerProblems(app().services.log));
      const callers: Record<string, Caller> = Object.fromEntries(
        ['a', 'b'].map((key) => [key, { kind: 'machine', key, scopes: ['erp'], sourceSystem: 'DEMO' }]),
      );
      const findCaller = async (c: { req: { header(name: string): string | undefined } }) =>
        callers[c.req.header('x-holder') ?? 'a'];
      const routes = new Routes(http, findCaller, answerOnceWith(app().services));
      const body = z.strictObject({ what: z.string() });
      routes.add(
        { method: 'post', path: '/do', summary: '', tag: '', access: { scopes: ['erp'] }, body, answers: {} },
        async ({ c, body: { what } }) => {
          runs += 1;
          if (what === 'wait')
            await new Promise<void>((resolve) => {
              finish = resolve;
            });
          if (what === 'refuse') throw new HttpProblem(409, problem('message.state', { messageId: 'm', status: 'x' }));
          if (what === 'break') throw new Error('a bug');
          return c.json({ runs }, 201, { etag: `"${runs}"`, location: `/do/${runs}` });
        },
      );
      const send = async (key: string | null, what: string, holder = 'a') => {
        const headers = {
          'content-type': 'application/json',
          'x-holder': holder,
          ...(key !== null && { 'idempotency-key': key }),
        };
        const answer = await http.request('/do', { method: 'POST', headers, body: JSON.stringify({ what }) });
        return {
          status: answer.status,
          body: JSON.parse(await answer.text()),
          replayed: answer.headers.get('idempotency-replayed'),
          headers: ['content-type', 'etag', 'location'].map((name) => answer.headers.get(name)),
        };
      };
      return { send, runs: () => runs, finish: () => finish?.() };
    }

    test('the same key and body is answered as the first time, and done once', async () => {
      const { send, runs } = counting();
      const [first, again] = [await send('same', 'x'), await send('same', 'x')];
      expect([first.status, again.status, again.body, again.replayed, runs()]).toEqual([
        201,
        201,
        first.body,
        'true',
        1,
      ]);
      expect([again.headers, first.headers]).toEqual([first.headers, ['application/json', '"1"', '/do/1']]);
    });

    test('the same key with another body is refused, and nothing is done', async () => {
      const { send, runs } = counting();
      await send('other', 'x');
      const answer = await send('other', 'y');
      expect([answer.status, answer.body.code, runs()]).toEqual([409, 'idempotency.key_reused', 1]);
    });

    test('without a key everything is done every time', async () => {
      const { send, runs } = counting();
      await send(null, 'x');
      await send(null, 'x');
      expect(runs()).toBe(2);
    });

    test('keys of different holders have nothing to do with each other', async () => {
      const { send, runs } = counting();
      await send('mine', 'x', 'a');
      await send('mine', 'y', 'b');
      expect(runs()).toBe(2);
    });

    test('a refusal is remembered, a failure of the server is not', async () => {
      const { send, runs } = counting();
      const [first, again] = [await send('refused', 'refuse'), await send('refused', 'refuse')];
      expect([first.status, again.status, again.body, runs()]).toEqual([409, 409, first.body, 1]);
      expect([(await send('broken', 'break')).status, (await send('broken', 'break')).status, runs()]).toEqual([
        500, 500, 3,
      ]);
    });

    test('what the schema refuses uses up no key', async () => {
      const { send } = counting();
      expect((await send('schema', 5 as unknown as string)).status).toBe(422);
      expect((await send('schema', 'x')).status).toBe(201);
    });

    test('a second request while the first is worked on is told to wait', async () => {
      const { send, runs, finish } = counting();
      const first = send('slow', 'wait');
      await expect.poll(runs).toBe(1);
      const second = await send('slow', 'wait');
      expect([second.status, second.body.code]).toEqual([409, 'idempotency.in_progress']);
      finish();
      expect([(await first).status, (await send('slow', 'wait')).replayed]).toEqual([201, 'true']);
    });

    test('after a day a key is free again', async () => {
      const { send, runs } = counting();
      await send('old', 'x');
      clock.pass(dayMs - 1000);
      await send('old', 'x');
      expect(runs()).toBe(1);
      clock.pass(2000);
      await send('old', 'y');
      expect(runs()).toBe(2);
    });

    test('a key that is too long is refused', async () => {
      const { send } = counting();
      const answer = await send('k'.repeat(256), 'x');
      expect([answer.status, answer.body.code]).toEqual([400, 'idempotency.key_malformed']);
    });
  },
  { clock },
);
