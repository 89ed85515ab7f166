import type { Texts } from '../worded.ts';

/** Problems of printers and their jobs, in English. */
export const printersProblems = {
  'labels.job_unknown': 'There is no print job {job} in this warehouse.',
  'labels.job_over': 'The job no longer waits. Print it again if it is needed.',
  'labels.job_waits': 'The job has not been printed yet. Wait for it, or send it to another printer.',
  'labels.too_small': 'A label of {media} is too small for this; at least {least} are needed.',
  'printer.unreachable':
    '{printer} does not answer at {address}. Switch it on and check its cable; it is tried again by itself.',
  'printer.connection_lost':
    'The connection to {printer} broke while it was printing. What may have been printed is repeated as a copy.',
  'printer.address_not_allowed': '{address} is not on the list of print addresses. An administrator has to add it.',
  'printer.gave_up':
    'The connection to {printer} broke each time this was sent, so it is not sent again. See what came out of it, then print again.',
  'printer.silent':
    '{printer} takes the connection but does not say how it is. Switch it off and on. If it never answers, take “Is asked how it is” out of its settings.',
  'printer.paper_out': '{printer} has no labels left. Put a new roll in.',
  'printer.head_open': '{printer} is open. Close it.',
  'printer.ribbon_out': '{printer} has no ribbon left. Put a new one in.',
  'printer.paused': '{printer} is paused. Press its pause button.',
  'printer.paused_here': '{printer} is switched off in its settings. Switch it on there.',
  'printer.address_not_listed': '{address} is not on the list of print addresses. Add it there first.',
  'printer.no_address': 'No printer can be at {host}. Use the address of the printer itself.',
  'printer.test_in_demo_only': 'Test printers are there in demo mode only. Enter the address of a real one.',
  'printer.zone_unknown': 'No place lies in zone {zone}. Correct it, or leave it empty.',
} as const satisfies Texts;
