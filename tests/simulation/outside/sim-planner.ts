import type { Chance } from '../world/chance.ts';
import type { Faults } from '../world/network.ts';
import type { World } from '../world/world.ts';
import { FeedReader } from './feed-reader.ts';
import { Machine } from './machine.ts';

export interface DeltaRow {
  readonly position: number;
  readonly item: string;
  readonly warehouse: string;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
  readonly location: string;
  readonly licensePlate: string | null;
  readonly quantity: number;
  readonly onHandAfter: number;
  readonly reason: string;
  readonly commandId: string;
  readonly transactionId: string;
  readonly coveredBy: { readonly kind: string; readonly documentNumber: string | null; readonly state: string } | null;
}

/** On hand by its dimensions, exact at a position. */
export interface Snapshot {
  readonly position: number;
  readonly onHand: ReadonlyMap<string, number>;
}

/** The stand-in planning system: follows the deltas on both levels, and takes a snapshot when it feels like it. */
export class SimPlanner {
  readonly machine: Machine;
  readonly warehouseDeltas: FeedReader<DeltaRow>;
  readonly locationDeltas: FeedReader<DeltaRow>;
  readonly snapshots: Snapshot[] = [];
  readonly violations: string[] = [];
  readonly #chance: Chance;

  constructor(world: World, faults: Faults) {
    this.#chance = world.chance.fork();
    this.machine = new Machine(world, 'planner', 'demo-planning-key', faults);
    this.warehouseDeltas = new FeedReader(this.machine, '/api/planning/inventory-deltas?level=warehouse');
    this.locationDeltas = new FeedReader(this.machine, '/api/planning/inventory-deltas?level=location');
  }

  async poll(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await this.machine.sleep(this.#chance.integer(500, 15_000));
      for (const reader of [this.warehouseDeltas, this.locationDeltas]) {
        if (this.#chance.happens(0.05)) reader.goBackTo(this.#chance.integer(0, reader.position));
        await reader.readOn(this.#chance.pick([10, 100, 1000]));
      }
      if (this.#chance.happens(0.1)) await this.takeSnapshot();
    }
  }

  /** A whole snapshot, page by page at one position; nothing when the network fails in between. */
  async takeSnapshot(): Promise<Snapshot | undefined> {
    const onHand = new Map<string, number>();
    let position: number | undefined;
    let after = '0';
    for (;;) {
      const answer = await this.machine.ask(
        'GET',
        `/api/planning/inventory-snapshots?limit=500&after=${encodeURIComponent(after)}`,
      );
      if (!answer) return undefined;
      if (answer.status !== 200) {
        this.violations.push(`a snapshot was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
        return undefined;
      }
      position ??= answer.body.position as number;
      if (answer.body.position !== position) this.violations.push('pages of a snapshot are of different positions');
      for (const row of answer.body.items)
        onHand.set(dimensionsOf(row), (onHand.get(dimensionsOf(row)) ?? 0) + row.onHand);
      after = answer.body.next;
      if (!answer.body.hasMore) break;
    }
    const snapshot = { position: position ?? 0, onHand };
    this.snapshots.push(snapshot);
    return snapshot;
  }
}

/** What a snapshot's rows and the deltas of warehouses have in common. */
export function dimensionsOf(row: {
  readonly item: string;
  readonly warehouse: string;
  readonly inventoryStatus: string;
  readonly owner: string;
  readonly lot: string | null;
}): string {
  return [row.item, row.warehouse, row.inventoryStatus, row.owner, row.lot ?? ''].join(' ');
}
