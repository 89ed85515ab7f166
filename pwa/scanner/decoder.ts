import type { Picture } from './grab-picture.ts';
import { type Pass, type Plan, plans } from './passes.ts';
import type { SeenCode } from './seen-code.ts';
import { isMatrix, type Symbology, usualSymbologies } from './symbology.ts';

export type { Pass } from './passes.ts';

/** What is expected, so that nothing else is looked for: less is misread, and in less time. */
export interface DecodeOptions {
  /** Left out: `usualSymbologies`. */
  readonly formats?: readonly Symbology[];
}

/** Reads codes in pictures. The picture belongs to the decoder afterwards. */
export interface Decoder {
  /** Whether it takes frames of a camera as they are; the others take what was made of them only. */
  readonly takesFrames: boolean;
  decode(picture: Picture, pass: Pass, options?: DecodeOptions): Promise<readonly SeenCode[]>;
  close(): void;
}

/**
 * The passes over the pictures of a stream, again and again. Most codes are read by the first two; those that follow are
 * for what they cannot read, ways for the same defect close together so that one confirms the other.
 */
const rota: readonly Pass[] = [
  ...(['fast', 'thorough', 'fine', 'soft'] as const),
  ...(['fast', 'turned30', 'softer', 'turned60'] as const),
  ...(['fast', 'thorough', 'sharp', 'even'] as const),
  ...(['fast', 'turned45', 'softest', 'turned15'] as const),
  ...(['fast', 'thorough', 'fineLying', 'softLying'] as const),
  ...(['fast', 'turned75', 'softerLying', 'smooth'] as const),
  ...(['fast', 'thorough', 'fixed', 'evenLying'] as const),
  ...(['fast', 'sharper', 'softestLying', 'negative'] as const),
  ...(['fast', 'thorough', 'half', 'turned30'] as const),
];

/** After so many pictures the first pass is due again. */
export const turns = rota.length;

/** The pass for the picture of this number, of those that can read what is expected. */
export function passOf(picture: number, { formats = usualSymbologies }: DecodeOptions = {}): Pass {
  const fitting = rota.filter((pass) => isOfUse(plans[pass], formats));
  return fitting[picture % fitting.length] ?? 'fast';
}

function isOfUse({ kinds }: Plan, formats: readonly Symbology[]): boolean {
  return kinds === 'all' || formats.some((each) => isMatrix(each) === (kinds === 'matrix'));
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
