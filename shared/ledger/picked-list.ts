import * as z from 'zod';

/** Goods that were picked and have not left, each with where it is; quantities in the base unit of each item. */
export const pickedList = z.object({
  items: z.array(
    z.object({
      order: z.string(),
      item: z.string(),
      description: z.string(),
      quantity: z.number(),
      unit: z.string(),
      location: z.string(),
      /** Who has it in hand; null: it stands somewhere. */
      inHandOf: z.object({ badge: z.string(), name: z.string() }).nullable(),
      /** The carton that it is packed into; null: none. */
      carton: z.string().nullable(),
    }),
  ),
});

export type PickedList = z.infer<typeof pickedList>;
