import type { FieldError } from '../kernel/problem.ts';

/** A message of an ERP as the rules see it: whose it is, and what it asks for. */
export interface Message<Document> {
  readonly sourceSystem: string;
  readonly messageId: string;
  readonly operation: 'upsert' | 'cancel';
  readonly document: Document;
}

/**
 * What a rule answers to a message. `accepted` carries what is to be written (`plan`).
 * `faulty` names every fault at once; where all of them are items or orders that are not known yet, the message waits
 * for those.
 */
export type MessageVerdict<Plan> = Accepted<Plan> | Faulty;

export interface Accepted<Plan> {
  readonly outcome: 'accepted';
  readonly plan: Plan;
}

export interface Faulty {
  readonly outcome: 'faulty';
  readonly errors: readonly FieldError[];
}

export function accepted<Plan>(plan: Plan): Accepted<Plan> {
  return { outcome: 'accepted', plan };
}

export function faulty(errors: readonly FieldError[]): Faulty {
  return { outcome: 'faulty', errors };
}

/** The codes of the faults that mend themselves: the item, `params.item`, or the order, `params.order`, may be on its way. */
export const itemUnknown = 'order.item_unknown';
export const orderUnknown = 'notice.order_unknown';

export function mendsItself({ code }: FieldError): boolean {
  return code === itemUnknown || code === orderUnknown;
}
