import type { Texts } from '#shared/locales/worded.ts';

/** What the screen of unknown codes says, in English. */
export const unknownCodesTexts = {
  unknownCodes: 'Unknown codes',
  'tile.unknownCodes': 'Unknown codes',
  'unknownCodes.open': 'To decide',
  'unknownCodes.bound': 'Bound',
  'unknownCodes.dismissed': 'Put aside',
  'unknownCodes.none.open': 'No unknown code waits for a decision.',
  'unknownCodes.none.bound': 'No code was bound here yet.',
  'unknownCodes.none.dismissed': 'No code was put aside.',
  'unknownCodes.times': '{count} {count|time|times}',
  'unknownCodes.scans': 'Scans before and after it',
  'unknownCodes.bind': 'Bind',
  'unknownCodes.bind.text':
    'One scan of the code stands for so much of the item, for everyone, on every device at its next sync.',
  'unknownCodes.item': 'Item',
  'unknownCodes.quantity': 'How many',
  'unknownCodes.unit': 'Unit',
  'unknownCodes.sourceSystem': 'Source system',
  'unknownCodes.sourceSystem.help': 'Only where several have an item of that number.',
  'unknownCodes.compared': 'Compared with the label: it is right',
  'unknownCodes.dismiss': 'Put aside',
  'unknownCodes.dismiss.text': 'It stands for nothing that is kept here. Whoever scans it again asks again.',
  'unknownCodes.unbind': 'Take back',
  'unknownCodes.unbind.text':
    'The code is unknown again, on every device at its next sync. What was scanned with it stays as it is.',
} as const satisfies Texts;

export type UnknownCodesTexts = Readonly<Record<keyof typeof unknownCodesTexts, string>>;
