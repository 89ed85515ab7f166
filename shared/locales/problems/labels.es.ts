import type { labelsProblems as english } from './labels.en.ts';

/** Problems of printing that people on the floor meet, in Spanish. */
export const labelsProblems: Readonly<Record<keyof typeof english, string>> = {
  'labels.subject_missing': 'Indique para qué es la etiqueta.',
  'labels.too_many':
    'En total {count} {count|etiqueta|etiquetas}; un trabajo tiene {most} como máximo. Imprima menos a la vez.',
  'labels.badges_forbidden': 'Solo los administradores imprimen credenciales. Pídaselo a uno.',
  'labels.subject_unknown': 'Aquí no hay nada llamado {subject}. Escanéelo otra vez.',
  'labels.item_ambiguous': 'Varios sistemas tienen un artículo {item}. Indique cuál.',
  'printer.unknown': 'Aquí no hay ninguna impresora {printer}. Elija otra.',
  'printer.media_too_small':
    'Las etiquetas de {printer} miden {media}; se necesitan al menos {least}. Elija otra impresora.',
  'printer.none':
    'Ninguna impresora de aquí tiene etiquetas de al menos {least}. Un administrador debe configurar una.',
  'printer.several': 'Elija una impresora: {printers}.',
};
