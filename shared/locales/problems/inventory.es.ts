import type { inventoryProblems as english } from './inventory.en.ts';

/** Problems of stock in the building, in Spanish. */
export const inventoryProblems: Readonly<Record<keyof typeof english, string>> = {
  'inventory.goods_missing': 'Escanee la matrícula, o el artículo y la cantidad.',
  'inventory.same_place': 'La mercancía ya está en {location}. Escanee a dónde va.',
  'inventory.plate_unknown': 'No existe la matrícula {licensePlate}. Escanéela otra vez.',
  'inventory.wrong_warehouse': 'La matrícula {licensePlate} está en el almacén {warehouse}.',
  'inventory.plate_not_there': 'La matrícula {licensePlate} no está en {location}. Consulte dónde está.',
  'inventory.reserved':
    'La mercancía de {licensePlate} está reservada para un pedido. Déjela donde está o pregunte a su responsable.',
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
  'inventory.adjustment_needs_approval':
    'Un ajuste de {quantity} {unit} de {item} en {location} vale más de {limit}. Una segunda persona debe aprobarlo.',
};
