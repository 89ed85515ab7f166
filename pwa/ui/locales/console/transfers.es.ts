import type { TransferTexts } from './transfers.en.ts';

/** What the screen of transfers says, in Spanish. */
export const transferTexts: TransferTexts = {
  transfers: 'Traslados',
  'transfers.open': 'En camino',
  'transfers.none.open': 'No hay nada en camino entre almacenes.',
  'transfers.none.all': 'Todavía no ha salido ningún traslado de aquí ni hacia aquí.',
  'transfers.order': 'Pedido',
  'transfers.way': 'De, a',
  'transfers.sentAt': 'Salió',
  'transfers.sent': 'Enviado',
  'transfers.received': 'Recibido',
  'transfers.inTransit': 'En camino',
  'transfers.missing': '{quantity} no llegó',
  'transfers.load': 'Carga',
};
