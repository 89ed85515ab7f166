import type { Language } from '../language.ts';
import { digitByDigit, smallNumber, soundsLikeAnother } from './numbers.ts';

/** One of a unit, with its article, and several. */
type UnitName = readonly [one: string, several: string];

/** What units are called, by how master data writes them. One that is missing is said as it is written. */
const unitNames: Readonly<Record<Language, Readonly<Record<string, UnitName>>>> = {
  en: {
    pcs: ['one piece', 'pieces'],
    case: ['one case', 'cases'],
    box: ['one box', 'boxes'],
    carton: ['one carton', 'cartons'],
    pack: ['one pack', 'packs'],
    pallet: ['one pallet', 'pallets'],
    layer: ['one layer', 'layers'],
    bag: ['one bag', 'bags'],
    roll: ['one roll', 'rolls'],
    bottle: ['one bottle', 'bottles'],
    pair: ['one pair', 'pairs'],
    kg: ['one kilogram', 'kilograms'],
    g: ['one gram', 'grams'],
    l: ['one litre', 'litres'],
    m: ['one metre', 'metres'],
  },
  de: {
    pcs: ['ein Stück', 'Stück'],
    case: ['eine Kiste', 'Kisten'],
    box: ['eine Schachtel', 'Schachteln'],
    carton: ['ein Karton', 'Kartons'],
    pack: ['eine Packung', 'Packungen'],
    pallet: ['eine Palette', 'Paletten'],
    layer: ['eine Lage', 'Lagen'],
    bag: ['ein Sack', 'Säcke'],
    roll: ['eine Rolle', 'Rollen'],
    bottle: ['eine Flasche', 'Flaschen'],
    pair: ['ein Paar', 'Paar'],
    kg: ['ein Kilo', 'Kilo'],
    g: ['ein Gramm', 'Gramm'],
    l: ['ein Liter', 'Liter'],
    m: ['ein Meter', 'Meter'],
  },
  es: {
    pcs: ['una pieza', 'piezas'],
    case: ['una caja', 'cajas'],
    box: ['una caja', 'cajas'],
    carton: ['un cartón', 'cartones'],
    pack: ['un paquete', 'paquetes'],
    pallet: ['un palé', 'palés'],
    layer: ['una capa', 'capas'],
    bag: ['un saco', 'sacos'],
    roll: ['un rollo', 'rollos'],
    bottle: ['una botella', 'botellas'],
    pair: ['un par', 'pares'],
    kg: ['un kilo', 'kilos'],
    g: ['un gramo', 'gramos'],
    l: ['un litro', 'litros'],
    m: ['un metro', 'metros'],
  },
};

const alike: Readonly<Record<string, string>> = { pc: 'pcs', ea: 'pcs', each: 'pcs', st: 'pcs', cs: 'case' };

/**
 * How many of what: "four pieces". A number that may be taken for another is said once more by its digits: "15, one five,
 * pieces". Null where the unit is no known one, so that what merely looks like a quantity stays as it is.
 */
export function spokenQuantity(count: number, unit: string, language: Language): string | null {
  const written = unit.toLowerCase();
  const names = unitNames[language][alike[written] ?? written];
  if (!names) return null;
  const [one, several] = names;
  if (count === 1) return one;
  const small = smallNumber(count, language);
  if (small !== null) return `${small} ${several}`;
  const number = String(count).replace('.', language === 'en' ? '.' : ',');
  if (!soundsLikeAnother(count, language)) return `${number} ${several}`;
  return `${number}, ${digitByDigit(number, language)}, ${several}`;
}

/** A text in which codes and quantities are said as they are heard best. */
export function spokenText(text: string, spokenCode: (code: string) => string, language: Language): string {
  return text
    .replaceAll(codes, (code) => spokenCode(code))
    .replaceAll(quantities, (written, count: string, unit: string) => {
      return spokenQuantity(Number(count.replace(',', '.')), unit, language) ?? written;
    });
}

/** Letters and digits with hyphens in between, and long numbers, also in groups. */
const codes = /(?<![\p{L}\d])(?:(?=[^\s]*\d)[\p{L}\d]+(?:-[\p{L}\d]+)+|\d{5,}|\d+(?: \d+){2,})(?![\p{L}\d])/gu;
const quantities = /(?<![\p{L}\d])(\d+(?:[.,]\d+)?) (\p{L}+)(?![\p{L}\d])/gu;
