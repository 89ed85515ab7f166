import { momentsOf } from '../moment.ts';
import type { Language } from './words.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Numbers and instants as people of a language read them, in the warehouse's own time. */
export interface Format {
  number(value: number): string;
  /** A difference, with its sign also where it is more. */
  signed(value: number): string;
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
  const signed = new Intl.NumberFormat(language, { maximumFractionDigits: 6, signDisplay: 'exceptZero' });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const moments = momentsOf(language, timeZone, now);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
  return {
    number: (value) => number.format(value),
    signed: (value) => signed.format(value),
    // A line that lacks one piece is not at 100 %, and one that has the first is not at 0 %.
    percent: (share) => percent.format(share > 0.99 && share < 1 ? 0.99 : share > 0 && share < 0.01 ? 0.01 : share),
    instant: (at) => moments.instant(Date.parse(at)),
    time: (at) => moments.time(Date.parse(at)),
    hour: (at) => moments.hour(Date.parse(at)),
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
