import { code128, drawingSVG, ean13, gs1_128, gs1datamatrix, type RenderOptions } from 'bwip-js/browser';
import type { CalibrationCode } from '#shared/scan/calibration-codes.ts';

/** The address of a picture of a code, black on white with the empty margin that scanners need. */
export function drawCode({ symbology, draws }: Pick<CalibrationCode, 'symbology' | 'draws'>): string {
  const drawn = encoders[symbology](draws);
  return `data:image/svg+xml;utf8,${encodeURIComponent(drawn)}`;
}

const common = { backgroundcolor: 'FFFFFF', paddingwidth: 10, paddingheight: 6 } as const;
const bars = { ...common, height: 28 } as const;

type Encoders = Readonly<Record<CalibrationCode['symbology'], (text: string) => string>>;

const encoders: Encoders = {
  code128: (text) => code128({ ...bars, bcid: 'code128', text } satisfies RenderOptions, drawingSVG()),
  'gs1-128': (text) => gs1_128({ ...bars, bcid: 'gs1-128', text } satisfies RenderOptions, drawingSVG()),
  gs1datamatrix: (text) =>
    gs1datamatrix({ ...common, bcid: 'gs1datamatrix', text } satisfies RenderOptions, drawingSVG()),
  ean13: (text) => ean13({ ...bars, bcid: 'ean13', text, includetext: true } satisfies RenderOptions, drawingSVG()),
};
