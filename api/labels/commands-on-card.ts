import { commandText } from '#shared/scan/command-code.ts';
import { scanCommands } from '#shared/scan/scan.ts';
import type { Words } from '../platform/print/words.ts';
import type { CardCommand } from './command-card.ts';

/** How often the next scan counts, where people want that without typing. */
const timesOnCard = [2, 3, 5, 6, 10, 12];

/** Every command that has a barcode, with its name in the language of the card. */
export function commandsOnCard(words: Words): CardCommand[] {
  return scanCommands.flatMap((command) =>
    command === 'times'
      ? timesOnCard.map((times) => ({ text: commandText(command, times), name: `${words.command(command)} ${times}` }))
      : [{ text: commandText(command), name: words.command(command) }],
  );
}
