import { type Faults, SimNetwork } from '../world/network.ts';
import type { World } from '../world/world.ts';

export interface MachineAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: an outside system reads what the contract promises and checks it by use
  readonly body: any;
}

/** An outside system on the network: gives every request up after a while, and tries again for ever when it must. */
export class Machine {
  readonly network: SimNetwork;
  readonly #world: World;
  readonly #key: string;

  constructor(world: World, name: string, key: string, faults: Faults) {
    this.#world = world;
    this.#key = key;
    this.network = new SimNetwork(world, name, faults);
  }

  /** One attempt; undefined when no answer came in ten seconds. */
  async ask(method: string, path: string, body?: unknown): Promise<MachineAnswer | undefined> {
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await new Promise<{ status: number; text: string } | undefined>((resolve) => {
      const giveUp = this.#world.time.after(10_000, () => resolve(undefined));
      this.network
        .send({ method, path, token: this.#key, ...text }, () => true)
        .then(resolve, () => resolve(undefined))
        .finally(giveUp);
    });
    if (!answer || answer.status >= 500) return undefined;
    return { status: answer.status, body: answer.text === '' ? null : JSON.parse(answer.text) };
  }

  /** Asks until answered. */
  async insist(method: string, path: string, body?: unknown): Promise<MachineAnswer> {
    for (;;) {
      const answer = await this.ask(method, path, body);
      if (answer) return answer;
      await this.sleep(1000);
    }
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.#world.time.after(ms, resolve));
  }
}
