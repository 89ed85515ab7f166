import type { TestApp } from './app.ts';

/** Resolves when everything committed so far has its position: with the commit on SQLite, a moment later on PostgreSQL. */
export async function whenPublished(app: Pick<TestApp, 'services'>): Promise<void> {
  const { k } = app.services.store.read;
  for (;;) {
    const waiting = await k.selectFrom('outbox').select('id').limit(1).execute();
    if (waiting.length === 0) return;
    await new Promise((next) => setTimeout(next, 5));
  }
}

/** The same, answering the newest position. */
export async function published(app: Pick<TestApp, 'services'>): Promise<number> {
  await whenPublished(app);
  return (await app.services.store.read.k.selectFrom('feed_head').select('position').executeTakeFirstOrThrow())
    .position;
}
