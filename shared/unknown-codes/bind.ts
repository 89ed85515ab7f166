import * as z from 'zod';
import { applied, type Decision, refused } from '#shared/command/decision.ts';
import type { Command } from '#shared/command/envelope.ts';
import { operation } from '#shared/command/operation.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { isProblem, readQuantity, type StockItem } from '#shared/ledger/stock-item.ts';

const code = z.string().min(1).max(64);

const body = z.strictObject({
  code: z.string().min(1).max(128),
  item: code,
  /** Needed where several source systems have an item of that number. */
  sourceSystem: code.optional(),
  /** How much of the item one scan of the code stands for. */
  unit: z.string().min(1).max(32),
  quantity: z.number(),
  /** Although it looks like a GTIN that was misread: the check digit was compared with the label. */
  acceptCheckDigit: z.boolean().optional(),
});

export type BindBody = z.infer<typeof body>;

/** A supervisor says what a code stands for: once, for everyone, on every device at its next sync. */
export const bind = operation({ type: 'unknown_codes.bind', version: 1, body });

export interface BindFacts {
  /** The code as the inbox has it: `open`, `bound`, `dismissed`; null where it has none such. */
  readonly status: string | null;
  /** Number of the item that it was bound to. */
  readonly boundTo: string | null;
  /** Items of that number, of one source system where it was said. */
  readonly items: readonly StockItem[];
  /** Numbers of items that have the code, in any of its written forms, or are called so. */
  readonly itemsWithCode: readonly string[];
  /** What else is called so: `location`, `licensePlate`, `order`; none is. */
  readonly namesOther: string | null;
  /** It nearly is a GTIN: the digit that its check digit would have to be. */
  readonly checkDigit: { readonly params: Readonly<Record<string, string | number>> } | null;
}

export interface BindPlan {
  readonly code: string;
  readonly item: StockItem;
  readonly unit: string;
  readonly quantity: number;
}

export interface BindResult {
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
}

/**
 * Refusals, in this order: `unknown_codes.unknown` nobody reported it; `unknown_codes.bound_already` to which item;
 * `unknown_codes.taken` an item has the code, so that it would mean two; `unknown_codes.names_other` a place, a plate or
 * an order is called so; `unknown_codes.check_digit` it looks like a misread GTIN, unless that was accepted;
 * `item.unknown`, `item.ambiguous`; `item.unit_unknown` and rules of quantities.
 */
export function decideBind({ body: asked }: Command<BindBody>, facts: BindFacts): Decision<BindPlan, BindResult> {
  const why = whyNot(asked, facts);
  if (why) return refused(why);
  const [item, other] = facts.items;
  if (!item) return refused(problem('item.unknown', { item: asked.item }));
  if (other) {
    const sourceSystems = facts.items.map(({ sourceSystem }) => sourceSystem).join(', ');
    return refused(problem('item.ambiguous', { item: asked.item, sourceSystems }));
  }
  const base = readQuantity(item, asked.quantity, asked.unit);
  if (isProblem(base)) return refused(base);
  const { code: bound, unit, quantity } = asked;
  return applied({ code: bound, item, unit, quantity }, { item: item.number, unit, quantity });
}

function whyNot(asked: BindBody, facts: BindFacts): Problem | null {
  const { status, boundTo, itemsWithCode, namesOther, checkDigit } = facts;
  if (status === null) return problem('unknown_codes.unknown', { code: asked.code });
  if (status === 'bound') {
    return problem('unknown_codes.bound_already', { code: asked.code, item: boundTo ?? '' });
  }
  const [taken] = itemsWithCode;
  if (taken !== undefined) return problem('unknown_codes.taken', { code: asked.code, item: itemsWithCode.join(', ') });
  if (namesOther !== null) return problem('unknown_codes.names_other', { code: asked.code, what: namesOther });
  const isMisread = checkDigit !== null && asked.acceptCheckDigit !== true;
  return isMisread ? problem('unknown_codes.check_digit', { code: asked.code, ...checkDigit.params }) : null;
}
