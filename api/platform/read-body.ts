import type * as z from 'zod';

/**
 * A command's body as its schema reads it. Null is taken for a member left out, as in messages of ERPs, wherever the
 * schema gives it no meaning of its own (`licensePlate: null` is goods on no plate). So is a list of nothing where one
 * of something is meant: work tells `serials: []` of goods that have none, and may be sent back so.
 */
export function readBody<Body>(schema: z.ZodType<Body>, sent: unknown): z.ZodSafeParseResult<Body> {
  const asSent = schema.safeParse(sent);
  if (asSent.success || sent === undefined) return asSent;
  // Not `structuredClone`, which loses a member called `__proto__` and with it the refusal of that member.
  const shorter: unknown = JSON.parse(JSON.stringify(sent));
  for (const { path } of asSent.error.issues) leaveOutNothing(shorter, path);
  const read = schema.safeParse(shorter);
  return read.success ? read : asSent;
}

function leaveOutNothing(body: unknown, path: readonly PropertyKey[]): void {
  const name = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((part, key) => (isRecord(part) ? part[key] : undefined), body);
  if (name === undefined || !isRecord(holder) || Array.isArray(holder)) return;
  const value = holder[name];
  if (value === null || (Array.isArray(value) && value.length === 0)) delete holder[name];
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
