import type { Camera } from './camera.ts';

/**
 * Notices when a camera's picture is gone: unplugged, taken by another program, or lost while the page was in the
 * background (iOS mutes it there and does not always bring it back). `reopen` is called then; a picture that only
 * stands still is set going. Call the answer to stop.
 */
export function followCamera(camera: Camera, video: HTMLVideoElement | null, reopen: () => void): () => void {
  camera.onEnded(reopen);
  const lookAgain = () => {
    if (document.visibilityState !== 'visible') return;
    const isGone = camera.stream.getVideoTracks().every((track) => track.readyState === 'ended' || track.muted);
    if (isGone) reopen();
    else video?.play().catch(reopen);
  };
  document.addEventListener('visibilitychange', lookAgain);
  return () => document.removeEventListener('visibilitychange', lookAgain);
}
