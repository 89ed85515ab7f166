import type { Texts } from '../worded.ts';

/** Problems of commands, in English. */
export const commandsProblems = {
  'command.body_invalid': 'The command cannot be read. Each fault is listed with a pointer to it.',
  'command.id_reused': 'This command id was used with other content. Make a new command.',
  'command.sequence_reused': 'Number {sequence} was used already; the next one is {expected}.',
  'command.gap': 'Number {sequence} is ahead: send from {expected}.',
  'command.cause_unknown': 'The earlier command it depends on is not known.',
  'command.cause_not_applied': 'It depends on an earlier scan that was {outcome}.',
  'command.type_unknown':
    'This server does not know {type} version {version} yet. It is kept and done after an upgrade.',
  'command.failed': 'The server failed on this command. It is kept for a supervisor; keep working.',
  'warehouse.unknown': 'There is no warehouse {warehouse}. Correct it, or make it first.',
} as const satisfies Texts;
