import type * as z from 'zod';

/**
 * The entry of one operation in the catalogue: its name on the wire, the version of its body, the body's shape, and the
 * permit it needs. Permits name operations, so the list of commands and the list of permits are one.
 */
export interface Operation<Body = unknown> {
  readonly type: string;
  readonly version: number;
  readonly body: z.ZodType<Body>;
}

/** Keeps the body's type with the entry. */
export function operation<Body>(entry: Operation<Body>): Operation<Body> {
  return entry;
}
