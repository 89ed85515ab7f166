import { vi } from 'vitest';
import type { Decoder } from '../../pwa/scanner/decoder.ts';

/** A camera's track that does what a test says; with a lamp and a zoom of 1 to 4 unless it is told otherwise. */
export class PaperTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  /** What it was asked for, newest last. */
  readonly wanted: unknown[][] = [];
  readonly offered: object;
  constructor(offered: object = { torch: true, zoom: { min: 1, max: 4 }, focusMode: ['manual', 'continuous'] }) {
    super();
    this.offered = offered;
  }
  getCapabilities() {
    return this.offered;
  }
  async applyConstraints({ advanced }: { advanced: unknown[] }) {
    this.wanted.push(advanced);
  }
  stop() {
    this.readyState = 'ended';
  }
  /** Its picture is gone for good: unplugged, or no longer allowed. */
  end() {
    this.stop();
    this.dispatchEvent(new Event('ended'));
  }
  /** Its picture is gone for now. */
  mute(isMuted: boolean) {
    this.muted = isMuted;
    this.dispatchEvent(new Event(isMuted ? 'mute' : 'unmute'));
  }
}

export function streamOf(track: PaperTrack) {
  return { getVideoTracks: () => [track], getTracks: () => [track] };
}

/** The page's devices, of which `getUserMedia` is the test's. */
export function withCamera(
  getUserMedia: (wanted: { video: object }) => Promise<unknown>,
  more: object = {},
): EventTarget {
  const devices = Object.assign(new EventTarget(), { getUserMedia, enumerateDevices: async () => [] });
  vi.stubGlobal('navigator', { mediaDevices: devices, ...more });
  return devices;
}

export function refused(name: string): Promise<never> {
  return Promise.reject(new DOMException('', name));
}

/** A video that plays whatever it is given; it shows nothing before it has a width. */
export function paperVideo() {
  let waiting: (() => void)[] = [];
  return {
    srcObject: null as unknown,
    isPlaying: false,
    currentTime: 0,
    readyState: 4,
    videoWidth: 0,
    videoHeight: 720,
    clientWidth: 0,
    clientHeight: 0,
    async play() {
      this.isPlaying = true;
    },
    pause() {
      this.isPlaying = false;
    },
    requestVideoFrameCallback(callBack: () => void) {
      waiting.push(callBack);
    },
    showPicture() {
      const now = waiting;
      waiting = [];
      for (const callBack of now) callBack();
    },
  };
}

export const blindDecoder: Decoder = { takesFrames: false, decode: async () => [], close: () => {} };
