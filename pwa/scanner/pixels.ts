/**
 * Pictures in shades of grey, and what can be done to one before a decoder looks at it. Pure: the same pixels in give the
 * same pixels out, in a worker as in Node. Each function makes a new picture and leaves its own as it was.
 */

/** Rows of one byte a pixel, 0 black to 255 white. */
export interface Grey {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The brightness of a picture of four bytes a pixel (ITU-R BT.601); see-through pixels count as their colour. */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): Grey {
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at += 1, from += 4) {
    data[at] = (306 * (rgba[from] ?? 0) + 601 * (rgba[from + 1] ?? 0) + 117 * (rgba[from + 2] ?? 0) + 512) >> 10;
  }
  return { data, width, height };
}

/** The middle of a picture, of its own shape: `share` of width and height. */
export function middle({ data, width, height }: Grey, share: number): Grey {
  const [partWidth, partHeight] = [Math.round(width * share), Math.round(height * share)];
  const [left, top] = [(width - partWidth) >> 1, (height - partHeight) >> 1];
  const part = new Uint8Array(partWidth * partHeight);
  for (let y = 0; y < partHeight; y += 1) {
    const from = (top + y) * width + left;
    part.set(data.subarray(from, from + partWidth), y * partWidth);
  }
  return { data: part, width: partWidth, height: partHeight };
}

/** Of a picture larger than so many pixels the middle that has as many. */
export function middleOfAtMost(grey: Grey, pixels: number): Grey {
  const share = Math.sqrt(pixels / (grey.width * grey.height));
  return share < 1 ? middle(grey, share) : grey;
}

/** Half as wide and high; each pixel the mean of four. */
export function halved({ data, width, height }: Grey): Grey {
  const [halfWidth, halfHeight] = [width >> 1, height >> 1];
  const half = new Uint8Array(halfWidth * halfHeight);
  for (let y = 0, at = 0; y < halfHeight; y += 1) {
    let from = 2 * y * width;
    for (let x = 0; x < halfWidth; x += 1, at += 1, from += 2) {
      const upper = (data[from] ?? 0) + (data[from + 1] ?? 0);
      half[at] = (upper + (data[from + width] ?? 0) + (data[from + width + 1] ?? 0) + 2) >> 2;
    }
  }
  return { data: half, width: halfWidth, height: halfHeight };
}

/** Dark for bright. */
export function inverted({ data, width, height }: Grey): Grey {
  return { data: data.map((value) => 255 - value), width, height };
}

/** Turned by a quarter, clockwise. */
export function quarterTurned({ data, width, height }: Grey): Grey {
  const turnedData = new Uint8Array(data.length);
  // In tiles: row after row would touch another part of the memory with each pixel.
  for (let top = 0; top < height; top += tile) {
    for (let left = 0; left < width; left += tile) {
      const [bottom, right] = [Math.min(height, top + tile), Math.min(width, left + tile)];
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) turnedData[x * height + (height - 1 - y)] = data[y * width + x] ?? 0;
      }
    }
  }
  return { data: turnedData, width: height, height: width };
}

const tile = 32;

/**
 * Turned clockwise about its middle, the corners with it. Of the rows only each `rowStep`-th is made: enough where rows
 * are averaged afterwards. What was outside the picture is grey.
 */
export function turned({ data, width, height }: Grey, degrees: number, rowStep = 1): Grey {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const newWidth = Math.round(Math.abs(width * cos) + Math.abs(height * sin));
  const newHeight = Math.floor(Math.round(Math.abs(width * sin) + Math.abs(height * cos)) / rowStep);
  const out = new Uint8Array(newWidth * newHeight).fill(nothing);
  const [stepX, stepY] = [Math.round(cos * one), Math.round(-sin * one)];
  for (let row = 0; row < newHeight; row += 1) {
    const [across, down] = [(1 - newWidth) / 2, (row + 0.5 - newHeight / 2) * rowStep];
    const startX = (width - 1) / 2 + cos * across + sin * down;
    const startY = (height - 1) / 2 - sin * across + cos * down;
    const [fromX, toX] = inside(startX, cos, width);
    const [fromY, toY] = inside(startY, -sin, height);
    const [first, last] = [Math.max(0, fromX, fromY), Math.min(newWidth - 1, toX, toY)];
    let x = Math.round((startX + cos * first) * one);
    let y = Math.round((startY - sin * first) * one);
    for (let at = row * newWidth + first; at <= row * newWidth + last; at += 1, x += stepX, y += stepY) {
      const from = (y >> 16) * width + (x >> 16);
      const [right, low] = [(x >> 8) & 255, (y >> 8) & 255];
      const upper = (data[from] ?? 0) * (256 - right) + (data[from + 1] ?? 0) * right;
      const lower = (data[from + width] ?? 0) * (256 - right) + (data[from + width + 1] ?? 0) * right;
      out[at] = (upper * (256 - low) + lower * low + 32_768) >> 16;
    }
  }
  return { data: out, width: newWidth, height: newHeight };
}

