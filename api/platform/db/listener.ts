import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

export const channel = 'tallyman_published';
const reconnectMs = 1000;

export interface ListenerOptions {
  readonly url: string;
  readonly onPublished: (position: number) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * A connection of its own that hears of published positions, whichever node published them. When it is lost it is made
 * again, and what was published meanwhile is told at once.
 */
export async function listen(options: ListenerOptions): Promise<{ end(): Promise<void> }> {
  const ended = new AbortController();
  let client = await connect(options, onLost);

  function onLost(error: unknown): void {
    if (ended.signal.aborted) return;
    options.onError(error);
    void reconnect();
  }

  async function reconnect(): Promise<void> {
    while (!ended.signal.aborted) {
      await pause(reconnectMs, undefined, { signal: ended.signal }).catch(() => undefined);
      if (ended.signal.aborted) return;
      const fresh = await connect(options, onLost).catch(options.onError);
      if (fresh) {
        client = fresh;
        return;
      }
    }
  }

  return {
    end: async () => {
      ended.abort();
      await client.end().catch(() => undefined);
    },
  };
}

async function connect(options: ListenerOptions, onLost: (error: unknown) => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: options.url, keepAlive: true });
  let isUp = false;
  client.on('notification', (notice) => options.onPublished(Number(notice.payload)));
  client.on('error', (error) => {
    // A connection that fails while it is made answers through `connect`; a lost one may report more than once.
    if (!isUp) return;
    isUp = false;
    onLost(error);
  });
  await client.connect();
  await client.query(`listen ${channel}`);
  isUp = true;
  const { rows } = await client.query<{ position: string }>('select position from feed_head');
  options.onPublished(Number(rows[0]?.position ?? 0));
  return client;
}
