import type { Chance } from '../world/chance.ts';

/**
 * What a camera makes, as far as the server looks at it: a JPEG by its first bytes, up to a few of the parts that the
 * server keeps pictures in. No two words of it are alike, so that a part that is missing, cut or in the wrong place shows.
 */
export function pictureFrom(chance: Chance): ArrayBuffer {
  const first = chance.integer(0, 2 ** 31);
  const content = Uint32Array.from({ length: chance.integer(20, 20_000) }, (_, index) => first + index * 2_654_435_761);
  new Uint8Array(content.buffer).set([0xff, 0xd8, 0xff, 0xe0]);
  return content.buffer;
}
