import { createHash } from 'node:crypto';
import { type Device, openDevice } from '../../../pwa/engine/device.ts';
import type { Told } from '../../../pwa/engine/runner.ts';
import type { FlowView } from '../../../pwa/engine/view.ts';
import { deviceOperations, flows, lookUpFlow } from '../../../pwa/flows.ts';
import { countPhotos, keepPhoto } from '../../../pwa/store/photos.ts';
import { countInState } from '../../../pwa/store/queue.ts';
import type { QueuedCommand } from '../../../pwa/store/queued-command.ts';
import type { SimOrder } from '../outside/sim-erp.ts';
import { type BrowserLife, SimBrowser } from '../world/browser.ts';
import type { Chance } from '../world/chance.ts';
import { type Faults, SimNetwork } from '../world/network.ts';
import { workerBadges } from '../world/seeded-database.ts';
import { waitFor } from '../world/settle.ts';
import type { World } from '../world/world.ts';
import { nextDeed } from './answers.ts';
import { Counter } from './counter.ts';
import type { Floor } from './floor.ts';
import { outwardFlows } from './goods-out.ts';
import { scanOf } from './labels.ts';
import { pictureFrom } from './picture.ts';

/** The worker is told that the plate is empty, or stands elsewhere by now. */
const emptyPlate: readonly string[] = ['putAway.plateEmpty', 'putaway.already_done'];

/** Nobody is sent for anything now. */
const nothingToPick: readonly string[] = [
  ...['picking.nothing_to_do', 'picking.work_claimed', 'pick.noNetwork', 'fill.noNetwork'],
];

/** What a single scan may do to all orders on a trolley. */
const severalAtOnce: readonly string[] = ['picking.put', 'picking.release_claim'];

/** Some people have two handhelds. */
function workerOf(index: number): string {
  return workerBadges[(index - Math.floor(index / 4) - 1) % workerBadges.length] ?? workerBadges[0];
}

/** Supervisors have their own, all workers that of the first. */
export function pinOf(badge: string): string {
  return badge.startsWith('W') ? '1001' : badge.slice(2);
}

/** The app in one tab. */
interface OpenTab {
  readonly browser: BrowserLife;
  readonly device: Device;
}

/**
 * A handheld with a worker: the product's own flows, queue, storage schema and sync, in a browser of the simulation. It
 * dies and comes back; the worker goes on with whatever the screen shows, in one tab or in two.
 */
export class Handheld {
  readonly name: string;
  readonly network: SimNetwork;
  /** Commands of which the worker was told that they are kept, as they were in the queue at that moment. */
  readonly promised = new Map<string, string | undefined>();
  /** Commands that were kept in the moment in which the device died: the worker never heard of them. */
  readonly unheard = new Set<string>();
  /** When the worker did what commands tell of, by the time of the world. */
  readonly doneAtMs = new Map<string, number>();
  /** Photos that the worker saw taken, by id, with a hash of the picture. */
  readonly photos = new Map<string, string>();
  readonly #world: World;
  readonly #chance: Chance;
  readonly #floor: Floor;
  readonly #browser: SimBrowser;
  readonly badge: string;
  /** The tab that the worker looks at first. Empty: the device is off. */
  #tabs: OpenTab[] = [];
  /** Counts how often the device was switched on. */
  #lives = 0;
  #order: SimOrder | undefined;
  readonly #counter: Counter;
  /** The task that was last opened. */
  #task = '';
  /** Sends goods out, rather than taking them in. */
  #isOutward = false;
  /** How often in a row the worker was told no. */
  #refusals = 0;

