import type { Timer } from '../../pwa/scanner/timer.ts';

/** A clock turned by hand: alarms ring in their order while `advance` turns it. */
export interface HandTimer extends Timer {
  advance(byMs: number): void;
  /** The clock jumps, as when the page was busy: alarms due meanwhile ring late, all at the new time. */
  jump(byMs: number): void;
}

export function createHandTimer(): HandTimer {
  let time = 0;
  let alarms: { readonly at: number; readonly ring: () => void }[] = [];

  function ringDue(until: number, timeOf: (at: number) => number): void {
    for (;;) {
      const [next] = alarms.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (next === undefined) return;
      alarms = alarms.filter((alarm) => alarm !== next);
      time = timeOf(next.at);
      next.ring();
    }
  }

  return {
    now: () => time,
    after(delayMs, ring) {
      const alarm = { at: time + delayMs, ring };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    advance(byMs) {
      const until = time + byMs;
      ringDue(until, (at) => at);
      time = until;
    },
    jump(byMs) {
      time += byMs;
      ringDue(time, () => time);
    },
  };
}
