import * as z from 'zod';
import { later } from '../kernel/later.ts';
import { scannerReport } from './scanner.ts';

export const shownDevice = later(() =>
  z.object({
    device: z.string(),
    enrolledAt: z.string(),
    enrolledBy: z.string().nullable().describe('The administrator whose code let it in; null in demo mode.'),
    lastContactAt: z.string(),
    waitingCommands: z.number().describe('Commands it had not sent when it was last heard of.'),
    lastSequence: z.number().describe('The number of the last command that came from it.'),
    lastPerson: z.object({ badge: z.string(), name: z.string() }).nullable().describe('Who signed in on it last.'),
    scanner: scannerReport
      .nullable()
      .describe('What the setting up of its scanner taught; null where nobody did that.'),
    revokedAt: z.string().nullable(),
  }),
);

export const deviceList = later(() => z.object({ items: z.array(shownDevice) }));

/** A code that lets one new device in, once. Shown as a QR code of `address`, or typed. */
export const enrolment = later(() => z.object({ code: z.string(), expiresAt: z.string() }));

export type ShownDevice = z.infer<typeof shownDevice>;
export type DeviceList = z.infer<typeof deviceList>;
export type Enrolment = z.infer<typeof enrolment>;
