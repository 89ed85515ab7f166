import type { labelsProblems as english } from './labels.en.ts';

/** Problems of printing that people on the floor meet, in German. */
export const labelsProblems: Readonly<Record<keyof typeof english, string>> = {
  'labels.subject_missing': 'Bitte angeben, wofür das Etikett ist.',
  'labels.too_many':
    'Das gibt {count} {count|Etikett|Etiketten}; ein Auftrag hat höchstens {most}. Weniger auf einmal drucken.',
  'labels.badges_forbidden': 'Ausweise drucken nur Administratoren. Bitte dort fragen.',
  'labels.subject_unknown': 'Hier gibt es nichts mit dem Namen {subject}. Bitte noch einmal scannen.',
  'labels.item_ambiguous': 'Mehrere Systeme haben einen Artikel {item}. Bitte angeben, welcher gemeint ist.',
  'printer.unknown': 'Hier gibt es keinen Drucker {printer}. Einen anderen wählen.',
  'printer.media_too_small':
    'Die Etiketten in {printer} sind {media}; nötig sind mindestens {least}. Einen anderen Drucker wählen.',
  'printer.none': 'Kein Drucker hier hat Etiketten ab {least}. Ein Administrator muss einen einrichten.',
  'printer.several': 'Einen Drucker wählen: {printers}.',
};
