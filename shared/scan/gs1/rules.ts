import { gs1Table } from './table.ts';

/** `N` digits, `X` the 82 characters of GS1, `Y` the 39, `Z` file-safe base 64. */
export type CharacterSet = 'N' | 'X' | 'Y' | 'Z';

export interface Component {
  readonly set: CharacterSet;
  readonly shortest: number;
  readonly longest: number;
  readonly optional: boolean;
  readonly linters: readonly string[];
}

/** What the GS1 Syntax Dictionary says of one application identifier. */
export interface AiRule {
  readonly ai: string;
  /** Of predefined length: the next element may follow without a separator. */
  readonly selfDelimiting: boolean;
  /** May stand in the query of a Digital Link. */
  readonly linkAttribute: boolean;
  readonly components: readonly Component[];
  /** Of all components together. */
  readonly longest: number;
  /** Conditions, each a list of alternatives, each a list of identifiers that must all be there; `n` is any digit. */
  readonly companions: readonly (readonly (readonly string[])[])[];
  /** Identifiers (`n` for any digit) that may not stand on the same item. */
  readonly excluded: readonly string[];
  /** For the key of a Digital Link: the qualifiers that may follow in this order, in one or more alternatives. */
  readonly linkQualifiers: readonly (readonly string[])[] | null;
}

/** The rule of exactly this application identifier. */
export function aiRule(ai: string): AiRule | undefined {
  return rules().get(ai);
}

/** The rule of the application identifier that the text has at this position. No identifier begins another one. */
export function aiRuleAt(text: string, position: number): AiRule | undefined {
  for (let length = 2; length <= 4; length += 1) {
    const rule = aiRule(text.slice(position, position + length));
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Every rule, in the order of the identifiers. */
export function allAiRules(): AiRule[] {
  return [...rules().values()];
}

let known: Map<string, AiRule> | undefined;

function rules(): Map<string, AiRule> {
  known ??= new Map(gs1Table.flatMap(rulesOfRow).map((rule) => [rule.ai, rule]));
  return known;
}

/** A row is `identifiers|flags|components|companions|excluded|qualifiers`, empty columns at the end left out. */
function rulesOfRow(row: string): AiRule[] {
  const [identifiers = '', flags = '', components = '', companions = '', excluded = '', qualifiers] = row.split('|');
  const parts = components.split(' ').map(componentOf);
  const [first = '', last = first] = identifiers.split('-');
  const found: AiRule[] = [];
  for (let number = Number(first); number <= Number(last); number += 1) {
    found.push({
      ai: String(number).padStart(first.length, '0'),
      selfDelimiting: flags.includes('*'),
      linkAttribute: flags.includes('?'),
      components: parts,
      longest: parts.reduce((sum, part) => sum + part.longest, 0),
      companions: listOf(companions, ';').map((any) => any.split(',').map((all) => all.split('+'))),
      excluded: listOf(excluded, ','),
      linkQualifiers:
        qualifiers === undefined ? null : qualifiers.split('/').map((order) => (order === '-' ? [] : order.split(','))),
    });
  }
  return found;
}

/** A component is its set, `-` where it may be shorter, its length, `?` where it may be absent, `:` linters. */
function componentOf(text: string): Component {
  const [, set, upTo, length, optional, linters = ''] = /^([NXYZ])(-?)(\d+)(\??):?(.*)$/.exec(text) ?? [];
  return {
    set: set as CharacterSet,
    shortest: upTo === '-' ? 1 : Number(length),
    longest: Number(length),
    optional: optional === '?',
    linters: listOf(linters, ':'),
  };
}

function listOf(text: string, separator: string): string[] {
  return text === '' ? [] : text.split(separator);
}
