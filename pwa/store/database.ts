import { type DBSchema, type IDBPDatabase, unwrap, wrap } from 'idb';
import type { ThingKind } from '#shared/ledger/thing.ts';
import type { LearntWedge } from '../scanner/learnt-wedge.ts';
import type { Aids } from './aids.ts';
import { answersTo } from './answers.ts';
import type { LogEntry } from './log.ts';
import type { KnownPerson } from './people.ts';
import type { WaitingPhoto } from './photos.ts';
import type { QueuedCommand } from './queued-command.ts';
import type { KeptTask } from './task.ts';

/** One thing of the snapshot. `codes` are what it can be found by, see `snapshot-codes.ts`. */
export interface StoredThing {
  readonly kind: ThingKind;
  readonly key: string;
  readonly codes: readonly string[];
  /** Counts the fresh starts: what an older one left is removed when a new one is complete. */
  readonly generation: number;
  readonly value: unknown;
}

/** Settings of this storage, each under its own name. */
export interface Meta {
  /** Names this installation to the server; made once per storage. */
  device: string;
  /** The last sequence number given to a command. */
  lastSequence: number;
  /**
   * How far the snapshot of the warehouse goes. `isWhole` false: the first filling is not through yet. `format`: how its
   * things are stored and found, see `snapshot.ts`; missing in the first one. `badge`: who was told it; missing in older
   * ones.
   */
  cursor: {
    readonly warehouse: string;
    readonly after: number;
    readonly generation: number;
    readonly isWhole: boolean;
    readonly format?: number;
    readonly badge?: string;
  };
  /** Milliseconds to add to the device's clock to get the server's. */
  clockOffset: { readonly offsetMs: number; readonly doubtMs: number; readonly measuredAt: number };
  /** Numbers of licence plates this device may still give out; `ahead` is the range after this one. */
  plates: PlateNumbers;
  /** Who works on this device now, and where. */
  signedIn: { readonly badge: string; readonly warehouse: string };
  /** Whose session the browser's cookie is. */
  cookieSession: string;
  /** The badge of that session: whom the server tells what this device is told. Missing in older storages. */
  cookieBadge: string;
  /** What is spoken: that of whoever signed in last, or what they have chosen since. */
  language: string;
  /** How it speaks to who works with it, where it was set up; missing: as delivered. */
  aids: Aids;
  /** What the setting up of its scanner taught; missing: it is treated as most scanners are. */
  wedge: LearntWedge;
  /** The code of an administrator that lets this device in; until it was used. */
  enrolment: string;
  /** What the sending tab found out last; written when it changes. */
  connection: Connection;
  /** When the snapshot was last up to date, by the device's clock. */
  lastSyncAt: number;
}

export interface PlateNumbers {
  readonly next: number;
  readonly to: number;
  /** What they begin with, the same for those ahead; older storages did not say it, and had the one of the demo. */
  readonly companyPrefix?: string;
  readonly ahead?: { readonly from: number; readonly to: number };
}

/**
 * `online`: the server answers. `offline`: it does not. `signIn`: it answers, but wants somebody to sign in first.
 * `stuck`: it asks for commands that this storage no longer has, or cannot read one; a person has to look at it.
 */
export type Connection = 'online' | 'offline' | 'signIn' | 'stuck';

export interface TallymanSchema extends DBSchema {
  meta: { key: string; value: unknown };
  queue: { key: number; value: QueuedCommand; indexes: { state: string; id: string } };
  things: { key: [string, string]; value: StoredThing; indexes: { codes: string; generation: number } };
  task: { key: string; value: KeptTask };
  log: { key: number; value: LogEntry };
  people: { key: string; value: KnownPerson };
  photos: { key: string; value: WaitingPhoto; indexes: { takenAtMs: number } };
}

export type TallymanDatabase = IDBPDatabase<TallymanSchema>;

const databaseName = 'tallyman';

/**
 * Version of the stores. A step may add stores and indexes; it never rewrites commands that wait in the queue: those are
 * read as they were written (`tests/pwa/queues-of-old.test.ts`).
 */
const databaseVersion = 2;

/** Opens the device's storage, making its stores where they are missing. */
export async function openDatabase(factory: IDBFactory): Promise<TallymanDatabase> {
  const request = factory.open(databaseName, databaseVersion);
  request.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) createStores(request.result);
    if (oldVersion < 2)
      request.result.createObjectStore('photos', { keyPath: 'id' }).createIndex('takenAtMs', 'takenAtMs');
  };
  const database = (await wrap(request)) as unknown as TallymanDatabase;
  // A newer version of the app in another tab asks to open: give way, our writes are all on disk.
  database.addEventListener('versionchange', () => database.close());
  return database;
}

function createStores(database: IDBDatabase): void {
  database.createObjectStore('meta');
  const queue = database.createObjectStore('queue', { keyPath: 'sequence' });
  queue.createIndex('state', 'state');
  queue.createIndex('id', 'id', { unique: true });
  const things = database.createObjectStore('things', { keyPath: ['kind', 'key'] });
  things.createIndex('codes', 'codes', { multiEntry: true });
  things.createIndex('generation', 'generation');
  database.createObjectStore('task', { keyPath: 'badge' });
  database.createObjectStore('log', { keyPath: 'number', autoIncrement: true });
  database.createObjectStore('people', { keyPath: 'badge' });
}

export async function readMeta<Name extends keyof Meta>(
  database: TallymanDatabase,
  name: Name,
): Promise<Meta[Name] | undefined> {
  const { [name]: value } = await readMetas(database, [name]);
  return value;
}

/** Several settings as they are at one moment, for one look into the storage. */
export async function readMetas<Name extends keyof Meta>(
  database: TallymanDatabase,
  names: readonly Name[],
): Promise<{ readonly [Each in Name]?: Meta[Each] }> {
  return metasIn(unwrap(database).transaction('meta').objectStore('meta'), names);
}

/** The same in a transaction that is under way, which goes on with its answer. */
export async function metasIn<Name extends keyof Meta>(
  store: IDBObjectStore,
  names: readonly Name[],
): Promise<{ readonly [Each in Name]?: Meta[Each] }> {
  const values = await answersTo<unknown>(
    store.transaction,
    names.map((name) => store.get(name)),
  );
  return Object.fromEntries(names.map((name, place) => [name, values[place]])) as {
    readonly [Each in Name]?: Meta[Each];
  };
}

export async function writeMeta<Name extends keyof Meta>(
  database: TallymanDatabase,
  name: Name,
  value: Meta[Name],
): Promise<void> {
  await database.put('meta', value, name);
}
