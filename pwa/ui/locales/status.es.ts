import type { statusTexts as english } from './status.en.ts';

/** What changing the status of goods says on the floor, in Spanish. */
export const statusTexts: Readonly<Record<keyof typeof english, string>> = {
  'status.title': 'Cambiar estado',
  'status.scanGoods': 'Escanee la matrícula o la ubicación',
  'status.scanGoodsHint': 'Dañada, por revisar, bloqueada: la mercancía se queda donde está y nadie va a por ella',
  'status.scanItem': 'Escanee el artículo o su matrícula',
  'status.everything': 'Todo lo de aquí',
  'status.everythingAt': 'Todo lo de {location}',
  'status.allLots': 'Todos los lotes',
  'status.serial': 'Número de serie',
  'status.allOfIt': 'Todo',
  'status.howMany': '¿Cuántos?',
  'status.choose': '¿Qué es la mercancía ahora?',
  'status.why': '¿Por qué?',
  'status.done': 'Estado comunicado: {what}',
  'label.title': 'Imprimir etiquetas',
  'label.scan': 'Escanee lo que necesita etiqueta',
  'label.again': 'Otra vez',
  'label.ofCarton': 'Imprimir la etiqueta de la caja',
  'label.done': 'Etiqueta impresa: {name}',
  'reason.quality': 'Su calidad',
  'reason.recall': 'Una retirada',
  'reason.expired': 'Ha caducado',
};
