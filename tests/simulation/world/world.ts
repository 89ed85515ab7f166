import type { Chance } from './chance.ts';
import type { EventLog } from './event-log.ts';
import type { SimServer } from './sim-server.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What every party of a simulated world shares. */
export interface World {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly log: EventLog;
  readonly server: SimServer;
}
