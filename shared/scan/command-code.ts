import { type ScanCommand, scanCommands } from './scan.ts';

/** What a command barcode says. */
export interface CommandCode {
  readonly command: ScanCommand;
  /** Of `times`: how many the next scan of an item stands for. 1 takes that back. */
  readonly times?: number;
}

/** How often one scan may stand for: more is typed, where it is seen before it counts. */
export const mostTimes = 999;

/**
 * The text of a command barcode: `%UNDO`, `%TIMES12`. The form is reserved: `%` is on no label of goods, plates or places,
 * and nothing that is looked up begins with it and one of these words.
 */
export function commandText(command: Exclude<ScanCommand, 'times'>): string;
export function commandText(command: 'times', times: number): string;
export function commandText(command: ScanCommand, times?: number): string {
  return `%${command.toUpperCase()}${times ?? ''}`;
}

/** The command behind the prefix of a text, in capitals or small letters; null for no command of ours. */
export function readCommand(text: string, prefix: string): CommandCode | 'too-many' | null {
  if (!text.startsWith(prefix)) return null;
  const word = text.slice(prefix.length).toLowerCase();
  const [, digits] = /^times(\d{1,9})$/.exec(word) ?? [];
  if (digits !== undefined) {
    const times = Number(digits);
    return times >= 1 && times <= mostTimes ? { command: 'times', times } : 'too-many';
  }
  const command = scanCommands.find((candidate) => candidate === word && candidate !== 'times');
  return command === undefined ? null : { command };
}
