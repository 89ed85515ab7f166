import { uuidV7 } from '#shared/kernel/id.ts';
import type { Floor } from '../floor/floor.ts';
import type { SimItem } from '../floor/items.ts';
import type { Chance } from '../world/chance.ts';
import { type Faults, SimNetwork } from '../world/network.ts';
import type { ServerAnswer, ServerRequest } from '../world/sim-server.ts';
import type { World } from '../world/world.ts';
import { choresOf, decide } from './chores.ts';
import type { Answered, Asked, Office } from './office.ts';
import { takeStock } from './outbound-chores.ts';
import type { SimErp } from './sim-erp.ts';

/** A command of the console as it was sent, and what became of it. */
export interface ConsoleCommand {
  readonly command: {
    readonly id: string;
    readonly type: string;
    readonly occurredAt: string;
    readonly body: Readonly<Record<string, unknown>>;
  };
  outcome: string | undefined;
  result: unknown;
  problem: string | undefined;
}

export interface SimConsoleOptions {
  readonly badge: string;
  readonly role: keyof typeof choresOf;
  readonly floor: Floor;
  readonly erps: readonly SimErp[];
  readonly faults: Faults;
  /** Share of what this person does that are decisions, 0 to 1. */
  readonly decides: number;
  /** Between two things that this person does. */
  readonly pauseMs: number;
  /** What this person counts before the day begins. */
  readonly stock: readonly SimItem[];
}

/** Somebody at the console, always online, with all that supervisors do. Sends a command again until it is answered. */
export class SimConsole {
  readonly network: SimNetwork;
  readonly commands: ConsoleCommand[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #options: SimConsoleOptions;
  #token: string | undefined;

  constructor(world: World, options: SimConsoleOptions) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#options = options;
    this.network = new SimNetwork(world, `console ${options.badge}`, options.faults);
  }

  async work(isOver: () => boolean): Promise<void> {
    const { erps, floor, decides, role, pauseMs, stock } = this.#options;
    const { log } = this.#world;
    const office: Office = {
      ...{ erps, floor, log, chance: this.#chance },
      send: (type, body) => this.#send(type, body),
      ask: (request) => this.#ask(request),
      pause: (ms) => this.#pause(ms),
    };
    await takeStock(office, stock);
    while (!isOver()) {
      await this.#pause(this.#chance.integer(1000, pauseMs));
      await (this.#chance.happens(decides) ? decide(office) : this.#chance.pick(choresOf[role])(office));
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#world.time.after(ms, resolve));
  }

  async #send(type: string, body: Readonly<Record<string, unknown>>): Promise<ConsoleCommand> {
    const id = uuidV7(this.#world.time.now(), this.#chance.bytes(10));
    const occurredAt = new Date(this.#world.time.now()).toISOString();
    const command = { id, type, version: 1, device: 'console', sequence: null, warehouse: 'EAST', occurredAt, body };
    const sent: ConsoleCommand = { command, outcome: undefined, result: undefined, problem: undefined };
    this.commands.push(sent);
    while (sent.outcome === undefined) {
      const answer = await this.#ask({ method: 'POST', path: '/api/device/commands', body: { commands: [command] } });
      const [told] = answer?.body.results ?? [];
      sent.outcome = told?.outcome;
      sent.result = told?.result;
      sent.problem = told?.problem?.code;
    }
    return sent;
  }

  /** Undefined when no answer came, or none that can be used. */
  async #ask({ method, path, body, ifMatch }: Asked): Promise<Answered | undefined> {
    const token = this.#token ?? (await this.#signIn());
    if (token === undefined) return undefined;
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await this.#attempt({ method, path, token, ...text, ...(ifMatch !== undefined && { ifMatch }) });
    if (answer?.status === 401) this.#token = undefined;
    if (answer?.status !== 200) return undefined;
    return { body: JSON.parse(answer.text), etag: answer.headers.get('etag') };
  }

  async #signIn(): Promise<string | undefined> {
    const { badge } = this.#options;
    const body = JSON.stringify({ badge, pin: badge.slice(2), device: 'console' });
    const answer = await this.#attempt({ method: 'POST', path: '/api/session', body });
    if (answer?.status === 200) this.#token = JSON.parse(answer.text).token;
    return this.#token;
  }

  #attempt(request: ServerRequest): Promise<ServerAnswer | undefined> {
    return new Promise((resolve) => {
      const giveUp = this.#world.time.after(8000, () => resolve(undefined));
      this.network
        .send(request, () => true)
        .then(resolve, () => resolve(undefined))
        .finally(giveUp);
    });
  }
}
