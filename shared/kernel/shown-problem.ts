import * as z from 'zod';
import { later } from './later.ts';

/** What the wording of a problem names, as answers carry it. */
export const problemParams = later(() => z.record(z.string(), z.union([z.string(), z.number()])));

/** A problem as answers carry it: people read its wording. */
export const shownProblem = later(() => z.object({ code: z.string(), params: problemParams.optional() }));
