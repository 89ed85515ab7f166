type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Remembers what a field holds. The answer puts it back, cursor included, and tells the field's owner with an
 * `input` event, so that a state kept elsewhere follows. Elements that hold no text give a function that does nothing.
 */
export function rememberField(element: EventTarget | null): () => void {
  if (!isField(element)) return () => undefined;
  const { value } = element;
  const selection = selectionOf(element);
  return () => {
    if (element.value === value) return;
    element.value = value;
    if (selection !== undefined && !(element instanceof HTMLSelectElement)) element.setSelectionRange(...selection);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  };
}

/** Whether the browser puts typed characters into this element. */
export function takesText(element: EventTarget | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
  if (element instanceof HTMLInputElement) {
    return !element.readOnly && !element.disabled && !inputsWithoutText.has(element.type);
  }
  return element instanceof HTMLElement && element.isContentEditable;
}

const inputsWithoutText = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'hidden',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

function isField(element: EventTarget | null): element is Field {
  return (
    element instanceof HTMLSelectElement ||
    ((element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && takesText(element))
  );
}

/** Number and date fields have no selection: they answer null, and setting one would throw. */
function selectionOf(element: Field): [number, number] | undefined {
  if (element instanceof HTMLSelectElement) return undefined;
  const { selectionStart, selectionEnd } = element;
  return selectionStart === null || selectionEnd === null ? undefined : [selectionStart, selectionEnd];
}
