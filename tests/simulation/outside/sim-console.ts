import { uuidV7 } from '#shared/kernel/id.ts';
import type { Floor } from '../floor/floor.ts';
import type { Chance } from '../world/chance.ts';
import { type Faults, SimNetwork } from '../world/network.ts';
import type { ServerAnswer, ServerRequest } from '../world/sim-server.ts';
import type { World } from '../world/world.ts';
import type { SimErp } from './sim-erp.ts';

/** A command of the console as it was sent, and what became of it. */
export interface ConsoleCommand {
  readonly command: { readonly id: string; readonly type: string; readonly body: Readonly<Record<string, unknown>> };
  outcome: string | undefined;
  result: unknown;
  problem: string | undefined;
}

export interface SimConsoleOptions {
  readonly badge: string;
  readonly floor: Floor;
  readonly erps: readonly SimErp[];
  readonly faults: Faults;
  /** Share of what this person does that are decisions, 0 to 1. */
  readonly decides: number;
}

interface OpenCase {
  readonly exception: string;
  readonly kind: string;
}

/**
 * Somebody at the console, always online: counts differences, moves stock, decides on what was held and on what waits
 * for a second person. Sends a command again, as it is, until it is answered.
 */
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
    while (!isOver()) {
      await this.#pause(this.#chance.integer(2000, 30_000));
      if (this.#chance.happens(this.#options.decides)) await this.#decide();
      else await this.#chance.pick(this.#chores)();
    }
  }

  readonly #chores: readonly (() => Promise<void>)[] = [
    () => this.#count(),
    () => this.#count(),
    () => this.#move(),
    () => this.#complete(),
    () => this.#reverse(),
    () => this.#changeChannel(),
  ];

  /** Closes what stands at the dock: an order, or all that came on a lorry. */
  #complete(): Promise<void> {
    const { erps } = this.#options;
    const { orders, notices, sourceSystem } = this.#chance.pick(erps);
    if (notices.length > 0 && this.#chance.happens(0.6)) {
      return this.#send('receiving.complete', { load: this.#chance.pick(notices).load, acceptDifferences: true });
    }
    if (orders.length === 0) return Promise.resolve();
    const { orderNumber } = this.#chance.pick(orders);
    return this.#send('receiving.complete', { order: orderNumber, sourceSystem, acceptDifferences: true });
  }

  /** Something was wrong with a receipt: the load is opened again, to be completed once more. */
  async #reverse(): Promise<void> {
    const receipts = this.#options.erps.flatMap((erp) => erp.receipts.rows);
    if (receipts.length === 0) return;
    const { documentNumber } = this.#chance.pick(receipts);
    await this.#send('receiving.reverse_completion', { documentNumber, reason: 'other' });
    if (this.commands.at(-1)?.outcome === 'applied') this.#world.log.sometimes('receipt reversed');
  }

  /** The shop chooses the other channel from now on. Only an administrator may. */
  async #changeChannel(): Promise<void> {
    const path = '/api/admin/source-systems/SHOP';
    const found = await this.#attempt({ method: 'GET', path, ...(this.#token && { token: this.#token }) });
    const ifMatch = found?.headers.get('etag') ?? '';
    if (found?.status !== 200) return;
    const system = JSON.parse(found.text);
    const inbound = system.quantityChannel.inbound === 'documents' ? 'update-log' : 'documents';
    const body = JSON.stringify({ ...system, quantityChannel: { ...system.quantityChannel, inbound } });
    await this.#attempt({ method: 'PUT', path, body, ifMatch, ...(this.#token && { token: this.#token }) });
    this.#world.log.sometimes('channel changed');
  }

  #count(): Promise<void> {
    const { floor } = this.#options;
    const item = this.#chance.pick(floor.items);
    const { number, sourceSystem, tracking } = item;
    const quantity = this.#chance.pick([-2, -1, 1, 3, 20]);
    const isByLot = tracking === 'lot' || tracking === 'lot and expiry';
    const lot = floor.lot();
    return this.#send('inventory.adjust', {
      location: this.#chance.pick(floor.locations),
      ...{ item: number, sourceSystem, quantity, unit: item.baseUnit, reason: 'found' },
      ...(isByLot && { lot }),
      ...(tracking === 'lot and expiry' && quantity > 0 && { expiryDate: floor.expiryOf(lot) }),
      ...(tracking === 'serial' && { quantity: Math.sign(quantity), serials: [floor.serial()] }),
    });
  }

  #move(): Promise<void> {
    const { floor } = this.#options;
    const body = { from: this.#chance.pick(floor.locations), to: this.#chance.pick(floor.locations) };
    const plate = floor.anyPlate();
    if (this.#chance.happens(0.5))
      return this.#send('inventory.move', { ...body, from: 'DOCK-01', licensePlate: plate });
    const { number, sourceSystem, baseUnit } = this.#chance.pick(floor.items);
    return this.#send('inventory.move', { ...body, item: number, sourceSystem, quantity: 1, unit: baseUnit });
  }

  /** Takes one of what waits, and decides. */
  async #decide(): Promise<void> {
    const answer = await this.#ask('GET', '/api/console/decisions?warehouse=EAST');
    const open: readonly OpenCase[] = answer?.items ?? [];
    if (open.length === 0) return;
    const [first = this.#chance.pick(open)] = open;
    const { exception, kind } = this.#chance.happens(0.5) ? first : this.#chance.pick(open);
    // Reads what happened; somebody else may be at it too.
    await this.#pause(this.#chance.integer(0, 20_000));
    const actions = kind === 'approval' ? ['approve', 'approve', 'reject'] : ['apply', 'apply', 'dismiss'];
    const action = this.#chance.pick(actions);
    await this.#send('exceptions.resolve', { exception, action, reason: 'other' });
    if (this.commands.at(-1)?.outcome === 'applied') this.#world.log.sometimes(`decided: ${action}`);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.#world.time.after(ms, resolve));
  }

  async #send(type: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    const id = uuidV7(this.#world.time.now(), this.#chance.bytes(10));
    const occurredAt = new Date(this.#world.time.now()).toISOString();
    const command = { id, type, version: 1, device: 'console', sequence: null, warehouse: 'EAST', occurredAt, body };
    const sent: ConsoleCommand = { command, outcome: undefined, result: undefined, problem: undefined };
    this.commands.push(sent);
    while (sent.outcome === undefined) {
      const answer = await this.#ask('POST', '/api/device/commands', { commands: [command] });
      sent.outcome = answer?.results[0].outcome;
      sent.result = answer?.results[0].result;
      sent.problem = answer?.results[0].problem?.code;
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
