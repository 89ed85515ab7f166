import { type Camera, openCamera } from './camera.ts';
import { type Decoder, openDecoder } from './decoder.ts';
import { type VideoWatcher, type Watching, watchVideo } from './watch-video.ts';

/** A camera that shows its picture in a video element and reads codes in it. */
export interface CameraScanner extends Watching {
  readonly camera: Camera;
}

/** What a scanner is made of, so that tests can do without a camera and WebAssembly. */
export interface ScannerParts {
  readonly openCamera: () => Promise<Camera>;
  readonly openDecoder: () => Promise<Decoder>;
}

/**
 * Opens camera and decoder at once and starts reading. Throws CameraError or the decoder's error; whatever was opened
 * until then is closed, so that no lamp stays lit. `stop` closes both.
 */
export async function openCameraScanner(
  video: HTMLVideoElement,
  watcher: VideoWatcher,
  parts: ScannerParts = { openCamera, openDecoder },
): Promise<CameraScanner> {
  const [camera, decoder] = await Promise.allSettled([parts.openCamera(), parts.openDecoder()]);
  const close = () => {
    if (camera.status === 'fulfilled') camera.value.close();
    if (decoder.status === 'fulfilled') decoder.value.close();
  };
  try {
    if (camera.status === 'rejected') throw camera.reason;
    if (decoder.status === 'rejected') throw decoder.reason;
    video.srcObject = camera.value.stream;
    await video.play();
  } catch (reason) {
    close();
    throw reason;
  }
  const watching = watchVideo(video, decoder.value, watcher);
  const stop = () => {
    watching.stop();
    close();
  };
  return { ...watching, camera: camera.value, stop };
}
