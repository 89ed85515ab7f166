import type { Decoder } from './decoder.ts';
import { libraryReader } from './fallback-reader.ts';
import { sizeOf } from './grab-picture.ts';
import { greyOf } from './pixels.ts';
import { type Symbology, usualSymbologies } from './symbology.ts';

/** The middle, where the aiming window is: looking harder at all of it would hold the page up for half a second. */
const middle = 0.6;

/**
 * The decoder for browsers that cannot run WebAssembly in a worker: on the page, slower, one code a picture. Of the ways
 * of looking it knows two, quick and thorough, and looks at the middle only.
 */
export function openFallbackDecoder(): Decoder {
  let wanted: readonly Symbology[] = usualSymbologies;
  let read = libraryReader(wanted);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    takesFrames: false,
    decode: async (picture, pass, { formats = usualSymbologies } = {}) => {
      const { width, height } = sizeOf(picture);
      canvas.width = Math.round(width * middle);
      canvas.height = Math.round(height * middle);
      const [left, top] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
      context?.drawImage(picture, Math.round(left), Math.round(top));
      picture.close();
      if (formats !== wanted) read = libraryReader(formats);
      wanted = formats;
      const pixels = context?.getImageData(0, 0, canvas.width, canvas.height);
      return pixels ? read(greyOf(pixels.data, pixels.width, pixels.height), pass === 'thorough') : [];
    },
    close: () => {},
  };
}
