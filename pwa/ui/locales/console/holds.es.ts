import type { HoldTexts } from './holds.en.ts';

/** What the screens of changed stock and of lots on hold say, in Spanish. */
export const holdTexts: HoldTexts = {
  holds: 'Lotes bloqueados',
  'holds.active': 'Bloqueado',
  'holds.released': 'Liberado',
  'holds.none.active': 'No hay ningún lote bloqueado.',
  'holds.none.released': 'Todavía no se liberó ningún lote.',
  'holds.hold': 'Bloqueo',
  'holds.note': 'Nota',
  'holds.placed': 'Bloqueado por',
  'holds.ended': 'Liberado por',
  'holds.release': 'Liberar',
  'holds.release.text':
    'Todo lo que el bloqueo detuvo del lote puede volver a usarse, donde está ahora. Quien lo bloqueó necesita para ello a una segunda persona.',
  'holds.where': 'Dónde está',
  'holds.nowhere': 'No hay nada de este lote en ningún almacén.',
  'holds.nobody': 'Nadie recibió nada de este lote.',
  'stock.change': 'Cambiar',
  'stock.status': 'Estado',
  'stock.status.text':
    'La mercancía apartada no se promete a nadie; quien la espera recibe otra, o espera. Hacerla disponible de nuevo puede requerir a una segunda persona.',
  'stock.newStatus': 'Estado nuevo',
  'stock.quantity': 'Cantidad',
  'stock.adjust': 'Ajustar',
  'stock.adjust.text':
    'Cuánto más (+) o menos (−) hay de lo que dicen los libros. El ERP conoce la diferencia por un diario de recuento.',
  'stock.adjust.quantity': 'Más o menos',
  'stock.adjust.document': 'Corrige el documento',
  'stock.adjust.document.help':
    'Una recepción o un albarán ya definitivos que dieron al ERP una cantidad errónea. En otro caso, déjelo vacío.',
  'stock.hold': 'Bloquear lote',
  'stock.hold.text':
    'Todo el lote se detiene de inmediato, en todos los almacenes, también donde alguien ya va a por él. Lo recogido no puede salir.',
  'stock.hold.note': 'Nota',
  'stock.secondPerson': 'Una segunda persona debe aprobarlo. Espera en',
  'reasonCode.quality': 'calidad',
  'reasonCode.recall': 'retirada',
  'reasonCode.expired': 'caducado',
  'reasonCode.not-there': 'no está',
  'reasonCode.damaged': 'dañado',
  'reasonCode.correction': 'corrección',
  'reasonCode.found': 'encontrado',
  'reasonCode.customer': 'deseo del cliente',
  'reasonCode.other': 'otro motivo',
};
