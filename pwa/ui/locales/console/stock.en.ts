import type { Texts } from '#shared/locales/worded.ts';

/** What the screen of stock says, in English. */
export const stockTexts = {
  stock: 'Stock',
  'stock.search': 'Item, barcode, location or licence plate',
  'stock.hint': 'Type or scan an item, a barcode, a location or a licence plate; a part of a description will do.',
  'stock.unknown': 'Nothing here is called “{search}”. Check the spelling, or try a part of the description.',
  'stock.none': 'There is no stock of this now. {search}',
  'stock.more': 'Only the first {count} rows are shown. Search for less.',
  'stock.searched': 'Search',
  'stock.putaway': 'Waiting for put-away',
  'stock.onHand': 'On hand',
  'stock.reserved': 'Reserved',
  'stock.available': 'Available',
} as const satisfies Texts;

export type StockTexts = Readonly<Record<keyof typeof stockTexts, string>>;
