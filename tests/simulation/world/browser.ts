import type { Environment, NetworkAnswer, NetworkRequest } from '../../../pwa/store/environment.ts';
import type { Chance } from './chance.ts';
import type { SimNetwork } from './network.ts';
import { turns } from './settle.ts';
import type { ServerAnswer } from './sim-server.ts';
import { SimStorage } from './storage.ts';
import type { World } from './world.ts';

/** One life of an app in a browser. */
export interface BrowserLife {
  readonly environment: Environment;
  /** The server says over the live connection that something changed. */
  readonly hint: () => void;
  readonly isAlive: () => boolean;
  /** Dies after so many turns of the event loop, in the middle of whatever it is doing. */
  kill(afterTurns: number): Promise<void>;
}

/**
 * The browser of one device: storage and cookie, which outlive the app, a clock that is wrong, and a network. An app
 * gets it as its environment; when the app dies, that environment is dead and a new one is made.
 */
export class SimBrowser {
  readonly network: SimNetwork;
  readonly #world: World;
  readonly #chance: Chance;
  readonly #storage = new SimStorage();
  readonly #name: string;
  #cookie: string | undefined;
  /** Milliseconds that the device's clock is ahead of the world's. */
  #clockErrorMs: number;

  constructor(world: World, name: string, network: SimNetwork) {
    this.#world = world;
    this.#name = name;
    this.network = network;
    this.#chance = world.chance.fork();
    this.#clockErrorMs = this.#chance.pick([0, 0, -3_600_000, 86_400_000, this.#chance.integer(-5000, 5000)]);
  }

  /** The clock is set while people work. */
  jumpClock(): void {
    this.#world.log.sometimes('device clock jumped');
    this.#clockErrorMs += this.#chance.integer(-7_200_000, 7_200_000);
  }

  /** The environment of an app that starts now. */
  start(): BrowserLife {
    const { time, log } = this.#world;
    let isAlive = true;
    const alive = (): boolean => isAlive;
    let hear = (): void => {};
    const environment: Environment = {
      clock: { now: () => time.now() + this.#clockErrorMs },
      timers: { after: (ms, run) => time.after(ms, () => isAlive && run()) },
      random: { bytes: (count) => this.#chance.bytes(count) },
      network: (request) => this.#ask(request, alive),
      storage: this.#storage.factory,
      locks: { hold: (_, work) => holdAtOnce(work) },
      bell: { ring: () => {}, listen: () => () => {} },
      live: (_, onHint) => {
        hear = onHint;
        return () => {
          hear = () => {};
        };
      },
      wake: () => () => {},
      lost: () => () => {},
      slowHash: async (secret, salt) => `${salt}.${secret}`,
    };
    return {
      environment,
      hint: () => hear(),
      isAlive: alive,
      kill: async (afterTurns) => {
        if (afterTurns > 0) await turns(afterTurns);
        await this.#storage.cut();
        isAlive = false;
        log.note(this.#name, 'is dead');
        log.sometimes('device died');
      },
    };
  }

  async #ask(request: NetworkRequest, isAlive: () => boolean): Promise<NetworkAnswer> {
    const { method, path, body } = request;
    if (!isAlive()) return new Promise(() => {});
    const answer = await this.network.send(
      {
        method,
        path,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(this.#cookie !== undefined && { cookie: this.#cookie }),
      },
      isAlive,
    );
    this.#takeCookie(answer);
    return readAnswer(answer);
  }

  #takeCookie(answer: ServerAnswer): void {
    const [set] = answer.headers.getSetCookie();
    if (set !== undefined) this.#cookie = set.slice(0, set.indexOf(';'));
  }
}

function holdAtOnce(work: (released: AbortSignal) => Promise<void>): () => void {
  const held = new AbortController();
  void work(held.signal);
  return () => held.abort();
}

function readAnswer(answer: ServerAnswer): NetworkAnswer {
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  const date = answer.headers.get('date');
  const retryAfter = answer.headers.get('retry-after');
  return {
    status: answer.status,
    body: isJson && answer.text !== '' ? JSON.parse(answer.text) : null,
    serverTimeMs: date === null ? null : Date.parse(date),
    retryAfterMs: retryAfter === null ? null : Number(retryAfter) * 1000,
  };
}
