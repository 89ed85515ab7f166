import { type Device, openDevice } from '../../pwa/engine/device.ts';
import { readStrip } from '../../pwa/engine/strip.ts';
import { deviceOperations, flows, lookUpFlow, unknownCodes } from '../../pwa/flows.ts';
import type { Environment, NetworkRequest } from '../../pwa/store/environment.ts';
import { english } from '../pwa/device.ts';
import { virtualEnvironment } from '../pwa/virtual-environment.ts';
import type { TestApp } from './app.ts';

/** A handheld without a screen, on the server of a test: the product's own flows, queue and sync over HTTP, in real time. */
export interface HandheldOnApp {
  readonly device: Device;
  scan(...codes: string[]): Promise<void>;
  give(input: Parameters<NonNullable<ReturnType<Device['runner']>>['give']>[0]): Promise<void>;
  open(flow: string): Promise<void>;
  /** What the screen asks for, in English. */
  asks(): Promise<string>;
  /** What has become of the last scan that made a command, in English. */
  lastState(): Promise<string | null>;
  setOffline(isOffline: boolean): void;
  /** The live connection says that there is news. */
  hint(): void;
}

/** Signs a demo badge in on a new handheld. */
export async function handheldOn(app: TestApp, badge: string, pin: string): Promise<HandheldOnApp> {
  const virtual = virtualEnvironment();
  const environment: Environment = { ...virtual, clock: { now: () => Date.now() }, timers: { after } };
  let token: string | undefined;
  let isOffline = false;
  virtual.answer(async ({ method, path, body }: NetworkRequest) => {
    if (isOffline) return null;
    const answer = await app.call(method, path, { ...(token !== undefined && { as: token }), body });
    if (path === '/api/session') token = answer.body.token;
    return { status: answer.status, body: answer.body, serverTimeMs: null };
  });
  const device = await openDevice({
    ...{ environment, flows, operations: deviceOperations, lookUp: lookUpFlow, unknownCodes },
    onTurn: () => {},
    onChange: () => {},
  });
  const signedIn = await device.signIn(badge, pin);
  if (!('session' in signedIn)) throw new Error(`${badge} was not let in: ${JSON.stringify(signedIn)}`);
  const runner = () => {
    const running = device.runner();
    if (!running) throw new Error('nobody is signed in');
    return running;
  };
  return {
    device,
    scan: async (...codes) => {
      for (const text of codes) await runner().scan({ text, source: 'wedge', at: 0 });
    },
    give: (input) => runner().give(input),
    open: (flow) => runner().open(flow),
    asks: async () => english((await runner().view())?.prompt.ask ?? ''),
    lastState: async () => {
      const lines = await readStrip(device.database, device.things, badge, deviceOperations);
      const name = lines.find(({ stateName }) => stateName !== null)?.stateName;
      return name ? english({ key: name }) : null;
    },
    setOffline: (next) => {
      isOffline = next;
      if (!next) virtual.wakeUp();
    },
    hint: () => virtual.hint(),
  };
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
