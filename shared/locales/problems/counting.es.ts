import type { Texts } from '../worded.ts';

/** Problems of counting, in Spanish. */
export const countingProblems = {
  'counting.scope_missing': 'Diga qué hay que contar: un trabajo, o una ubicación, un artículo o ambos.',
  'counting.work_unknown': 'Aquí no hay ningún recuento {work}. Actualice y elija uno abierto.',
  'counting.work_done': '{work} ya está contado. Para contar otra vez, empiece un nuevo recuento de la ubicación.',
  'counting.not_countable':
    'Por {location} la mercancía solo pasa; no se cuenta. Cuente muelles, almacén, puestos de picking y cuarentena.',
  'counting.second_person': '{work} debe contarlo otra persona que la vez anterior. Déjelo a un compañero.',
  'counting.nothing_counted': 'No se contó nada para {work}. Diga qué hay, o que está vacío, no ambas cosas.',
  'counting.not_in_scope': 'Este recuento es de {asked}; {counted} no forma parte. Cuéntelo por separado.',
  'counting.serial_shipped':
    'El número de serie {serial} de {item} ya se envió. Mírelo otra vez; si la pieza está aquí, regístrela como devolución.',
  'counting.serial_elsewhere':
    'El número de serie {serial} de {item} consta en {location}. Trasládelo aquí primero y luego cuente.',
  'counting.plate_elsewhere':
    'La matrícula {licensePlate} consta en {location}, no en {counted}. Trasládela primero y luego cuente.',
  'counting.stock_changed':
    'Faltan {missing} {unit} de {item} en {location}, pero ya solo constan {there}. Cuéntelo otra vez.',
  'counting.count_unknown': 'No hay ningún recuento {count} en este almacén.',
  'counting.not_in_review': '{count} no espera ninguna decisión: está en {status}.',
  'counting.own_count': 'Usted mismo contó {count}. Debe decidir otra persona.',
  'counting.request_unclear':
    'Diga qué hay que contar: un plan, o zonas, ubicaciones, artículos o artículos en ubicaciones.',
  'counting.plan_unknown': 'En este almacén no hay ningún plan de recuento {plan}.',
  'counting.too_many_places': 'Son {asked} recuentos; de una vez se piden como máximo {most}. Pida menos.',
  'counting.work_withdrawn':
    '{work} se retiró: nadie tiene que contarlo. Para contar de todos modos, empiece un nuevo recuento de la ubicación.',
  'counting.still_planned':
    'Según el plan {plan}, {work} toca ya y se volvería a pedir. Antes desactive el plan o cámbielo.',
  'counting.zone_done': 'En la zona {zone} no le queda nada por contar: está terminada o hay otros en ello.',
  'counting.counted_already':
    'Alguien ya cuenta lo mismo para {work}. Espere ese recuento o retire {work} y decida entonces sobre {count}.',
  'counting.blind': 'Está contando {location}. Termine primero; cuánto consta allí se dice después.',
  'counting.zone_unknown': 'La zona {zone} no tiene ubicaciones que se cuenten. Revise las zonas de sus ubicaciones.',
  'counting.reason_unknown': 'No existe el motivo {reason}. Use uno de: {reasons}.',
} as const satisfies Texts;
