import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonAnswer } from '../../api/platform/http/feed.ts';
import { giveBackWhenSent } from '../../api/platform/http/give-back.ts';

const large = new Uint8Array(Buffer.from(JSON.stringify('a'.repeat(3_000_000))));
const small = Buffer.from('{"items":[]}') as Buffer<ArrayBuffer>;

describe('the memory of an answer', () => {
  let server: ServerType;
  const ask = (path: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`);

  beforeAll(async () => {
    const app = new Hono();
    for (const [path, bytes] of Object.entries({ large, small })) {
      app.get(path, (c) => {
        giveBackWhenSent(c, bytes);
        return jsonAnswer(bytes);
      });
    }
    await new Promise<void>((listening) => {
      server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening());
    });
  });

  afterAll(() => {
    server.close();
  });

  test('is given back once all of it was sent', async () => {
    expect(await (await ask('large')).json()).toHaveLength(3_000_000);
    await expect.poll(() => large.buffer.detached).toBe(true);
  });

  test('stays where others have theirs in the same', async () => {
    expect(await (await ask('small')).text()).toBe('{"items":[]}');
    expect(await (await ask('small')).text()).toBe('{"items":[]}');
    expect(small.buffer.detached).toBe(false);
  });
});
