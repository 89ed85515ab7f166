import type { Timer } from './timer.ts';

/** Something that takes a while to open, for whoever needs it next. */
export interface KeptOpen<Thing> {
  /** Opens it, or gives the one that is open. Each use that succeeds is ended by `letGo`. */
  use(): Promise<Thing>;
  /** Whoever used it does no more. When nobody has for a while, it is closed. */
  letGo(): void;
  /** It is of no use any more: the next use opens another. */
  drop(): void;
}

export interface Closable {
  close(): void;
  /** Left out: it lives until it is closed. */
  isAlive?(): boolean;
}

/**
 * Keeps one thing open while anybody uses it and `keepMs` longer: a camera that is opened anew at every step asks for
 * its permission at every step, and starts black.
 */
export function keepOpen<Thing extends Closable>(
  open: () => Promise<Thing>,
  keepMs: number,
  timer: Timer,
): KeptOpen<Thing> {
  let opening: Promise<Thing> | null = null;
  let users = 0;
  let cancelClosing = () => {};

  function drop(): void {
    cancelClosing();
    void opening?.then(
      (thing) => thing.close(),
      () => {},
    );
    opening = null;
  }

  function letGo(): void {
    users -= 1;
    if (users === 0) cancelClosing = timer.after(keepMs, drop);
  }

  /** What could not be opened is tried again by the next use. */
  function openAnew(): Promise<Thing> {
    const mine = open();
    mine.catch(() => {
      if (opening === mine) opening = null;
    });
    return mine;
  }

  async function use(): Promise<Thing> {
    cancelClosing();
    users += 1;
    try {
      const kept = await opening;
      if (kept?.isAlive?.() === false) drop();
      opening ??= openAnew();
      return await opening;
    } catch (reason) {
      letGo();
      throw reason;
    }
  }

  return { use, letGo, drop };
}
