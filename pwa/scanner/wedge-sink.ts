import { takesText } from './field-memory.ts';
import { pageTimer, type Timer } from './timer.ts';

/**
 * A hidden field for devices that put text in instead of pressing keys (soft-keyboard wedges), which reaches nothing but
 * the field with the focus. So it takes the focus whenever nothing that takes text needs it, also back from a button that
 * a finger pressed. It never calls up a keyboard. `label` is for screen readers. Call `remove` to end.
 */
export function createWedgeSink(
  label: string,
  { page = document, timer = pageTimer }: { readonly page?: Document; readonly timer?: Timer } = {},
): { readonly element: HTMLInputElement; remove(): void } {
  const element = page.createElement('input');
  element.type = 'text';
  element.inputMode = 'none';
  element.autocomplete = 'off';
  element.spellcheck = false;
  element.tabIndex = -1;
  element.setAttribute('autocapitalize', 'off');
  element.setAttribute('aria-label', label);
  element.style.cssText = 'position:fixed;inset:0 auto auto 0;width:1px;height:1px;opacity:0;border:0;padding:0';
  page.body.append(element);

  let isTouched = false;
  const takeFreeFocus = () => {
    const { activeElement } = page;
    const isFree = activeElement === null || activeElement === page.body;
    // Whoever works with a keyboard or a mouse finds the focus where it was left.
    const isLeft = isTouched && !takesText(activeElement) && !(activeElement instanceof HTMLSelectElement);
    if (isFree || isLeft) element.focus({ preventScroll: true });
  };
  // The new owner of the focus is known only after the event that took it from the old one.
  const later = (event: Event) => {
    if (event.type === 'click') isTouched = (event as PointerEvent).pointerType === 'touch';
    timer.after(0, takeFreeFocus);
  };
  const events = ['focusout', 'click', 'pointerup', 'visibilitychange'] as const;
  for (const name of events) page.addEventListener(name, later);
  takeFreeFocus();
  return {
    element,
    remove() {
      for (const name of events) page.removeEventListener(name, later);
      element.remove();
    },
  };
}
