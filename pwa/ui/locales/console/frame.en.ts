import type { Texts } from '#shared/locales/worded.ts';

/** What the console says around every screen, in English. */
export const frameTexts = {
  // the door
  title: 'Console',
  signIn: 'Sign in',
  signOff: 'Sign off',
  signedOut: 'Your session has ended. Sign in again.',
  user: 'User',
  password: 'Password',
  toHandheld: 'To the handheld app',
  unreachable: 'The server does not answer. What you see may be old; it is asked again.',
  nothingForYou: 'There is nothing here for your role. Use the handheld app, or ask for a role in this warehouse.',
  noWarehouse: 'There is no warehouse yet. Make one: everything else begins with it.',
  noSuchScreen: 'There is no such screen, or it is not for your role. Choose one above.',

  // the frame
  screens: 'Screens',
  skip: 'To the content',
  warehouse: 'Warehouse',
  language: 'Language',
  loading: 'Reading …',
  search: 'Search',
  pages: 'Pages',
  firstPage: 'Newest',
  nextPage: 'Older',
  cancel: 'Cancel',
  close: 'Close',
  reason: 'Reason',
  all: 'All',
  keys: 'Keys',
  'keys.screens': 'go to a screen',
  'keys.search': 'search',
  'keys.rows': 'up and down in a list',
  'keys.ends': 'first and last row',
  'keys.open': 'open the row',
  'keys.back': 'back to the list',
  'keys.help': 'this help',

  // words of several screens
  status: 'State',
  sourceSystem: 'Source',
  item: 'Item',
  description: 'Description',
  location: 'Location',
  licensePlate: 'Licence plate',
  lot: 'Lot',
  serial: 'Serial',
  expires: 'best before',
  unit: 'Unit',
  owner: 'Owner',
} as const satisfies Texts;

export type FrameTexts = Readonly<Record<keyof typeof frameTexts, string>>;
