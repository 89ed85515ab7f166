import { CodeGate } from './accept.ts';
import { type Camera, CameraError, type CameraProblem, openCamera } from './camera.ts';
import { rememberCamera } from './camera-memory.ts';
import { type Decoder, openDecoder } from './decoder.ts';
import { followCamera } from './follow-camera.ts';
import { keepAwake } from './keep-awake.ts';
import { type KeptOpen, keepOpen } from './kept-open.ts';
import { pageTimer, type Timer } from './timer.ts';
import { type VideoWatcher, type Watching, watchVideo } from './watch-video.ts';

/** What the camera's view has to show. */
export type CameraState =
  | { readonly kind: 'starting'; readonly isAgain: boolean }
  | { readonly kind: 'scanning'; readonly camera: Camera }
  /** Nobody scanned or touched anything for a while: the camera is off until somebody wants it. */
  | { readonly kind: 'paused' }
  | { readonly kind: 'failed'; readonly problem: CameraProblem };

export interface CameraListener extends Omit<VideoWatcher, 'now'> {
  readonly onState: (state: CameraState) => void;
  /** `wanted`: somebody opened it, as one pulls a trigger. `back`: it was away for a step that takes no scans. */
  readonly opening: 'wanted' | 'back';
}

export interface CameraScanner extends Watching {
  /** Somebody is there: the camera stays on for another while. */
  touch(): void;
  /** Goes on after a pause, or tries again after a problem. */
  goOn(): void;
  /** Takes another of the device's cameras, now and from now on. */
  change(id: string): void;
}

/** What a scanner is made of, so that tests can do without a camera, WebAssembly and time. */
export interface ScannerParts {
  readonly cameras: KeptOpen<Camera>;
  readonly decoders: KeptOpen<Decoder>;
  readonly timer: Timer;
  /** What was taken as scanned, so that no label is taken twice because the camera was away in between. */
  readonly gate: CodeGate;
}

/** Nobody scans for so long: most likely the device lies on a shelf. */
const idleMs = 60_000;
/** Long enough for the steps between two scans and a look at another app, short enough for a battery. */
const keepMs = 30_000;
/** How long to wait before each attempt to get a lost picture back; after a while of scanning they begin anew. */
const reopenAfterMs: readonly number[] = [0, 1000, 3000];
const steadyMs = 20_000;
/** Another program has the camera: it may let go of it at any moment, and does not say so. */
const askBusyAgainMs = 3000;

/** One camera and one decoder for all views of this page. */
const partsOfPage: ScannerParts = {
  cameras: keepOpen(openCamera, keepMs, pageTimer),
  decoders: keepOpen(openDecoder, keepMs, pageTimer),
  timer: pageTimer,
  gate: new CodeGate(),
};

/**
 * Reads codes with the camera and shows its picture in a video element, until it is stopped. A picture that is lost is
 * got back; while the page is not shown and while nobody scans, the camera rests. What keeps it from starting is told,
 * and where the browser says that it is gone (permission given, camera plugged in, page shown again) it starts by itself.
 */
