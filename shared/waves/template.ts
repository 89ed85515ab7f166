import * as z from 'zod';
import { name64, readable } from '#shared/kernel/fields.ts';

const codes = z.array(z.string().min(1).max(64)).max(100);

/** 90 lines an hour: a usual rate of picking on foot. */
export const standardSecondsPerLine = 40;

/** Which orders a wave gathers by itself, and how its work is cut. What is left out, null or empty fits any. */
export const waveTemplate = z.strictObject({
  name: readable(name64),
  isActive: z.boolean().default(true),
  when: z
    .strictObject({
      sourceSystems: codes.optional(),
      orderTypes: codes.optional(),
      carriers: codes.optional(),
      /** Orders at least as urgent: lower numbers go first. */
      priorityAtMost: z.int().min(0).max(999).nullish(),
      /** Due within so many hours from now, by cut-off or by shipping date. */
      dueWithinHours: z.int().min(1).max(720).nullish(),
    })
    .default({}),
  /** No more than this. */
  ordersAtMost: z.int().min(1).max(1000).default(200),
  /** A walk for each zone, handed over between them, rather than one for each shipment. */
  byZone: z.boolean().default(false),
  /** How long a line takes on average, walk included: what previews reckon with. Measured on the floor, not by us. */
  secondsPerLine: z.int().min(1).max(3600).default(standardSecondsPerLine),
  /** By itself: gathered, processed and released, each time that one of these is so; at once where none is named. */
  automatic: z
    .strictObject({
      everyMinutes: z.int().min(1).max(1440).nullish(),
      ordersAtLeast: z.int().min(1).max(1000).nullish(),
      linesAtLeast: z.int().min(1).max(10_000).nullish(),
      /** Every day at this time of the warehouse's clocks, with what was in before: `HH:MM`. */
      cutoff: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .nullish(),
      release: z.boolean().default(false),
    })
    .nullable()
    .default(null),
});

export type WaveTemplate = z.infer<typeof waveTemplate>;

/** What a template asks of an order. Instants in ms. */
export interface TemplateOrder {
  readonly sourceSystem: string;
  readonly orderType: string;
  readonly carrier: string;
  readonly priority: number;
  readonly dueAt: number | null;
}

const hourMs = 3_600_000;

/** Whether an order belongs into a wave of the template at an instant. */
export function isMeant({ when }: WaveTemplate, order: TemplateOrder, nowMs: number): boolean {
  const has = (list: readonly string[] = [], value: string) => list.length === 0 || list.includes(value);
  const withinHours = when.dueWithinHours ?? null;
  const isDue = withinHours === null || (order.dueAt !== null && order.dueAt <= nowMs + withinHours * hourMs);
  return (
    isDue &&
    has(when.sourceSystems, order.sourceSystem) &&
    has(when.orderTypes, order.orderType) &&
    has(when.carriers, order.carrier) &&
    order.priority <= (when.priorityAtMost ?? Number.MAX_SAFE_INTEGER)
  );
}
