import type { Grey } from './pixels.ts';

/** Formats of frames whose first plane is the brightness, a byte a pixel. Source: W3C WebCodecs, 9.10. */
const withLuma: readonly (string | null)[] = ['I420', 'I420A', 'I422', 'I444', 'NV12'];

export function hasLuma(format: string | null): boolean {
  return withLuma.includes(format);
}

/** The brightness of a camera's frame, without a detour over colours. */
export async function lumaOf(frame: VideoFrame): Promise<Grey> {
  const data = new Uint8Array(frame.allocationSize());
  const [plane] = await frame.copyTo(data);
  const { width = 0, height = 0 } = frame.visibleRect ?? {};
  return rowsOf(data, plane ?? { offset: 0, stride: width }, width, height);
}

/** Rows that lie in a plane `stride` bytes apart, one behind the other. */
export function rowsOf(plane: Uint8Array, { offset, stride }: PlaneLayout, width: number, height: number): Grey {
  if (stride === width) return { data: plane.subarray(offset, offset + width * height), width, height };
  const data = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const from = offset + row * stride;
    data.set(plane.subarray(from, from + width), row * width);
  }
  return { data, width, height };
}
