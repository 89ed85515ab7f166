import type { ScanInput } from '#shared/scan/scan.ts';
import type { Chance } from '../world/chance.ts';

/** A barcode as a decoder reports it. */
export interface Label {
  readonly text: string;
  /** AIM symbology identifier. */
  readonly symbology: string;
}

/** A code that says nothing but itself: of a location, an order, a number written by hand. */
export function plainLabel(text: string): Label {
  return { text, symbology: ']C0' };
}

/** The barcode of a piece (EAN-13) or of a case (ITF-14). */
export function gtinLabel(gtin: string): Label {
  return { text: gtin, symbology: gtin.length === 14 ? ']I1' : ']E0' };
}

/** GS1-128: elements one behind the other, those of variable length ended by a separator. */
export function gs1Label(elements: readonly (readonly [identifier: string, value: string])[]): Label {
  const ofFixedLength = ['00', '01', '17'];
  const [last] = elements.slice(-1);
  const text = elements
    .map((element) => {
      const [identifier, value] = element;
      const isEnded = element === last || ofFixedLength.includes(identifier);
      return `${identifier}${value}${isEnded ? '' : '\u001D'}`;
    })
    .join('');
  return { text, symbology: ']C1' };
}

/** How a label comes in: mostly through a scanner that types, now and then through the camera or by hand. */
export function scanOf({ text, symbology }: Label, chance: Chance): ScanInput {
  if (chance.happens(0.12)) return { text, symbologyIdentifier: symbology, source: 'camera' };
  if (symbology === ']C1') return { text: `${symbology}${text}`, source: 'wedge' };
  return { text, source: chance.happens(0.05) ? 'typed' : 'wedge' };
}
