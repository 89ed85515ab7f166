/** Who gets an order's goods, as `outbound_order.consignee` and its shipments keep it: JSON, equal texts, equal places. */
export interface Consignee {
  readonly account?: string;
  /** The other warehouse that receives a transfer. */
  readonly warehouse?: string;
  readonly name?: string;
  readonly address?: Readonly<Record<string, unknown>>;
}

export function consigneeFrom(text: string): Consignee {
  return text === '' ? {} : (JSON.parse(text) as Consignee);
}

/** The name that people know it by; null where there is none. */
export function consigneeNameOf(text: string): string | null {
  const { name, account, warehouse } = consigneeFrom(text);
  return name ?? account ?? warehouse ?? null;
}
