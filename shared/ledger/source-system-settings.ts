/** One of a few words. */
interface Choice<Value extends string> {
  readonly kind: 'choice';
  readonly values: readonly Value[];
  readonly standard: Value;
  readonly changes: string;
}

interface YesOrNo {
  readonly kind: 'flag';
  readonly standard: boolean;
  readonly changes: string;
}

interface Whole {
  readonly kind: 'whole';
  readonly minimum: number;
  readonly maximum: number;
  readonly standard: number;
  readonly changes: string;
}

/** A line of text of at most 16 characters; '' for none. */
interface Text {
  readonly kind: 'text';
  readonly standard: string;
  readonly changes: string;
}

/** One of a few words for each direction of goods. */
interface ByDirection<Value extends string> {
  readonly kind: 'by-direction';
  readonly values: readonly Value[];
  readonly standard: { readonly inbound: Value; readonly outbound: Value };
  readonly changes: string;
}

/** A code of the other system for each code of ours. */
interface Codes<Code extends string> {
  readonly kind: 'codes';
  readonly standard: Readonly<Record<Code, string>>;
  readonly changes: string;
}

/**
 * Everything that a source system may decide for itself, what it is unless said otherwise, and what it changes. The type,
 * the check of what is sent, the interface's description and the console's form are all made from this one table.
 * Source: the source-system record of Dynamics 365 warehouse-only mode; `quantityChannel`, `frozenDays` and the checks
 * of shelf life are ours.
 */
