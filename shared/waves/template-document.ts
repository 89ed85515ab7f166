import * as z from 'zod';
import { waveTemplate } from './template.ts';

/** A template of a warehouse as people write it. Of several that fit an order the lowest position gathers it. */
export const templateDocument = waveTemplate.extend({
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$/),
  position: z.int().min(1).max(999).default(100),
});

const templateList = z.object({ items: z.array(templateDocument) });

export type TemplateDocument = z.infer<typeof templateDocument>;
export type TemplateList = z.infer<typeof templateList>;
