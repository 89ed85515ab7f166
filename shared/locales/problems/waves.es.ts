import type { wavesProblems as english } from './waves.en.ts';

/** Problems of waves, in Spanish. */
export const wavesProblems: Readonly<Record<keyof typeof english, string>> = {
  'waves.nothing_named': 'Indique qué pedidos o qué ola se liberan.',
  'waves.unknown': 'No hay ninguna ola {wave} en este almacén. Compruebe el número.',
  'waves.cancelled': 'La ola {wave} se canceló. Libere de nuevo sus pedidos.',
  'waves.order_not_open': 'El pedido {order} está {status}: no se puede liberar nada.',
  'waves.order_held': 'El pedido {order} está retenido ({holds}). Pida que se levante la retención y libérelo.',
  'waves.not_created': 'La ola {wave} ya tiene su mercancía. Ponga los pedidos en otra ola.',
  'waves.not_processed': 'La ola {wave} aún no tiene trabajo. No hay nada que retener.',
  'waves.not_processing': 'La ola {wave} no se está procesando.',
  'waves.person_unknown': 'Nadie con la tarjeta {badge} puede preparar aquí. Elija a otra persona.',
  'waves.work_unclaimed': 'Nadie tiene el trabajo {work}. No hay nada que retirar.',
  'waves.work_put_down': 'Una parte de {work} ya está depositada. Confirme su envío e indique qué pasa con el resto.',
  'waves.template_unknown': 'No hay ninguna plantilla de ola {template} en este almacén.',
  'waves.no_orders': 'La plantilla {template} no encuentra ahora ningún pedido por liberar.',
  'waves.order_in_wave': 'El pedido {order} ya está en la ola {wave}. Libérela o cancélela primero.',
  'waves.begun': 'Ya se empezó a recoger la ola {wave} ({work}). Anúlela devolviendo la mercancía.',
  'waves.shipment_over': 'El envío {shipment} ya se expidió o se anuló. No hay nada que anular.',
  'waves.shipment_begun':
    'Ya se ha recogido mercancía para el envío {shipment}. Anúlelo devolviendo la mercancía, o expídalo.',
};
