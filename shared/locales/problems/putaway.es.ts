import type { putawayProblems as english } from './putaway.en.ts';

/** Problems of put-away, in Spanish. */
export const putawayProblems: Readonly<Record<keyof typeof english, string>> = {
  'putaway.goods_missing': 'Escanee la matrícula, o el artículo y dónde está.',
  'putaway.reason_unknown': 'No existe el motivo {reason}. Use uno de estos: {reasons}.',
  'putaway.plate_unknown': 'No existe la matrícula {licensePlate}. Escanéela otra vez.',
  'putaway.wrong_warehouse': 'La matrícula {licensePlate} está en el almacén {warehouse}.',
  'putaway.already_done': '{goods} no está en el muelle; no hay nada que ubicar. Consúltelo o muévalo.',
  'putaway.item_required': 'La matrícula {licensePlate} lleva varios artículos. Escanee el que ubica.',
  'putaway.plate_required': '{item} está aquí en {plates} {plates|matrícula|matrículas}. Escanee la matrícula.',
  'putaway.override_reason_required': 'La mercancía va a {proposed}. Vaya allí o indique un motivo para {location}.',
  'putaway.claimed': 'La matrícula {licensePlate} va en el viaje de {badge}. Escanee otra o pregunte.',
  'putaway.stands_on':
    'La matrícula {licensePlate} está sobre {parent}. Lleve {parent} o ubique {licensePlate} por separado.',
  'putaway.not_claimed': 'La matrícula {licensePlate} no va en ningún viaje.',
  'putaway.zone_unknown': 'Ninguna ubicación de este almacén está en la zona {zone}. Elija una que exista.',
  'putaway.no_place':
    'Ninguna ubicación de este almacén admite esta mercancía (revisadas: {places}). Elija una o pregunte.',
  'putaway.nothing_on_plate': 'No hay nada en la matrícula {licensePlate}. Escanee otra.',
  'putaway.not_offered': 'Aquí ya no hay {item} previsto para el pedido {order}. Ubíquelo o devuélvalo al muelle.',
  'putaway.more_than_offered':
    'El pedido {order} solo espera {quantity} {unit} de {item}. Llévele esa cantidad y ubique el resto.',
  'putaway.cross_dock_required': '{quantity} {unit} de esto deben ir al pedido {order}: llévelos a {location}.',
  'putaway.onto_itself': 'La matrícula {licensePlate} no puede ir sobre sí misma. Escanee otra.',
  'putaway.plate_elsewhere': 'La matrícula {licensePlate} está en {location}. Tome una que esté aquí, o vaya allí.',
  'putaway.rule_off': 'La regla está desactivada.',
  'putaway.rule_for_others': 'La regla es para otra mercancía: {criterion} tiene que ser {wanted} y aquí es {was}.',
  'putaway.no_rule': 'Ninguna regla de este almacén es para esta mercancía, así que elige una persona.',
  'putaway.other_type': '{location} es de otro tipo ({type}) que los que nombra la regla.',
  'putaway.other_zone': '{location} está en la zona {zone}; la regla nombra {zones}.',
  'putaway.not_fixed': '{location} no pertenece a ningún artículo; la regla busca el lugar fijo de este.',
  'putaway.kept_for_fixed': '{location} se reserva para el artículo que pertenece allí.',
  'putaway.other_lot_there': 'El mismo lote no está en {location}.',
  'putaway.other_item_there': 'El mismo artículo no está en {location}.',
  'putaway.not_empty': '{location} no está vacía.',
  'putaway.farther': '{location} también admite la mercancía, pero {proposed} va primero.',
};
