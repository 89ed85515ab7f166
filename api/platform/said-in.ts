/** What an ERP said of an order or a line, of the text it is kept as; nothing where nothing is kept. */
export function saidIn(document: string | undefined): Record<string, unknown> {
  return document === undefined ? {} : (JSON.parse(document) as Record<string, unknown>);
}
