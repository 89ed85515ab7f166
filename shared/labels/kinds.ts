/** What a label is for. */
export const labelKinds = [
  'license-plate',
  'carton',
  'carton-contents',
  'location',
  'item',
  'badge',
  'commands',
  'test',
] as const;

export type LabelKind = (typeof labelKinds)[number];

/** Width and height of labels, mm. */
export interface Media {
  readonly width: number;
  readonly height: number;
}

/** The smallest label that a kind fits on. An SSCC takes 88 mm at the width that GS1 asks for its bars. */
const smallest: Readonly<Record<LabelKind, Media>> = {
  'license-plate': { width: 95, height: 145 },
  carton: { width: 95, height: 145 },
  'carton-contents': { width: 70, height: 70 },
  location: { width: 50, height: 25 },
  item: { width: 45, height: 25 },
  badge: { width: 50, height: 30 },
  commands: { width: 45, height: 25 },
  test: { width: 40, height: 25 },
};

/** Smaller ones are refused. */
export function smallestMedia(kind: LabelKind): Media {
  return smallest[kind];
}

export function suits(kind: LabelKind, { width, height }: Media): boolean {
  return width >= smallest[kind].width && height >= smallest[kind].height;
}

/** The least it takes, in words: `95 × 145 mm`. */
export function leastMedia(kind: LabelKind): string {
  return mediaText(smallest[kind]);
}

export function mediaText({ width, height }: Media): string {
  return `${width} × ${height} mm`;
}

/** Two pallets with one number would be one to every scanner: whoever prints such a number again prints a copy. */
export function namesOneThing(kind: LabelKind): boolean {
  return kind === 'license-plate' || kind === 'carton';
}
