const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, `YYYY-MM-DD`, that an instant (ms since 1970) falls on in a time zone. */
export function localDay(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (!format) {
    // Making a format costs a hundred times what using it does. Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formats.set(timeZone, format);
  }
  return format.format(at);
}
