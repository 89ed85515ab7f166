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
  return {
    stream,
    hasTorch: offered.torch === true,
    setTorch: (on) => apply(track, { torch: on }),
    onEnded: (callBack) => track.addEventListener('ended', callBack),
    close: () => {
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

/** Members that phones have and the standard types have not. */
interface LampAndFocus {
  readonly torch?: boolean;
  readonly focusMode?: string | readonly string[];
}

function capabilitiesOf(track: MediaStreamTrack): LampAndFocus {
  return typeof track.getCapabilities === 'function' ? (track.getCapabilities() as LampAndFocus) : {};
}

async function apply(track: MediaStreamTrack, wanted: LampAndFocus): Promise<void> {
  // A camera that refuses lamp or focus still shows a picture.
  await track.applyConstraints({ advanced: [wanted as MediaTrackConstraintSet] }).catch(() => {});
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera.denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'camera.none';
  if (name === 'NotReadableError' || name === 'AbortError') return 'camera.busy';
  return 'camera.failed';
}
