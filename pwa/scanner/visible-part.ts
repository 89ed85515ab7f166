interface Sizes {
  readonly videoWidth: number;
  readonly videoHeight: number;
  readonly clientWidth: number;
  readonly clientHeight: number;
}

export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The part of a video's picture, in its own pixels, that its element shows: filled without gaps (`object-fit: cover`),
 * it cuts off either the sides or top and bottom. A code in what is cut off is seen by nobody and must not be read.
 * Null while there is no picture.
 */
export function visiblePart({ videoWidth, videoHeight, clientWidth, clientHeight }: Sizes): Part | null {
  if (videoWidth === 0 || videoHeight === 0) return null;
  if (clientWidth === 0 || clientHeight === 0) return { x: 0, y: 0, width: videoWidth, height: videoHeight };
  const scale = Math.max(clientWidth / videoWidth, clientHeight / videoHeight);
  const width = Math.min(videoWidth, Math.round(clientWidth / scale));
  const height = Math.min(videoHeight, Math.round(clientHeight / scale));
  return { x: Math.floor((videoWidth - width) / 2), y: Math.floor((videoHeight - height) / 2), width, height };
}
