import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** A count, and since when the oldest of them waits; null when there is none. */
const waiting = later(() => z.object({ count: z.number(), oldestAt: z.string().nullable() }));

/** What a supervisor wants to see at a glance. */
export const board = later(() =>
  z.object({
    at: z.string(),
    messages: z.object({ received: waiting, parked: waiting, failed: waiting }),
    decisions: z.object({
      held: waiting,
      approvals: waiting,
      discrepancies: waiting,
      counts: waiting,
      unknownCodes: waiting,
    }),
    /** `notFinal`: due to become final, but something stands against it. */
    documents: z.object({ unacknowledged: waiting, rejected: waiting, notFinal: waiting }),
    /** Loads with registrations that nobody has completed. */
    registered: waiting,
    putaway: waiting,
    /** What goes out: orders whose time is over, that may be released, that lack goods; what is to pick and to load. */
    outbound: z.object({ late: waiting, toRelease: waiting, lacking: waiting, linesToPick: waiting, toLoad: waiting }),
    /** Orders of which nothing was received yet, and those of which something was. */
    orders: z.object({ open: z.number(), partiallyReceived: z.number() }),
    devices: z.array(
      z.object({
        device: z.string(),
        /** Who signed in on it last. */
        person: z.string().nullable(),
        lastContactAt: z.string(),
        waitingCommands: z.number(),
      }),
    ),
    /** Commands of the floor by hour, oldest first, hours without any included. */
    hours: z.array(z.object({ from: z.string(), applied: z.number(), refused: z.number(), held: z.number() })),
  }),
);

export type Board = z.infer<typeof board>;
export type Waiting = z.infer<typeof waiting>;
