import type { Office } from './office.ts';

/** Places of the racks where nothing is, the last ones first. */
export async function emptyPlaces({ get }: Office, count: number): Promise<string[]> {
  const empty: string[] = [];
  for (let rack = 191; rack >= 0 && empty.length < count; rack -= 1) {
    const bay = String(1 + (Math.floor(rack / 8) % 12)).padStart(2, '0');
    const code = `${rack < 96 ? 'A' : 'B'}-${bay}-0${1 + (Math.floor(rack / 2) % 4)}-${1 + (rack % 2)}`;
    const { items } = await get(`/api/device/stock?location=${code}`);
    if (items.length === 0) empty.push(code);
  }
  if (empty.length < count) throw new Error('every place is taken');
  return empty;
}
