import type { StockTexts } from './stock.en.ts';

/** What the screen of stock says, in German. */
export const stockTexts: StockTexts = {
  stock: 'Bestand',
  'stock.search': 'Artikel, Barcode, Platz oder NVE',
  'stock.hint': 'Artikel, Barcode, Platz oder NVE eintippen oder scannen; ein Teil der Bezeichnung genügt.',
  'stock.unknown': 'Nichts heißt hier „{search}“. Schreibweise prüfen oder einen Teil der Bezeichnung versuchen.',
  'stock.none': 'Davon ist jetzt kein Bestand da. {search}',
  'stock.more': 'Nur die ersten {count} Zeilen. Bitte genauer suchen.',
  'stock.searched': 'Suche',
  'stock.putaway': 'Wartet auf Einlagerung',
  'stock.onHand': 'Vorhanden',
  'stock.reserved': 'Reserviert',
  'stock.available': 'Verfügbar',
};
