import type { unknownCodesProblems as english } from './unknown-codes.en.ts';

/** Problems of codes that nothing has, in Spanish. */
export const unknownCodesProblems: Readonly<Record<keyof typeof english, string>> = {
  'unknown_codes.no_code': '«{text}» no puede ser ninguna mercancía. Escanee el código de la mercancía.',
  'unknown_codes.report_unknown': 'No existe el aviso {report} de un código desconocido.',
  'unknown_codes.unknown': 'Nadie ha avisado del código {code}. Escanéelo primero en el almacén.',
  'unknown_codes.bound_already': '{code} ya es {item}. Retírelo primero o déjelo así.',
  'unknown_codes.taken': '{code} es de {item}. Significaría dos cosas: corrija el artículo en su origen.',
  'unknown_codes.names_other': '{code} también es el nombre de otra cosa aquí ({what}). Significaría dos cosas.',
  'unknown_codes.check_digit':
    '{code} parece un GTIN, pero su dígito de control no es correcto: mal leído o mal impreso. Compárelo con la etiqueta.',
  'unknown_codes.not_open': 'Alguien ya decidió sobre {code}. Actualice la página.',
  'unknown_codes.of_erp': 'El propio ERP dice qué es {code}. Pida que lo corrijan allí.',
  'unknown_codes.not_bound': '{code} no está asignado a nada. Actualice la página.',
};
