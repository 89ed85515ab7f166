import { gs1CheckDigit } from '#shared/scan/check-digits.ts';

/** An item as the demo ERP posts it; the shape of an `item` message. */
export interface DemoItem {
  readonly number: string;
  readonly description: string;
  readonly category: string;
  readonly baseUnit: string;
  readonly decimals: number;
  readonly units: readonly { readonly unit: string; readonly numerator: number; readonly denominator: number }[];
  readonly barcodes: readonly { readonly code: string; readonly unit: string; readonly quantity: number }[];
  readonly tracking: { readonly lot: boolean; readonly serial: boolean; readonly expiry: boolean };
  readonly shelfLifeDays?: number;
  readonly unitCost: number;
  readonly abcClass: 'A' | 'B' | 'C';
  readonly weight?: { readonly gross: number; readonly unit: 'g' };
  readonly dimensions?: {
    readonly length: number;
    readonly width: number;
    readonly height: number;
    readonly unit: 'mm';
  };
}

interface Family {
  readonly category: string;
  readonly products: readonly string[];
  readonly variants: readonly string[];
  readonly unitCost: number;
  readonly caseOf: number;
  readonly baseUnit?: string;
  readonly decimals?: number;
  readonly lot?: boolean;
  readonly serial?: boolean;
  readonly shelfLifeDays?: number;
}

/** What a wholesaler for bakeries and their shops keeps; each product in each variant is an item. */
const families: readonly Family[] = [
  {
    category: 'flour',
    products: ['Rye flour', 'Wheat flour', 'Spelt flour', 'Wholemeal flour', 'Corn flour', 'Rice flour'],
    variants: ['1 kg', '2.5 kg', '5 kg', '10 kg', '25 kg', 'organic 1 kg', 'organic 5 kg', 'organic 25 kg'],
    unitCost: 1.15,
    caseOf: 12,
  },
  {
    category: 'dairy',
    products: ['Butter', 'Cream cheese', 'Quark', 'Whipping cream', 'Milk', 'Yoghurt', 'Mozzarella'],
    variants: ['250 g', '500 g', '1 kg', '5 kg', 'organic 250 g', 'organic 1 kg', 'lactose-free 500 g'],
    unitCost: 1.9,
    caseOf: 10,
    lot: true,
    shelfLifeDays: 28,
  },
  {
    category: 'baking',
    products: ['Yeast', 'Baking powder', 'Vanilla sugar', 'Cocoa', 'Almond paste', 'Poppy seed', 'Sesame', 'Custard'],
    variants: ['100 g', '250 g', '500 g', '1 kg', '2.5 kg', '5 kg', 'organic 500 g', 'organic 1 kg'],
    unitCost: 2.4,
    caseOf: 20,
    lot: true,
    shelfLifeDays: 270,
  },
  {
    category: 'fruit',
    products: ['Raisins', 'Cranberries', 'Apricots', 'Apple rings', 'Plums', 'Figs'],
    variants: ['200 g', '500 g', '1 kg', '5 kg', 'organic 500 g', 'organic 5 kg', 'chopped 1 kg', 'chopped 5 kg'],
    unitCost: 3.6,
    caseOf: 8,
    lot: true,
    shelfLifeDays: 365,
  },
  {
    category: 'drinks',
    products: ['Apple juice', 'Orange juice', 'Mineral water', 'Lemonade', 'Iced tea', 'Cola', 'Malt beer'],
    variants: ['0.2 l', '0.33 l', '0.5 l', '0.7 l', '1 l', '1.5 l', '2 l', '5 l'],
    unitCost: 0.8,
    caseOf: 24,
  },
  {
    category: 'packaging',
    products: ['Paper bag', 'Carton', 'Cake box', 'Napkin', 'Cup', 'Lid', 'Tray', 'Baking paper', 'Film', 'Label roll'],
    variants: ['small', 'medium', 'large', 'extra large', 'printed small', 'printed large', 'kraft', 'white'],
    unitCost: 0.12,
    caseOf: 100,
  },
  {
    category: 'bulk',
    products: ['Sugar', 'Salt', 'Oat flakes', 'Sunflower seeds', 'Linseed', 'Semolina'],
    variants: ['loose', 'loose organic', 'loose fine', 'loose coarse'],
    unitCost: 0.9,
    caseOf: 25,
    baseUnit: 'kg',
    decimals: 3,
    lot: true,
  },
  {
    category: 'machines',
    products: ['Hand mixer', 'Dough scale', 'Label printer', 'Handheld scanner', 'Bread slicer'],
    variants: ['compact', 'standard', 'pro', 'spare unit'],
    unitCost: 180,
    caseOf: 4,
    serial: true,
  },
  {
    category: 'spices',
    products: ['Cinnamon', 'Cardamom', 'Anise', 'Ginger', 'Cloves', 'Nutmeg', 'Caraway', 'Pepper'],
    variants: ['50 g', '100 g', '250 g', '500 g', '1 kg', 'whole 100 g', 'whole 1 kg', 'organic 250 g'],
    unitCost: 2.9,
    caseOf: 15,
    lot: true,
    shelfLifeDays: 540,
  },
  {
    category: 'cleaning',
    products: ['Detergent', 'Degreaser', 'Disinfectant', 'Gloves', 'Wipes', 'Soap', 'Descaler', 'Brush'],
    variants: ['0.5 l', '1 l', '5 l', '10 l', 'refill', 'spray', 'concentrate', 'bulk'],
    unitCost: 2.2,
    caseOf: 6,
  },
];

