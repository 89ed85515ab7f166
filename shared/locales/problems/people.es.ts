import type { peopleProblems as english } from './people.en.ts';

/** Problems of signing in, devices, keys and what people may do, in Spanish. */
export const peopleProblems: Readonly<Record<keyof typeof english, string>> = {
  'auth.required': 'Inicie sesión primero o envíe una clave.',
  'auth.key_unknown': 'Esta clave no se conoce, ha caducado o fue anulada.',
  'auth.scope_missing': 'A esta clave le falta el permiso {scope}.',
  'auth.permit_missing': 'No puede hacer {operation} en {warehouse}. Pregunte a su supervisor.',
  'session.credentials_missing': 'Indique tarjeta y PIN, o usuario y contraseña.',
  'session.wrong_credentials': 'La tarjeta o el PIN no es correcto. Inténtelo otra vez o pregunte a su supervisor.',
  'session.goods_in_hand': 'Aún lleva mercancía: {goods}. Déjela primero, o que un supervisor responda por ella.',
  'session.locked': 'Demasiados PIN incorrectos. Espere {minutes} {minutes|minuto|minutos} o pregunte a su supervisor.',
  'session.unknown': 'No se conoce la sesión de esta orden. Inicie sesión de nuevo.',
  'session.revoked': 'Un supervisor terminó la sesión. Lo que hizo queda guardado para que se decida.',
  'session.no_role': 'La credencial {badge} no tiene función en ningún almacén. Pídala a un administrador.',
  'device.revoked': 'Este dispositivo fue retirado del servicio. Lo que hizo queda guardado para que se decida.',
  'device.unknown':
    'El dispositivo {device} no está dado de alta. Escanee el código que un administrador muestra para él y entre después.',
  'device.enrolment_unknown':
    'Este código ya se usó, es demasiado antiguo o nunca se dio. Pida uno nuevo a un administrador.',
  'person.last_administrator': '{badge} es el último administrador de todos los almacenes. Cree antes otro.',
  'key.source_system_missing': 'Una clave para un ERP pertenece a un sistema de origen. Indique cuál.',
  'key.expired_already': 'Una clave que caduca entonces nunca valdría. Elija un momento futuro.',
};
