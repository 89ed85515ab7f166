interface Zone {
  readonly format: Intl.DateTimeFormat;
  minute: number;
  day: string;
}

const zones = new Map<string, Zone>();

/** The calendar day, `YYYY-MM-DD`, that an instant (ms since 1970) falls on in a time zone. */
export function localDay(at: number, timeZone: string): string {
  const zone = zones.get(timeZone) ?? makeZone(timeZone);
  // Days begin with whole minutes, and most who ask mean the minute that it is.
  const minute = Math.floor(at / 60_000);
  if (zone.minute !== minute) {
    zone.day = zone.format.format(at);
    zone.minute = minute;
  }
  return zone.day;
}

/** What clocks show at an instant (ms since 1970) in a time zone: `YYYY-MM-DD HH:MM`. */
export function localTime(at: number, timeZone: string): string {
  const format = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { ...day, ...time, timeZone });
  clocks.set(timeZone, format);
  return format.format(at);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

const day = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** Making a format costs a hundred times what using it does. Swedish writes dates as ISO 8601 does. */
function makeZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('sv-SE', { ...day, timeZone });
  const zone = { format, minute: Number.NaN, day: '' };
  zones.set(timeZone, zone);
  return zone;
}
