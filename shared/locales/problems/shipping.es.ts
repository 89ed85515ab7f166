import type { shippingProblems as english } from './shipping.en.ts';

/** Problems of loading and shipping, in Spanish. */
export const shippingProblems: Readonly<Record<keyof typeof english, string>> = {
  'shipping.nothing_named': 'Indique qué sale: una carga, un envío o un pedido.',
  'shipping.load_unknown': 'No hay ninguna carga de salida {load} en este almacén. Compruebe el número.',
  'shipping.shipment_unknown': 'No hay ningún envío {shipment} en este almacén. Compruebe el número.',
  'shipping.order_unknown': 'No hay ningún pedido de salida {order} en este almacén. Compruebe el número.',
  'shipping.nothing_to_ship': 'No queda nada de {named} por enviar. Libérelo primero o mire sus albaranes.',
  'shipping.already_confirmed': 'El envío {shipment} ya está confirmado. Anule su albarán para cambiarlo.',
  'shipping.shipment_cancelled': 'El envío {shipment} se canceló. Libere el pedido de nuevo.',
  'shipping.order_held': 'El pedido {order} del envío {shipment} está retenido. Pida que se levante la retención.',
  'shipping.goods_in_hand': 'Aún hay mercancía del envío {shipment} en mano ({work}). Déjela primero.',
  'shipping.work_open':
    'El trabajo {work} del envío {shipment} está abierto. Termínelo o indique qué pasa con el resto.',
  'shipping.carton_open': 'La caja {carton} del envío {shipment} está abierta. Ciérrela primero.',
  'shipping.nothing_picked': 'No hay nada recogido del envío {shipment}. Recójalo primero.',
  'shipping.wrong_place':
    'Mercancía del envío {shipment} está en {location}. Llévela a embalaje, preparación o una puerta.',
  'shipping.not_loaded': 'Hay {loaded} de {expected} del envío {shipment} cargados. Cargue el resto primero.',
  'shipping.remainder_required':
    'No se recogió todo el envío {shipment} ({lines} {lines|línea|líneas}). Indique si el resto se separa, queda pendiente o se cancela.',
  'shipping.reason_required': 'Indique por qué no se entregará el resto del envío {shipment}.',
  'shipping.goods_came_back':
    'Parte de lo que dice el albarán {document} volvió y se aceptó. Haga que se anule primero.',
  'shipping.document_elsewhere': '{document} es del almacén {warehouse}. Anúlelo allí.',
  'shipping.transfer_received':
    'El almacén {warehouse} ha recibido mercancía de {document} con {load}. Devuélvala con un traslado propio.',
  'shipping.nothing_to_load': 'Escanee una matrícula o una caja.',
  'shipping.on_truck': 'Hay mercancía de {shipment} en el camión de {load}. Descárguela primero.',
  'shipping.load_gone': 'La carga {load} está enviada o cancelada.',
  'shipping.unit_unknown': 'No hay nada recogido en {unit}. Compruebe la etiqueta.',
  'shipping.foreign_unit': '{unit} va en la carga {load}, no en {expected}. Retírela del muelle.',
  'shipping.unit_in_hand': '{unit} aún está en mano. Déjelo primero.',
  'shipping.wrong_door': '{location} no es una puerta. Escanee la puerta del camión.',
  'shipping.wrong_lane': '{location} no es una calle. Devuélvalo a preparación o embalaje.',
  'shipping.already_loaded': '{unit} ya está en el camión.',
  'shipping.not_on_truck': '{unit} no está en el camión.',
};