  constructor(world: World, floor: Floor, index: number, faults: Faults) {
    this.name = `handheld-${index}`;
    this.#world = world;
    this.#chance = world.chance.fork();
    this.#floor = floor;
    this.#counter = new Counter(floor, floor.ground, this.#chance.fork());
    this.network = new SimNetwork(world, this.name, faults);
    this.#browser = new SimBrowser(world, this.name, this.network, {
      onAnswer: () => this.#maybeDieAtAnswer(),
      onThing: (thing) => floor.papers.take(thing),
    });
    this.badge = index % 4 === 0 ? 'S-2001' : workerOf(index);
  }

  get #isSupervisor(): boolean {
    return this.badge.startsWith('S');
  }

  get device(): Device | undefined {
    return this.#tabs[0]?.device;
  }

  /** Switches the device on; the worker goes on where the screen says. */
  async boot(): Promise<void> {
    this.#lives += 1;
    await this.#openTab();
    await this.#findUnheard();
    void this.#work(this.#lives);
  }

  /** One scan at most was under way when the device died, and another one that the trouble-maker made. */
  async #findUnheard(): Promise<void> {
    const found = (await this.queue()).filter(({ id }) => !this.promised.has(id) && !this.unheard.has(id));
    for (const { id } of found) this.unheard.add(id);
    const scans = found.filter(({ command }, index) => {
      const { type } = command;
      return !severalAtOnce.includes(type) || found[index - 1]?.command.type !== type;
    });
    if (scans.length > 2)
      this.#world.log.violations.push(`${this.name} has made ${found.length} commands in its death`);
  }

  /** The battery is pulled, in the middle of a scan as likely as not. */
  die(): void {
    const [tab] = this.#tabs;
    if (tab?.device.runner() && this.#chance.happens(0.7)) void this.#deed(tab).catch(() => {});
    this.#pullBattery(this.#chance.integer(0, 40));
  }

  /** While it takes in what the server said. */
  #maybeDieAtAnswer(): void {
    if (this.#floor.left <= 0 || !this.#chance.happens(0.012)) return;
    this.#world.log.sometimes('died at an answer');
    this.#pullBattery(this.#chance.integer(0, 30));
  }

  /** Dies after so many turns of the event loop, and is switched on again later. */
  #pullBattery(afterTurns: number): void {
    if (this.#tabs.length === 0) return;
    this.#tabs = [];
    void waitFor(this.#browser.kill(afterTurns));
    this.#world.time.after(this.#chance.integer(1000, 20_000), () => void waitFor(this.boot()));
  }

  /** The tab in the background crashes, in the middle of a request as likely as not. */
  crashTab(): void {
    if (this.#tabs.length < 2) return;
    this.#world.log.sometimes('tab crashed');
    this.#tabs.pop()?.browser.close();
  }

  jumpClock(): void {
    this.#browser.jumpClock();
  }

  /** The server has news, says the live connection. */
  hint(): void {
    if (!this.network.isOffline) for (const { browser } of this.#tabs) browser.hint();
  }

  /** Commands that the server has not answered, and photos that it does not have. */
  async waiting(): Promise<number> {
    const { device } = this;
    if (!device) return Number.POSITIVE_INFINITY;
    return (await countInState(device.database, 'waiting')) + (await countPhotos(device.database));
  }

  async queue(): Promise<readonly QueuedCommand[]> {
    return (await this.device?.database.getAll('queue')) ?? [];
  }

  async #openTab(): Promise<void> {
    const browser = this.#browser.open();
    const device = await openDevice({
      environment: browser.environment,
      flows,
      operations: deviceOperations,
      lookUp: lookUpFlow,
      onTurn: (told) => this.#hear(told, browser, device),
      onChange: () => {},
    });
    this.#tabs.unshift({ browser, device });
  }

  async #work(life: number): Promise<void> {
    while (life === this.#lives && this.#floor.left > 0) {
      await this.#pause(life);
      await this.#handleTabs();
      const [tab] = this.#tabs;
      if (!tab) return;
      if (!tab.device.session()) await tab.device.signIn(this.badge, pinOf(this.badge));
      else await this.#deed(tab);
    }
  }

  /** A second tab is opened by mistake, looked at now and then, and closed. */
  async #handleTabs(): Promise<void> {
    if (this.#tabs.length === 1) {
      if (!this.#chance.happens(0.02)) return;
      this.#world.log.sometimes('second tab opened');
      await this.#openTab();
    } else if (this.#chance.happens(0.15)) {
      this.#tabs.reverse();
    } else if (this.#chance.happens(0.06)) {
      this.#tabs.shift()?.browser.close();
    }
  }

  /** One thing that the worker does. */
  async #deed(tab: OpenTab): Promise<void> {
    const { device } = tab;
    const runner = device.runner();
    const view = await runner?.view();
    if (!runner) return;
    const lately = [...this.promised.keys()].slice(-5);
    if (lately.length > 0 && this.#chance.happens(0.03)) {
      this.#world.log.sometimes('undo pressed');
      await runner.undo(this.#chance.pick(lately));
      return;
    }
    if (!view) {
      this.#isOutward = this.#floor.needsSomebodyOutward(this.#world.time.now());
      await runner.open(this.#chance.happens(0.1) ? lookUpFlow : this.#chance.pick(this.#whatIsToDo()));
      return;
    }
    this.#look(view);
    this.#task = view.flow;
    const worker = { floor: this.#floor, chance: this.#chance, order: this.#order, counter: this.#counter };
    const deed = await nextDeed(view, worker);
    this.#world.log.note(this.name, `${view.flow}/${view.step} ${JSON.stringify(deed)}`);
    if ('scan' in deed) {
      const input = scanOf(deed.scan, this.#chance);
      if (input.source === 'camera') this.#world.log.sometimes('scanned by camera');
      await runner.scan(input);
    } else if ('leave' in deed) return runner.leave();
    else await runner.give('give' in deed ? deed.give : { kind: 'photo', photo: await this.#takePhoto(tab) });
    const isGoodsOut = outwardFlows.includes(view.flow);
    const isNeededElsewhere = !isGoodsOut && view.flow !== 'count' && !this.#whatIsToDo().includes(view.flow);
    const isFedUp = this.#refusals > 1;
    if (this.#chance.happens(isFedUp ? 0.4 : isNeededElsewhere ? 0.3 : 0.03)) await runner.leave();
  }

  /** A photo is kept on the device before anything names it. */
  async #takePhoto({ device, browser }: OpenTab): Promise<string> {
    const content = pictureFrom(this.#chance);
    const hash = createHash('sha256').update(new Uint8Array(content)).digest('hex');
    const photo = { warehouse: 'EAST', type: 'image/jpeg', content };
    const id = await keepPhoto(device.database, browser.environment, photo);
    if (browser.isAlive()) this.photos.set(id, hash);
    return id;
  }

  /** Whoever sees a full dock puts away; whoever sees an empty one receives. Others pick, pack, load and ship. */
  #whatIsToDo(): readonly string[] {
    if (this.#isOutward) return this.#whatGoesOut();
    if (this.#chance.happens(0.1)) return ['count'];
    const waiting = this.#floor.waitingPlates.size;
    const away = ['put-away', 'put-away', 'put-away', 'put-away-trip'];
    if (waiting > 15) return away;
    // Goods that nobody ordered are for those who may take them.
    const isBlind = this.#isSupervisor && this.#chance.happens(0.1);
    const inward = isBlind ? 'receive-blind' : 'receive';
    return waiting < 5 ? [inward] : [...Array(away.length).fill(inward), ...away];
  }

  /** Whoever sees full lanes empties them; while nobody is sent for anything, nobody asks. */
  #whatGoesOut(): readonly string[] {
    const { papers } = this.#floor;
    const waiting = papers.waiting.length;
    const now = this.#world.time.now();
    const fills = this.#floor.nothingToFillUntilMs > now ? [] : ['fill'];
    const picks = papers.quietUntilMs > now ? fills : ['pick', 'pick', 'pick', 'cluster', ...fills];
    const ends = ['pack', 'load', ...(this.#isSupervisor ? ['ship', 'ship', 'ship'] : ['pack'])];
    if (waiting > 5 || picks.length === 0) return ends;
    return waiting === 0 ? picks : [...picks, ...ends];
  }

  /** The order that the worker is at, as the screen names it. */
  #look({ prompt: { about } }: FlowView): void {
    const load = typeof about === 'object' ? about.params?.load : undefined;
    if (load !== undefined) this.#order = this.#floor.orderOnLoad(String(load)) ?? this.#order;
    if (typeof about === 'string') this.#order = this.#floor.orderNamed(about) ?? this.#order;
  }

  #hear({ command, said, tone }: Told, browser: BrowserLife, device: Device): void {
    if (!browser.isAlive()) return;
    this.#world.log.note(this.name, `is told ${JSON.stringify(said)}`);
    this.#refusals = tone === 'bad' ? this.#refusals + 1 : 0;
    if (typeof said === 'object' && said !== null && this.#isNotThere(said.key)) {
      this.#floor.waitingPlates.delete(String(said.params?.licensePlate ?? said.params?.goods));
    }
    const key = typeof said === 'object' && said !== null ? said.key : '';
    if (key === 'pick.claimed') this.#world.log.sometimes('picking.claim');
    const soon = this.#world.time.now() + 15_000;
    if (nothingToPick.includes(key) && this.#task === 'fill') this.#floor.nothingToFillUntilMs = soon;
    else if (nothingToPick.includes(key)) this.#floor.papers.quietUntilMs = soon;
    if (command === null) return;
    this.doneAtMs.set(command, this.#world.time.now());
    this.promised.set(command, undefined);
    this.#floor.left -= 1;
    void this.#seeGoods(command, device);
    if (!this.#chance.happens(0.03)) return;
    this.#world.log.sometimes('died at the beep');
    this.#pullBattery(0);
  }

  /** A plate that nobody has booked may only be news to this device; some day somebody takes the label off. */
  #isNotThere(said: string): boolean {
    return emptyPlate.includes(said) || (said === 'putaway.plate_unknown' && this.#chance.happens(0.4));
  }

  /** What was just done, and where the goods are now, for everybody on the floor to see. */
  async #seeGoods(id: string, device: Device): Promise<void> {
    const queued = await device.database.getFromIndex('queue', 'id', id);
    if (!queued) return;
    this.promised.set(id, JSON.stringify(queued.command));
    await this.#hearOfOthers(queued, device);
    const { type, body, causedBy } = queued.command;
    this.#floor.ground.note({ id, type, body });
    if (/^(picking|packing|shipping|replenishment)\./.test(type)) this.#floor.leftOutward -= 1;
    const cause = type === 'receiving.undo_registration' && causedBy ? this.promised.get(causedBy) : undefined;
    const { licensePlate: plate } = cause === undefined ? body : JSON.parse(cause).body;
    if (typeof plate !== 'string') return;
    if (type === 'receiving.register') this.#floor.waitingPlates.add(plate);
    else this.#floor.waitingPlates.delete(plate);
  }

  /** One scan that settles several things makes a command of each; the worker is told once. */
  async #hearOfOthers({ sequence, command }: QueuedCommand, device: Device): Promise<void> {
    for (let before = sequence - 1; before > 0; before -= 1) {
      const other = await device.database.get('queue', before);
      if (!other || other.command.type !== command.type || !severalAtOnce.includes(command.type)) return;
      if (this.promised.has(other.id) || this.unheard.has(other.id)) return;
      this.promised.set(other.id, JSON.stringify(other.command));
    }
  }

  #pause(life: number): Promise<void> {
    const ms = this.#chance.happens(0.03) ? this.#chance.integer(5000, 60_000) : this.#chance.integer(200, 2000);
    return new Promise((resolve) => {
      this.#world.time.after(ms, () => {
        if (this.#lives === life && this.#tabs.length > 0) resolve();
      });
    });
  }
}
