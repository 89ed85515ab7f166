import { describe, expect, test } from 'vitest';
import { checkValue } from '#shared/scan/gs1/check-value.ts';
import { linters } from '#shared/scan/gs1/linters.ts';
import { aiRule, allAiRules } from '#shared/scan/gs1/rules.ts';

describe('the table of application identifiers', () => {
  const rules = allAiRules();

  test('has every identifier once, and none begins another', () => {
    const identifiers = rules.map((rule) => rule.ai);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    const inside = identifiers.filter((ai) => identifiers.some((other) => other !== ai && other.startsWith(ai)));
    expect(inside).toEqual([]);
  });

  test('knows a check for every name the dictionary uses', () => {
    const names = new Set(rules.flatMap((rule) => rule.components.flatMap((component) => component.linters)));
    expect([...names].filter((name) => linters[name] === undefined)).toEqual([]);
    expect(Object.keys(linters).filter((name) => !names.has(name))).toEqual([]);
  });

  test('lets elements follow without separator only where every component has one length', () => {
    const open = rules.filter((rule) => rule.selfDelimiting).flatMap((rule) => rule.components);
    expect(open.filter((component) => component.optional || component.shortest < component.longest)).toEqual([]);
  });
});

/** Funder 123456, offer 123456, save 1, buy 1 of family 123. */
const coupon = '012345612345611110123';

describe('values behind their identifier', () => {
  test.each([
    ['SSCC', '00', '003400000000000014', 'accepted'],
    ['GLN with wrong check digit', '410', '4012345000008', 'scan.gs1_check_digit'],
    ['returnable asset', '8003', '04012345000009XYZ', 'accepted'],
    ['returnable asset without its zero', '8003', '14012345000009', 'scan.gs1_value'],
    ['model number with its check pair', '8013', '1987654Ad4X4bL5ttr2310c2K', 'accepted'],
    ['model number with another pair', '8013', '1987654Ad4X4bL5ttr2310c2X', 'scan.gs1_check_digit'],
    ['asset that begins with letters', '8004', 'AB12345', 'scan.gs1_value'],
    ['asset shorter than a company prefix', '8004', '123', 'scan.gs1_value'],
    ['component identifier in small letters', '8010', '4012345ab', 'scan.gs1_character'],
    ['component serial', '8011', '12', 'accepted'],
    ['component serial with leading zero', '8011', '012', 'scan.gs1_value'],
    ['piece 1 of 2', '8006', '040063813339310102', 'accepted'],
    ['piece 3 of 2', '8006', '040063813339310302', 'scan.gs1_value'],
    ['piece 0', '8006', '040063813339310002', 'scan.gs1_value'],
    ['account number', '8007', 'DE89370400440532013000', 'accepted'],
    ['account number with wrong check digits', '8007', 'DE88370400440532013000', 'scan.gs1_value'],
    ['account number of no country', '8007', 'XX89370400440532013000', 'scan.gs1_value'],
    ['account number too short', '8007', 'DE89370400', 'scan.gs1_value'],
    ['price in euro', '3912', '9781250', 'accepted'],
    ['price in no currency', '3912', '0001250', 'scan.gs1_value'],
    ['currency without amount', '3912', '978', 'scan.gs1_too_short'],
    ['processor in any country', '7030', '999ABC', 'accepted'],
    ['origin in any country', '422', '999', 'scan.gs1_value'],
    ['ship-to country', '4307', 'DE', 'accepted'],
    ['ship-to country in small letters', '4307', 'de', 'scan.gs1_value'],
    ['half a country more', '423', '2765', 'scan.gs1_too_short'],
    ['name in percent-encoding', '4301', 'M%C3%BCller', 'accepted'],
    ['name with a loose percent sign', '4301', '100%', 'scan.gs1_value'],
    ['north pole', '4309', '18000000000000000000', 'accepted'],
    ['beyond the north pole', '4309', '18000000010000000000', 'scan.gs1_value'],
    ['beyond the date line', '4309', '00000000003600000001', 'scan.gs1_value'],
    ['delivery not before', '4324', '2603022359', 'accepted'],
    ['delivery not before, day open', '4324', '2603002359', 'accepted'],
    ['dangerous goods', '4321', '2', 'scan.gs1_value'],
    ['minus 18 degrees', '4331', '001800-', 'accepted'],
    ['plus written as plus', '4331', '001800+', 'scan.gs1_value'],
    ['harvest from and to', '7007', '260301260307', 'accepted'],
    ['harvest to an impossible day', '7007', '260301260332', 'scan.gs1_date'],
    ['freight unit type', '7041', 'PX', 'accepted'],
    ['atomizer', '7041', 'AT', 'accepted'],
    ['no freight unit type', '7041', '9C', 'scan.gs1_value'],
    ['importer index', '7040', '1ABz', 'accepted'],
    ['importer index with a stop', '7040', '1AB.', 'scan.gs1_value'],
    ['media type', '7241', '11', 'scan.gs1_value'],
    ['birth on the 29th of February 2024', '7250', '20240229', 'accepted'],
    ['birth on the 29th of February 2023', '7250', '20230229', 'scan.gs1_date'],
    ['birth at ten to twelve', '7251', '202402292350', 'accepted'],
    ['sex 3', '7252', '3', 'scan.gs1_value'],
    ['second of three', '7258', '2/3', 'accepted'],
    ['fourth of three', '7258', '4/3', 'scan.gs1_value'],
    ['roll without width', '8001', '00000123451231', 'scan.gs1_value'],
    ['roll', '8001', '01231234512310', 'accepted'],
    ['roll wound in an unknown way', '8001', '01231234512320', 'scan.gs1_value'],
    ['upgrade number without letter', '8014', '1987654123', 'scan.gs1_check_digit'],
    ['signature', '8030', 'AbC-_9==A', 'scan.gs1_character'],
    ['signature padded to a multiple of three', '8030', 'AbC-_9A==', 'accepted'],
    ['signature padded otherwise', '8030', 'AbC-_9A=', 'scan.gs1_value'],
    ['coupon', '8110', coupon, 'accepted'],
    ['coupon for three purchases', '8110', `${coupon}11110123921101230123456`, 'accepted'],
    ['coupon for a second purchase of no known code', '8110', `${coupon}111151239`, 'scan.gs1_value'],
    ['coupon with dates', '8110', `${coupon}32604014260301`, 'accepted'],
    ['coupon that ends before it starts', '8110', `${coupon}32603014260401`, 'scan.gs1_value'],
    ['coupon that ends on no day', '8110', `${coupon}3260431`, 'scan.gs1_value'],
    ['coupon with serial, retailer and flags', '8110', `${coupon}5012345661123456790011`, 'accepted'],
    ['coupon with an unknown flag', '8110', `${coupon}90012`, 'scan.gs1_value'],
    ['coupon cut off', '8110', '0123456123456111', 'scan.gs1_value'],
    ['coupon with letters', '8110', '01234561234561111012A', 'scan.gs1_value'],
    ['offer coupon', '8112', '001234561234560123456', 'accepted'],
    ['offer coupon with more behind', '8112', '0012345612345601234567', 'scan.gs1_value'],
    ['offer coupon of another format', '8112', '201234561234560123456', 'scan.gs1_value'],
  ])('%s', (_, ai, value, outcome) => {
    const rule = aiRule(ai);
    expect(rule).toBeDefined();
    if (rule !== undefined) expect(checkValue(rule, value, 0, 2026)?.code ?? 'accepted').toBe(outcome);
  });
});
