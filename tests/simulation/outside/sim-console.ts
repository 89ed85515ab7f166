import { uuidV7 } from '#shared/kernel/id.ts';
import type { Floor } from '../floor/floor.ts';
import type { Chance } from '../world/chance.ts';
import { type Faults, SimNetwork } from '../world/network.ts';
import type { World } from '../world/world.ts';

/** A command of the console as it was sent, and what became of it. */
export interface ConsoleCommand {
  readonly command: { readonly id: string; readonly type: string; readonly body: object };
  outcome: string | undefined;
}

/**
 * A supervisor at the console, always online: counts differences, moves loose stock, decides on what was held. Sends a
 * command again, as it is, until it is answered.
 */
export class SimConsole {
  readonly network: SimNetwork;
  readonly commands: ConsoleCommand[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #floor: Floor;
  #token: string | undefined;

  constructor(world: World, floor: Floor, faults: Faults) {
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#floor = floor;
    this.network = new SimNetwork(world, 'console', faults);
  }

  async work(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await new Promise<void>((resolve) => this.#world.time.after(this.#chance.integer(3000, 60_000), resolve));
      if (this.#chance.happens(0.4)) await this.#decide();
      else if (this.#chance.happens(0.7)) await this.#count();
      else await this.#move();
    }
  }

  #count(): Promise<void> {
    return this.#send('inventory.adjust', {
      location: this.#chance.pick(this.#floor.locations),
      item: this.#chance.pick(this.#floor.items).number,
      quantity: this.#chance.pick([-2, -1, 1, 3, 20]),
      unit: 'pcs',
      reason: 'found',
    });
  }

  #move(): Promise<void> {
    const body = { from: this.#chance.pick(this.#floor.locations), to: this.#chance.pick(this.#floor.locations) };
    const plate = this.#floor.anyPlate();
    if (this.#chance.happens(0.5))
      return this.#send('inventory.move', { ...body, from: 'DOCK-01', licensePlate: plate });
    const item = this.#chance.pick(this.#floor.items).number;
    return this.#send('inventory.move', { ...body, item, quantity: 1, unit: 'pcs' });
  }

  /** Takes one of what was held, and decides. */
  async #decide(): Promise<void> {
    const changes = await this.#ask('GET', '/api/device/changes?warehouse=EAST&after=0&limit=1000');
    const open = (changes?.items ?? []).filter(
      (change: { kind: string; value: { status?: string } | null }) =>
        change.kind === 'exception' && change.value?.status === 'open',
    );
    if (open.length === 0) return;
    const action = this.#chance.pick(['apply', 'dismiss']);
    await this.#send('exceptions.resolve', {
      exception: this.#chance.pick<{ key: string }>(open).key,
      action,
      reason: 'other',
    });
  }

  async #send(type: string, body: object): Promise<void> {
    const id = uuidV7(this.#world.time.now(), this.#chance.bytes(10));
    const occurredAt = new Date(this.#world.time.now()).toISOString();
    const command = { id, type, version: 1, device: 'console', sequence: null, warehouse: 'EAST', occurredAt, body };
    const sent: ConsoleCommand = { command, outcome: undefined };
    this.commands.push(sent);
    while (sent.outcome === undefined) {
      const answer = await this.#ask('POST', '/api/device/commands', { commands: [command] });
      sent.outcome = answer?.results[0].outcome;
    }
  }

  /** Undefined when no answer came, or none that can be used. */
  // biome-ignore lint/suspicious/noExplicitAny: the answer is looked into where it is used
  async #ask(method: string, path: string, body?: unknown): Promise<any> {
    const token = this.#token ?? (await this.#signIn());
    if (token === undefined) return undefined;
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await this.#attempt({ method, path, token, ...text });
    if (answer?.status === 401) this.#token = undefined;
    return answer?.status === 200 ? JSON.parse(answer.text) : undefined;
  }

  async #signIn(): Promise<string | undefined> {
    const body = JSON.stringify({ badge: 'S-2001', pin: '2001', device: 'console' });
    const answer = await this.#attempt({ method: 'POST', path: '/api/session', body });
    if (answer?.status === 200) this.#token = JSON.parse(answer.text).token;
    return this.#token;
  }

  #attempt(request: { method: string; path: string; token?: string; body?: string }) {
    return new Promise<{ status: number; text: string } | undefined>((resolve) => {
      const giveUp = this.#world.time.after(8000, () => resolve(undefined));
      this.network
        .send(request, () => true)
        .then(resolve, () => resolve(undefined))
        .finally(giveUp);
    });
  }
}
