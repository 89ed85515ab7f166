import type { Texts } from '../worded.ts';

/** Problems of plans, in English. */
export const planningProblems = {
  'planning.nothing_said': 'Nothing is said of {item}. Give a safety stock, a reorder point, a minimum or a maximum.',
  'planning.repeated': '{item} is named twice for one place and day. Publish it once.',
  'planning.frozen':
    '{item} may not change on {day}: policies are frozen until {freeFrom}. Publish it with a later day, or have the frozen days shortened.',
  'planning.version_reused': 'Version {version} was published with other policies. Publish these as a new version.',
  'planning.version_over':
    'Version {version} counts no more ({state}). Publish a new version, or roll the active one back.',
  'planning.version_not_active': 'Version {version} does not count ({state}), so there is nothing to take back.',
} as const satisfies Texts;
