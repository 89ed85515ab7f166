import type { ordersProblems as english } from './orders.en.ts';

/** Problems of orders that a worker meets too, in Spanish. */
export const ordersProblems: Readonly<Record<keyof typeof english, string>> = {
  'message.lines_missing': 'Aquí faltan las líneas. Envíelas; para retirarlo todo, envíe la operación cancel.',
  'message.too_many_lines': 'Son {lines} líneas; se permiten {limit}. Divídalas.',
  'order.item_unknown': 'El artículo {item} aún no se conoce. Envíe el artículo; este mensaje seguirá por sí solo.',
  'order.ambiguous': 'El pedido {order} existe en varios sistemas de origen ({sourceSystems}). Diga cuál es.',
  'order.warehouse_unknown':
    'No hay ningún almacén {warehouse} para este sistema de origen. Corríjalo o pida que lo den de alta.',
  'order.inventory_status_unknown': 'No hay ningún estado de existencias {status}. Use uno de: {statuses}.',
  'order.lot_not_tracked': 'El artículo {item} se lleva sin lotes. Quite el lote o cambie el artículo.',
  'order.serial_not_tracked': 'El artículo {item} se lleva sin números de serie. Quítelo o cambie el artículo.',
  'order.held': 'El pedido {order} está retenido ({holds}). Haga levantar la retención primero.',
  'order.waits_for_goods': 'No hay bastante de {item}. Sigue solo cuando llegue mercancía.',
  'order.waits_for_arrival': 'No hay bastante de {item}. Se espera más el {expectedOn}; entonces sigue solo.',
  'order.waits_to_be_complete': 'El pedido solo sale completo y a otra línea le falta mercancía.',
  'order.waits_for_minimum': 'Hay menos de lo que el cliente acepta como mínimo. Espera más de {item}.',
  'order.waits_for_shipment':
    'El pedido va en un solo envío, y ya está en el camión. Descárguelo para enviar más con él.',
  'order.waits_to_be_released':
    'Una anulación lo abrió de nuevo. Sale con el único envío del pedido cuando un supervisor lo libere.',
  'order.backordered': 'El resto de {item} espera ({reason}). Se libera de nuevo cuando haya mercancía.',
};
