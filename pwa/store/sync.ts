import { type Connection, readMeta, readMetas, type TallymanDatabase, writeMeta } from './database.ts';
import type { Environment } from './environment.ts';
import { type Loop, startLoop } from './loop.ts';
import { countPhotos, sendPhoto } from './photos.ts';
import { pullPage } from './pull.ts';
import { freshPushState, pushBatch } from './push.ts';
import { countInState } from './queue.ts';

/**
 * Keeps the device and the server in step. How to use it, also from a simulation:
 *
 *     const database = await openDatabase(environment.storage);
 *     await deviceName(database, environment.random);
 *     const sync = startSync(database, environment, { onChange });
 *     await signIn(database, environment, badge, pin);   // then sync.kick()
 *     await appendCommand(database, environment, draft); // then sync.kick()
 *     sync.stop();
 *
 * One tab of a device sends (a lock elects it), one request is on its way at a time, commands go in the order of their
 * numbers. What is not answered is sent again for ever, with growing waits; every answer that ends a command is stored
 * before the next batch goes. Changes are pulled after the cursor, on the server's hints and, behind them, every half
 * minute. Tries are made on the timer, when the page comes to sight or focus, and when the browser thinks it is online:
 * that belief alone is not trusted. Nothing here reads a clock, a timer or the network but through the environment.
 */
export function startSync(database: TallymanDatabase, environment: Environment, options: SyncOptions): Sync {
  let running: { readonly push: Loop; readonly pull: Loop; readonly photos: Loop; readonly hints: Hints } | null = null;

  let noting: Promise<void> = Promise.resolve();

  /** One after another, so that what was found out last is what is shown. */
  const note: NoteConnection = (connection) => {
    noting = noting.catch(() => {}).then(() => noteNow(connection));
    return noting;
  };

  async function noteNow(connection: Connection): Promise<void> {
    if ((await readMeta(database, 'connection')) === connection) return;
    await writeMeta(database, 'connection', connection);
    tell();
  }

  /** Something in the storage changed: this tab and the others look at it again. */
  function tell(): void {
    options.onChange();
    environment.bell.ring();
  }

  function work(released: AbortSignal): Promise<void> {
    const pushState = freshPushState();
    const pull = startLoop(environment, pullWaits, async () => {
      const round = await pullPage(database, environment, note);
      if (round === 'idle') tell();
      return round;
    });
    const push = startLoop(environment, pushWaits, async () => {
      const round = await pushBatch(database, environment, pushState, note);
      if (round === 'more') {
        tell();
        environment.timers.after(settleMs, pull.kick);
      }
      return round;
    });
    const photos = startLoop(environment, photoWaits, async () => {
      const round = await sendPhoto(database, environment);
      if (round === 'more') tell();
      return round;
    });
    const hints = listenLive(database, environment, pull.kick, () => void doubt(pull));
    running = { push, pull, photos, hints };
    return new Promise((resolve) => {
      released.addEventListener('abort', () => {
        running = null;
        hints.stop();
        push.stop();
        pull.stop();
        photos.stop();
        resolve();
      });
    });
  }

  /** A connection that broke says nothing of the network; one question more does. Not again and again while it is gone. */
  async function doubt(pull: Loop): Promise<void> {
    if ((await readMeta(database, 'connection')) === 'online') pull.kick();
  }

  function kick(): void {
    running?.hints.look();
    running?.push.kick();
    running?.pull.kick();
    running?.photos.kick();
  }

  const release = environment.locks.hold('tallyman-sync', work);
  const stopWake = environment.wake(kick);
  // Said at once, and then looked into: a server on the device's own side of the break answers all the same.
  const stopLost = environment.lost(() => void note('offline').then(kick));
  const stopBell = environment.bell.listen(() => {
    running?.hints.look();
    running?.push.kick();
    running?.photos.kick();
    options.onChange();
  });
  return {
    kick: () => {
      environment.bell.ring();
      kick();
    },
    stop: () => {
      stopBell();
      stopWake();
      stopLost();
      release();
    },
  };
}

export interface SyncOptions {
  /** Commands were answered, things came in, the connection changed: in this tab or in another. */
  readonly onChange: () => void;
}

export interface Sync {
  /** Something was queued, or somebody signed in: try now, in whichever tab sends. */
  kick(): void;
  stop(): void;
}

export type NoteConnection = (connection: Connection) => Promise<void>;

/** Photos are in no hurry: nobody waits for them, and they take the network from those who do. */
const photoWaits = { idleMs: 60_000, shortestMs: 5000, longestMs: 300_000 };
const pushWaits = { idleMs: 60_000, shortestMs: 1000, longestMs: 60_000 };
const pullWaits = { idleMs: 30_000, shortestMs: 1000, longestMs: 60_000 };

/** The server's news show what it answered within a second: the pull after that settles the command. */
const settleMs = 1100;

interface Hints {
  /** Somebody else may be signed in, in another warehouse. */
  look(): void;
  stop(): void;
}

function listenLive(
  database: TallymanDatabase,
  environment: Environment,
  onHint: () => void,
  onLost: () => void,
): Hints {
  let heard = '';
  let stopHearing = () => {};
  let isStopped = false;
  const look = async () => {
    const warehouse = (await readMeta(database, 'signedIn'))?.warehouse ?? '';
    if (isStopped || warehouse === heard) return;
    heard = warehouse;
    stopHearing();
    stopHearing = warehouse === '' ? () => {} : environment.live(warehouse, onHint, onLost);
  };
  void look();
  return {
    look: () => void look(),
    stop: () => {
      isStopped = true;
      stopHearing();
    },
  };
}

/** What the header and the health page show. */
export interface SyncStatus {
  readonly connection: Connection;
  /** Commands that the server has not answered. */
  readonly waiting: number;
  /** Photos that the server does not have yet. */
  readonly photos: number;
  readonly lastSyncAt: number | null;
}

export async function syncStatus(database: TallymanDatabase): Promise<SyncStatus> {
  const [{ connection = 'offline', lastSyncAt = null }, waiting, photos] = await Promise.all([
    readMetas(database, ['connection', 'lastSyncAt']),
    countInState(database, 'waiting'),
    countPhotos(database),
  ]);
  return { connection, waiting, photos, lastSyncAt };
}
