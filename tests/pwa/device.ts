import { problemTexts } from '#shared/locales/problems.en.ts';
import { type Runner, type RunnerOptions, startRunner, type Told } from '../../pwa/engine/runner.ts';
import { deviceOperations, flows, lookUpFlow, unknownCodes } from '../../pwa/flows.ts';
import { openDatabase, type TallymanDatabase, writeMeta } from '../../pwa/store/database.ts';
import { deviceName } from '../../pwa/store/device.ts';
import type { NetworkAnswer } from '../../pwa/store/environment.ts';
import type { QueuedCommand } from '../../pwa/store/queued-command.ts';
import { ProvisionalThings } from '../../pwa/store/read-things.ts';
import type { Session } from '../../pwa/store/session.ts';
import { applyPage, type Change, cursorFor } from '../../pwa/store/snapshot.ts';
import { texts } from '../../pwa/ui/locales/en.ts';
import { wordsIn } from '../../pwa/ui/worded.ts';
import type { Words } from '../../pwa/ui/words.ts';
import { warehouse } from './things.ts';
import { type VirtualEnvironment, virtualEnvironment } from './virtual-environment.ts';

export const wanda: Session = {
  session: 'session-of-wanda',
  operator: { badge: 'W-1001', name: 'Wanda Worker', language: 'en' },
  permits: ['receiving.register', 'receiving.complete', 'putaway.put', 'stock.read'],
  warehouses: [{ code: 'EAST', name: 'East', timeZone: 'Europe/Berlin' }],
  warehouse: 'EAST',
};

/** A handheld with its snapshot and somebody signed in, without a screen: what a script of scans is played on. */
export interface TestDevice {
  readonly database: TallymanDatabase;
  readonly environment: VirtualEnvironment;
  readonly things: ProvisionalThings;
  runner: Runner;
  /** What was said last, in English. */
  readonly said: string[];
  readonly told: Told[];
  scan(...texts: string[]): Promise<void>;
  /** What the screen asks for now, in English; `menu` outside of any task. */
  asks(): Promise<string>;
  queue(): Promise<QueuedCommand[]>;
  bodies(): Promise<unknown[]>;
  /** The battery is pulled: whatever is in memory is gone, the storage stays. */
  kill(): Promise<void>;
  /** The same device with the app opened anew, heard by somebody else. */
  another(hearing: Partial<Hearing>): Promise<Runner>;
}

type Hearing = Pick<RunnerOptions, 'onQueued' | 'onTurn' | 'onOtherUser'>;

export async function testDevice(things: readonly Change[] = warehouse): Promise<TestDevice> {
  const environment = virtualEnvironment();
  const database = await openDatabase(environment.storage);
  const device = await deviceName(database, environment.random);
  await writeMeta(database, 'signedIn', { badge: wanda.operator.badge, warehouse: 'EAST' });
  await writeMeta(database, 'plates', { next: 500, to: 599 });
  const page = { items: things, next: things.length, hasMore: false, reset: false };
  await applyPage(database, await cursorFor(database, 'EAST'), page);
  const provisional = new ProvisionalThings(database);
  const said: string[] = [];
  const told: Told[] = [];
  const start = async (hearing: Partial<Hearing> = {}) => {
    await provisional.refresh();
    return startRunner({
      database,
      environment,
      things: provisional,
      operations: deviceOperations,
      flows,
      session: wanda,
      device,
      lookUp: lookUpFlow,
      unknownCodes,
      onQueued: () => {},
      onTurn: (turn) => {
        told.push(turn);
        said.push(english(turn.said ?? ''));
      },
      ...hearing,
    });
  };
  const testDevice: TestDevice = {
    database,
    environment,
    things: provisional,
    runner: await start(),
    said,
    told,
    scan: async (...codes) => {
      for (const text of codes) await testDevice.runner.scan({ text, source: 'wedge', at: 0 });
    },
    asks: async () => {
      const view = await testDevice.runner.view();
      return view ? english(view.prompt.ask) : 'menu';
    },
    queue: () => database.getAll('queue'),
    bodies: async () => (await database.getAll('queue')).map(({ command }) => command.body),
    kill: async () => {
      testDevice.runner = await start();
    },
    another: start,
  };
  return testDevice;
}

export function english(words: Words): string {
  return wordsIn({ ...problemTexts, ...texts }, words, {
    moment: (atMs) => new Date(atMs).toISOString(),
    number: String,
  });
}

/** A JSON answer of the server. */
export function answered(status: number, body: unknown): NetworkAnswer {
  return { status, body, serverTimeMs: null };
}
