import * as z from 'zod';
import { companyPrefixText } from '../scan/sscc.ts';

/** What the licence plates and cartons that are made here are numbered by. */
export const licensePlateSettings = z.strictObject({
  companyPrefix: z
    .string()
    .regex(companyPrefixText)
    .describe('The company prefix that GS1 has given to whoever runs the warehouses: 4 to 12 digits.'),
});

export const shownLicensePlateSettings = z.object({
  /** Null where nobody has set one: no plate can be numbered then. */
  companyPrefix: z.string().nullable(),
});

export type ShownLicensePlateSettings = z.infer<typeof shownLicensePlateSettings>;
