import type { orderMessagesProblems as english } from './order-messages.en.ts';

/** Problems of messages of ERPs, in Spanish. */
export const orderMessagesProblems: Readonly<Record<keyof typeof english, string>> = {
  'message.too_many': 'Se enviaron {messages} mensajes a la vez; se permiten {limit}. Envíelos en varias peticiones.',
  'message.type_not_supported': 'Aquí no se aceptan mensajes de tipo {type}. Envíe uno de: {types}.',
  'message.line_number_repeated':
    'El número de línea {line} aparece dos veces en el pedido. Dé a cada línea un número propio.',
  'message.unit_repeated': 'La unidad {unit} está definida dos veces. Quite una de ellas.',
  'message.barcode_repeated': 'El código de barras {barcode} aparece dos veces en el artículo. Quite uno de ellos.',
  'message.failed':
    'El mensaje se guardó, pero no se ejecutó. Cada fallo está en la lista; corríjalos y envíe un reemplazo o un mensaje más nuevo.',
  'message.parked': 'El mensaje espera artículos o pedidos que aún no se conocen. Envíelos; seguirá por sí solo.',
  'message.processing_failed':
    'El servidor falló al ejecutar el mensaje. Póngalo de nuevo en cola; si vuelve a fallar, comunique el id del mensaje.',
  'message.state': 'El mensaje {messageId} está en estado {status}; esto ya no es posible. Envíe un mensaje nuevo.',
  'message.newer_waiting': 'El mensaje más nuevo {messageId} espera y reemplazará a este. Mire primero aquel.',
  'message.replacement_same_id': 'Un reemplazo necesita su propio id de mensaje. Envíelo con uno nuevo.',
  'message.replacement_fixed': 'Un reemplazo no puede cambiar esto (era {was}). Envíe un mensaje nuevo.',
  'order.unknown': 'No hay ningún pedido {order} que cancelar. Compruebe el número de pedido.',
  'order.closed':
    'El pedido {order} está en estado {status} de forma definitiva. Envíe lo que aún haga falta como pedido nuevo.',
  'order.same_warehouse': 'El pedido {order} va del almacén {warehouse} al mismo almacén. Corrija uno de los dos.',
  'order.warehouse_differs': 'El pedido {order} es para el almacén {warehouse}. Corrija el almacén o no lo envíe.',
  'order.warehouse_has_goods':
    'Hay mercancía del pedido {order} registrada en {warehouse}, así que no puede trasladarse. Envíe un pedido nuevo para el otro almacén.',
  'order.period_reversed': 'El período previsto termina antes de empezar. Corrija una de las dos fechas.',
  'order.line_has_goods':
    'Hay mercancía registrada en la línea {line}, así que no puede omitirse. Envíela con al menos esa cantidad.',
  'order.owner_unknown': 'El propietario {owner} no pertenece a este sistema de origen. Use uno de: {owners}.',
  'order.serial_quantity':
    'Una línea con número de serie es para 1 {unit}. Corrija la cantidad o quite el número de serie.',
  'order.line_item_fixed':
    'Hay mercancía de la línea {line} registrada o liberada: su artículo sigue siendo {was}. Use una línea nueva.',
  'order.line_unit_fixed':
    'Hay mercancía de la línea {line} registrada o liberada: su unidad sigue siendo {was}. Envíe la cantidad en ella.',
  'order.line_dimension_fixed':
    'Hay mercancía de la línea {line} registrada o liberada: esto sigue siendo «{was}». Use una línea nueva para el resto.',
  'order.quantity_below_registered':
    'En la línea {line} ya hay {registered} {unit} registrados. Envíe al menos esa cantidad.',
  'order.unknown_outbound': 'No hay ningún pedido de salida {order} en este almacén. Compruebe el número.',
  'order.both_directions': 'Hay pedidos de ambas direcciones con el número {order}. Diga cuál con «direction».',
  'order.consignee_missing':
    'No se dice quién recibe la mercancía. Indique un destinatario con nombre y dirección con país.',
  'order.warehouse_released':
    'Hay mercancía del pedido {order} en envíos del almacén {warehouse}. Retírela allí primero o envíe un pedido nuevo.',
  'order.address_shared':
    'El pedido {order} va en el envío {shipment} con otros a la dirección anterior. Sáquelo primero de ese envío.',
  'order.reservation_weaker': 'Este sistema reserva como mínimo {least} al importar, no {asked}. Omítalo o pida más.',
  'order.cannot_reserve':
    'De {wanted} {unit} de {item} en la línea {line} se pueden reservar {available} {unit}. Pida menos, admita una parte o espere mercancía.',
  'order.line_released':
    'La línea {line} está en un envío. Consérvela y baje su cantidad, o haga anular el resto en el almacén.',
  'order.quantity_below_picked': 'Ya se han preparado {picked} {unit} de la línea {line}. No pida menos que eso.',
  'order.cancel_blocked_picked':
    'Ya hay mercancía preparada de la línea {line}. Un supervisor puede cerrar el resto del pedido {order} y hacer que vuelva a su estante, si aún no ha salido. O envíe las cantidades preparadas.',
  'order.not_open': 'El pedido {order} está {status}: ya no se puede cambiar nada.',
  'order.line_unknown': 'El pedido {order} no tiene línea {line}. Compruebe el número.',
  'order.nothing_left': 'No queda nada que anular: el pedido {order} está preparado, enviado o anulado por completo.',
  'order.hold_unknown': 'El pedido {order} no está retenido con {code}. Mire qué retenciones tiene.',
  'order.nothing_to_release':
    'La línea {line} está liberada, enviada o anulada por completo: no queda nada que liberar.',
  'order.no_stock':
    'No hay bastante de {item}: se pueden prometer {available} de {wanted} {unit}. Lo demás que hay figura con su motivo.',
  'order.short_life': 'Caduca el {expiryDate}; la mercancía de esta línea debe durar al menos hasta {goodUntil}.',
  'order.other_lot': 'Es del lote {lot}; la línea pide solo el lote {wanted}.',
  'order.other_serial': 'Es el número de serie {serial}; la línea pide solo {wanted}.',
  'order.other_owner': 'Es de {owner}; la línea pide mercancía de {wanted}.',
};
