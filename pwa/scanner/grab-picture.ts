import { hasLuma } from './luma.ts';
import type { Part } from './visible-part.ts';

/** One picture of a video. Whoever gets it closes it. */
export type Picture = ImageBitmap | VideoFrame;

/**
 * Takes this part of the picture that a video shows now. A frame of the camera as it is, where the browser gives it and
 * the decoder can take it: that costs the page nothing, while to turn it into colours would hold it up for 10 ms, thirty
 * times a second. Null: there is no picture, as while a camera is being switched.
 */
export async function grabPicture(video: HTMLVideoElement, part: Part, asFrame: boolean): Promise<Picture | null> {
  const frame = asFrame ? grabFrame(video, part) : null;
  return frame ?? createImageBitmap(video, part.x, part.y, part.width, part.height).catch(() => null);
}

/** In pixels, as it is drawn. */
export function sizeOf(picture: Picture): { readonly width: number; readonly height: number } {
  if ('displayWidth' in picture) return { width: picture.displayWidth, height: picture.displayHeight };
  return picture;
}

function grabFrame(video: HTMLVideoElement, part: Part): VideoFrame | null {
  if (typeof VideoFrame !== 'function') return null;
  try {
    const whole = new VideoFrame(video);
    const frame = isUpright(whole, video) && hasLuma(whole.format) ? cut(whole, part) : null;
    whole.close();
    return frame;
  } catch {
    // No picture yet, or one that cannot be cut like this.
    return null;
  }
}

/** Some cameras deliver pictures that lie, with a note that says so: what is seen is not what is in the frame then. */
function isUpright(frame: VideoFrame, { videoWidth, videoHeight }: HTMLVideoElement): boolean {
  const { rotation = 0, flip = false } = frame as { readonly rotation?: number; readonly flip?: boolean };
  const { visibleRect } = frame;
  return visibleRect?.width === videoWidth && visibleRect.height === videoHeight && rotation === 0 && !flip;
}

/** Colours are kept for two pixels at a time, so the part begins and ends between two of those. */
function cut(frame: VideoFrame, part: Part): VideoFrame {
  const [x, y] = [part.x & ~1, part.y & ~1];
  return new VideoFrame(frame, { visibleRect: { x, y, width: part.width & ~1, height: part.height & ~1 } });
}
