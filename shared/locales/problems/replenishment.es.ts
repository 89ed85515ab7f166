import type { replenishmentProblems as english } from './replenishment.en.ts';

/** Problems of replenishment, in Spanish. */
export const replenishmentProblems: Readonly<Record<keyof typeof english, string>> = {
  'replenishment.reason_missing': 'Se esperan {wanted} {unit} y se ha dicho {got}. Diga por qué es menos.',
  'replenishment.none_in_reserve': 'No hay {item} en la reserva. Pregunte al supervisor cuándo llega más.',
  'replenishment.other_place':
    'Esta mercancía va en {expected} y esto es {got}. Llévela allí o diga por qué se queda aquí.',
  'replenishment.not_pickable':
    'Desde {location} ({type}) no se preparan pedidos. Lleve la mercancía a una ubicación de picking o al almacén.',
};
