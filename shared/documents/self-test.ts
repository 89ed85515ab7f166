import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** What the warehouse and an ERP have of the item after a step of a run. */
const step = later(() =>
  z.object({
    /** `start`, `registered`, `counted`, `completed`. */
    step: z.string(),
    warehouse: z.number(),
    erp: z.number(),
    expectedErp: z.number(),
    /** What an on-hand report says is there, and what it says the ERP was told. */
    reportOnHand: z.number(),
    reportedToErp: z.number(),
  }),
);

const run = later(() =>
  z.object({
    /** The channel when goods are registered, when they are counted, and when receiving is completed. */
    channels: z.tuple([z.string(), z.string(), z.string()]),
    includeRegisteredAndPicked: z.boolean(),
    passed: z.boolean(),
    steps: z.array(step),
  }),
);

/** Item A0001 received, counted and completed, through each channel and across a change of it. */
export const selfTest = later(() =>
  z.object({
    passed: z.boolean(),
    at: z.string(),
    runs: z.array(run),
    /** What kept it from being carried out, in technical words; null where it was. */
    failure: z.string().nullable(),
  }),
);

export type SelfTest = z.infer<typeof selfTest>;
export type SelfTestRun = z.infer<typeof run>;
export type SelfTestStep = z.infer<typeof step>;
