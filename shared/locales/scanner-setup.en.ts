/** What the setting up of a scanner says, on the device, in the console and on the printed sheet. */
export const scannerSetupTexts = {
  'scannerSetup.title': 'Set up the scanner',
  'scannerSetup.intro':
    'Scan five codes. Tallyman learns how this scanner sends them, and says which of its settings to change.',
  'scannerSetup.ownScreen':
    'A built-in scanner cannot see its own screen: print the sheet, or open it on another screen.',
  'scannerSetup.sheet': 'Sheet with codes and settings (PDF)',
  'scannerSetup.dataWedge': 'DataWedge settings (JSON)',
  'scannerSetup.begin': 'Begin',
  'scannerSetup.step': 'Code {n} of {of}',
  'scannerSetup.scanNow': 'Scan this code now.',
  'scannerSetup.code.plain': 'Letters and digits',
  'scannerSetup.code.signs': 'All kinds of signs',
  'scannerSetup.code.gs1': 'GS1-128 with lot and serial number',
  'scannerSetup.code.matrix': 'GS1 DataMatrix, a square code',
  'scannerSetup.code.product': 'EAN-13, a product code',
  'scannerSetup.cannotRead': 'The scanner cannot read this one',
  'scannerSetup.other': 'That was another code: {text}. Scan the one that is shown.',
  'scannerSetup.good': 'This scanner is set up well.',
  'scannerSetup.better': 'This scanner works. Other settings would make it faster or safer.',
  'scannerSetup.must': 'Codes would be lost or wrong. Change the settings below, then scan the five codes again.',
  'scannerSetup.nothingRead': 'No code was read, so nothing was learnt. Hold the scanner closer, or print the sheet.',
  'scannerSetup.again': 'Scan the codes again',
  'scannerSetup.done': 'Done',
  'scannerSetup.learnt': 'What was learnt',
  'scannerSetup.learntAt': 'Learnt',
  'scannerSetup.notYet': 'This scanner was not set up yet. It works as most scanners do.',
  'scannerSetup.door': 'Sends',
  'scannerSetup.door.keys': 'Keys',
  'scannerSetup.door.text': 'Text without keys',
  'scannerSetup.door.both': 'Keys and text: each code twice',
  'scannerSetup.ending': 'Ends with',
  'scannerSetup.ending.none': 'Nothing',
  'scannerSetup.ending.mixed': 'Not always the same',
  'scannerSetup.gap': 'Between two keys',
  'scannerSetup.gap.ms': '{ms} ms, at most {most} ms',
  'scannerSetup.gap.none': 'All at once',
  'scannerSetup.separator': 'GS1 separator',
  'scannerSetup.separator.control': 'Ctrl + ]',
  'scannerSetup.separator.character': 'As itself',
  'scannerSetup.separator.number': 'Alt + 029',
  'scannerSetup.separator.lost': 'Lost',
  'scannerSetup.separator.untried': 'Not tried',
  'scannerSetup.identifier': 'AIM identifier',
  'scannerSetup.identifier.yes': 'In front of each code',
  'scannerSetup.identifier.no': 'Missing',
  'scannerSetup.change': 'Change on the scanner',
  'scannerSetup.settings': 'Settings',
  'scannerSetup.brand': 'Make of the scanner',
  'scannerSetup.unsure': '† Models name it differently, or it is found in the scanner’s own handbook.',
  'scannerSetup.finding.separatorLost':
    'GS1 separators are lost. Lot and serial number run together, so labels that have both are refused.',
  'scannerSetup.finding.separatorUnusable': 'GS1 separators come as “{detail}”, which may be part of a code too.',
  'scannerSetup.finding.separatorReplaced':
    'GS1 separators come as “{detail}”. Tallyman knows that now, but no code may contain this sign.',
  'scannerSetup.finding.garbled':
    'Signs come as others: “{detail}”. Scanner and device are set to different keyboard layouts.',
  'scannerSetup.finding.layout':
    'The scanner presses keys of another keyboard layout ({detail}). Tallyman reads them rightly now; other programs on this device do not.',
  'scannerSetup.finding.upperCase': 'All letters come as capitals: “{detail}”.',
  'scannerSetup.finding.lowerCase': 'All letters come as small ones: “{detail}”.',
  'scannerSetup.finding.capsLock':
    'Capitals and small letters are exchanged: Caps Lock is on. Switch it off and scan the codes again.',
  'scannerSetup.finding.extraText': 'Something stands before or behind the code: “{detail}”.',
  'scannerSetup.finding.checkDigit': 'The last digit of product codes is missing.',
  'scannerSetup.finding.tooSlow': '{detail} ms pass between two keys. That is too slow to tell a scan from typing.',
  'scannerSetup.finding.slow':
    '{detail} ms pass between two keys. Tallyman waits for that now; a faster scanner is safer to tell from typing.',
  'scannerSetup.finding.suffixMissing':
    'No Enter comes behind a code, so each scan waits a moment to be sure that it is whole.',
  'scannerSetup.finding.suffixSometimes': 'Enter comes behind some codes, but not behind all of them.',
  'scannerSetup.finding.doubled': 'Each code comes twice, as two outputs are on. Tallyman takes it once.',
  'scannerSetup.finding.identifierMissing':
    'No AIM identifier stands in front of the codes. With it Tallyman knows GS1 labels for certain.',
  'scannerSetup.sheet.title': 'Setting up a scanner',
  'scannerSetup.sheet.how':
    '1. Make the settings of your make. 2. On the device open {address}. 3. Scan the five codes from top to bottom. Tallyman learns the rest and says what is still to be changed.',
  'scannerSetup.sheet.print': 'Print at 100 %, on white paper.',
  'scannerSetup.sheet.codes': 'The five codes',
  'scannerSetup.sheet.zebra':
    'Zebra: a DataWedge profile file (.db) can only be made by DataWedge itself. Set up one device, then export its profile for the others. Who has a tool for DataWedge’s SET_CONFIG interface finds the same settings as JSON beside this sheet.',
  'scannerSetup.sheet.onDevice':
    'Other makes and desk scanners: end with Enter, pass on GS (0x1D), add the AIM identifier, keyboard layout English (US).',
} as const;

export type ScannerSetupTexts = { readonly [Key in keyof typeof scannerSetupTexts]: string };
