import * as z from 'zod';
import { instant, label, name64 } from '#shared/kernel/fields.ts';
import { later } from '../kernel/later.ts';
import { keyScopes } from './key-scopes.ts';

/** A key as it is asked for. One with scope `erp` belongs to a source system; others may be limited to one. */
export const keyBody = z.strictObject({
  name: label.describe('What it is for; shown in lists.'),
  sourceSystem: name64
    .nullish()
    .describe('Everything it reads or writes is limited to this source system. Required for erp.'),
  scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length),
  expiresAt: instant.nullish().describe('When it stops working; never unless said.'),
});

/** The only answer that holds the key itself. */
export const madeKey = later(() => z.object({ id: z.string(), key: z.string() }));

export const shownKey = later(() =>
  z.object({
    id: z.string(),
    name: z.string(),
    sourceSystem: z.string().nullable(),
    scopes: z.array(z.string()),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
    lastUsedAt: z.string().nullable().describe('To the minute.'),
  }),
);

export const keyList = later(() => z.object({ items: z.array(shownKey) }));

export type ShownKey = z.infer<typeof shownKey>;
export type KeyList = z.infer<typeof keyList>;
