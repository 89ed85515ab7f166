/** Moments as people of a language read them, in a warehouse's own time. All take milliseconds since 1970. */
export interface Moments {
  /** Day and time; the year where it is not this one. */
  instant(atMs: number): string;
  /** The time alone today, with its day otherwise. */
  short(atMs: number): string;
  /** Only the time of the day. */
  time(atMs: number): string;
  /** Only the hour, `07`. */
  hour(atMs: number): string;
}

/**
 * How moments of a warehouse are written, at the console and on handhelds alike: by the clock on its wall, whatever zone
 * the reader's machine is set to. Where that could mean two moments, the zone stands behind: where the reader's own clock
 * shows another time, and in the hour that comes twice in autumn. Without a zone the machine's own is taken.
 */
export function momentsOf(language: string, timeZone: string | undefined, now: () => number): Moments {
  const zone = known(timeZone);
  const clock = { ...(zone && { timeZone: zone }), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const date = { ...clock, day: '2-digit', month: 'short' } as const;
  const plain = formats(language, { clock, date });
  const named = formats(language, {
    clock: { ...clock, timeZoneName: 'short' },
    date: { ...date, timeZoneName: 'short' },
  });
  const here = wallIn(zone);
  const reader = wallIn(undefined);
  const isAmbiguous = (atMs: number) => {
    const shown = here(atMs);
    return shown !== reader(atMs) || [-hourMs, hourMs].some((shift) => here(atMs + shift) === shown);
  };
  const of = (atMs: number) => (isAmbiguous(atMs) ? named : plain);
  const instant = (atMs: number) => {
    const isThisYear = here(atMs).slice(0, 4) === here(now()).slice(0, 4);
    return (isThisYear ? of(atMs).thisYear : of(atMs).anyYear).format(atMs);
  };
  const time = (atMs: number) => of(atMs).time.format(atMs);
  return {
    instant,
    short: (atMs) => (here(atMs).slice(0, 10) === here(now()).slice(0, 10) ? time(atMs) : instant(atMs)),
    time,
    hour: (atMs) => plain.time.formatToParts(atMs).find(({ type }) => type === 'hour')?.value ?? '',
  };
}

const hourMs = 60 * 60 * 1000;

type Options = Intl.DateTimeFormatOptions;

function formats(language: string, { clock, date }: { readonly clock: Options; readonly date: Options }) {
  return {
    time: new Intl.DateTimeFormat(language, clock),
    thisYear: new Intl.DateTimeFormat(language, date),
    anyYear: new Intl.DateTimeFormat(language, { ...date, year: 'numeric' }),
  };
}

/** What clocks on the wall show, `2026-03-02 07:00`, for comparing. */
function wallIn(timeZone: string | undefined): (atMs: number) => string {
  const two = '2-digit';
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...(timeZone && { timeZone }),
    ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, hourCycle: 'h23' },
  });
  return (atMs) => format.format(atMs);
}

/** A zone that this machine knows: one that is newer than it is no reason to show nothing. */
function known(timeZone: string | undefined): string | undefined {
  try {
    return timeZone && new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    // RangeError: no such zone here.
    return undefined;
  }
}

/**
 * The moment at which the clock on a warehouse's wall shows a time such as `2026-03-02T07:00`. Of one that comes twice the
 * first is meant; one that is skipped in spring is as many minutes after the gap as it was in it.
 */
export function momentAt(wallTime: string, timeZone: string): number {
  const wall = wallIn(known(timeZone));
  const wantedMs = Date.parse(`${wallTime}Z`);
  const shownMs = (atMs: number) => Date.parse(`${wall(atMs).replace(' ', 'T')}Z`);
  const guesses = [-dayMs, dayMs].map((shift) => wantedMs - (shownMs(wantedMs + shift) - (wantedMs + shift)));
  const fits = guesses.filter((guess) => shownMs(guess) === wantedMs);
  return fits.length > 0 ? Math.min(...fits) : Math.max(...guesses);
}

/** What the clock on a warehouse's wall shows at a moment, as `2026-03-02T07:00`. */
export function wallTimeAt(atMs: number, timeZone: string): string {
  return wallIn(known(timeZone))(atMs).replace(' ', 'T');
}

const dayMs = 24 * hourMs;
