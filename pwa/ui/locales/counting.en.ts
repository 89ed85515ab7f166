import type { Texts } from '#shared/locales/worded.ts';

/** What counting says on the floor, in English. */
export const countingTexts = {
  'count.title': 'Count',
  'count.scanPlace': 'Scan a place or an item to count',
  'count.asked': 'To be counted: {count}',
  'count.everything': 'everything there',
  'count.anywhere': 'Wherever it is',
  'count.again': 'once more',
  'count.begun': 'Counting {location}',
  'count.scanNextPlace': 'Scan the next place it is at',
  'count.scanGoods': 'Scan each item that is here',
  'count.scanItem': 'Scan {item}',
  'count.onPlate': 'On plate',
  'count.noPlate': 'Not on a plate',
  'count.takeBack': 'Take back the last one',
  'count.done': 'All told',
  'count.empty': 'Nothing is here',
  'count.sameItStill': 'You are counting {location}. Scan the goods that are there.',
  'count.finishFirst': 'Finish {location} first: press “All told”, or “Nothing is here”.',
  'count.gone': 'The count of {location} is done or was taken back. Scan the place to count it again.',
  'count.howMany': 'How many are there?',
  'count.soMany': 'That is all',
  'count.allSerials': 'All serial numbers told',
  'count.noDate': 'The label says no date',
  'count.counted': '{quantity} {what} at {location}',
  'count.placeTold': '{location} counted: {count}',
  'count.told': 'Counted: {count}',
  'count.chooseZone': 'A zone',
  'count.whichZone': 'Which zone?',
  'count.placesLeft': 'To be counted: {count}',
  'count.nextInZone': 'Next place in zone {zone}',
  'count.nextPlace': 'Next place',
  'count.otherCount': 'Something else',
  'count.zoneNeedsNetwork':
    'Places of a zone are given out by the server: without a network, scan the place that you count next.',
  'count.doubt': 'You scanned {place} {count} {count|scan|scans} before. Are you still there?',
} as const satisfies Texts;

export type CountingTexts = Readonly<Record<keyof typeof countingTexts, string>>;