const nothing = 128;
/** Places between pixels in whole numbers: 16 bits behind the point. */
const one = 65_536;

/** For which steps a walk from `start` by `step` each stays between the first and the last but one of `size` pixels. */
function inside(start: number, step: number, size: number): readonly [number, number] {
  const last = size - 1.01;
  if (Math.abs(step) < 1e-6) return start >= 0 && start <= last ? [0, Number.MAX_SAFE_INTEGER] : [1, 0];
  const ends = [-start / step, (last - start) / step] as const;
  return [Math.ceil(Math.min(...ends)), Math.floor(Math.max(...ends))];
}

/** Each `step` rows the mean of `rows` of them: what runs down the picture, as bars do, stays, and noise goes. */
export function banded({ data, width, height }: Grey, rows: number, step = rows): Grey {
  const count = Math.max(0, Math.floor((height - rows) / step) + 1);
  const bands = new Uint8Array(width * count);
  const sums = new Uint16Array(width);
  let [first, next] = [0, 0];
  for (let band = 0; band < count; band += 1) {
    for (; next < band * step + rows; next += 1) {
      for (let x = 0, at = next * width; x < width; x += 1, at += 1) sums[x] = (sums[x] ?? 0) + (data[at] ?? 0);
    }
    for (; first < band * step; first += 1) {
      for (let x = 0, at = first * width; x < width; x += 1, at += 1) sums[x] = (sums[x] ?? 0) - (data[at] ?? 0);
    }
    for (let x = 0, at = band * width; x < width; x += 1, at += 1) bands[at] = (sums[x] ?? 0) / rows + 0.5;
  }
  return { data: bands, width, height: count };
}

/**
 * Each row made `factor` times as long, so that edges that lie between two pixels are found between them, and a blur
 * along it undone: `blur` in pixels (standard deviation), 0 for none. The stronger the blur, the more the noise grows.
 */
export function stretched({ data, width, height }: Grey, factor: number, blur = 0): Grey {
  const { phases, reach } = kernel(blur, factor);
  const longData = new Uint8ClampedArray(width * factor * height);
  const row = new Float32Array(width + 2 * reach);
  for (let y = 0; y < height; y += 1) {
    row.set(data.subarray(y * width, (y + 1) * width), reach);
    row.fill(row[reach] ?? 0, 0, reach);
    row.fill(row[reach + width - 1] ?? 0, reach + width);
    for (const [phase, weights] of phases.entries()) {
      let at = y * width * factor + phase;
      for (let x = 0; x < width; x += 1, at += factor) {
        let sum = 0;
        for (let tap = 0; tap < weights.length; tap += 1) sum += (weights[tap] ?? 0) * (row[x + tap] ?? 0);
        longData[at] = sum;
      }
    }
  }
  return { data: new Uint8Array(longData.buffer), width: width * factor, height };
}

/**
 * Each row as bright and as rich in contrast everywhere as in its mean: bars in a shadow, or in a reflection, stand out as
 * those beside it. `reach`: so many pixels to each side count.
 */
export function evened({ data, width, height }: Grey, reach: number): Grey {
  const size = 2 * reach + 1;
  const row = new Float32Array(width + 2 * reach);
  const rest = new Float32Array(width + 2 * reach);
  const out = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    row.set(data.subarray(y * width, (y + 1) * width), reach);
    prolong(row, reach);
    let sum = 0;
    for (let x = 0; x < size - 1; x += 1) sum += row[x] ?? 0;
    for (let x = 0; x < width; x += 1) {
      sum += row[x + size - 1] ?? 0;
      rest[x + reach] = (row[x + reach] ?? 0) - sum / size;
      sum -= row[x] ?? 0;
    }
    prolong(rest, reach);
    let contrast = 0;
    for (let x = 0; x < size - 1; x += 1) contrast += Math.abs(rest[x] ?? 0);
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      contrast += Math.abs(rest[x + size - 1] ?? 0);
      out[at] = 128 + (64 * (rest[x + reach] ?? 0)) / (contrast / size + leastContrast);
      contrast -= Math.abs(rest[x] ?? 0);
    }
  }
  return { data: new Uint8Array(out.buffer), width, height };
}

