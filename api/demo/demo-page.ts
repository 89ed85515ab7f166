import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { consigneeFrom } from '#shared/ledger/consignee.ts';
import { returnIdOf } from '#shared/ledger/return-id.ts';
import { gs1CheckDigit } from '#shared/scan/check-digits.ts';
import type { Routes } from '../platform/http/routes.ts';
import type { Services } from '../platform/services.ts';
import {
  allLocations,
  cartonsToLoad,
  freePlates,
  itemsOfOrders,
  openOrders,
  ordersToShip,
  platesToCome,
  shipmentsGone,
} from './demo-page.queries.ts';
import { type DemoLanguage, demoTexts } from './demo-page.texts.ts';
import { demoPeople } from './sites.ts';

/** One code of the page: what is drawn, what it says below, and what a click delivers as a scan. */
interface Code {
  readonly symbology: 'code128' | 'ean13' | 'itf14' | 'gs1datamatrix' | 'gs1-128';
  /** What the encoder gets; GS1 codes in brackets. */
  readonly text: string;
  readonly title: string;
  readonly note: string;
  /** What a scanner would type, group separators as U+001D. */
  readonly scan: string;
}

const warehouse = 'EAST';
const commands = ['CONFIRM', 'UNDO', 'SKIP', 'DONE', 'BACK', 'HELP'];
const platePrefix = '34099999';
/** Licence plates looked at, to find some that nobody has used yet. */
const platesLookedAt = 500;
const platesShown = 8;

