import type { SimItem } from '../floor/items.ts';
import type { DeltaRow } from '../outside/sim-planner.ts';
import type { SimServer } from '../world/sim-server.ts';
import { differencesOf, sumBy } from './exact.ts';

export interface StockRow extends Dimensions {
  readonly onHand: number;
  readonly allocated: number;
  readonly reserved: number;
  readonly available: number;
}

type Dimensions = Pick<DeltaRow, 'item' | 'owner' | 'location' | 'licensePlate' | 'lot' | 'serial' | 'inventoryStatus'>;

/** What whoever looks up these items is told, place by place. */
export async function stockOf(server: SimServer, token: string, items: readonly SimItem[]): Promise<StockRow[]> {
  const rows: StockRow[] = [];
  for (const { number, sourceSystem } of items) {
    const path = `/api/device/stock?warehouse=EAST&item=${number}&sourceSystem=${sourceSystem}`;
    const answer = await server.take({ method: 'GET', path, token });
    if (answer?.status !== 200) throw new Error(`${path} was answered ${answer?.status}`);
    rows.push(...(JSON.parse(answer.text) as { items: StockRow[] }).items);
  }
  return rows;
}

/**
 * Whoever stands in front of goods and looks them up is told what the deltas make of them: place, plate, lot and serial
 * number. Nothing is reserved, allocated or available below zero, and no more than there is. `deltas` are those of locations.
 */
export function checkOnHand(rows: readonly StockRow[], deltas: readonly DeltaRow[]): string[] {
  const limits = rows.flatMap((row) => {
    const { onHand, reserved, allocated, available } = row;
    const isPossible = Math.min(reserved, allocated, available) >= 0 && reserved + available <= onHand;
    return isPossible ? [] : [`${keyOf(row)}: ${onHand} there, ${reserved} reserved, ${available} available`];
  });
  return [
    ...limits,
    ...differencesOf(
      sumBy(deltas, keyOf, ({ quantity }) => quantity),
      sumBy(rows, keyOf, ({ onHand }) => onHand),
      (key, expected, found) => `${key}: the deltas make ${expected}, whoever looks is told ${found}`,
    ),
  ];
}

function keyOf({ item, owner, location, licensePlate, lot, serial, inventoryStatus }: Dimensions): string {
  return [owner, item, location, licensePlate ?? 'loose', lot ?? '', serial ?? '', inventoryStatus].join(' ');
}
