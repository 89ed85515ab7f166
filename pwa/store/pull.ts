import { noteClock } from './clock-offset.ts';
import { readMeta, type TallymanDatabase, writeMeta } from './database.ts';
import type { Environment } from './environment.ts';
import type { Round } from './loop.ts';
import { askServer } from './patience.ts';
import { renewPlates } from './plates.ts';
import { forgetOld, settleBefore } from './queue.ts';
import { applyPage, type ChangesPage, cursorFor } from './snapshot.ts';
import type { NoteConnection } from './sync.ts';

const pageLimit = 500;
const patienceMs = 20_000;
/** A `Date` header counts whole seconds. */
const dateGrainMs = 1000;

/** Takes one page of changes. With the last one the snapshot is up to date, and own commands that it shows are settled. */
export async function pullPage(
  database: TallymanDatabase,
  environment: Environment,
  note: NoteConnection,
): Promise<Round> {
  const signedIn = await readMeta(database, 'signedIn');
  if (!signedIn?.warehouse) return 'idle';
  const cursor = await cursorFor(database, signedIn.warehouse);
  const query = new URLSearchParams({
    after: String(cursor.after),
    warehouse: cursor.warehouse,
    limit: String(pageLimit),
  });
  const sentMs = environment.clock.now();
  const request = { method: 'GET', path: `/api/device/changes?${query}` } as const;
  const answer = await askServer(environment, request, patienceMs, note);
  if (answer?.status !== 200) {
    await note(answer?.status === 401 ? 'signIn' : 'offline');
    return 'failed';
  }
  const receivedMs = environment.clock.now();
  if (answer.serverTimeMs !== null) {
    await noteClock(database, { sentMs, receivedMs, serverMs: answer.serverTimeMs, grainMs: dateGrainMs });
  }
  const page = answer.body as ChangesPage;
  await applyPage(database, cursor, page);
  if (page.hasMore) return 'more';
  if ((await settleBefore(database, sentMs)) > 0) await forgetOld(database);
  await writeMeta(database, 'lastSyncAt', receivedMs);
  await note('online');
  await renewPlates(database, environment);
  return 'idle';
}
