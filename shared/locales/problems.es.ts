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
};