export function startCameraScanner(
  video: HTMLVideoElement,
  listener: CameraListener,
  { cameras, decoders, timer, gate }: ScannerParts = partsOfPage,
): CameraScanner {
  let state: CameraState = { kind: 'starting', isAgain: false };
  /** What is going on ends here, before anything else begins. */
  let end = () => {};
  let watching: Watching | null = null;
  let cancelIdle = () => {};
  let attempts = 0;

  function show(next: CameraState): void {
    state = next;
    listener.onState(next);
  }

  /** Replaces what is going on by something that ends as the answer of `begin` says. */
  function instead(begin: () => () => void): void {
    end();
    end = begin();
  }

  function stopAll(): void {
    instead(() => () => {});
  }

  function start(isQuiet: 'quiet' | 'told' = 'told'): void {
    if (isQuiet === 'told') show({ kind: 'starting', isAgain: attempts > 0 });
    instead(() => {
      let isOver = false;
      let stopScanning = () => {};
      void open().then(
        ([camera, decoder]) => {
          if (isOver) return letGo();
          stopScanning = scan(camera, decoder);
        },
        (reason: unknown) => {
          if (!isOver) fail(reason instanceof CameraError ? reason.code : 'camera.failed');
        },
      );
      return () => {
        isOver = true;
        stopScanning();
      };
    });
  }

  function letGo(): void {
    cameras.letGo();
    decoders.letGo();
  }

  /** Both at once. Where one fails, the other is let go. */
  async function open(): Promise<[Camera, Decoder]> {
    const [camera, decoder] = await Promise.allSettled([cameras.use(), decoders.use()]);
    try {
      if (camera.status === 'rejected') throw camera.reason;
      if (decoder.status === 'rejected') throw decoder.reason;
      if (video.srcObject !== camera.value.stream) video.srcObject = camera.value.stream;
      await video.play();
      return [camera.value, decoder.value];
    } catch (reason) {
      if (camera.status === 'fulfilled') cameras.letGo();
      if (decoder.status === 'fulfilled') decoders.letGo();
      throw reason;
    }
  }

  function scan(camera: Camera, decoder: Decoder): () => void {
    void camera.wake();
    const letSleep = keepAwake();
    const unfollow = followCamera(camera, video, timer, reopen);
    const cancelSteady = timer.after(steadyMs, () => {
      attempts = 0;
    });
    gate.resume(timer.now());
    const { wanted, known, onSeen } = listener;
    const onAccepted: CameraListener['onAccepted'] = (code, at) => {
      touch();
      listener.onAccepted(code, at);
    };
    const onQuestion: CameraListener['onQuestion'] = (codes) => {
      touch();
      listener.onQuestion(codes);
    };
    const optional = { ...(known && { known }), ...(onSeen && { onSeen }) };
    const watcher = { wanted, onAccepted, onQuestion, now: timer.now, ...optional };
    watching = watchVideo(video, decoder, watcher, gate);
    show({ kind: 'scanning', camera });
    touch();
    return () => {
      watching?.stop();
      watching = null;
      cancelIdle();
      cancelSteady();
      unfollow();
      letSleep();
      listener.onQuestion([]);
      video.pause();
      void camera.rest();
      letGo();
    };
  }

  function touch(): void {
    cancelIdle();
    if (state.kind === 'scanning') cancelIdle = timer.after(idleMs, pause);
  }

  function pause(): void {
    stopAll();
    show({ kind: 'paused' });
  }

  function reopen(): void {
    const waitMs = reopenAfterMs[attempts];
    attempts += 1;
    stopAll();
    cameras.drop();
    if (waitMs === undefined) {
      fail('camera.failed');
      return;
    }
    show({ kind: 'starting', isAgain: true });
    instead(() => timer.after(waitMs, () => start()));
  }

  function fail(problem: CameraProblem): void {
    attempts = 0;
    show({ kind: 'failed', problem });
    instead(() => {
      const forget = whenItMayWork(problem, () => start('quiet'));
      const cancel = problem === 'camera.busy' ? timer.after(askBusyAgainMs, () => start('quiet')) : () => {};
      return () => {
        forget();
        cancel();
      };
    });
  }

  /** A page that nobody sees needs no camera; when it is shown again, the camera is at work again without a touch. */
  function followPage(): void {
    if (document.visibilityState !== 'visible') {
      if (state.kind !== 'paused') stopAll();
    } else if (state.kind === 'failed') {
      if (state.problem !== 'camera.insecure') start('quiet');
    } else if (state.kind !== 'paused') {
      start();
    }
  }

  document.addEventListener('visibilitychange', followPage);
  if (listener.opening === 'wanted') gate.trigger();
  start();
  return {
    touch,
    goOn: () => {
      attempts = 0;
      start();
    },
    change: (device) => {
      rememberCamera({ device });
      stopAll();
      cameras.drop();
      start();
    },
    answer: () => {
      touch();
      watching?.answer();
    },
    trigger: () => {
      touch();
      watching?.trigger();
    },
    stop: () => {
      document.removeEventListener('visibilitychange', followPage);
      stopAll();
    },
  };
}

/** Calls back when the browser says that what kept the camera from starting has changed. The answer ends that. */
function whenItMayWork(problem: CameraProblem, callBack: () => void): () => void {
  if (problem === 'camera.insecure') return () => {};
  const leave = new AbortController();
  const { signal } = leave;
  navigator.mediaDevices?.addEventListener?.('devicechange', callBack, { signal });
  if (problem === 'camera.denied') {
    navigator.permissions?.query?.({ name: 'camera' }).then(
      (permission) => {
        const look = () => permission.state === 'granted' && callBack();
        permission.addEventListener('change', look, { signal });
      },
      // A browser that does not tell: the worker presses the button.
      () => {},
    );
  }
  return () => leave.abort();
}
