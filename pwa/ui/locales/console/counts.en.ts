import type { Texts } from '#shared/locales/worded.ts';

/** What the screen of counts says, in English. */
export const countTexts = {
  counts: 'Counts',
  'counts.review': 'To decide',
  'counts.recount': 'Being counted again',
  'counts.open': 'Begun',
  'counts.posted': 'Posted',
  'counts.rejected': 'Rejected',
  'counts.covered': 'Counted with the whole place',
  'counts.none.review': 'No count waits for a decision.',
  'counts.none.recount': 'Nothing is being counted again.',
  'counts.none.open': 'No count is under way.',
  'counts.none.posted': 'Nothing was counted here yet.',
  'counts.none.rejected': 'No count was rejected.',
  'counts.none.covered': 'No count of single items was taken over by one of the whole place.',
  'counts.everywhere': 'wherever it is',
  'counts.goods': 'Goods',
  'counts.place': 'Place',
  'counts.expected': 'On the books',
  'counts.counted': 'Counted',
  'counts.difference': 'Difference',
  'counts.isNew': 'not on the books there',
  'counts.own': 'You counted this yourself, so somebody else decides.',
  'counts.accept': 'Accept',
  'counts.accept.text': 'The difference is posted and told to the ERP. What moved since stays moved.',
  'counts.again': 'Count again',
  'counts.recount.text': 'Somebody else counts it once more. Nothing is posted.',
  'counts.reject': 'Reject',
  'counts.reject.text': 'Nothing is posted and nothing is told. The books stay as they are.',
  'tile.counts': 'Counts to decide',
} as const satisfies Texts;

export type CountTexts = Readonly<Record<keyof typeof countTexts, string>>;
