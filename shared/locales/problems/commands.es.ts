import type { commandsProblems as english } from './commands.en.ts';

/** Problems of commands, in Spanish. */
export const commandsProblems: Readonly<Record<keyof typeof english, string>> = {
  'command.body_invalid': 'La orden no se puede leer. Cada error figura con su lugar.',
  'command.id_reused': 'Este número de orden se usó con otro contenido. Cree una orden nueva.',
  'command.sequence_reused': 'El número {sequence} ya se usó; el siguiente es {expected}.',
  'command.gap': 'El número {sequence} va por delante: envíe desde {expected}.',
  'command.cause_unknown': 'No se conoce la orden anterior de la que depende.',
  'command.cause_not_applied': 'Depende de un escaneo anterior que está «{outcome}».',
  'command.type_unknown':
    'Este servidor aún no conoce {type} versión {version}. Se guarda y se hará tras una actualización.',
  'command.failed': 'El servidor falló con esta orden. Queda guardada para un supervisor; siga trabajando.',
  'warehouse.unknown': 'No hay ningún almacén {warehouse}. Corríjalo o créelo antes.',
};