/** Less is noise. */
const leastContrast = 3;

/** The first and the last pixels of a row once more, mirrored, beyond its ends. */
function prolong(row: Float32Array, reach: number): void {
  const last = row.length - 1 - reach;
  for (let step = 1; step <= reach; step += 1) {
    row[reach - step] = row[Math.min(reach + step, last)] ?? 0;
    row[last + step] = row[Math.max(last - step, reach)] ?? 0;
  }
}

/** A blur undone along the rows and across them. */
export function sharpened(grey: Grey, blur: number): Grey {
  return columnsSharpened(stretched(grey, 1, blur), blur);
}

function columnsSharpened({ data, width, height }: Grey, blur: number): Grey {
  const { phases, reach } = kernel(blur, 1);
  const weights = phases[0] ?? new Float32Array(1);
  const out = new Uint8ClampedArray(width * height);
  const sums = new Float32Array(width);
  for (let y = 0; y < height; y += 1) {
    sums.fill(0);
    for (let tap = 0; tap < weights.length; tap += 1) {
      const weight = weights[tap] ?? 0;
      const from = Math.min(height - 1, Math.max(0, y + tap - reach)) * width;
      for (let x = 0; x < width; x += 1) sums[x] = (sums[x] ?? 0) + weight * (data[from + x] ?? 0);
    }
    out.set(sums, y * width);
  }
  return { data: new Uint8Array(out.buffer), width, height };
}

/** Each pixel the mean of the square about it, `2 × reach + 1` wide; the rim is black. */
export function smoothed({ data, width, height }: Grey, reach: number): Grey {
  const size = 2 * reach + 1;
  const sums = new Uint16Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = reach; x < width - reach; x += 1) {
      let sum = 0;
      for (let from = y * width + x - reach, end = from + size; from < end; from += 1) sum += data[from] ?? 0;
      sums[y * width + x] = sum;
    }
  }
  const out = new Uint8Array(width * height);
  for (let at = reach * width; at < (height - reach) * width; at += 1) {
    let sum = 0;
    for (let row = -reach; row <= reach; row += 1) sum += sums[at + row * width] ?? 0;
    out[at] = sum / (size * size) + 0.5;
  }
  return { data: out, width, height };
}

/** Weights of the pixels from `reach` before to `reach` after, for each place between two pixels. */
interface Kernel {
  readonly phases: readonly Float32Array[];
  readonly reach: number;
}

const kernels = new Map<string, Kernel>();

function kernel(blur: number, factor: number): Kernel {
  const name = `${blur}/${factor}`;
  const known = kernels.get(name) ?? newKernel(blur, factor);
  kernels.set(name, known);
  return known;
}

/** The inverse of a Gaussian blur as Wiener has it, held back where noise would outweigh what is left of the picture. */
function newKernel(blur: number, factor: number): Kernel {
  const reach = Math.ceil(blur * 3) + 3;
  const noise = blur === 0 ? 0.01 : 0.012 / blur ** 2;
  const gains = Array.from({ length: frequencies }, (_, index) => {
    const frequency = frequencyOf(index);
    const kept = Math.exp(-2 * (Math.PI * blur * frequency) ** 2);
    const fade = frequency < 0.3 ? 1 : 0.5 + 0.5 * Math.cos((Math.PI * (frequency - 0.3)) / 0.2);
    return (fade * kept) / (kept ** 2 + noise);
  });
  const weightAt = (distance: number) => {
    const wave = gains.reduce(
      (sum, gain, index) => sum + gain * Math.cos(2 * Math.PI * frequencyOf(index) * distance),
      0,
    );
    return wave * (0.5 + 0.5 * Math.cos((Math.PI * distance) / (reach + 1)));
  };
  const phases = Array.from({ length: factor }, (_, phase) => {
    const between = (phase + 0.5) / factor - 0.5;
    const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, tap) => weightAt(tap - reach - between));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
  return { phases, reach };
}

const frequencies = 128;

/** In waves a pixel, up to one half, beyond which pixels show nothing. */
function frequencyOf(index: number): number {
  return (index + 0.5) / frequencies / 2;
}
