import type { replenishmentProblems as english } from './replenishment.en.ts';

/** Problems of replenishment, in Spanish. */
export const replenishmentProblems: Readonly<Record<keyof typeof english, string>> = {
  'replenishment.reason_missing': 'Se esperan {wanted} {unit} y se ha dicho {got}. Diga por qué es menos.',
  'replenishment.none_in_reserve':
    'No hay {item} libre en la reserva, o ya está en camino. Pregunte al supervisor cuándo llega más.',
  'replenishment.other_place':
    'Esta mercancía va en {expected} y esto es {got}. Llévela allí o diga por qué se queda aquí.',
  'replenishment.not_pickable':
    'Desde {location} ({type}) no se preparan pedidos. Lleve la mercancía a una ubicación de picking o al almacén.',
  'replenishment.face_enough': '{location} tiene lo que debe tener, o está en camino. No hay nada que hacer.',
  'replenishment.not_a_face':
    'Desde {location} ({type}) no se preparan pedidos, así que no tiene mínimo. Elija una ubicación de picking.',
  'replenishment.item_repeated': '{item} aparece dos veces. Indíquelo una sola vez.',
  'replenishment.maximum_missing': '¿Hasta cuánto se repone {item}? Indique un máximo mayor que 0.',
  'replenishment.limits_reversed': 'El mínimo, {minimum}, supera al máximo, {maximum}. Intercámbielos o corrija uno.',
  'replenishment.no_face': '{item} no tiene aquí ubicación de picking. Indique adónde llevarlo o asígnele una.',
  'replenishment.request_unknown': 'No hay ninguna solicitud {requestNumber} que retirar. Compruebe el número.',
  'replenishment.still_needed': 'Lo que trae {work} se necesita o ya está en su sitio. No hay nada que hacer.',
};
