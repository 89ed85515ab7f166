import type { Environment, NetworkAnswer, NetworkRequest } from '../../../pwa/store/environment.ts';
import type { ToldThing } from '../floor/papers.ts';
import type { Chance } from './chance.ts';
import type { SimNetwork } from './network.ts';
import { turns } from './settle.ts';
import type { ServerAnswer } from './sim-server.ts';
import { SimStorage } from './storage.ts';
import { SharedByTabs } from './tabs.ts';
import type { World } from './world.ts';

/** The app in one tab, from its opening until the tab or the whole device dies. */
export interface BrowserLife {
  readonly environment: Environment;
  /** The server says over the live connection that something changed. */
  readonly hint: () => void;
  readonly isAlive: () => boolean;
  /** The tab crashes, or is closed without a word. */
  readonly close: () => void;
}

/** Calls that only the tab that sends may make. */
const callsOfSync = /^(POST \/api\/device\/commands|GET \/api\/device\/changes)/;

/**
 * The browser of one device: storage and cookie, which outlive the app, a clock that is wrong, a network, and what tabs
 * share. An app gets it as its environment; when the app dies, that environment is dead and a new one is made.
 */
export class SimBrowser {
  readonly network: SimNetwork;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #storage = new SimStorage();
  readonly #name: string;
  readonly #onAnswer: () => void;
  readonly #onThing: (thing: ToldThing) => void;
  #shared: SharedByTabs;
  #tabs: BrowserLife[] = [];
  readonly #syncing = new Set<BrowserLife>();
  /** Photos that the server has said it keeps. */
  readonly #uploaded = new Set<string>();
  #cookie: string | undefined;
  /** Milliseconds that the device's clock is ahead of the world's. */
  #clockErrorMs: number;

  /** `onAnswer` is told of every answer just before the app gets it, `onThing` of each thing that the app is told of. */
  constructor(
    world: World,
    name: string,
    network: SimNetwork,
    { onAnswer, onThing }: { readonly onAnswer: () => void; readonly onThing: (thing: ToldThing) => void },
  ) {
    this.#onAnswer = onAnswer;
    this.#onThing = onThing;
    this.#world = world;
    this.#name = name;
    this.network = network;
    this.#chance = world.chance.fork();
    this.#shared = new SharedByTabs(world.time);
    this.#clockErrorMs = this.#chance.pick([0, 0, -3_600_000, 86_400_000, this.#chance.integer(-5000, 5000)]);
  }

  /** The clock is set while people work. */
  jumpClock(): void {
    this.#world.log.sometimes('device clock jumped');
    this.#clockErrorMs += this.#chance.integer(-7_200_000, 7_200_000);
  }

  /** The environment of an app that starts now, in a tab of its own. */
  open(): BrowserLife {
    const { time } = this.#world;
    const shared = this.#shared;
    let isAlive = true;
    let hear = (): void => {};
    const tab: BrowserLife = {
      environment: {
        clock: { now: () => time.now() + this.#clockErrorMs },
        timers: { after: (ms, run) => time.after(ms, () => isAlive && run()) },
        random: { bytes: (count) => this.#chance.bytes(count) },
        network: (request) => this.#ask(request, tab),
        storage: this.#storage.factory,
        locks: { hold: (name, work) => shared.locksOf(tab).hold(name, work) },
        bell: { ring: () => shared.bellOf(tab).ring(), listen: (run) => shared.bellOf(tab).listen(run) },
        live: (_, onHint) => {
          hear = onHint;
          return () => {
            hear = () => {};
          };
        },
        wake: () => () => {},
        lost: () => () => {},
        slowHash: async (secret, salt) => `${salt}.${secret}`,
      },
      hint: () => hear(),
      isAlive: () => isAlive,
      close: () => {
        isAlive = false;
        this.#tabs = this.#tabs.filter((other) => other !== tab);
        this.#syncing.delete(tab);
        shared.forget(tab);
      },
    };
    this.#tabs.push(tab);
    return tab;
  }

  /** The whole device dies after so many turns of the event loop, in the middle of whatever it is doing. */
  async kill(afterTurns: number): Promise<void> {
    if (afterTurns > 0) await turns(afterTurns);
    await this.#storage.cut();
    this.#shared = new SharedByTabs(this.#world.time);
    for (const tab of this.#tabs) tab.close();
    this.#world.log.note(this.#name, 'is dead');
    this.#world.log.sometimes('device died');
  }

  async #ask(request: NetworkRequest, tab: BrowserLife): Promise<NetworkAnswer> {
    const { method, path, body, file } = request;
    if (!tab.isAlive()) return new Promise(() => {});
    const isSync = callsOfSync.test(`${method} ${path}`) && !isAskedNow(body);
    if (isSync) this.#noteSync(tab, `${method} ${path}`);
    const answer = await this.network.send(
      {
        method,
        path,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file !== undefined && { file }),
        ...(this.#cookie !== undefined && { cookie: this.#cookie }),
      },
      tab.isAlive,
    );
    this.#takeCookie(answer);
    if (answer.status < 300) this.#notePhotos(request);
    this.#onAnswer();
    const read = readAnswer(answer);
    if (path.startsWith('/api/device/changes') && read.status === 200) {
      for (const thing of (read.body as { items: readonly ToldThing[] }).items) this.#onThing(thing);
    }
    return read;
  }

  /** A command is answered whether or not the photos that it names have come. */
  #notePhotos({ path, body, file }: NetworkRequest): void {
    if (file) this.#uploaded.add(path.slice(path.lastIndexOf('/') + 1).split('?')[0] ?? '');
    if (path !== '/api/device/commands') return;
    const { commands } = body as { commands: readonly { body: { photos?: readonly string[] } }[] };
    for (const photo of commands.flatMap((command) => command.body.photos ?? [])) {
      const isEarlier = this.#uploaded.has(photo) ? 'photo came before its command' : 'command came before its photo';
      this.#world.log.sometimes(isEarlier);
    }
  }

  /** Once a tab syncs, no other may as long as it lives: it holds the lock to its end. */
  #noteSync(tab: BrowserLife, what: string): void {
    const other = [...this.#syncing].find((each) => each !== tab);
    if (other) this.#world.log.violations.push(`${this.#name}: two tabs sync at once: ${what}`);
    this.#syncing.add(tab);
  }

  #takeCookie(answer: ServerAnswer): void {
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) this.#cookie = set.slice(0, set.indexOf(';'));
  }
}

/** What makes sense only at once any tab asks by itself, beside the order of the device's commands. */
function isAskedNow(body: unknown): boolean {
  const commands = (body as { commands?: readonly { sequence: number | null }[] } | undefined)?.commands ?? [];
  return commands.length > 0 && commands.every(({ sequence }) => sequence === null);
}

function readAnswer(answer: ServerAnswer): NetworkAnswer {
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const date = answer.headers.get('date');
  return {
    status: answer.status,
    body: isJson && answer.text !== '' ? JSON.parse(answer.text) : null,
    serverTimeMs: date === null ? null : Date.parse(date),
  };
}
