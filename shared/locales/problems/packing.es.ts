import type { packingProblems as english } from './packing.en.ts';

/** Problems of packing, in Spanish. */
export const packingProblems: Readonly<Record<keyof typeof english, string>> = {
  'packing.carton_unknown': 'No existe la caja {carton}. Abra una primero.',
  'packing.carton_elsewhere': 'La caja {carton} está en el almacén {warehouse}.',
  'packing.carton_shipped': 'La caja {carton} ya se envió.',
  'packing.carton_closed': 'La caja {carton} ya está cerrada. Abra otra.',
  'packing.carton_type_unknown': 'No existe el tipo de caja {type}. Use uno de: {types}.',
  'packing.shipment_unknown': 'No hay ningún envío {shipment} en este almacén. Compruebe el número.',
  'packing.shipment_gone': 'El envío {shipment} está enviado o cancelado. No se puede empacar nada para él.',
  'packing.order_held':
    'El pedido {order} del envío {shipment} está retenido. Pida que se levante la retención y siga empaquetando.',
  'packing.wrong_place': '{location} no es un puesto de embalaje. Vaya a uno.',
  'packing.carton_taken': '{carton} ya es el número de otra cosa. Tome una etiqueta nueva.',
  'packing.wrong_item': 'No queda nada del artículo {item} por empacar en el envío {shipment}. Apártelo.',
  'packing.wrong_lot': 'Lote equivocado: se recogió {expected}, este es {got}.',
  'packing.lot_required': 'Se recogieron varios lotes del artículo {item}: {lots}. Indique cuál es.',
  'packing.serials_not_tracked':
    '{item} no tiene números de serie: {serials} es de otra cosa. Vuelva a escanear el artículo.',
  'packing.serials_required': 'El artículo {item} tiene números de serie. Escanee cada uno.',
  'packing.serial_count':
    '{serials} {serials|número de serie no equivale|números de serie no equivalen} a una cantidad de {wanted}. Escanee cada pieza una vez.',
  'packing.wrong_serial': 'El número de serie {serial} no se recogió para este envío. Apártelo.',
  'packing.goods_in_hand': 'El artículo {item} aún está en mano. Déjelo primero en el puesto de embalaje.',
  'packing.goods_at_door':
    'El artículo {item} está en la puerta {location}, en el camión. Descárguelo primero y empáquelo después.',
  'packing.too_much': 'Solo quedan {left} {unit} del artículo {item}, no {got}.',
  'packing.carton_empty': 'La caja {carton} está vacía. Empaque algo o deséchela.',
  'packing.carton_not_empty': 'Hay mercancía en la caja {carton}. Sáquela antes de desecharla.',
  'packing.weight_wrong': '{weight} kg no puede ser el peso. Pese la caja otra vez.',
};
