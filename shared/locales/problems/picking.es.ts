import type { pickingProblems as english } from './picking.en.ts';

/** Problems of picking, in Spanish. */
export const pickingProblems: Readonly<Record<keyof typeof english, string>> = {
  'picking.work_unknown': 'Aquí no hay trabajo de picking {work}. Escanee el pedido o pida el siguiente trabajo.',
  'picking.work_not_released': 'El trabajo {work} aún no está liberado. Pida al supervisor que libere la ola.',
  'picking.work_cancelled': 'El trabajo {work} se canceló entretanto. Devuelva la mercancía a donde se tomó.',
  'picking.work_closed': 'El trabajo {work} está terminado. Pida el siguiente.',
  'picking.not_yours': '{badge} está trabajando en {work}. Pida a {badge} que lo devuelva o que se lo traspasen.',
  'picking.work_claimed': '{badge} ya tomó el trabajo {work}. Tome otro o pida que se lo traspasen.',
  'picking.nothing_to_do': 'De momento no hay nada que recoger.',
  'picking.shipment_unknown': 'No hay ningún envío {shipment} en este almacén. Compruebe el número.',
  'picking.order_unknown': 'No hay ningún pedido de salida {order} en este almacén. Compruebe el número.',
  'picking.line_unknown': 'Este trabajo no tiene la línea {line}. Siga con la línea mostrada.',
  'picking.line_cancelled': 'La línea {line} se canceló entretanto. Devuelva la mercancía a {location}.',
  'picking.line_done': 'La línea {line} ya está recogida. Siga con la siguiente.',
  'picking.blocked': '{location} se está reponiendo ({work}). Omita esta línea y vuelva después.',
  'picking.wrong_position': 'Esto va en la posición {expected}, no en {got}.',
  'picking.wrong_location': 'Ubicación equivocada: es {expected}, esta es {got}. Vaya a {expected}.',
  'picking.wrong_item': 'Artículo equivocado: es {expected}, este es {got}. Devuélvalo y tome {expected}.',
  'picking.too_much': '{got} {unit} es más que los {wanted} {unit} pendientes. Tome {wanted}.',
  'picking.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'picking.serial_count':
    '{serials} {serials|número de serie no equivale|números de serie no equivalen} a una cantidad de {wanted}. Escanee cada pieza una vez.',
  'picking.serial_shipped': 'El número de serie {serial} ya se envió. Aparte la pieza y avise al supervisor.',
  'picking.wrong_serial': 'El pedido exige el número de serie {expected}, este es {got}.',
  'picking.serial_missing': 'El número de serie {serial} no está libre en {location}. Tome otra pieza.',
  'picking.wrong_plate': 'Matrícula equivocada: es {expected}, esta es {got}.',
  'picking.wrong_lot': 'Lote equivocado: es {expected}, este es {got}.',
  'picking.lot_not_tracked': '{item} no tiene lotes aquí: {lot} es de otra cosa. Vuelva a escanear el artículo.',
  'picking.order_held':
    'El pedido {order} está retenido ({holds}). Deje la mercancía en {location} o devuelva allí lo que haya tomado. Lo que ya está recogido espera en la zona de preparación.',
  'picking.serials_not_tracked':
    '{item} no tiene números de serie: {serials} es de otra cosa. Vuelva a escanear el artículo.',
  'picking.not_for_sale': 'De {location} no se puede tomar nada para pedidos. Tómelo de una estantería.',
  'picking.work_on_hold':
    'El pedido {order} está retenido ({holds}). Tome otro trabajo o pida que se levante la retención.',
  'picking.lot_expired': 'El lote {lot} caducó el {expiryDate}. Déjelo y avise.',
  'picking.lot_too_old':
    'El lote {lot} caduca el {expiryDate}; el cliente lo necesita hasta el {wanted}. Tome otro lote.',
  'picking.not_there':
    'En {location} hay menos asignado a esta línea de lo que se tomó. Comunique lo que hay como falta.',
  'picking.not_free': 'En {location} solo hay {free} {unit} libres de esta mercancía. Tome la indicada.',
  'picking.plate_elsewhere': '{licensePlate} está en {location}. Tome un contenedor vacío.',
  'picking.tote_taken': 'En {licensePlate} hay mercancía para {shipment}. Tome un contenedor vacío.',
  'picking.tote_stands': 'El resto de {licensePlate} está en {location}. Déjelo allí.',
  'picking.wrong_put_place':
    '{location} no es lugar para mercancía recogida. Llévela a embalaje, a preparación o a una puerta.',
  'picking.nothing_in_hand': 'No lleva nada de {work}. Recoja primero.',
  'picking.reason_unknown': 'No existe el motivo {reason}. Use uno de: {reasons}.',
  'picking.not_short': 'Se piden {wanted} {unit}, así que no falta nada. Recójalos.',
  'picking.goods_in_hand': 'Aún lleva mercancía de {work}. Déjela primero.',
  'picking.pick_unknown': 'No hay ninguna recogida {pick} que deshacer.',
  'picking.already_put': 'La mercancía ya se dejó. Muévala o pregunte al supervisor.',
  'picking.original_taken':
    'Lo pedido se prometió entretanto a otro pedido. Quédese con el sustituto o pregunte al supervisor.',
  'picking.rest_taken': 'El resto ya se tomó en otro sitio, así que no se puede deshacer. Devuelva primero eso.',
  'picking.place_counted':
    '{location} se contó entretanto, así que no se puede deshacer. Diga al supervisor lo que hay.',
  'picking.not_a_substitute': 'El pedido no acepta {item} en lugar de {ordered}. Acepta: {allowed}.',
  'picking.substitute_unit': '{item} no se cuenta igual en {unit}. Pregunte al supervisor.',
  'picking.order_not_released': 'El pedido {order} aún no está liberado. Pida al supervisor que lo libere.',
  'picking.wave_on_hold': 'La ola {wave} está retenida, así que {work} espera. Pida al supervisor que la libere.',
  'picking.goods_packed': 'Hay mercancía embalada en la caja {carton}. Sáquela primero y anule después de nuevo.',
  'picking.goods_loaded': 'Hay mercancía cargada en {location}. Descárguela primero y anule después de nuevo.',
};
