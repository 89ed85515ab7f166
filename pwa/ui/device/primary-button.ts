/**
 * The button for the next thing to do, as a worker sees it: the keypad's large key once something is entered, else the one
 * that stands out. Null: there is none, or it cannot be pressed now.
 */
export function primaryButton(page: ParentNode): HTMLButtonElement | null {
  const isOpen = (button: HTMLButtonElement) => !button.disabled;
  const [enter] = [...page.querySelectorAll<HTMLButtonElement>('.keypad .enter')].filter(isOpen);
  // Of several only the last stands out: see the styles of photos.
  return enter ?? [...page.querySelectorAll<HTMLButtonElement>('button.primary')].filter(isOpen).at(-1) ?? null;
}
