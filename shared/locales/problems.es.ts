import type { ProblemTexts } from './problems.en.ts';

/** What went wrong and what to do next, in Spanish. */
export const problemTexts: ProblemTexts = {
  'request.malformed': 'Este valor no tiene la forma requerida. Corríjalo y envíelo de nuevo.',
  'request.malformed_json': 'El contenido no es JSON válido. Envíe un documento JSON en UTF-8.',
  'request.missing': 'Este dato es obligatorio. Añádalo y envíe de nuevo.',
  'request.wrong_type': 'Aquí se requiere el tipo {expected}.',
  'request.too_small': 'Está por debajo del mínimo de {minimum}.',
  'request.too_big': 'Está por encima del máximo de {maximum}.',
  'request.not_allowed': 'Solo se permiten estos valores: {allowed}.',
  'request.unknown_property': 'Aquí no existe este dato. Quítelo o corrija su nombre.',
  'request.invalid': 'La solicitud tiene errores. Cada uno figura con su lugar.',
  'request.control_character': 'El texto no puede contener caracteres de control ni Unicode dañado.',
  'request.too_large': 'El contenido supera {limit} bytes. Envíe menos de una vez.',
  'request.content_type': 'Envíe el contenido como application/json.',
  'request.not_acceptable': 'Solo está disponible como {offered}.',
  'request.not_found': 'No hay nada en esta dirección.',
  'request.method': 'Esta dirección no acepta este método.',
  'idempotency.key_reused': 'Esta clave se usó para otra solicitud. Use una nueva.',
  'server.failed':
    'El servidor falló. No se cambió nada. Envíe la misma solicitud otra vez; si falla de nuevo, comunique el número de correlación.',
  'server.storage': 'No se puede acceder a la base de datos. No se cambió nada; envíe la misma solicitud otra vez.',
  'server.disk_full':
    'El disco del servidor está lleno. No se cambió nada; nada de lo respondido se ha perdido. Libere espacio.',
  'auth.required': 'Inicie sesión primero o envíe una clave.',
  'auth.key_unknown': 'Esta clave no se conoce, ha caducado o fue anulada.',
  'auth.scope_missing': 'A esta clave le falta el permiso {scope}.',
  'auth.permit_missing': 'No puede hacer {operation} en {warehouse}. Pregunte a su supervisor.',
  'session.credentials_missing': 'Indique tarjeta y PIN, o usuario y contraseña.',
  'session.wrong_credentials': 'La tarjeta o el PIN no es correcto. Inténtelo otra vez o pregunte a su supervisor.',
  'session.locked': 'Demasiados PIN incorrectos. Espere {minutes} minutos o pregunte a su supervisor.',
  'session.unknown': 'No se conoce la sesión de esta orden. Inicie sesión de nuevo.',
  'session.revoked': 'Un supervisor terminó la sesión. Lo que hizo queda guardado para que se decida.',
  'device.unknown': 'El dispositivo {device} no está registrado. Inicie sesión en él primero.',
  'command.body_invalid': 'La orden no se puede leer. Cada error figura con su lugar.',
  'command.id_reused': 'Este número de orden se usó con otro contenido. Cree una orden nueva.',
  'command.sequence_reused': 'El número {sequence} ya se usó; el siguiente es {expected}.',
  'command.gap': 'El número {sequence} va por delante: envíe desde {expected}.',
  'command.cause_unknown': 'No se conoce la orden anterior de la que depende.',
  'command.cause_not_applied': 'Depende de un escaneo anterior que está «{outcome}».',
  'command.type_unknown':
    'Este servidor aún no conoce {type} versión {version}. Se guarda y se hará tras una actualización.',
  'command.failed': 'El servidor falló con esta orden. Queda guardada para un supervisor; siga trabajando.',

  // scans: why a code cannot be used, on the device
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
    'Esta etiqueta no nombra ningún artículo, matrícula ni lugar. Escanee el otro código que lleva.',
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
};