/** `/demo`: every barcode of the demo warehouse, to scan from the screen, to print, or to click. Demo mode only. */
export function addDemoPage(routes: Routes, services: Services): void {
  if (services.mode !== 'demo') return;
  const common = { method: 'get', access: { open: true }, tag: 'Demo' } as const;
  routes.add(
    {
      ...common,
      path: '/demo',
      summary: 'Barcodes of the demo warehouse',
      answers: { 200: { description: 'A page to scan from', contentTypes: ['text/html'] } },
    },
    async ({ c }) => {
      const language = languageOf(c);
      const sections = await sectionsOf(services, language);
      return c.html(pageOf(language, sections, await loadDraw()), 200, { 'cache-control': 'no-store' });
    },
  );
  routes.add(
    {
      ...common,
      path: '/demo/page.js',
      summary: 'What makes the codes of the demo page clickable',
      answers: { 200: { description: 'A script', contentTypes: ['text/javascript'] } },
    },
    ({ c }) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
}

async function sectionsOf(services: Services, language: DemoLanguage): Promise<[string, Code[]][]> {
  const { read } = services.store;
  const texts = demoTexts[language];
  const orders = await openOrders(read, warehouse);
  const toShip = await ordersToShip(read, warehouse);
  const orderKeys = [...orders, ...toShip].map((order) => order.order_key);
  const plates = Array.from({ length: platesLookedAt }, (_, index) => plateOf(index + 1));
  const [items, cartons, locations, free, coming, gone] = await Promise.all([
    itemsOfOrders(read, orderKeys),
    cartonsToLoad(read, warehouse),
    allLocations(read, warehouse),
    freePlates(read, plates),
    platesToCome(read, warehouse),
    shipmentsGone(read),
  ]);
  const sold = gone.filter(({ consignee }) => consigneeFrom(consignee).warehouse === undefined);
  const badges = demoPeople.map(({ badge, name, pin }) => plain(badge, name, `${badge} · ${texts.pin} ${pin}`));
  const labels = items.filter((item) => item.lot_tracked === 1 && item.code.length === 14);
  const bestBefore = bestBeforeOf(services.clock.now());
  const codeOf = ({ code, check_digit }: (typeof locations)[number]) =>
    plain(code, code, `${texts.checkDigits} ${check_digit}`);
  const isInAisle = ({ type }: { type: string }) => type === 'pick' || type === 'storage';
  const aisles = Map.groupBy(locations.filter(isInAisle), ({ zone }) => zone ?? '');
  return [
    [texts.sections.badges, badges],
    [texts.sections.orders, orders.map((order) => plain(order.order_number, order.order_number, ''))],
    [texts.sections.coming, coming.map(({ plate, load }) => plateCode(plate, load))],
    [texts.sections.returns, sold.map(({ shipment, order_number }) => returnCode(shipment, order_number))],
    [texts.sections.toShip, toShip.map((order) => plain(order.order_number, order.order_number, ''))],
    [texts.sections.items, items.map(itemCode)],
    [texts.sections.labels, labels.map((item) => labelCode(item, bestBefore))],
    [texts.sections.cartons, cartons.map(({ carton, shipment }) => plateCode(carton, shipment))],
    [texts.sections.plates, free.slice(0, platesShown).map((sscc) => plateCode(sscc, ''))],
    [texts.sections.commands, commands.map((command) => plain(`%${command}`, command, ''))],
    [texts.sections.locations, locations.filter((location) => !isInAisle(location)).map(codeOf)],
    ...[...aisles].map(([aisle, racks]): [string, Code[]] => [`${texts.aisle} ${aisle}`, racks.map(codeOf)]),
  ];
}

function plain(text: string, title: string, note: string): Code {
  return { symbology: 'code128', text, title, note, scan: text };
}

function itemCode(item: { number: string; description: string; code: string; unit: string }): Code {
  const symbology = item.code.length === 14 ? 'itf14' : 'ean13';
  return {
    symbology,
    text: item.code,
    title: `${item.number} · ${item.unit}`,
    note: item.description,
    scan: item.code,
  };
}

/** A trade label as a supplier prints it: GTIN, best-before (YYMMDD), a lot. */
function labelCode(item: { number: string; description: string; code: string; unit: string }, date: string): Code {
  const lot = `L${item.number.slice(-3)}`;
  return {
    symbology: 'gs1datamatrix',
    text: `(01)${item.code}(17)${date}(10)${lot}`,
    title: `${item.number} · ${item.unit} · ${lot}`,
    note: item.description,
    scan: `]d201${item.code}17${date}10${lot}`,
  };
}

/** The last day of January of the year after next: fresh enough for every order, whenever the demo is tried. */
function bestBeforeOf(nowMs: number): string {
  const year = new Date(nowMs).getUTCFullYear() + 2;
  return `${String(year % 100).padStart(2, '0')}0131`;
}

/** The SSCC of the n-th label of the demo's roll of licence plates. */
function plateOf(number: number): string {
  const digits = platePrefix + String(number).padStart(9, '0');
  return digits + gs1CheckDigit(digits);
}

function plateCode(sscc: string, note: string): Code {
  return { symbology: 'gs1-128', text: `(00)${sscc}`, title: sscc, note, scan: `]C100${sscc}` };
}

function returnCode(shipment: string, order: string): Code {
  return plain(returnIdOf(shipment), returnIdOf(shipment), order);
}

function languageOf(c: Context): DemoLanguage {
  const wanted = c.req.query('language') ?? (c.req.header('accept-language') ?? '').slice(0, 2);
  return wanted === 'de' || wanted === 'es' ? wanted : 'en';
}

function pageOf(language: DemoLanguage, sections: readonly [string, readonly Code[]][], draw: Draw) {
  const texts = demoTexts[language];
  const filled = sections.filter(([, codes]) => codes.length > 0);
  const contents = filled.map(([title], index) => html`<a href="#s${index}">${title}</a>`);
  const body = filled.map(
    ([title, codes], index) =>
      html`<h2 id="s${index}">${title}</h2><div class="codes">${codes.map((code) => cardOf(code, draw))}</div>`,
  );
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}</title><link rel="icon" href="/icons/tallyman.svg" type="image/svg+xml"><style>${raw(style)}</style><script src="/demo/page.js" defer></script></head>
<body><header><h1>${texts.title}</h1><p>${texts.lead}</p>
<p class="actions"><a href="/" target="tallyman">${texts.openApp}</a><button id="print" type="button">${texts.print}</button></p></header>
<nav>${contents}</nav>
${body}<p id="sent" role="status" data-text="${texts.sent}"></p></body></html>`;
}

function cardOf(code: Code, draw: Draw) {
  return html`<button class="code" type="button" data-scan="${code.scan}">${raw(draw(code))}<b>${code.title}</b><span>${code.note}</span></button>`;
}

type Draw = (code: Code) => string;

/** The encoder is large and only this page needs it, so it is loaded when the page is first asked for. */
async function loadDraw(): Promise<Draw> {
  const { default: bwip } = await import('bwip-js/node');
  return (code) => {
    const known = drawn.get(code.scan);
    if (known !== undefined) return known;
    const isSquare = code.symbology === 'gs1datamatrix';
    const picture = bwip.toSVG({
      bcid: code.symbology,
      text: code.text,
      scale: isSquare ? 3 : 2,
      ...(!isSquare && { height: 12 }),
      includetext: false,
      paddingwidth: 8,
      paddingheight: 4,
      backgroundcolor: 'FFFFFF',
    });
    drawn.set(code.scan, picture);
    return picture;
  };
}

/** What was drawn stays: the locations are many, and always the same. */
const drawn = new Map<string, string>();

const style = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0 auto;max-width:72rem;padding:1.5rem;background:#f6f7f9;color:#14181f}
header{margin-bottom:2rem}h1{font-size:1.75rem;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .75rem}
p{max-width:46rem}.actions{display:flex;gap:.75rem}
.actions a,.actions button{font:inherit;font-weight:600;padding:.6rem 1.1rem;border-radius:.6rem;border:1px solid #0b57d0;background:#0b57d0;color:#fff;text-decoration:none;cursor:pointer}
.actions button{background:none;color:inherit;border-color:currentColor}
nav{position:sticky;top:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:.6rem 0;background:inherit;border-bottom:1px solid #d5d9e0}nav a{color:inherit}
h2{scroll-margin-top:5rem}
.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem}
.code{display:flex;flex-direction:column;gap:.15rem;align-items:center;font:inherit;color:inherit;background:#fff;border:1px solid #d5d9e0;border-radius:.75rem;padding:.9rem;cursor:pointer;break-inside:avoid}
.code:hover,.code:focus-visible{border-color:#0b57d0;box-shadow:0 0 0 2px #0b57d0}
.code svg{max-width:100%;height:5.5rem;background:#fff}
.code b{font-variant-numeric:tabular-nums}.code span{font-size:.85rem;opacity:.75}
#sent{position:fixed;inset:auto 0 1.25rem;margin:auto;width:max-content;max-width:90vw;padding:.6rem 1.1rem;border-radius:.6rem;background:#0f6b3c;color:#fff;font-weight:600}
#sent:empty{display:none}
@media(prefers-color-scheme:dark){body{background:#101319;color:#eef1f6}.code{background:#fff;color:#14181f}}
@media print{body{background:#fff;color:#000}.actions,nav,#sent{display:none}.codes{grid-template-columns:repeat(3,1fr)}}
`;

/**
 * A click reaches the app in another tab of this browser over a channel of the same origin; the app takes it as a wedge
 * scan.
 */
const script = `
const channel = new BroadcastChannel('tallyman-demo-scan');
const sent = document.getElementById('sent');
let clear;
document.getElementById('print').addEventListener('click', () => window.print());
document.addEventListener('click', (event) => {
  const code = event.target.closest('[data-scan]');
  if (!code) return;
  channel.postMessage({ text: code.dataset.scan });
  sent.textContent = sent.dataset.text + ': ' + code.querySelector('b').textContent;
  clearTimeout(clear);
  clear = setTimeout(() => { sent.textContent = ''; }, 2500);
});
`;
