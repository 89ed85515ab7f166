import { type CameraMemory, recallCamera, rememberCamera } from './camera-memory.ts';

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
  readonly track: MediaStreamTrack;
  /** Whether it has a lamp. */
  readonly hasTorch: boolean;
  /** As the worker left it; remembered on this device. */
  setTorch(on: boolean): Promise<void>;
  /** Magnifications worth offering, smallest first; only 1, the whole picture, where it has no zoom. */
  readonly zooms: readonly number[];
  /** As the worker left it; remembered on this device. */
  setZoom(factor: number): Promise<void>;
  /** Nobody looks: its lamp goes out, and on again when somebody does. */
  rest(): Promise<void>;
  wake(): Promise<void>;
  /** Whether its picture can still come. */
  isAlive(): boolean;
  close(): void;
}

/** For small codes and high shelves. */
const usefulZooms = [2, 4];

/**
 * Opens the camera that was chosen on this device, else the one at the back, sharp enough for small codes, focusing by
 * itself, with lamp and zoom as they were left. Throws CameraError.
 */
export async function openCamera(memory: CameraMemory = recallCamera()): Promise<Camera> {
  const stream = await openStream(memory.device);
  const [track] = stream.getVideoTracks();
  if (!track) throw new CameraError('camera.none');
  const offered = capabilitiesOf(track);
  const hasTorch = offered.torch === true;
  const widest = offered.zoom?.min ?? 1;
  const zooms = [1, ...usefulZooms.filter((factor) => widest * factor <= (offered.zoom?.max ?? 0))];
  let torch = hasTorch && memory.hasLight;
  let zoom = zooms.findLast((factor) => factor <= memory.zoom) ?? 1;

  /** All at once, each for itself: what is asked for replaces all that was asked for before. */
  const apply = (isWatched: boolean) =>
    applyEach(track, [
      ...(offered.focusMode?.includes('continuous') ? [{ focusMode: 'continuous' }] : []),
      ...(hasTorch ? [{ torch: torch && isWatched }] : []),
      ...(zooms.length > 1 ? [{ zoom: widest * zoom }] : []),
    ]);

  await apply(true);
  return {
    stream,
    track,
    hasTorch,
    setTorch: (on) => {
      torch = on;
      rememberCamera({ hasLight: on });
      return apply(true);
    },
    zooms,
    setZoom: (factor) => {
      zoom = factor;
      rememberCamera({ zoom: factor });
      return apply(true);
    },
    rest: () => (torch ? apply(false) : Promise.resolve()),
    wake: () => (torch ? apply(true) : Promise.resolve()),
    isAlive: () => track.readyState === 'live',
    close: () => {
      for (const each of stream.getTracks()) each.stop();
    },
  };
}

/** The ids of this device's cameras; they are told only once one of them was allowed. */
export async function cameraIds(): Promise<readonly string[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter(({ kind, deviceId }) => kind === 'videoinput' && deviceId !== '')
    .map(({ deviceId }) => deviceId);
}

async function openStream(chosen: string | undefined): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError('camera.insecure');
  const size = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
  const open = (which: MediaTrackConstraints) =>
    navigator.mediaDevices.getUserMedia({ video: { ...which, ...size }, audio: false });
  const atTheBack = { facingMode: 'environment' };
  try {
    if (chosen === undefined) return await open(atTheBack);
    // The one that was chosen may be gone, or have another id since the browser's data was cleared.
    return await open({ deviceId: { exact: chosen } }).catch((error: unknown) => {
      if (problemOf(error) === 'camera.none') return open(atTheBack);
      throw error;
    });
  } catch (error) {
    throw new CameraError(problemOf(error));
  }
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

async function applyEach(track: MediaStreamTrack, wanted: readonly Wanted[]): Promise<void> {
  if (wanted.length === 0) return;
  // A camera that refuses lamp, focus or zoom still shows a picture.
  await track.applyConstraints({ advanced: wanted as MediaTrackConstraintSet[] }).catch(() => {});
}

function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera.denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'camera.none';
  if (name === 'NotReadableError' || name === 'AbortError') return 'camera.busy';
  return 'camera.failed';
}
