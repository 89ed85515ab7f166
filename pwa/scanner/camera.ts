/** Why there is no picture; the locale tables say what to do about it. */
export type CameraProblem = 'camera.denied' | 'camera.none' | 'camera.busy' | 'camera.insecure' | 'camera.failed';

export class CameraError extends Error {
  readonly code: CameraProblem;
  constructor(code: CameraProblem) {
    super(code);
    this.code = code;
  }
}

/** A camera that is running. */
export interface Camera {
  readonly stream: MediaStream;
  /** Whether it has a lamp. */
  readonly hasTorch: boolean;
  setTorch(on: boolean): Promise<void>;
  /** The largest magnification that is worth offering; 1 where there is none. */
  readonly largestZoom: number;
  /** 1 is the whole picture. */
  setZoom(factor: number): Promise<void>;
  /** Calls back when the stream ended by itself: unplugged, taken by another program, permission withdrawn. */
  onEnded(callBack: () => void): void;
  close(): void;
}

/** Opens the camera at the back, sharp enough for small codes. Throws CameraError. */
export async function openCamera(): Promise<Camera> {
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError('camera.insecure');
  const stream = await navigator.mediaDevices
    .getUserMedia({
      video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } },
      audio: false,
    })
    .catch((error: unknown) => {
      throw new CameraError(problemOf(error));
    });
  const [track] = stream.getVideoTracks();
  if (!track) throw new CameraError('camera.none');
  const offered = capabilitiesOf(track);
  if (offered.focusMode?.includes('continuous')) await apply(track, { focusMode: 'continuous' });
  const widest = offered.zoom?.min ?? 1;
  return {
    stream,
    hasTorch: offered.torch === true,
    setTorch: (on) => apply(track, { torch: on }),
    largestZoom: offered.zoom === undefined ? 1 : offered.zoom.max / widest,
    setZoom: (factor) => apply(track, { zoom: widest * factor }),
    onEnded: (callBack) => track.addEventListener('ended', callBack),
    close: () => {
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

/** Members that phones have and the standard types have not. Source: W3C MediaStream Image Capture. */
interface Offered {
  readonly torch?: boolean;
  readonly focusMode?: readonly string[];
  readonly zoom?: { readonly min: number; readonly max: number };
}

interface Wanted {
  readonly torch?: boolean;
  readonly focusMode?: string;
  readonly zoom?: number;
}

function capabilitiesOf(track: MediaStreamTrack): Offered {
  return typeof track.getCapabilities === 'function' ? (track.getCapabilities() as Offered) : {};
}

async function apply(track: MediaStreamTrack, wanted: Wanted): Promise<void> {
  // A camera that refuses lamp, focus or zoom still shows a picture.
  await track.applyConstraints({ advanced: [wanted as MediaTrackConstraintSet] }).catch(() => {});
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera.denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'camera.none';
  if (name === 'NotReadableError' || name === 'AbortError') return 'camera.busy';
  return 'camera.failed';
}
