import type { requestsProblems as english } from './requests.en.ts';

/** Problems of requests and the server that answers them, in Spanish. */
export const requestsProblems: Readonly<Record<keyof typeof english, string>> = {
  'request.malformed': 'Este valor no tiene la forma requerida. Corríjalo y envíelo de nuevo.',
  'request.malformed_json': 'El contenido no es JSON válido. Envíe un documento JSON en UTF-8.',
  'request.name_repeated': 'El contenido nombra {name} dos veces en un mismo objeto. Envíelo una sola vez.',
  'request.missing': 'Este dato es obligatorio. Añádalo y envíe de nuevo.',
  'request.blank': 'Los espacios solos no nombran nada. Escriba lo que se debe leer.',
  'request.wrong_type': 'Aquí se requiere el tipo {expected}.',
  'request.number_rounded':
    'Este número tiene más cifras de las que se pueden guardar con exactitud. Envíelo con 15 como máximo, de ellas 6 decimales.',
  'request.too_small': 'Está por debajo del mínimo de {minimum}.',
  'request.too_big': 'Está por encima del máximo de {maximum}.',
  'request.not_allowed': 'Solo se permiten estos valores: {allowed}.',
  'request.unknown_property': 'Aquí no existe este dato. Quítelo o corrija su nombre.',
  'request.invalid': 'La solicitud tiene errores. Cada uno figura con su lugar.',
  'request.control_character': 'El texto no puede contener caracteres de control ni Unicode dañado.',
  'request.too_large': 'El contenido supera {limit} bytes. Envíe menos de una vez.',
  'request.content_type': 'Envíe el contenido como application/json en UTF-8, sin comprimir.',
  'request.not_acceptable': 'Solo está disponible como {offered}.',
  'request.not_found': 'No hay nada en esta dirección.',
  'request.method': 'Esta dirección no acepta este método.',
  'request.not_utf8': 'El archivo no es texto UTF-8. Guárdelo como UTF-8 y envíelo de nuevo.',
  'request.malformed_csv':
    'La línea {line} no es CSV: falta o sobra una comilla. Corrija el archivo y envíelo de nuevo.',
  'request.precondition_missing':
    'Indique qué estado cambia: If-Match con el ETag recibido, o If-None-Match: * para algo nuevo.',
  'request.changed_meanwhile': 'Alguien lo cambió desde que usted lo leyó. Léalo de nuevo y haga su cambio sobre eso.',
  'request.exists_already': 'Esto ya existe. Léalo y cámbielo con If-Match.',
  'request.code_differs': 'La dirección dice {code}. Omita esto o envíe lo mismo.',
  'request.repeated': 'Esto se nombra dos veces. Omita uno.',
  'feed.position_unknown':
    'La posición {after} nunca se dio; la más reciente es {newest}. Siga desde el último `next` de este servidor, o empiece de nuevo: desde 0 o con una instantánea.',
  'idempotency.key_reused': 'Esta clave se usó para otra solicitud. Use una nueva.',
  'idempotency.in_progress':
    'La primera petición con esta clave aún se está procesando. Envíela de nuevo en un momento.',
  'idempotency.key_malformed': 'La Idempotency-Key debe tener de 1 a {limit} caracteres. Envíe otra.',
  'server.failed':
    'El servidor falló. No se cambió nada. Envíe la misma solicitud otra vez; si falla de nuevo, comunique el número de correlación.',
  'server.storage': 'No se puede acceder a la base de datos. No se cambió nada; envíe la misma solicitud otra vez.',
  'server.disk_full':
    'El disco del servidor está lleno. No se cambió nada; nada de lo respondido se ha perdido. Libere espacio.',
  'message.request_carried_out':
    'La solicitud {requestNumber} ya se ejecutó o nunca llegó. Envíe una que diga qué debe ser ahora la mercancía.',
};
