import type { scansProblems as english } from './scans.en.ts';

/** Why a code cannot be used, said on the device, in Spanish. */
export const scansProblems: Readonly<Record<keyof typeof english, string>> = {
  'scan.empty': 'No se leyó nada. Escanee de nuevo.',
  'scan.too_long':
    'Este código tiene {length} caracteres; aquí se admiten {limit} como máximo. Escanee un solo código a la vez.',
  'scan.control_character':
    'La lectura contiene caracteres que aquí no tiene ningún código. Escanee de nuevo; si sigue igual, haga revisar la configuración del lector.',
  'scan.bad_character':
    'La lectura contiene un carácter que no corresponde a un código. Escanee de nuevo o escriba el número que está debajo.',
  'scan.partial_code': 'Solo se leyó una parte del código. Apunte recto sobre todas las barras y escanee de nuevo.',
  'scan.check_digit':
    'El dígito de control de este código no es correcto: mala lectura o mala impresión. Escanee de nuevo o use otra etiqueta.',
  'scan.unknown': '«{text}» no se conoce aquí. Compruebe que es la etiqueta correcta o pregunte a su supervisor.',
  'scan.unknown_item':
    'Ningún artículo tiene el código {gtin}. Escanee otra etiqueta de la mercancía o pida a su supervisor que añada el código.',
  'scan.gs1_no_subject':
    'Esta etiqueta no nombra ningún artículo, matrícula ni ubicación. Escanee el otro código que lleva.',
  'scan.gs1_unknown_ai': 'La etiqueta tiene un campo «{ai}» que GS1 no conoce. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_separator_missing':
    'Falta el separador tras el campo ({ai}) de la etiqueta y los valores se mezclan. Use otro código de la mercancía o escriba los valores.',
  'scan.gs1_separator_lost':
    'Este lector omite los separadores y no se distingue dónde acaba el campo ({ai}). Use la cámara y haga revisar la configuración del lector.',
  'scan.gs1_empty': 'Un campo de la etiqueta está vacío. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_too_long':
    'El campo ({ai}) de la etiqueta tiene {length} caracteres; se admiten {limit}. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_too_short': 'El campo ({ai}) de la etiqueta termina antes de tiempo. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_character':
    'El campo ({ai}) de la etiqueta contiene un carácter que ahí no se admite. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_check_digit':
    'El dígito de control del campo ({ai}) no es correcto: mala lectura o mala impresión. Escanee de nuevo o use otra etiqueta.',
  'scan.gs1_date':
    'El campo ({ai}) de la etiqueta contiene una fecha que no existe. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_time':
    'El campo ({ai}) de la etiqueta contiene una hora que no existe. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_value':
    'El valor del campo ({ai}) de la etiqueta no es válido. Use otra etiqueta o pregunte a su supervisor.',
  'scan.gs1_repeated':
    'La etiqueta tiene el campo ({ai}) dos veces con valores distintos. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_excluded':
    'La etiqueta tiene los campos ({ai}) y ({otherAi}), que no pueden ir juntos. Aparte la mercancía y pregunte a su supervisor.',
  'scan.gs1_brackets':
    'Los paréntesis de los números de campo no coinciden. Escríbalo de nuevo, por ejemplo (01)04006381333931.',
  'scan.gs1_link':
    'La dirección web de esta etiqueta no es válida en el campo ({ai}). Escanee otro código de la mercancía.',
  'scan.gs1_companion_missing':
    'Junto al campo ({ai}) falta {needs} en la etiqueta. Si hay un segundo código en la etiqueta, escanéelo.',
  'scan.too_many_times': 'Un escaneo vale por {limit} como máximo. Escriba la cantidad.',
  'scan.unknown_own':
    '«{text}» parece {name}, pero aquí nada se llama así. Compruebe que es la etiqueta correcta o pregunte a su supervisor.',
  'scan.gs1_link_compressed':
    'Esta dirección web puede ser un GS1 Digital Link comprimido, que aquí no se puede leer. Escanee otro código de barras de la mercancía.',
};
