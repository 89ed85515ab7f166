import * as z from 'zod';
import { label, name32 } from '#shared/kernel/fields.ts';

/** What a warehouse may be called. `*` stands for all of them, so it is none. */
export const warehouseCode = name32.regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/);

/** A warehouse as an administrator writes it. */
export const warehouseBody = z.strictObject({
  code: name32.optional().describe('The code in the address once more.'),
  name: label.optional().describe('What people call it; its code unless said.'),
  timeZone: z
    .string()
    .min(1)
    .max(64)
    .describe('Its IANA time zone, such as Europe/Berlin: by it instants fall on days in documents and reports.'),
});

export const shownWarehouse = z.object({ code: z.string(), name: z.string(), timeZone: z.string() });

export type ShownWarehouse = z.infer<typeof shownWarehouse>;

const warehouseRow = shownWarehouse.extend({ locations: z.number() });

/** The list of warehouses, with how many locations each has. */
export const warehouseList = z.object({ items: z.array(warehouseRow) });

export type WarehouseRow = z.infer<typeof warehouseRow>;
export type WarehouseList = z.infer<typeof warehouseList>;
