import type { Clock } from '../../api/platform/clock.ts';

/** A clock that stands until it is moved; timers run when it is moved past them. */
export class ManualClock implements Clock {
  #ms = Date.UTC(2026, 2, 2, 6);
  readonly #timers = new Set<{ readonly every: number; next: number; readonly work: () => void }>();

  now(): number {
    return this.#ms;
  }

  monotonicMs(): number {
    return this.#ms;
  }

  every(ms: number, work: () => void): { stop(): void } {
    const timer = { every: ms, next: this.#ms + ms, work };
    this.#timers.add(timer);
    return { stop: () => this.#timers.delete(timer) };
  }

  /** Lets time pass at one go: a timer that fell due meanwhile runs once, as on a machine that was asleep. */
  pass(ms: number): void {
    this.#ms += ms;
    for (const timer of this.#timers) {
      if (timer.next > this.#ms) continue;
      timer.next += (Math.floor((this.#ms - timer.next) / timer.every) + 1) * timer.every;
      timer.work();
    }
  }
}