export const sourceSystemSettings = {
  // ── what reports quantities ──────────────────────────────────────────────────────────────────────────────────
  quantityChannel: byDirection(
    ['documents', 'update-log'],
    'documents',
    'Where the ERP books quantities from: documents (receipts, packing slips, counting journals) or the update log. Counts and adjustments follow inbound. Later changes only.',
  ),
  includeRegisteredAndPicked: flag(
    false,
    'Whether on-hand reports count goods registered but not on a receipt yet, and leave out goods picked but not shipped, unless the request says. reportedToErp is the same with both.',
  ),
  onHandReportHours: whole([0, 744], 0, 'How often an on-hand report is made by itself, in hours; 0 for never.'),
  postingDelaySeconds: whole(
    [0, 31_536_000],
    86_400,
    'How long a receipt or packing slip can be reversed before it becomes final, in seconds.',
  ),
  frozenDays: whole(
    [0, 365],
    0,
    'Planning may not change stocking policies that take effect within so many days from today.',
  ),

  // ── receiving ────────────────────────────────────────────────────────────────────────────────────────────────
  inboundLoadCreation: choice(
    ['by-hand', 'from-notice', 'at-message', 'while-receiving', 'at-completion'],
    'while-receiving',
    'When an order gets its load: made by a person, from an advance notice, with the order’s message, at the first registration, or at receiving completed.',
  ),
  inboundDelivery: choice(
    ['adjust', 'require-equal'],
    'adjust',
    'At receiving completed, a load made by itself is adjusted to what came, or must equal what was ordered.',
  ),
  multipleReceiptsPerLoad: flag(
    false,
    'Whether a load stays open after receiving completed until all of it has come; otherwise it is cut down to what came and closed.',
  ),
  overReceipt: choice(
    ['allow', 'block', 'block-closed'],
    'allow',
    'allow: up to the order line’s over-delivery. block: besides, up to that of each load line. block-closed: as allow, but not on loads received already.',
  ),
  supplierPackingSlip: choice(
    ['never', 'optional', 'always'],
    'optional',
    'Whether receiving completed asks for the number of the supplier’s packing slip.',
  ),
  shelfLife: choice(
    ['off', 'warn', 'block'],
    'warn',
    'What happens at receiving when too little of the shelf life is left: nothing, a warning, or a refusal.',
  ),
  minimumShelfLifePercent: whole(
    [0, 100],
    0,
    'How much of an item’s shelf life must be left when it is received, in per cent. 0: the date only may not have passed.',
  ),
  dockNotReservable: flag(true, 'Whether goods at a dock wait for put-away before they can be promised to orders.'),

  // ── shipping ─────────────────────────────────────────────────────────────────────────────────────────────────
  reservationAtImport: choice(
    ['none', 'reserve', 'partial', 'full'],
    'none',
    'none: orders are reserved at release. reserve: at import, as much as there is. partial, full: besides, an order is refused where nothing, or not everything, can be reserved.',
  ),
  reservationAtImportMandatory: flag(
    false,
    'Whether an order may not ask for a weaker reservation at import than this.',
  ),
  releaseBy: choice(
    ['hand', 'automatic'],
    'hand',
    'Whether people release outbound orders, or they are released as soon as they can be filled.',
  ),
  fulfilment: choice(
    ['warn', 'block'],
    'warn',
    'What happens at release below the least share that can be filled: a warning, or a refusal.',
  ),
  minimumFulfilmentPercent: whole(
    [0, 100],
    0,
    'The least share of an order that must be fillable at release, in per cent.',
  ),
  consolidation: choice(
    ['never', 'same-consignee'],
    'never',
    'Whether orders to one consignee and address may share a shipment.',
  ),
  shipmentOrderMatching: flag(
    false,
    'Whether one shipment must stand for one order: what is released later goes with it as long as it is not loaded; confirming it closes the order at what was shipped, with what was never released of it; a reversal opens it again.',
  ),
  fillEntireShipment: choice(
    ['as-ordered', 'line', 'whole-shipment'],
    'as-ordered',
    'What leaves a wave when a line cannot be filled: what the order’s ship-complete says, that line only, or the whole shipment.',
  ),
  crossDockRequests: choice(
    ['ignore', 'offer', 'require'],
    'offer',
    'Whether goods that arrive for a tagged outbound line are offered to it before put-away, must go to it, or neither.',
  ),

  // ── returns ──────────────────────────────────────────────────────────────────────────────────────────────────
  returns: flag(true, 'Whether goods may come back without an order from the ERP.'),
  returnDetails: flag(true, 'Whether a return can be made by the return number printed at packing or ship confirm.'),
  returnPolicy: choice(
    ['always', 'never', 'within-days'],
    'always',
    'Which returns are taken: all, none, or those within so many days after they were shipped.',
  ),
  returnWithinDays: whole(
    [0, 3650],
    30,
    'Days after shipping within which goods are taken back, where the policy is within-days.',
  ),
  returnOrderType: text('Return order', 'The order type of the inbound order that an unannounced return makes.'),
  returnNumberPrefix: text('RT-', 'What numbers of such orders begin with.'),
  dispositions: codes(
    ['restock', 'quarantine', 'scrap'],
    'The ERP’s code for each disposition of returned goods, as receipts tell it.',
  ),

  // ── numbers, and what people may make by hand ────────────────────────────────────────────────────────────────
  inboundOrderNumberPolicy: choice(
    ['external', 'sequence'],
    'external',
    'Whether inbound orders are called by the ERP’s number or by one of ours.',
  ),
  inboundOrderNumberPrefix: text('', 'Put before inbound order numbers inside the warehouse.'),
  inboundOrderNumberSuffix: text('', 'Put behind inbound order numbers inside the warehouse.'),
  outboundOrderNumberPolicy: choice(
    ['external', 'sequence'],
    'external',
    'Whether outbound orders are called by the ERP’s number or by one of ours.',
  ),
  outboundOrderNumberPrefix: text('', 'Put before outbound order numbers inside the warehouse.'),
  outboundOrderNumberSuffix: text('', 'Put behind outbound order numbers inside the warehouse.'),
  itemNumberPolicy: choice(
    ['external', 'sequence'],
    'external',
    'Whether items are called by the ERP’s number or by one of ours.',
  ),
  itemNumberPrefix: text('', 'Put before item numbers inside the warehouse.'),
  itemNumberSuffix: text('', 'Put behind item numbers inside the warehouse.'),
  manualInboundOrders: flag(true, 'Whether people may make inbound orders without a message, such as blind receipts.'),
  manualInboundNumberPrefix: text('MI-', 'What numbers of inbound orders made by hand begin with.'),
  manualOutboundOrders: flag(true, 'Whether people may make outbound orders without a message.'),
  manualOutboundNumberPrefix: text('MO-', 'What numbers of outbound orders made by hand begin with.'),
  manualOrderMessages: flag(true, 'Whether integrators may write order messages by hand.'),
  manualItemMessages: flag(true, 'Whether integrators may write item messages by hand.'),
  isProductMaster: flag(
    true,
    'Whether items are as this system describes them; otherwise it only maps its numbers to items of another.',
  ),
  itemMapping: choice(
    ['automatic', 'by-hand'],
    'automatic',
    'Whether numbers of this system are mapped to items by themselves.',
  ),
} as const satisfies Readonly<Record<string, Setting>>;

