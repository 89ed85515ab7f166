import type { AnyFlow } from '../engine/flow.ts';
import { type Runner, startRunner, type Told } from '../engine/runner.ts';
import { openDatabase, type TallymanDatabase, writeMeta } from '../store/database.ts';
import { deviceName } from '../store/device.ts';
import type { Environment, NetworkAnswer, NetworkRequest } from '../store/environment.ts';
import type { AnyDeviceOperation } from '../store/provisional.ts';
import { ProvisionalThings } from '../store/read-things.ts';
import type { Session } from '../store/session.ts';
import { applyPage, cursorFor } from '../store/snapshot.ts';
import { type PretendNames, papers, plates, pretendStock, pretendWarehouse } from './pretend-stock.ts';

export interface PracticeOptions {
  /** The real one: its clock and chance are used; its storage lends a database of another name, its network nothing. */
  readonly environment: Environment;
  readonly session: Session;
  readonly flows: readonly AnyFlow[];
  readonly operations: readonly AnyDeviceOperation[];
  readonly names: PretendNames;
  readonly onTurn: (told: Told) => void | Promise<void>;
}

/** A pretended device: the same flows on the same engine, with a storage of its own that nothing is ever sent from. */
export interface PracticeDevice {
  readonly database: TallymanDatabase;
  readonly things: ProvisionalThings;
  readonly runner: Runner;
  /** The whole storage goes. */
  close(): Promise<void>;
}

/** Names of storages that were pretended in; the real one is called `tallyman`. */
const namePrefix = 'tallyman-practice-';

export async function openPracticeDevice(options: PracticeOptions): Promise<PracticeDevice> {
  const { session, flows, operations, names, onTurn } = options;
  const real = options.environment;
  await forgetLeft(real.storage);
  const name = namePrefix + [...real.random.bytes(6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const environment = pretendedEnvironment(real, name);
  const database = await openDatabase(environment.storage);
  const device = await deviceName(database, environment.random);
  const { badge } = session.operator;
  const { firstOwn: next, lastOwn: to, prefix } = plates;
  await writeMeta(database, 'signedIn', { badge, warehouse: pretendWarehouse });
  await writeMeta(database, 'plates', { next, to, companyPrefix: prefix });
  const stock = pretendStock(names, badge);
  const page = { items: stock, next: stock.length, hasMore: false, reset: false };
  await applyPage(database, await cursorFor(database, pretendWarehouse), page);
  const things = new ProvisionalThings(database);
  await things.refresh();
  // No sync is started: what is queued here stays here, and goes with the storage.
  const runner = await startRunner({
    ...{ database, environment, things, operations, flows, device, onTurn },
    session: { ...session, session: 'practice', warehouse: pretendWarehouse, warehouses: [] },
    onQueued: () => {},
  });
  return {
    ...{ database, things, runner },
    close: async () => {
      database.close();
      await gone(real.storage, name);
    },
  };
}

/** As without a network and without anybody else: a pretended command has no way out, whatever asks for one. */
function pretendedEnvironment(real: Environment, name: string): Environment {
  const { storage } = real;
  return {
    ...real,
    storage: {
      open: (_realName, version) => storage.open(name, version),
      deleteDatabase: () => storage.deleteDatabase(name),
      databases: () => storage.databases(),
      cmp: (first, second) => storage.cmp(first, second),
    },
    network: pretendedServer,
    locks: { hold: () => () => {} },
    bell: { ring: () => {}, listen: () => () => {} },
    live: () => () => {},
    wake: () => () => {},
    lost: () => () => {},
  };
}

/**
 * A server that is not there, but for one answer: whoever asks for work gets the order that is to be picked. Everything
 * else is as without a network.
 */
async function pretendedServer({ path, body }: NetworkRequest): Promise<NetworkAnswer> {
  const { commands = [] } = (body ?? {}) as { readonly commands?: readonly { readonly type: string }[] };
  const isClaim = path === '/api/device/commands' && commands.some(({ type }) => type === 'picking.claim');
  if (!isClaim) throw new TypeError('there is no server in practice');
  const result = { work: [{ work: papers.work, type: 'pick' }] };
  return {
    status: 200,
    serverTimeMs: null,
    body: { results: [{ outcome: 'applied', result, problem: null }] },
  };
}

/** What a closed tab left behind. */
async function forgetLeft(storage: IDBFactory): Promise<void> {
  const known = (await storage.databases?.()) ?? [];
  await Promise.all(known.map(({ name }) => (name?.startsWith(namePrefix) ? gone(storage, name) : undefined)));
}

/** One that another tab still has open goes when that closes it: nobody waits for that. */
function gone(storage: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = storage.deleteDatabase(name);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  });
}
