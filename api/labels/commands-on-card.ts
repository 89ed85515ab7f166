import { scanCommands } from '#shared/scan/scan.ts';
import type { Words } from '../platform/print/words.ts';
import type { CardCommand } from './command-card.ts';

/** Every command that has a barcode, with its name in the language of the card. */
export function commandsOnCard(words: Words): CardCommand[] {
  return scanCommands.map((command) => ({ text: `%${command.toUpperCase()}`, name: words.command(command) }));
}
