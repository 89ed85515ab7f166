import { refuseScan, type ScanRefusal } from '../problems.ts';
import type { Gs1Element, LabelWarning } from './label.ts';
import { aiRule } from './rules.ts';

/**
 * Why these elements cannot be of one item: the same identifier with two values, or two identifiers that exclude
 * each other. Source: GS1 General Specifications 4.13.
 */
export function checkAssociations(elements: readonly Gs1Element[]): ScanRefusal | null {
  for (const { ai, value } of elements) {
    if (elements.some((other) => other.ai === ai && other.value !== value)) {
      return refuseScan('scan.gs1_repeated', { ai });
    }
    for (const pattern of aiRule(ai)?.excluded ?? []) {
      const other = elements.find((candidate) => candidate.ai !== ai && fits(candidate.ai, pattern));
      if (other !== undefined) return refuseScan('scan.gs1_excluded', { ai, otherAi: other.ai });
    }
  }
  return null;
}

/**
 * Identifiers that GS1 wants beside those on the label. Only warnings: the missing one is often in a second barcode
 * of the same label.
 */
export function missingCompanions(elements: readonly Gs1Element[]): LabelWarning[] {
  const present = (pattern: string): boolean => elements.some((element) => fits(element.ai, pattern));
  return elements.flatMap(({ ai }) =>
    (aiRule(ai)?.companions ?? [])
      .filter((alternatives) => !alternatives.some((all) => all.every(present)))
      .map((needs) => ({ code: 'scan.gs1_companion_missing' as const, ai, needs })),
  );
}

/** `310n` fits 3100 to 3109; a pattern without `n` fits itself. */
function fits(ai: string, pattern: string): boolean {
  return ai.length === pattern.length && ai.startsWith(pattern.replace(/n+$/, ''));
}
