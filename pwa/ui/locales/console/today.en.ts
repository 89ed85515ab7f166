import type { Texts } from '#shared/locales/worded.ts';

/** What the screen of today says, in English. */
export const todayTexts = {
  today: 'Today',
  asOf: 'As of {time}',
  oldest: 'oldest:',
  nothingWaits: 'nothing waits',
  'tile.failed': 'Messages failed',
  'tile.parked': 'Messages parked',
  'tile.held': 'Held scans to decide',
  'tile.approvals': 'Approvals to give',
  'tile.discrepancies': 'Discrepancies to settle',
  'tile.rejected': 'Documents rejected',
  'tile.notFinal': 'Documents that cannot become final',
  'tile.unacknowledged': 'Documents not acknowledged',
  'tile.registered': 'Loads registered, not completed',
  'tile.putaway': 'Put-aways open',
  'tile.devices': 'Devices with unsent scans',
  hours: 'Scans of the last twelve hours',
  'hours.applied': 'applied',
  'hours.refused': 'refused',
  'hours.held': 'held',
  devices: 'Devices',
  'devices.none': 'No device has signed in yet.',
  'devices.device': 'Device',
  'devices.person': 'Signed in last',
  'devices.state': 'State',
  'devices.heard': 'in touch',
  'devices.silent': 'silent',
  'devices.lastContact': 'Last contact',
  'devices.waiting': 'Unsent',
} as const satisfies Texts;

export type TodayTexts = Readonly<Record<keyof typeof todayTexts, string>>;
