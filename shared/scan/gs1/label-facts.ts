import { missingCompanions } from './associations.ts';
import { interpret } from './interpret.ts';
import type { Gs1Element, LabelDate, LabelFacts, LabelMeasure, SkippedField } from './label.ts';

/**
 * Everything these elements say, decoded. They must have passed their parser and `checkAssociations`. `skipped`: fields
 * that were passed over and that somebody has to be told of; `mayHide`: what may have lost a separator.
 */
export function labelFacts(
  elements: readonly Gs1Element[],
  currentYear: number,
  skipped: readonly SkippedField[] = [],
  mayHide?: string,
): LabelFacts {
  const dates: Record<string, LabelDate> = {};
  const measures: LabelMeasure[] = [];
  let count: number | undefined;
  for (const element of elements) {
    const meaning = interpret(element, currentYear);
    if (meaning.type === 'count') count = meaning.value;
    if (meaning.type === 'date') {
      dates[element.ai] = { date: meaning.date, dayUnspecified: meaning.dayUnspecified };
    }
    if (meaning.type === 'measure' && !measures.some((known) => known.ai === element.ai)) {
      measures.push({ ai: element.ai, value: meaning.value, unit: meaning.unit, logistic: meaning.logistic });
    }
  }
  const firstOf = (...identifiers: string[]): string | undefined =>
    elements.find((element) => identifiers.includes(element.ai))?.value;
  const gln = firstOf('414');
  const extension = firstOf('254');
  return {
    elements,
    dates,
    measures,
    warnings: missingCompanions(elements),
    ...(skipped.length > 0 && { skipped }),
    ...present('mayHide', mayHide),
    ...present('gtin', firstOf('01', '03', '8006')?.slice(0, 14)),
    ...present('contentGtin', firstOf('02', '8026')?.slice(0, 14)),
    ...present('sscc', firstOf('00')),
    ...present('lot', firstOf('10')),
    ...present('serial', firstOf('21')),
    ...present('count', count),
    ...present('orderNumber', firstOf('400')),
    ...present('shipment', firstOf('402') ?? firstOf('401')),
    ...present('locationGln', gln === undefined || extension === undefined ? gln : `${gln}.${extension}`),
    ...present('asset', firstOf('8003', '8004')),
  };
}

/** An object with this member, or without any when there is no value. */
function present<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>);
}
