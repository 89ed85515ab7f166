import * as z from 'zod';

/** Codes that people print and scan: order, item, location, plate. A `command:<id>` fits too. */
export const code = z.string().min(1).max(64);

export const unitCode = z.string().min(1).max(32);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date();
