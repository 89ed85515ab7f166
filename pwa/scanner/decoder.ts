import type { SeenCode } from './seen-code.ts';
import type { Symbology } from './symbology.ts';

/**
 * How hard to look at a picture. `fast`: the middle, one quick pass. `thorough`: all of it, every trick the decoder has.
 * A number: all of it, turned by so many degrees, for linear codes that are held askew.
 */
export type Pass = 'fast' | 'thorough' | number;

/** What is expected, so that nothing else is looked for: less is misread, and in less time. */
export interface DecodeOptions {
  /** Left out: `usualSymbologies`. */
  readonly formats?: readonly Symbology[];
}

/** Reads codes in pictures. The picture belongs to the decoder afterwards. */
export interface Decoder {
  decode(picture: ImageBitmap, pass: Pass, options?: DecodeOptions): Promise<readonly SeenCode[]>;
  close(): void;
}

/**
 * The passes over the pictures of a stream, again and again: mostly quick ones, so that a code in the middle is read at
 * once.
 */
const rota: readonly Pass[] = [
  'fast',
  'thorough',
  'fast',
  30,
  'fast',
  'thorough',
  'fast',
  60,
  'fast',
  'thorough',
  'fast',
  45,
];

export function passOf(picture: number): Pass {
  return rota[picture % rota.length] ?? 'fast';
}

/** zxing-cpp in a worker where the browser can; else its JavaScript relative on the page, loaded only then. */
export async function openDecoder(): Promise<Decoder> {
  const canWork =
    typeof WebAssembly === 'object' && typeof Worker === 'function' && typeof OffscreenCanvas === 'function';
  if (canWork) {
    const { openWorkerDecoder } = await import('./worker-decoder.ts');
    const decoder = await openWorkerDecoder().catch(() => null);
    if (decoder) return decoder;
  }
  const { openFallbackDecoder } = await import('./fallback-decoder.ts');
  return openFallbackDecoder();
}
