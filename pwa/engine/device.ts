import { openDatabase, type TallymanDatabase } from '../store/database.ts';
import { deviceName } from '../store/device.ts';
import type { Environment } from '../store/environment.ts';
import { forgetPeople } from '../store/people.ts';
import type { AnyDeviceOperation } from '../store/provisional.ts';
import { ProvisionalThings } from '../store/read-things.ts';
import {
  changeWarehouse,
  type NotSignedIn,
  resumeSession,
  type Session,
  type SignedIn,
  signIn,
  signOff,
  type Vouching,
} from '../store/session.ts';
import { type Sync, startSync } from '../store/sync.ts';
import type { AnyFlow } from './flow.ts';
import { type Runner, type RunnerOptions, startRunner } from './runner.ts';

export interface DeviceOptions {
  readonly environment: Environment;
  readonly flows: readonly AnyFlow[];
  readonly operations: readonly AnyDeviceOperation[];
  readonly lookUp: string;
  readonly unknownCodes?: NonNullable<RunnerOptions['unknownCodes']>;
  readonly scanOptions?: NonNullable<RunnerOptions['scanOptions']>;
  readonly onTurn: RunnerOptions['onTurn'];
  /** A command barcode asks for another user. */
  readonly onOtherUser?: NonNullable<RunnerOptions['onOtherUser']>;
  /** Anything that a screen shows may be different now. */
  readonly onChange: () => void;
}

/** A handheld: storage, sync and, while somebody is signed in, the flows. Everything but the screen. */
export interface Device {
  readonly name: string;
  readonly database: TallymanDatabase;
  readonly things: ProvisionalThings;
  /** Who works on it now; null: nobody is signed in. */
  session(): Session | null;
  runner(): Runner | null;
  signIn(badge: string, pin: string): Promise<SignedIn>;
  signOff(vouching?: Vouching): Promise<NotSignedIn | null>;
  changeWarehouse(warehouse: string): Promise<void>;
  sync(): Sync;
  close(): void;
}

/** Opens the device's storage and goes on where it was. */
export async function openDevice(options: DeviceOptions): Promise<Device> {
  const { environment } = options;
  const database = await openDatabase(environment.storage);
  const name = await deviceName(database, environment.random);
  await forgetPeople(database, environment.clock.now());
  const things = new ProvisionalThings(database);
  await things.refresh();
  let session = await resumeSession(database, environment);
  let runner = session && (await run(session));
  const sync = startSync(database, environment, {
    onChange: () => void things.refresh().then(options.onChange),
  });

  function run(of: Session): Promise<Runner> {
    const { flows, operations, lookUp, scanOptions, unknownCodes, onTurn, onOtherUser } = options;
    return startRunner({
      ...{ database, environment, things, flows, operations, lookUp, onTurn, session: of, device: name },
      ...(scanOptions && { scanOptions }),
      ...(unknownCodes && { unknownCodes }),
      ...(onOtherUser && { onOtherUser }),
      onQueued: () => sync.kick(),
    });
  }

  async function begin(next: Session): Promise<void> {
    session = next;
    runner = await run(next);
    sync.kick();
    options.onChange();
  }

  return {
    name,
    database,
    things,
    session: () => session,
    runner: () => runner,
    sync: () => sync,
    signIn: async (badge, pin) => {
      const result = await signIn(database, environment, badge, pin);
      if ('session' in result) await begin(result.session);
      return result;
    },
    signOff: async (vouching) => {
      const refusal = session && (await signOff(database, environment, session, vouching));
      if (refusal) return refusal;
      session = null;
      runner = null;
      options.onChange();
      return null;
    },
    changeWarehouse: async (warehouse) => {
      if (session) await begin(await changeWarehouse(database, session, warehouse));
    },
    close: () => {
      sync.stop();
      database.close();
    },
  };
}
