import * as z from 'zod';
import { instant } from '../kernel/fields.ts';

/**
 * What every command carries, whatever it does. `occurredAt` is the device's clock corrected by the measured offset to
 * the server; order never depends on it. `knownAt` is the position of the device's changes feed when it scanned.
 */
export const envelope = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i),
  type: z.string().min(1).max(64),
  version: z.int().min(1).max(9999).default(1),
  session: z.string().min(1).max(64).nullish(),
  device: z.string().min(1).max(64),
  sequence: z.int().min(1).nullish(),
  warehouse: z.string().min(1).max(32),
  occurredAt: instant,
  knownAt: z.int().min(0).nullish(),
  causedBy: z.string().min(1).max(64).nullish(),
  /** Whatever it holds, an object or not, is its command's affair: only a command without one cannot be read. */
  body: z.unknown().refine((body) => body !== undefined),
});

export type Envelope = z.infer<typeof envelope>;

/** A command as rules see it: the envelope with its body read, and the operator of the session it was made in. */
export interface Command<Body> {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly device: string;
  readonly warehouse: string;
  readonly occurredAt: string;
  readonly knownAt: number | null;
  readonly operator: string;
  /** The second person who approved it, when it is judged again after it had waited for one. Never its author. */
  readonly approvedBy?: string;
  readonly body: Body;
}

/** What became of a command. All but `gap` are final; `parked` is final until it is replayed after an upgrade. */
export type Outcome = 'applied' | 'refused' | 'held' | 'skipped' | 'parked' | 'gap';

/** A body may name what another command made by that command's id: `command:<id>`. Null for anything else. */
export function commandReference(text: string): string | null {
  return text.startsWith('command:') ? text.slice('command:'.length).toLowerCase() : null;
}
