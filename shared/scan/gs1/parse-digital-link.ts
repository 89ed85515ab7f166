import { refuseScan, type ScanRefusal } from '../problems.ts';
import { checkValue } from './check-value.ts';
import type { Gs1Element, SkippedField } from './label.ts';
import { type Gs1Parse, parsed } from './parse-element-string.ts';
import { type AiRule, aiRule } from './rules.ts';

/**
 * The elements of a GS1 Digital Link, on any domain: key and qualifiers from the path, attributes from the query.
 * Query keys that are not numbers are ignored. Null for an address without a GS1 key in its path, which is no
 * Digital Link at all; a refusal for one whose key, qualifiers or attributes break the rules.
 * Source: GS1 Digital Link Standard, URI Syntax 1.4. Positions count from the beginning of the text.
 */
export function parseDigitalLink(text: string, currentYear: number, skipsUnknown = false): Gs1Parse | null {
  const [, stem, path, query] = /^((?:https?|HTTPS?):\/\/[^/?#]+)(\/[^?#]*)(?:\?([^#]*))?/.exec(text) ?? [];
  if (stem === undefined || path === undefined || !isAddress(stem, text)) return null;
  const steps = linkSteps(path, stem.length);
  if (steps === null) return null;

  const elements: Gs1Element[] = [];
  for (const step of steps) {
    const value = decoded(step.written, false);
    const refusal = checkValue(step.rule, value, step.position, currentYear);
    if (refusal !== null) return { refusal };
    elements.push({ ai: step.rule.ai, value });
  }
  const skipped: SkippedField[] = [];
  const order = steps.map((step) => step.rule.ai);
  if (!isKeyOrder(order)) return refused(order.at(-1) ?? '', stem.length);

  for (const { name, written, position } of queryPairs(query ?? '', stem.length + path.length + 1)) {
    const rule = aiRule(name);
    if (rule === undefined) {
      const field = { ai: name.slice(0, 4), position };
      if (!skipsUnknown) return { refusal: refuseScan('scan.gs1_unknown_ai', field) };
      skipped.push(field);
      continue;
    }
    const value = attributeValue(rule.ai, decoded(written, true));
    const refusal = checkValue(rule, value, position, currentYear);
    if (refusal !== null) return { refusal };
    const known = elements.some((element) => element.ai === rule.ai);
    if (known || !rule.linkAttribute || belongsInPath(rule.ai, order)) return refused(rule.ai, position);
    elements.push({ ai: rule.ai, value });
  }
  return parsed(elements, skipped);
}

interface LinkStep {
  readonly rule: AiRule;
  /** The value as written, percent-encoded. */
  readonly written: string;
  readonly position: number;
}

/** The `/AI/value` pairs from the last key of the path to its end; null when there is none. */
function linkSteps(path: string, pathAt: number): LinkStep[] | null {
  const parts = path.split('/');
  const steps: LinkStep[] = [];
  let end = pathAt + path.length;
  for (let at = parts.length - 2; at >= 1; at -= 2) {
    const [name = '', written = ''] = parts.slice(at, at + 2);
    const rule = aiRule(name);
    if (rule === undefined) return null;
    steps.unshift({ rule, written, position: end - written.length });
    if (rule.linkQualifiers !== null) return steps;
    end -= name.length + written.length + 2;
  }
  return null;
}

function* queryPairs(query: string, queryAt: number): Generator<{ name: string; written: string; position: number }> {
  let at = queryAt;
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, Math.max(equals, 0));
    if (/^\d+$/.test(name)) yield { name, written: pair.slice(equals + 1), position: at + equals + 1 };
    at += pair.length + 1;
  }
}

/** Whether these identifiers are a key and qualifiers of it, in the order that the key wants. */
function isKeyOrder([key = '', ...qualifiers]: readonly string[]): boolean {
  const alternatives = aiRule(key)?.linkQualifiers ?? [];
  return alternatives.some((order) => {
    const places = qualifiers.map((qualifier) => order.indexOf(qualifier));
    return places.every((place, index) => place >= 0 && place > (places[index - 1] ?? -1));
  });
}

/** An attribute that would make a valid qualifier may not stand in the query. */
function belongsInPath(ai: string, order: readonly string[]): boolean {
  return order.some((_, index) => isKeyOrder([...order.slice(0, index + 1), ai, ...order.slice(index + 1)]));
}

/** Only characters that addresses may hold, and a domain without those that domains may not. */
function isAddress(stem: string, text: string): boolean {
  const domain = stem.slice(stem.indexOf('://') + 3);
  return /^[-A-Za-z0-9._~:/?#[\]@!$&'()*+,;=%]+$/.test(text) && !/[_~@!$&'()*+,;=%]/.test(domain);
}

/** Outside the path a GTIN may be written with as many digits as its package has. */
function attributeValue(ai: string, value: string): string {
  return ai === '01' && /^(.{8}|.{12,13})$/.test(value) ? value.padStart(14, '0') : value;
}

/** Percent-encoded bytes become characters; what is no such code stays as it is and is judged as data. */
function decoded(written: string, inQuery: boolean): string {
  const spaced = inQuery ? written.replaceAll('+', ' ') : written;
  return spaced.replace(/%([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function refused(ai: string, position: number): { refusal: ScanRefusal } {
  return { refusal: refuseScan('scan.gs1_link', { ai, position }) };
}