/** GS1 prefix of the demo's own making: company part 4099999, never given out with these items. */
const companyPrefix = '4099999';

/** At least 500 items, the same each time: lots, expiry, serials, weights and cases are all among them. */
export function demoItems(): DemoItem[] {
  const items: DemoItem[] = [];
  for (const family of families) {
    for (const product of family.products) {
      for (const variant of family.variants) items.push(itemOf(family, `${product} ${variant}`, items.length + 1));
    }
  }
  return items;
}

function itemOf(family: Family, description: string, index: number): DemoItem {
  const baseUnit = family.baseUnit ?? 'pcs';
  const gtin13 = withCheckDigit(companyPrefix + String(index).padStart(5, '0'));
  const gtin14 = withCheckDigit(`1${gtin13.slice(0, 12)}`);
  const expiry = family.shelfLifeDays !== undefined;
  return {
    number: `A${String(index).padStart(4, '0')}`,
    description,
    category: family.category,
    baseUnit,
    decimals: family.decimals ?? 0,
    units: [{ unit: 'case', numerator: family.caseOf, denominator: 1 }],
    barcodes: [
      { code: gtin13, unit: baseUnit, quantity: 1 },
      { code: gtin14, unit: 'case', quantity: 1 },
    ],
    tracking: { lot: family.lot ?? false, serial: family.serial ?? false, expiry },
    ...(family.shelfLifeDays !== undefined && { shelfLifeDays: family.shelfLifeDays }),
    unitCost: family.unitCost,
    ...measuresOf(description),
    abcClass: index % 10 === 0 ? 'A' : index % 3 === 0 ? 'B' : 'C',
  };
}

const gramsIn: Readonly<Record<string, number>> = { g: 1, kg: 1000, l: 1000 };

/**
 * What its name says of how much is in it: three per cent of wrapping come on top, and goods are packed as cubes of 0.6
 * kg a litre. Of what is sold by size or loose, the ERP knows neither weight nor dimensions.
 */
function measuresOf(description: string): Pick<DemoItem, 'weight' | 'dimensions'> {
  const [, amount, unit] = description.match(/(\d+(?:\.\d+)?) (kg|g|l)\b/) ?? [];
  const grams = Number(amount) * (gramsIn[unit ?? ''] ?? Number.NaN);
  if (Number.isNaN(grams)) return {};
  const edge = Math.ceil(Math.cbrt(grams / 0.6) * 10);
  return {
    weight: { gross: Math.ceil(grams * 1.03), unit: 'g' },
    dimensions: { length: edge, width: edge, height: edge, unit: 'mm' },
  };
}

function withCheckDigit(digits: string): string {
  return digits + gs1CheckDigit(digits);
}
