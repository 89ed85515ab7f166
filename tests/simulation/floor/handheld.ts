import { type Device, openDevice } from '../../../pwa/engine/device.ts';
import type { Told } from '../../../pwa/engine/runner.ts';
import { deviceOperations, flows, lookUpFlow } from '../../../pwa/flows.ts';
import { countInState } from '../../../pwa/store/queue.ts';
import type { QueuedCommand } from '../../../pwa/store/queued-command.ts';
import { type BrowserLife, SimBrowser } from '../world/browser.ts';
import type { Chance } from '../world/chance.ts';
import { type Faults, SimNetwork } from '../world/network.ts';
import { waitFor } from '../world/settle.ts';
import type { World } from '../world/world.ts';
import { nextDeed } from './answers.ts';
import type { Floor } from './floor.ts';

/** One life of the app on a handheld. */
interface Life {
  readonly browser: BrowserLife;
  readonly device: Device;
}

/**
 * A handheld with a worker: the product's own flows, queue, storage schema and sync, in a browser of the simulation. It
 * dies and comes back; the worker goes on with whatever the screen shows.
 */
export class Handheld {
  readonly name: string;
  readonly network: SimNetwork;
  /** Commands of which the worker was told that they are kept. */
  readonly promised: string[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #floor: Floor;
  readonly #browser: SimBrowser;
  readonly #badge: string;
  #life: Life | undefined;
  #left: number;
  #order: string | undefined;

  constructor(world: World, floor: Floor, index: number, operations: number, faults: Faults) {
    this.name = `handheld-${index}`;
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#floor = floor;
    this.network = new SimNetwork(world, this.name, faults);
    this.#browser = new SimBrowser(world, this.name, this.network);
    this.#badge = index % 4 === 0 ? 'S-2001' : 'W-1001';
    this.#left = operations;
  }

  /** The worker has done all that was to be done. */
  get isDone(): boolean {
    return this.#left <= 0;
  }

  get device(): Device | undefined {
    return this.#life?.device;
  }

  /** Switches the app on; the worker goes on where the screen says. */
  async boot(): Promise<void> {
    const browser = this.#browser.start();
    const device = await openDevice({
      environment: browser.environment,
      flows,
      operations: deviceOperations,
      lookUp: lookUpFlow,
      onTurn: (told) => this.#hear(told, browser),
      onChange: () => {},
    });
    this.#life = { browser, device };
    void this.#work(this.#life);
  }

  /** The battery is pulled, in the middle of a scan as likely as not. */
  die(): void {
    const life = this.#life;
    if (life?.device.runner() && this.#chance.happens(0.7)) void this.#deed(life).catch(() => {});
    this.#pullBattery(this.#chance.integer(0, 40));
  }

  /** Dies after so many turns of the event loop, and is switched on again later. */
  #pullBattery(afterTurns: number): void {
    const life = this.#life;
    if (!life) return;
    this.#life = undefined;
    void waitFor(life.browser.kill(afterTurns));
    this.#world.time.after(this.#chance.integer(1000, 20_000), () => void waitFor(this.boot()));
  }

  jumpClock(): void {
    this.#browser.jumpClock();
  }

  /** The server has news, says the live connection. */
  hint(): void {
    if (!this.network.isOffline) this.#life?.browser.hint();
  }

  /** Commands that the server has not answered. */
  async waiting(): Promise<number> {
    const { device } = this;
    return device ? countInState(device.database, 'waiting') : Number.POSITIVE_INFINITY;
  }

  async queue(): Promise<readonly QueuedCommand[]> {
    return (await this.device?.database.getAll('queue')) ?? [];
  }

  async #work(life: Life): Promise<void> {
    while (life.browser.isAlive() && this.#left > 0) {
      await this.#pause(life);
      if (!life.device.session()) await life.device.signIn(this.#badge, this.#badge.slice(2));
      else await this.#deed(life);
    }
  }

  /** One thing that the worker does. */
  async #deed({ device }: Life): Promise<void> {
    const runner = device.runner();
    const view = await runner?.view();
    if (!runner) return;
    const last = this.promised.at(-1);
    if (last !== undefined && this.#chance.happens(0.02)) {
      this.#world.log.sometimes('undo pressed');
      await runner.undo(last);
      return;
    }
    if (!view) {
      await runner.open(this.#chance.pick([...Array(6).fill('receive'), ...Array(5).fill('put-away'), lookUpFlow]));
      return;
    }
    const deed = nextDeed(view, this.#floor, this.#chance, this.#order);
    this.#world.log.note(this.name, `${view.flow}/${view.step} ${JSON.stringify(deed)}`);
    if ('scan' in deed) {
      if (/^SO-\d+$/.test(deed.scan)) this.#order = deed.scan;
      await runner.scan({ text: deed.scan, source: 'wedge' });
    } else await runner.give(deed.give);
    if (this.#chance.happens(0.03)) await runner.leave();
  }

  #hear({ command, said }: Told, browser: BrowserLife): void {
    if (!browser.isAlive()) return;
    this.#world.log.note(this.name, `is told ${JSON.stringify(said)}`);
    if (command === null) return;
    this.promised.push(command);
    this.#left -= 1;
    void this.#seeGoods(command);
    if (!this.#chance.happens(0.03)) return;
    this.#world.log.sometimes('died at the beep');
    this.#pullBattery(0);
  }

  /** Where the goods are now, for everybody on the floor to see. */
  async #seeGoods(id: string): Promise<void> {
    const queued = await this.device?.database.getFromIndex('queue', 'id', id);
    const plate = queued?.command.body.licensePlate;
    if (typeof plate !== 'string') return;
    if (queued?.command.type === 'receiving.register') this.#floor.waitingPlates.add(plate);
    else this.#floor.waitingPlates.delete(plate);
  }

  #pause(life: Life): Promise<void> {
    const ms = this.#chance.happens(0.03) ? this.#chance.integer(5000, 60_000) : this.#chance.integer(200, 2000);
    return new Promise((resolve) => {
      this.#world.time.after(ms, () => {
        if (life.browser.isAlive() && this.#life === life) resolve();
      });
    });
  }
}
