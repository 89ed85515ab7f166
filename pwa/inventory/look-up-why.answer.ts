import type { Found } from '#shared/inventory/look-up.ts';
import type { Why } from './look-up.states.ts';

/** What the server is asked; null for what nobody can pick anything of. */
export function whyOf(found: Found): Why | null {
  const { kind, name, sourceSystem, paper } = found;
  const ofOrder = (order: string) => path({ order, ...(sourceSystem !== null && { sourceSystem }) });
  if (kind === 'outboundOrder') return { name, path: ofOrder(name) };
  const [order] = paper?.orders ?? [];
  if (kind === 'work' || kind === 'shipment') return order === undefined ? null : { name: order, path: ofOrder(order) };
  const about = 'picking';
  if (kind === 'location') return { name, path: path({ about, location: name }) };
  if (kind === 'licensePlate') return { name, path: path({ about, licensePlate: name }) };
  if (kind === 'item')
    return { name, path: path({ about, item: name, ...(sourceSystem !== null && { sourceSystem }) }) };
  return null;
}

function path(asked: Readonly<Record<string, string>>): string {
  return `explain?${new URLSearchParams(asked)}`;
}
