import * as z from 'zod';
import { later } from '../kernel/later.ts';

/** A row of the audit log: who changed what, with what it was before and what it is now. */
export const auditRow = later(() =>
  z.object({
    position: z.number(),
    at: z.string(),
    actor: z.string().describe('The badge, or what did it without a person.'),
    action: z.string(),
    subject: z.string(),
    before: z.unknown().describe('Null for nothing.'),
    after: z.unknown().describe('Null for nothing.'),
    commandId: z.string().nullable(),
    id: z.string(),
    previousHash: z.string().describe('The hash of the audit row before this one; 64 zeros before the first.'),
    hash: z
      .string()
      .describe('SHA-256 of previousHash, a line feed, and the row as stored: the JSON array [id, at, actor, …].'),
  }),
);

/** Newest first; `next` is the position to go on below. */
export const auditPage = later(() => z.object({ items: z.array(auditRow), next: z.number().nullable() }));

export type AuditRow = z.infer<typeof auditRow>;
export type AuditPage = z.infer<typeof auditPage>;
