import { type TallymanDatabase, writeMeta } from './database.ts';

/** The address in the QR code that an administrator shows: `https://…/?enrol=<code>`. */
const address = /[?&]enrol=([A-Z0-9]{20})(?:&|$)/;

/** The code that lets this device in, where a text holds one. */
export function enrolmentIn(text: string): string | null {
  return address.exec(text)?.[1] ?? null;
}

/** Keeps the code until somebody signs in: the server asks for it once, and only of a device it does not know. */
export function keepEnrolment(database: TallymanDatabase, code: string): Promise<void> {
  return writeMeta(database, 'enrolment', code);
}
