import type { Texts } from '../worded.ts';

/** Problems of printing that people on the floor meet, in English. */
export const labelsProblems = {
  'labels.subject_missing': 'Say what the label is for.',
  'labels.too_many': 'That is {count} {count|label|labels}; one job has {most} at most. Print fewer at a time.',
  'labels.badges_forbidden': 'Only administrators print badges. Ask one of them.',
  'labels.subject_unknown': 'There is nothing called {subject} here to label. Scan it again.',
  'labels.item_ambiguous': 'Several systems have an item {item}. Say which one is meant.',
  'printer.unknown': 'There is no printer {printer} here. Choose another.',
  'printer.media_too_small':
    'The labels in {printer} are {media}; at least {least} are needed. Choose another printer.',
  'printer.none': 'No printer here has labels of at least {least}. Ask an administrator to set one up.',
  'printer.several': 'Choose a printer: {printers}.',
} as const satisfies Texts;
