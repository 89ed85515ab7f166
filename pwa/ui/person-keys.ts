/** What the keys of a person do on the screen. */
export interface PersonKeys {
  readonly onCharacter: (character: string) => void;
  readonly onErase: () => void;
  readonly onEnter: () => void;
}

const listeners = new Set<PersonKeys>();

/**
 * Listens for keys that a person pressed on a device that has real ones, wherever the focus is. Call the answer to
 * stop.
 */
export function listenForPerson(keys: PersonKeys): () => void {
  listeners.add(keys);
  return () => {
    listeners.delete(keys);
  };
}

/**
 * Tells the screen of a key: one character, `Backspace` or `Enter`. Which keys are a person's, the scanner's listener
 * judges.
 */
export function pressKey(key: string): void {
  for (const { onCharacter, onErase, onEnter } of [...listeners]) {
    if (key === 'Enter') onEnter();
    else if (key === 'Backspace') onErase();
    else onCharacter(key);
  }
}
