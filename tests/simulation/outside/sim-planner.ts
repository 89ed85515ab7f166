import type { Chance } from '../world/chance.ts';
import type { Faults } from '../world/network.ts';
import type { World } from '../world/world.ts';
import { FeedReader } from './feed-reader.ts';
import { LiveReader } from './live-reader.ts';
import { Machine } from './machine.ts';

export interface DeltaRow {
  readonly position: number;
  readonly at: string;
  readonly item: string;
  readonly warehouse: string;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly serial: string | null;
  readonly location: string;
  readonly licensePlate: string | null;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reason: string;
  readonly commandId: string;
  readonly transactionId: string;
  readonly coveredBy: { readonly kind: string; readonly documentNumber: string | null; readonly state: string } | null;
}

export type Level = 'warehouse' | 'location';

export interface SnapshotRow {
  readonly item: string;
  readonly warehouse: string;
  readonly location?: string;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly onHand: number;
}

/** What is on hand, exact at a position. `asOfMs`: it was asked for as of that instant. */
export interface Snapshot {
  readonly level: Level;
  readonly asOfMs: number | null;
  readonly position: number;
  readonly rows: readonly SnapshotRow[];
}

/**
 * The stand-in planning system: follows the deltas on both levels page by page and once more live, and takes a snapshot
 * when it feels like it, of now or of some time ago.
 */
export class SimPlanner {
  readonly machine: Machine;
  readonly warehouseDeltas: FeedReader<DeltaRow>;
  readonly locationDeltas: FeedReader<DeltaRow>;
  readonly liveDeltas: FeedReader<DeltaRow>;
  readonly snapshots: Snapshot[] = [];
  readonly violations: string[] = [];
  readonly #world: World;
  readonly #chance: Chance;
  readonly #live: LiveReader<DeltaRow>;

  constructor(world: World, faults: Faults) {
    this.#world = world;
    this.#chance = world.chance.fork();
    const key = 'demo-planning-key';
    this.machine = new Machine(world, 'planner', key, faults);
    this.warehouseDeltas = new FeedReader(this.machine, '/api/planning/inventory-deltas?level=warehouse');
    this.locationDeltas = new FeedReader(this.machine, '/api/planning/inventory-deltas?level=location');
    this.liveDeltas = new FeedReader(this.machine, '/api/planning/inventory-deltas?level=location');
    this.#live = new LiveReader(world, this.machine, key, this.liveDeltas);
  }

  get feeds(): readonly FeedReader<DeltaRow>[] {
    return [this.warehouseDeltas, this.locationDeltas];
  }

  followLive(isOver: () => boolean): Promise<void> {
    return this.#live.follow(isOver);
  }

  async poll(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.machine.sleep(this.#chance.integer(500, 15_000));
      for (const reader of this.feeds) {
        if (this.#chance.happens(0.05)) reader.goBackTo(this.#chance.integer(0, reader.position));
        await reader.readOn(this.#chance.pick([10, 100, 1000]));
      }
      if (!this.#chance.happens(0.25)) continue;
      const asOfMs = this.#chance.happens(0.4) ? this.#someInstant() : null;
      await this.takeSnapshot(this.#chance.pick(['warehouse', 'location']), asOfMs);
    }
  }

  /** Of the past; half of the time the very one of a change. */
  #someInstant(): number {
    const deltas = this.locationDeltas.rows;
    if (deltas.length > 0 && this.#chance.happens(0.5)) return Date.parse(this.#chance.pick(deltas).at);
    return this.#world.time.now() - this.#chance.integer(0, 600_000);
  }

  /** A whole snapshot, page by page at one position; nothing when the network fails in between. */
  async takeSnapshot(level: Level, asOfMs: number | null): Promise<void> {
    const rows: SnapshotRow[] = [];
    const asOf = asOfMs === null ? '' : `&asOf=${new Date(asOfMs).toISOString()}`;
    let position: number | undefined;
    for (let after = '0', hasMore = true; hasMore; ) {
      const limit = this.#chance.pick([5, 50, 500]);
      const path = `/api/planning/inventory-snapshots?level=${level}&limit=${limit}${asOf}&after=${encodeURIComponent(after)}`;
      const answer = await this.machine.ask('GET', path);
      if (!answer) return;
      if (answer.status !== 200) {
        this.violations.push(`a snapshot was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
        return;
      }
      position ??= answer.body.position as number;
      if (answer.body.position !== position) this.violations.push('pages of a snapshot are of different positions');
      rows.push(...answer.body.items);
      after = answer.body.next;
      hasMore = answer.body.hasMore;
    }
    this.snapshots.push({ level, asOfMs, position: position ?? 0, rows });
  }
}
