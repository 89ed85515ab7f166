import type { returnsTexts as english } from './returns.en.ts';

/** What the floor says of goods that come back, in Spanish. */
export const returnsTexts: Readonly<Record<keyof typeof english, string>> = {
  'returns.title': 'Devoluciones',
  'returns.scanNumber': 'Escanee el número de devolución',
  'returns.orItem': 'Está en nuestra etiqueta y en el albarán. Sin él: escriba el pedido o escanee la mercancía.',
  'returns.number': 'Número de devolución o pedido',
  'returns.withoutNumber': 'No hay número',
  'returns.noReturn':
    '{text} no es un número de devolución. Escanee nuestra etiqueta, escriba el pedido o escanee la mercancía.',
  'returns.scanItem': 'Escanee el artículo devuelto',
  'returns.blind': 'Nadie sabe con qué salió',
  'returns.another': 'Otra devolución',
  'returns.notOfThis': '{item} no salió con {slip}, o ya volvió todo. Apártelo, o acéptelo sin número.',
  'returns.whatBecomes': '¿Qué se hace con él?',
  'returns.restock': 'Vuelve al stock',
  'returns.restockTodo': 'Como nuevo: se puede vender',
  'returns.quarantine': 'Cuarentena',
  'returns.quarantineTodo': 'Alguien debe revisarlo antes',
  'returns.scrap': 'Desechar',
  'returns.scrapTodo': 'Se tira',
  'returns.booked': 'Han vuelto {quantity} {what}, en {licensePlate}',
  'returns.bookedLoose': 'Han vuelto {quantity} {what}',
  'returns.always': 'se acepta siempre',
  'returns.until': 'se acepta hasta el {day}',
  'returns.notTakenNow': 'ya no se acepta',
  'returns.leftOf': '{left} de {shipped} {unit}',
  'returns.askWhetherLate': 'Fuera de plazo. ¿Aceptar?',
  'returns.askSecond': 'Preguntar a otra persona',
  'returns.notTaken': 'No se acepta',
  'returns.asked': '{quantity} {what}: decide otra persona. Apártelo',
};