/** How one setting is described. */
export type Setting = Choice<string> | YesOrNo | Whole | Text | ByDirection<string> | Codes<string>;

type ValueOf<Described> =
  Described extends Choice<infer Value>
    ? Value
    : Described extends YesOrNo
      ? boolean
      : Described extends Whole
        ? number
        : Described extends ByDirection<infer Value>
          ? { readonly inbound: Value; readonly outbound: Value }
          : Described extends Codes<infer Code>
            ? Readonly<Record<Code, string>>
            : string;

export type SettingName = keyof typeof sourceSystemSettings;

/** The settings of a source system, complete. */
export type SourceSystemSettings = {
  readonly [Name in SettingName]: ValueOf<(typeof sourceSystemSettings)[Name]>;
};

/** The settings that decide on registering and completing: devices keep them with each order. */
export const orderSettings = [
  'overReceipt',
  'inboundLoadCreation',
  'inboundDelivery',
  'multipleReceiptsPerLoad',
  'supplierPackingSlip',
  'shelfLife',
  'minimumShelfLifePercent',
] as const satisfies readonly SettingName[];

/** Settings as kept, which may be older than some of the table, with everything else as it is unless said otherwise. */
export function completeSettings(kept: Partial<SourceSystemSettings>): SourceSystemSettings {
  return { ...standardSettings, ...kept };
}

/** What every setting is unless said otherwise: the settings of `DEMO`. */
export const standardSettings = Object.fromEntries(
  Object.entries(sourceSystemSettings).map(([name, { standard }]) => [name, standard]),
  // Object.fromEntries forgets which name has which value; the table says it.
) as unknown as SourceSystemSettings;

function choice<const Value extends string>(
  values: readonly Value[],
  standard: NoInfer<Value>,
  changes: string,
): Choice<Value> {
  return { kind: 'choice', values, standard, changes };
}

function flag(standard: boolean, changes: string): YesOrNo {
  return { kind: 'flag', standard, changes };
}

function whole([minimum, maximum]: readonly [number, number], standard: number, changes: string): Whole {
  return { kind: 'whole', minimum, maximum, standard, changes };
}

function text(standard: string, changes: string): Text {
  return { kind: 'text', standard, changes };
}

function byDirection<const Value extends string>(
  values: readonly Value[],
  standard: NoInfer<Value>,
  changes: string,
): ByDirection<Value> {
  return { kind: 'by-direction', values, standard: { inbound: standard, outbound: standard }, changes };
}

/** The other system's codes are ours unless said otherwise. */
function codes<const Code extends string>(own: readonly Code[], changes: string): Codes<Code> {
  const same = Object.fromEntries(own.map((code): [string, string] => [code, code]));
  return { kind: 'codes', standard: same as Record<Code, string>, changes };
}
