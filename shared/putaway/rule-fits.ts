import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Goods, GoodsContent } from '#shared/ledger/fits.ts';
import { itemNumberOf, sourceSystemOf } from '#shared/ledger/item-key.ts';
import type { Handling, PutawayCriteria, PutawayOrigin, PutawayRule } from '#shared/ledger/putaway-rule.ts';

/**
 * Why a rule is not for these goods, or null when it is: `putaway.rule_off`, or `putaway.rule_for_others` with the first
 * criterion that does not fit, what it asks for and what the goods are.
 */
export function whyNotFor(rule: PutawayRule, goods: Goods, from: PutawayOrigin | null): Problem | null {
  if (!rule.isActive) return problem('putaway.rule_off');
  for (const [criterion, read] of criteria) {
    const wanted = wantedBy(rule.when, criterion);
    if (wanted === null) continue;
    const strange = read(goods, from).find((value) => !wanted.includes(value));
    if (strange === undefined) continue;
    return problem('putaway.rule_for_others', { criterion, wanted: wanted.join(', '), was: strange || '–' });
  }
  return null;
}

type Criterion = keyof PutawayCriteria;

/** What the goods are, by each criterion: one value for each of their contents, or one for all of them. */
const criteria: readonly (readonly [Criterion, (goods: Goods, from: PutawayOrigin | null) => readonly string[]])[] = [
  ['items', each(({ item }) => itemNumberOf(item))],
  ['sourceSystems', each(({ item }) => sourceSystemOf(item))],
  ['categories', each(({ category }) => category ?? '')],
  ['abcClasses', each(({ abcClass }) => abcClass ?? '')],
  ['owners', each(({ owner }) => owner ?? '')],
  ['inventoryStatuses', each(({ inventoryStatus }) => inventoryStatus ?? '')],
  ['isLotTracked', each(({ isLotTracked }) => String(isLotTracked ?? false))],
  ['isSerialTracked', each(({ isSerialTracked }) => String(isSerialTracked ?? false))],
  ['isExpiryTracked', each(({ isExpiryTracked }) => String(isExpiryTracked ?? false))],
  ['handlings', (goods) => [handlingOf(goods)]],
  ['fromZones', (_goods, from) => [from?.zone ?? '']],
];

function each(read: (content: GoodsContent) => string): (goods: Goods) => readonly string[] {
  return ({ contents }) => contents.map(read);
}

function handlingOf({ licensePlate, contents }: Goods): Handling {
  if (licensePlate === null) return 'loose';
  return new Set(contents.map(({ item }) => item)).size > 1 ? 'mixed-plate' : 'plate';
}

/** The values that a criterion takes; null where it takes any. */
function wantedBy(when: PutawayCriteria, criterion: Criterion): readonly string[] | null {
  const wanted = when[criterion];
  if (wanted === undefined) return null;
  if (typeof wanted === 'boolean') return [String(wanted)];
  return wanted.length === 0 ? null : wanted;
}
