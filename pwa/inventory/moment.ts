import type { World } from '../engine/flow.ts';

/** A moment on the device's own clock: the time alone today, with the day before it otherwise. */
export function shownTime(atMs: number, { today }: Pick<World, 'today'>): string {
  const at = new Date(atMs);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
  const time = `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
  return day === today ? time : `${day} ${time}`;
}
