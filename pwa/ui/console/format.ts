import type { Language } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Numbers and instants as people of a language read them, in the warehouse's own time. */
export interface Format {
  number(value: number): string;
  percent(share: number): string;
  /** Day and time; the year where it is not this one. */
  instant(at: string): string;
  /** Only the time of the day. */
  time(at: string): string;
  /** Only the hour, `07`. */
  hour(at: string): string;
  /** How long ago, in the largest unit that fits. */
  ago(at: string): string;
  /** Whether a moment is over. */
  isPast(at: string): boolean;
}

export function formatFor(language: Language, timeZone: string, now: () => number): Format {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const time = new Intl.DateTimeFormat(language, clock);
  const day = { ...clock, day: '2-digit', month: 'short' } as const;
  const thisYear = new Intl.DateTimeFormat(language, day);
  const anyYear = new Intl.DateTimeFormat(language, { ...day, year: 'numeric' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  const yearOf = (ms: number) => new Date(ms).getUTCFullYear();
  return {
    number: (value) => number.format(value),
    // A line that lacks one piece is not at 100 %, and one that has the first is not at 0 %.
    percent: (share) => percent.format(share > 0.99 && share < 1 ? 0.99 : share > 0 && share < 0.01 ? 0.01 : share),
    instant: (at) => {
      const ms = Date.parse(at);
      return (yearOf(ms) === yearOf(now()) ? thisYear : anyYear).format(ms);
    },
    time: (at) => time.format(Date.parse(at)),
    hour: (at) => time.formatToParts(Date.parse(at)).find(({ type }) => type === 'hour')?.value ?? '',
    isPast: (at) => Date.parse(at) <= now(),
    ago: (at) => {
      const passedMs = now() - Date.parse(at);
      const [unit, unitMs] = unitFor(Math.abs(passedMs));
      return relative.format(-Math.trunc(passedMs / unitMs), unit);
    },
  };
}

function unitFor(ms: number): readonly ['second' | 'minute' | 'hour' | 'day', number] {
  if (ms < minuteMs) return ['second', 1000];
  if (ms < hourMs) return ['minute', minuteMs];
  return ms < dayMs ? ['hour', hourMs] : ['day', dayMs];
}
