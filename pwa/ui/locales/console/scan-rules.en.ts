import type { Texts } from '#shared/locales/worded.ts';

/** What the page on reading codes says, in English. */
export const scanRulesTexts = {
  scanRules: 'How codes are read',
  'scanRules.codes': 'Codes of our own',
  'scanRules.codes.text':
    'A code that fits a pattern is of that kind and nothing else. {9:4} stands for four digits, {A:2} for letters, {X:1-8} for one to eight letters or digits, {*:1-20} for anything; all else stands for itself. Put [ ] around the part that is looked up: LOC-[{X:1-12}].',
  'scanRules.name': 'Called',
  'scanRules.kind': 'Is',
  'scanRules.pattern': 'Pattern',
  'scanRules.isActive': 'in use',
  'scanRules.remove': 'Remove',
  'scanRules.add': 'Add a pattern',
  'scanRules.kind.location': 'location',
  'scanRules.kind.licensePlate': 'licence plate',
  'scanRules.kind.item': 'item',
  'scanRules.kind.document': 'order or load',
  'scanRules.kind.position': 'tote or trolley place',
  'scanRules.labels': 'GS1 labels',
  'scanRules.unknownAi': 'A field that GS1 does not know',
  'scanRules.unknownAi.help':
    'Without it the rest of the label is read; what stands behind it up to the next separator is lost.',
  'scanRules.ai.refuse': 'refuse the label',
  'scanRules.ai.warn': 'read the rest, and say so',
  'scanRules.ai.ignore': 'read the rest',
  'scanRules.separators': 'Separator, as scanners send it',
  'scanRules.separators.help':
    'For scanners that cannot send the real one: a character such as ~ or |. Several with commas between them.',
  'scanRules.prefixes': 'Sent in front of GS1 labels',
  'scanRules.prefixes.help':
    'For scanners that cannot send the symbology, such as ]C1. Several with commas between them.',
  'scanRules.camera': 'Besides the usual barcodes, cameras read',
  'scanRules.camera.upcE': 'UPC-E',
  'scanRules.camera.upcE.help': 'The short code on small American goods.',
  'scanRules.camera.pdf417': 'PDF417',
  'scanRules.camera.pdf417.help': 'On delivery notes and parcel labels.',
  'scanRules.camera.aztec': 'Aztec',
  'scanRules.camera.aztec.help': 'On tickets and some parcel labels.',
  'scanRules.checkDigits': 'Check digits of locations',
  'scanRules.required': 'Always wanted',
  'scanRules.required.help':
    'After the label of a location its check digits are asked for, so that a copied label is not enough. Otherwise either will do.',
  'scanRules.otherZones': 'The other way round in zones',
  'scanRules.otherZones.help': 'Several with commas between them.',
  'scanRules.try': 'Try it out',
  'scanRules.try.text': 'Scan or type codes, one on each line. They are read by the rules above, saved or not.',
  'scanRules.code': 'Code',
  'scanRules.readAs': 'Is read as',
  'scanRules.value': 'Says',
  'scanRules.read.gs1': 'GS1 label',
  'scanRules.read.gtin': 'EAN or UPC',
  'scanRules.read.sscc': 'SSCC',
  'scanRules.read.command': 'command',
  'scanRules.read.badge': 'badge',
  'scanRules.read.refused': 'refused',
  'scanRules.read.text': 'looked up as it is',
  'scanRules.skipped': 'without field ({ai})',
  'change.scan_rules.changed': 'reading of codes changed',
} as const satisfies Texts;

export type ScanRulesTexts = Readonly<Record<keyof typeof scanRulesTexts, string>>;
