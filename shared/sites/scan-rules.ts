import * as z from 'zod';
import type { FieldError } from '#shared/kernel/problem.ts';
import type { ScanRules } from '#shared/ledger/scan-rules.ts';
import { codePattern, type PatternFault, patternLimits } from '#shared/scan/code-pattern.ts';

/** The kinds that a warehouse's own codes are of. */
export const ownCodeKinds = ['location', 'licensePlate', 'item', 'document', 'position'] as const;

export const unknownAiPolicies = ['refuse', 'warn', 'ignore'] as const;

const mark = z.string().min(1).max(10);
const ownCode = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .describe('What people call such codes: it is said where none of them is known.'),
  kind: z.enum(ownCodeKinds),
  pattern: z
    .string()
    .min(1)
    .max(patternLimits.text)
    .describe(
      'What they look like: {9:4} digits, {A:2} letters, {X:1-8} either, {*:1-20} anything, [ ] around the value.',
    ),
  isActive: z.boolean().default(true),
});

/** How the codes of a warehouse are read, as an administrator writes it. What is left out is as it is without rules. */
export const scanRulesBody = z.strictObject({
  codes: z.array(ownCode).max(100).default([]),
  unknownAi: z
    .enum(unknownAiPolicies)
    .default('refuse')
    .describe('What becomes of a label with a field that GS1 does not know.'),
  separators: z.array(mark).max(3).default([]).describe('What scanners send in place of the GS1 separator.'),
  gs1Prefixes: z.array(mark).max(3).default([]).describe('What scanners send in front of GS1 codes.'),
  checkDigits: z
    .strictObject({
      required: z.boolean().default(false),
      otherZones: z.array(z.string().trim().min(1).max(64)).max(200).default([]),
    })
    .default({ required: false, otherZones: [] })
    .describe(
      'Whether places are confirmed by their check digits alone, and the zones where it is the other way round.',
    ),
  cameraCodes: z
    .strictObject({
      upcE: z.boolean().default(false),
      pdf417: z.boolean().default(false),
      aztec: z.boolean().default(false),
    })
    .default({ upcE: false, pdf417: false, aztec: false })
    .describe('Kinds of barcodes that cameras look for besides the usual ones.'),
  // So that what was read can be sent back as it is; both say nothing of their own.
  warehouse: z.string().optional(),
  isDefault: z.boolean().optional(),
});

/** The rules of a warehouse as they hold. `isDefault`: it has none of its own. */
export const shownScanRules = scanRulesBody.extend({ warehouse: z.string(), isDefault: z.boolean() });

export type ScanRulesBody = z.infer<typeof scanRulesBody>;
export type ShownScanRules = z.infer<typeof shownScanRules>;

/** The document that is kept, without what only says whose it is. */
export type KeptScanRules = Omit<ScanRulesBody, 'warehouse' | 'isDefault'>;

/** Rules as they are followed: patterns that are switched off are left out. */
export function rulesInUse({
  codes,
  unknownAi,
  separators,
  gs1Prefixes,
  checkDigits,
  cameraCodes,
}: KeptScanRules): ScanRules {
  return {
    codes: codes.filter(({ isActive }) => isActive).map(({ name, kind, pattern }) => ({ name, kind, pattern })),
    ...{ unknownAi, separators, gs1Prefixes, checkDigits, cameraCodes },
  };
}

/** What is wrong with rules besides their shape: patterns that cannot be read, names that stand twice, unsafe separators. */
export function faultsOfRules({ codes, separators }: Pick<KeptScanRules, 'codes' | 'separators'>): FieldError[] {
  return [
    ...codes.flatMap(({ name, pattern }, index): FieldError[] => {
      const read = codePattern(pattern);
      const again = codes.findIndex((other) => other.name === name) < index;
      return [
        ...('fault' in read
          ? [
              {
                pointer: `/codes/${index}/pattern`,
                code: faultCodes[read.fault],
                params: { place: read.at + 1 },
                value: pattern,
              },
            ]
          : []),
        ...(again ? [{ pointer: `/codes/${index}/name`, code: 'request.repeated', value: name }] : []),
      ];
    }),
    ...separators.flatMap((separator, index): FieldError[] =>
      outsideLabels.test(separator)
        ? []
        : [
            {
              pointer: `/separators/${index}`,
              code: 'scan_rules.separator_on_labels',
              params: { value: separator },
              value: separator,
            },
          ],
    ),
  ];
}

const faultCodes = {
  syntax: 'scan_rules.pattern_syntax',
  count: 'scan_rules.pattern_count',
  value: 'scan_rules.pattern_value',
  wide: 'scan_rules.pattern_wide',
  long: 'scan_rules.pattern_long',
} as const satisfies Record<PatternFault['fault'], string>;

/** A character that no value of a label may hold: without one, a lot could be cut in two. */
const outsideLabels = /[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/;
