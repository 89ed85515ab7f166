import { isSscc } from '#shared/scan/sscc.ts';
import { header, line, margin, rule, scannedText } from './design.ts';
import {
  type Box,
  bracketed,
  type Element,
  elementString,
  fits,
  type Label,
  type LabelPart,
  logisticBarHeight,
  logisticMatrix,
  logisticModule,
  nearModule,
  type Size,
} from './label.ts';
import { matrixModules } from './matrix.ts';

/** A pallet or a carton as its label tells of it. */
export interface LogisticUnit {
  /** The SSCC of 18 digits, or a plate's number of another form. */
  readonly number: string;
  /** In the uppermost line: where it comes from. */
  readonly from: string;
  /** What is in it, as far as barcodes say so: `[['02', gtin], ['37', count], ['15', date], ['10', lot]]`. */
  readonly elements: readonly Element[];
  /** What people read, in the room above the barcodes. */
  readonly told: (room: Box) => readonly LabelPart[];
  /** A smaller barcode below, with its caption. */
  readonly below?: { readonly caption: string; readonly text: string };
}

/** Letters below the bars: capitals 3 mm high, the least that GS1 allows on logistic labels. */
const textSize = 4.2;
const gap = 1.4;
/** Bars, what they say below them, and air. */
const symbolHeight = logisticBarHeight + 0.8 + textSize + gap;
const belowHeight = { bars: 7.5, all: 7.5 + 0.6 + 3.2 + gap };
/** An SSCC or what is in the unit; a number of another form as it is. */
type NumberOrElements = { readonly elements: readonly Element[] } | { readonly text: string };
/** More rows leave no room for what people read. */
const mostRows = 2;

/**
 * The GS1 logistic label: what people read on top, what is in the unit below it, the SSCC lowest, each symbol at least
 * 32 mm high with bars of 0.495 mm or more. Contents that do not fit into one row take two; what fits into no two rows is
 * in a DataMatrix as well. Source: GS1 Logistic Label Guideline.
 */
export function logisticLabel(size: Size, unit: LogisticUnit): Label {
  const { rows, matrix } = rowsOf(unit.elements, size.width);
  const { parts, mark, below: top } = header(size, unit.from);
  const lowest = size.height - margin + gap - (unit.below ? belowHeight.all : 0);
  const numberRow = isSscc(unit.number) ? { elements: [['00', unit.number] as const] } : { text: unit.number };
  const symbols = [...rows.map((elements) => ({ elements })), numberRow];
  const first = lowest - symbols.length * symbolHeight;
  const told: Box = { x: margin, y: top + 1, width: size.width - 2 * margin, height: first - top - 2 };
  const beside = matrix ? matrixRoom(told, matrix) : null;
  return {
    ...size,
    mark,
    parts: [
      ...parts,
      ...unit.told(beside ? { ...told, width: told.width - beside.width - margin } : told),
      ...(beside && matrix ? [{ kind: 'matrix' as const, ...beside, elements: matrix, module: logisticMatrix }] : []),
      rule(first - gap, size),
      ...symbols.flatMap((content, index) => symbolAt(content, first + index * symbolHeight, size)),
      ...(unit.below ? smallSymbol(unit.below, lowest, size) : []),
    ],
  };
}

/** Which elements share a symbol; `matrix` where not all of them fit into the rows of bars. */
export function rowsOf(
  elements: readonly Element[],
  width: number,
): { rows: readonly (readonly Element[])[]; matrix: readonly Element[] | null } {
  const hasRoom = (some: readonly Element[]) => fits({ elements: some }, width, logisticModule);
  if (elements.length === 0 || hasRoom(elements))
    return { rows: elements.length === 0 ? [] : [elements], matrix: null };
  const ways = choicesOf(elements).map((first) => [first, elements.filter((one) => !first.includes(one))]);
  const way = ways.find((rows) => rows.every((row) => row.length > 0 && hasRoom(row)));
  if (way) return { rows: way, matrix: null };
  const rows = elements.filter((element) => hasRoom([element])).slice(0, mostRows);
  return { rows: rows.map((element) => [element]), matrix: elements };
}

/** All choices of elements that hold the first one, in their order; those first that hold the second too: its count. */
function choicesOf([first, ...others]: readonly Element[]): Element[][] {
  if (!first) return [];
  let choices: Element[][] = [[first]];
  for (const other of others) {
    const isCount = other === others[0];
    const withOther = choices.map((choice) => [...choice, other]);
    choices = isCount
      ? [...withOther, ...choices]
      : choices.flatMap((choice, index) => [choice, withOther[index] ?? []]);
  }
  return choices;
}

function matrixRoom({ x, y, width, height }: Box, elements: readonly Element[]): Box {
  const side = Math.min(height, width / 3, matrixModules(elementString(elements)) * logisticMatrix.most);
  return { x: x + width - side, y, width: side, height: side };
}

function symbolAt(content: NumberOrElements, y: number, size: Size): LabelPart[] {
  const shown = 'text' in content ? content.text : bracketed(content.elements);
  const room = { x: 0, y, width: size.width, height: logisticBarHeight };
  const module = { ...logisticModule, least: nearModule.least };
  return [
    'text' in content
      ? scannedText(content.text, room, module)
      : { kind: 'bars', ...room, content, module: logisticModule },
    line(shown, {
      ...{ x: margin, y: y + logisticBarHeight + 0.8, width: size.width - 2 * margin },
      ...{ size: textSize, align: 'center' },
    }),
  ];
}

/** Low on the label: who sends goods back keeps the carton, and who takes them back scans it. */
function smallSymbol({ caption, text }: { caption: string; text: string }, y: number, size: Size): LabelPart[] {
  const { bars } = belowHeight;
  return [
    scannedText(text, { x: 0, y, width: size.width, height: bars }, nearModule),
    line(`${caption}: ${text}`, {
      ...{ x: margin, y: y + bars + 0.6, width: size.width - 2 * margin },
      ...{ size: 3.2, align: 'center' },
    }),
  ];
}
