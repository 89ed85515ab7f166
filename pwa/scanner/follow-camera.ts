import type { Camera } from './camera.ts';
import type { Timer } from './timer.ts';

/** A picture that was interrupted mostly comes back by itself: a call, another app for a moment. */
const mutedMs = 2000;
/** A picture that stands still for longer than this is no picture: some phones show black after they were asleep. */
const stillMs = 4000;

/**
 * Notices when the picture of a camera that somebody looks at is gone: unplugged, permission withdrawn, taken by another
 * program, or lost while the device slept. `onLost` is called once. Call the answer to stop.
 */
export function followCamera(camera: Camera, video: HTMLVideoElement, timer: Timer, onLost: () => void): () => void {
  const { track } = camera;
  let cancelMuted = () => {};
  let cancelStill = () => {};
  let shownUntil = Number.NaN;

  function stop(): void {
    cancelMuted();
    cancelStill();
    track.removeEventListener('ended', lost);
    track.removeEventListener('mute', muted);
    track.removeEventListener('unmute', unmuted);
  }

  function lost(): void {
    stop();
    onLost();
  }

  function muted(): void {
    cancelMuted();
    cancelMuted = timer.after(mutedMs, lost);
  }

  function unmuted(): void {
    cancelMuted();
    video.play().catch(lost);
  }

  /** While the page is not shown, no picture is drawn and none is missed. */
  function lookForMovement(): void {
    const isStill = video.currentTime === shownUntil && document.visibilityState === 'visible';
    shownUntil = video.currentTime;
    if (isStill) lost();
    else cancelStill = timer.after(stillMs, lookForMovement);
  }

  track.addEventListener('ended', lost);
  track.addEventListener('mute', muted);
  track.addEventListener('unmute', unmuted);
  if (track.muted) muted();
  cancelStill = timer.after(stillMs, lookForMovement);
  return stop;
}
