import type { Picture } from './grab-picture.ts';
import type { Pass } from './passes.ts';
import type { SeenCode } from './seen-code.ts';
import type { Symbology } from './symbology.ts';

/** What the page asks of the worker. */
export interface DecodeRequest {
  readonly id: number;
  readonly picture: Picture;
  readonly pass: Pass;
  readonly formats: readonly Symbology[];
}

/** What the worker says: ready once, then an answer for each request. */
export type DecodeAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'read'; readonly id: number; readonly codes: readonly SeenCode[] };
