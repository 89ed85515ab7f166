import Sqlite from 'better-sqlite3';

/** Programs that read everything on purpose: they check the books, and are asked for by hand. So does the judge. */
const readersOfEverything = ['/platform/verify/', '/migrations/', '/simulation/checks/'];

/** Collects the text of every statement that servers in this process prepare from now on. */
export function collectStatements(): ReadonlySet<string> {
  const statements = new Set<string>();
  const prepare = Sqlite.prototype.prepare;
  const collecting = function (this: Sqlite.Database, text: string) {
    if (!statements.has(text) && !isOfReader()) statements.add(text);
    return prepare.call(this, text);
  };
  Sqlite.prototype.prepare = collecting as typeof prepare;
  return statements;
}

function isOfReader(): boolean {
  const { stack = '' } = new Error();
  return readersOfEverything.some((place) => stack.includes(place));
}

/** Tables that grow with the warehouse or for ever. */
const growing: readonly string[] = [
  ...[
    'balance',
    'ledger_entry',
    'inventory_delta',
    'published_balance',
    'feed_entry',
    'chain',
    'thing_change',
    'audit',
  ],
  ...[
    'command',
    'registration',
    'coverage',
    'document',
    'shipment_document',
    'message',
    'missing_item',
    'missing_order',
  ],
  ...['inbound_order', 'inbound_order_line', 'inbound_load', 'inbound_load_line', 'inbound_shipment', 'advance_notice'],
  ...['outbound_order', 'outbound_order_line', 'outbound_load', 'outbound_shipment', 'outbound_shipment_line'],
  ...['reservation', 'wave', 'wave_order', 'work_line', 'carton'],
  ...['expected_plate', 'expected_line', 'license_plate', 'lot', 'item', 'item_unit', 'item_barcode', 'party'],
  ...['work', 'exception_case', 'photo', 'photo_part', 'session', 'device', 'idempotency_key'],
];

/** Indexes that lie only over what is under way or waits: to read one from end to end is to read a few rows. */
const ofFewRows: readonly string[] = [
  'wave_processing',
  'wave_order_leaving',
  'outbound_line_waits',
  'exception_open_class',
];

/** Statements that read a growing table from end to end, or all of one warehouse, as SQLite says that it would. */
export function endlessReads(file: string, statements: Iterable<string>): string[] {
  const db = new Sqlite(file, { readonly: true });
  const endless = [...statements].flatMap((text) => {
    if (!/^(with|select|insert|update|delete)\b/i.test(text)) return [];
    const unknowns = Array.from(text.matchAll(/\?/g), () => 'x');
    const plan = db.prepare<string[], { detail: string }>(`explain query plan ${text}`).all(...unknowns);
    return plan.flatMap(({ detail }) => (isEndless(detail, text) ? [`${detail}: ${text}`] : []));
  });
  db.close();
  return endless;
}

function isEndless(step: string, text: string): boolean {
  const [, way = '', name = '', condition = ''] = /^(SCAN|SEARCH) (\w+)(?:.*?(\([^)]*\)))?/.exec(step) ?? [];
  const table = new RegExp(`"(\\w+)" as "${name}"`).exec(text)?.[1] ?? name;
  // Whether there is anything at all is known from the first row.
  const isGlance = / from "\w+" limit \S+$/.test(text) && !text.includes(' where ');
  const index = /USING (?:COVERING )?INDEX (\w+)/.exec(step)?.[1] ?? '';
  if (!growing.includes(table) || isGlance || ofFewRows.includes(index)) return false;
  return way === 'SCAN' || (way === 'SEARCH' && table === 'balance' && condition === '(warehouse=?)');
}
