/** Keys a person presses on a device that has real ones. */
export interface PersonKeys {
  readonly onCharacter: (character: string) => void;
  readonly onErase: () => void;
  readonly onEnter: () => void;
}

/** Two keys closer than this come from a scanner. */
const scannerGapMs = 90;

/**
 * Listens for single keys of a person, wherever the focus is, so that the keys of a rugged handheld fill the keypad on
 * the screen. A scanner's keys come faster than a person's: a key counts only when none follows at once, and what
 * follows at once is left to the scanner's own listener. Keys in a text field belong to that. Call the answer to stop.
 */
export function listenForPerson({ onCharacter, onErase, onEnter }: PersonKeys, page: Document = document): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  const press = (event: KeyboardEvent) => {
    const act = actionOf(event.key);
    const isElsewhere = event.target instanceof HTMLInputElement && event.target.inputMode !== 'none';
    if (!act || isElsewhere || event.ctrlKey || event.altKey || event.metaKey) return;
    const isScanner = event.timeStamp - lastAt < scannerGapMs;
    lastAt = event.timeStamp;
    clearTimeout(waiting);
    if (!isScanner && !event.defaultPrevented) waiting = setTimeout(act, scannerGapMs);
  };
  const actionOf = (key: string) => {
    if (/^[0-9.,]$/.test(key)) return () => onCharacter(key === ',' ? '.' : key);
    if (key === 'Backspace') return onErase;
    return key === 'Enter' ? onEnter : null;
  };
  page.addEventListener('keydown', press);
  return () => {
    clearTimeout(waiting);
    page.removeEventListener('keydown', press);
  };
}
