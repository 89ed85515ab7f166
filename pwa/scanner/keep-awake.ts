/** Keeps the screen lit while somebody aims. Where the browser cannot or will not, it goes dark as it always does. */
export function keepAwake(): () => void {
  let isOver = false;
  let release = () => {};
  navigator.wakeLock?.request('screen').then(
    (lock) => {
      release = () => void lock.release().catch(() => {});
      if (isOver) release();
    },
    () => {},
  );
  return () => {
    isOver = true;
    release();
  };
}
