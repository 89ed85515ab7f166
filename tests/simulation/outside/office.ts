import type { Floor } from '../floor/floor.ts';
import type { Chance } from '../world/chance.ts';
import type { EventLog } from '../world/event-log.ts';
import type { ConsoleCommand } from './sim-console.ts';
import type { SimErp } from './sim-erp.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

export interface Answered {
  // biome-ignore lint/suspicious/noExplicitAny: an answer is looked into where it is used
  readonly body: any;
  readonly etag: string | null;
}

/** What somebody at a desk sees and has at hand. */
export interface Office {
  readonly chance: Chance;
  readonly floor: Floor;
  readonly erps: readonly SimErp[];
  readonly log: EventLog;
  /** Answers when the command is answered. */
  send(type: string, body: Readonly<Record<string, unknown>>): Promise<ConsoleCommand>;
  /** Undefined when no answer came, or another one than that all is well. */
  ask(request: Asked): Promise<Answered | undefined>;
  pause(ms: number): Promise<void>;
}
