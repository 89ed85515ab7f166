import type { inventoryProblems as english } from './inventory.en.ts';

/** Problems of stock in the building, in Spanish. */
export const inventoryProblems: Readonly<Record<keyof typeof english, string>> = {
  'inventory.goods_missing': 'Escanee la matrícula, o el artículo y la cantidad.',
  'inventory.same_place': 'La mercancía ya está en {location}. Escanee a dónde va.',
  'inventory.plate_unknown': 'No existe la matrícula {licensePlate}. Escanéela otra vez.',
  'inventory.wrong_warehouse': 'La matrícula {licensePlate} está en el almacén {warehouse}.',
  'inventory.plate_not_there': 'La matrícula {licensePlate} no está en {location}. Consulte dónde está.',
  'inventory.reserved':
    'Esta mercancía está prometida al pedido {order} y en {location} no se prepara. Déjela donde está o escanee otra ubicación.',
  'inventory.picked_goods':
    'Esta mercancía ya está preparada para el pedido {order}. Llévela adonde se reúne el pedido.',
  'inventory.being_picked': 'Alguien va a buscar esta mercancía para {work}. Déjela donde está.',
  'inventory.being_replenished':
    'Esta mercancía se va a llevar con {work} a una ubicación de picking. Déjela donde está.',
  'inventory.part_of_pick': 'El picking {work} toma parte de esta mercancía de aquí. Mueva toda o menos.',
  'inventory.other_shipment':
    'Ahí hay mercancía preparada para {shipment}. Otra mercancía no puede estar con ella en {licensePlate}.',
  'inventory.on_it_already': 'La mercancía ya está en {licensePlate}. Escanee otra matrícula.',
  'inventory.onto_itself': 'La matrícula {licensePlate} es la que mueve o está encima de ella. Escanee otra.',
  'inventory.plate_elsewhere':
    'La matrícula {licensePlate} está en {location}. Lleve la mercancía allí o escanee otra matrícula.',
  'inventory.nested_too_deep':
    'No puede haber más de tres matrículas una encima de otra. Póngala al lado de {licensePlate}.',
  'inventory.plate_empty': 'No hay nada en la matrícula {licensePlate}. Escanee la que tiene la mercancía.',
  'inventory.nothing_nested': 'No hay ninguna matrícula encima de {licensePlate} que quitar.',
  'inventory.not_nested': 'La matrícula {licensePlate} no está encima de {parent}. Busque dónde está.',
  'inventory.in_hands': 'Alguien tiene la matrícula {licensePlate} en las manos. Déjela primero.',
  'inventory.reason_unknown': 'No existe el motivo {reason}. Use uno de estos: {reasons}.',
  'inventory.lot_required': 'El artículo {item} tiene lotes. Escanee el lote.',
  'inventory.lot_not_tracked': 'El artículo {item} no tiene lotes. Omita el lote.',
  'inventory.expiry_required': 'El lote {lot} de {item} es nuevo. Indique su fecha de caducidad.',
  'inventory.expiry_conflict': 'El lote {lot} consta con caducidad {known}, no {sent}. Compruebe la etiqueta.',
  'inventory.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'inventory.serials_not_tracked': 'El artículo {item} no tiene números de serie. Omítalos.',
  'inventory.serial_repeated': 'El número de serie {serial} se escaneó dos veces. Quítelo una vez.',
  'inventory.serial_count': 'Hay {serials} {serials|número|números} de serie; debe haber uno por {unit}.',
  'inventory.serial_in_stock': 'El número de serie {serial} de {item} ya está en el almacén. Compruebe la etiqueta.',
  'inventory.status_unknown': 'No existe el estado {status}. Use uno de estos: {statuses}.',
  'inventory.where_missing': 'Escanee la ubicación o la matrícula de la mercancía.',
  'inventory.item_required': 'Ahí hay varios artículos. Indique cuál es.',
  'inventory.nothing_there': 'No hay nada en {where}. Escanee otra vez la ubicación o la matrícula.',
  'inventory.status_already': 'Lo que hay en {where} ya tiene el estado {status}.',
  'inventory.goods_picked':
    'La mercancía de {where} está recogida para un cliente. Primero debe volver a la estantería.',
  'inventory.hold_the_lot': 'Un lote se bloquea y se libera entero. Pregunte a su responsable.',
  'inventory.lot_on_hold':
    'El lote {lot} de {item} está bloqueado: nadie puede usarlo. Pregunte a su responsable qué se hace con él.',
  'inventory.lot_held': 'El lote {lot} de {item} ya está bloqueado, por {hold}.',
  'inventory.hold_unknown': 'No existe el bloqueo {hold}. Consulte la lista de bloqueos.',
  'inventory.hold_released': 'El lote {lot} de {item} ya está liberado; el bloqueo {hold} ha terminado.',
  'inventory.approval_waits':
    'Lo mismo ya espera la aprobación de una segunda persona ({approval}). Pregunte a quien decide.',
  'inventory.goods_changed': 'Se preguntó por {asked} en {where}; ahora es {now}. Rechácelo y que lo pidan otra vez.',
};
