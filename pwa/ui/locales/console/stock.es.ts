import type { StockTexts } from './stock.en.ts';

/** What the screen of stock says, in Spanish. */
export const stockTexts: StockTexts = {
  stock: 'Existencias',
  'stock.search': 'Artículo, código, ubicación o matrícula',
  'stock.hint':
    'Escriba o escanee un artículo, un código, una ubicación o una matrícula; basta una parte de la descripción.',
  'stock.unknown': 'Aquí nada se llama «{search}». Revise cómo se escribe o pruebe con una parte de la descripción.',
  'stock.none': 'Ahora no hay existencias. {search}',
  'stock.more': 'Solo las primeras {count} filas. Busque con más detalle.',
  'stock.searched': 'Búsqueda',
  'stock.putaway': 'Por ubicar',
  'stock.onHand': 'Existencia',
  'stock.reserved': 'Reservado',
  'stock.available': 'Disponible',
};
