/** Keeps a server until it is told to stop, and lets it finish what it has begun. */
import { watchParent } from './watch-parent.mjs';

const patienceMs = 10_000;
const impatientAfterMs = 500;

/**
 * Stops the server on SIGINT (Ctrl+C), SIGTERM and SIGHUP, and when whoever started us is gone. A second Ctrl+C ends at
 * once, as does a server that does not come to an end by itself; answered commands are on disk either way.
 *
 * @param {{ close(): Promise<void> }} server
 * @returns {Promise<number>} the exit code: 0 when it stopped in good order
 */
export function runUntilStopped(server) {
  return new Promise((resolve) => {
    let stoppingSince = null;
    const end = (code) => {
      resolve(code);
      // Whatever still holds the process, such as a connection nobody closes, must not keep it.
      setTimeout(() => process.exit(code), 100).unref();
    };
    const stop = () => {
      const now = performance.now();
      if (stoppingSince !== null) {
        if (now - stoppingSince > impatientAfterMs) process.exit(1);
        return;
      }
      stoppingSince = now;
      setTimeout(() => process.exit(1), patienceMs).unref();
      server.close().then(
        () => end(0),
        (error) => {
          console.error(error);
          end(1);
        },
      );
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
    if (process.env.npm_lifecycle_event || process.env.TALLYMAN_HANDED_OVER) watchParent(stop);
    process.on('disconnect', stop);
  });
}
