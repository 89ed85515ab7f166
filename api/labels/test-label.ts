import { header, line, margin } from './design.ts';
import { fits, type Label, type LabelPart, type Size } from './label.ts';

/**
 * What shows whether a printer is set up right: a frame that must be whole, a ruler to lay a ruler on, and bars from
 * coarse to fine, of which the finest that scans is the finest that labels should have.
 */
export function testLabel(size: Size, told: { readonly printer: string; readonly facts: string }): Label {
  const { parts, mark, below: top } = header(size, told.printer);
  const long = Math.floor((size.width - 2 * margin - 4) / 10) * 10;
  const y = top + 7;
  const ticks: LabelPart[] = Array.from({ length: long + 1 }, (_, mm) => {
    const height = mm % 10 === 0 ? 4 : mm % 5 === 0 ? 3 : 2;
    return { kind: 'box', x: margin + 2 + mm, y, width: 0.2, height, line: null };
  });
  const numbers = Array.from({ length: long / 10 + 1 }, (_, index) =>
    line(String(index * 10), { x: margin + 2 + index * 10 - 3, y: y + 4.2, width: 6, size: 2.6, align: 'center' }),
  );
  const codesTop = y + 8.5;
  const wide = [0.5, 0.375, 0.25].filter((module) =>
    fits({ text: `X${module}` }, size.width, { least: module - 0.01, most: module + 0.01 }),
  );
  const height = Math.min(30, (size.height - margin - codesTop - 1) / Math.max(1, wide.length));
  const codes = wide.flatMap((module, index): LabelPart[] => [
    {
      ...{ kind: 'bars', x: 0, y: codesTop + index * height, width: size.width, height: height * 0.66 },
      ...{ content: { text: `X${module}` }, module: { least: module - 0.01, most: module + 0.02 } },
    },
    line(`X ${module} mm`, {
      ...{ x: margin, y: codesTop + index * height + height * 0.68, width: size.width - 2 * margin },
      ...{ size: Math.min(4, height * 0.22), align: 'center' },
    }),
  ]);
  return {
    ...size,
    mark,
    parts: [
      { kind: 'box', x: 0.5, y: 0.5, width: size.width - 1, height: size.height - 1, line: 0.3 },
      ...parts,
      line(told.facts, { x: margin + 1, y: top + 1, width: size.width - 2 * margin - 2, size: 4 }),
      ...ticks,
      ...numbers,
      ...codes,
    ],
  };
}
