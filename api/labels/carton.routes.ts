import type { Context } from 'hono';
import * as z from 'zod';
import { later } from '#shared/kernel/later.ts';
import type { Caller } from '../platform/http/caller.ts';
import { negotiate } from '../platform/http/negotiate.ts';
import { asPersonIn } from '../platform/http/person-in.ts';
import { notFound, type Routes } from '../platform/http/routes.ts';
import { pdfAnswer } from '../platform/print/pdf.ts';
import type { Services } from '../platform/services.ts';
import { contentListOf, type LabelledCarton, labelledCarton, labelOf, packedGoods } from './carton-label.ts';
import type { Label, Size } from './label.ts';
import { labelPdf } from './label-pdf.ts';
import { zplOf } from './zpl.ts';

const permit = 'labels.print';
/** 4 × 6 inches. */
const size: Size = { width: 101.6, height: 152.4 };
const tag = 'Device';
const asLabel = ['application/zpl', 'text/plain', 'application/pdf'] as const;
const asList = ['application/json', ...asLabel] as const;

const contents = later(() =>
  z.object({
    carton: z.string(),
    shipment: z.string(),
    orders: z.array(z.string()),
    items: z.array(
      z.object({
        item: z.string(),
        description: z.string(),
        quantity: z.number(),
        unit: z.string(),
        lot: z.string().nullable(),
        serials: z.array(z.string()),
      }),
    ),
  }),
);

/** What is stuck onto a carton: its label, and what is in it. */
export function addCartonLabelRoutes(routes: Routes, services: Services): void {
  const { read } = services.store;

  async function cartonFor(caller: Caller | undefined, number: string): Promise<LabelledCarton> {
    const labelled = await labelledCarton(read, number);
    if (!labelled) throw notFound(number);
    asPersonIn(caller, labelled.carton.warehouse, permit);
    return labelled;
  }

  routes.add(
    {
      method: 'get',
      path: '/api/device/cartons/{carton}/label',
      summary: 'The label of a carton, 4 × 6 inches with its SSCC: ZPL for label printers of 203 dpi, or PDF',
      tag,
      access: { permit },
      answers: { 200: { description: 'The label', schema: z.string(), contentTypes: [...asLabel] } },
    },
    async ({ c, caller, path: { carton = '' } }) => {
      const labelled = await cartonFor(caller, carton);
      return printed(c, asLabel, [labelOf(size, labelled)], labelled, `${carton}-label`);
    },
  );

  routes.add(
    {
      method: 'get',
      path: '/api/device/cartons/{carton}/content-list',
      summary: 'What is in a carton: as data, or as labels of 4 × 6 inches in the language of its order',
      tag,
      access: { permit },
      answers: { 200: { description: 'Its contents', schema: contents, contentTypes: [...asList] } },
    },
    async ({ c, caller, path: { carton = '' } }) => {
      const labelled = await cartonFor(caller, carton);
      const items = await packedGoods(read, carton);
      if (negotiate(c, asList) === 'application/json') {
        const { orders } = labelled;
        const told: z.infer<typeof contents> = {
          carton,
          shipment: labelled.carton.shipment,
          orders: [...orders],
          items,
        };
        return c.json(told, 200, { vary: 'Accept' });
      }
      return printed(c, asLabel, contentListOf(size, labelled, items), labelled, `${carton}-contents`);
    },
  );
}

async function printed(
  c: Context,
  offered: readonly [string, ...string[]],
  labels: readonly Label[],
  { carton, words: { language } }: LabelledCarton,
  name: string,
): Promise<Response> {
  const type = negotiate(c, offered);
  if (type === 'application/pdf') {
    const about = { title: carton.carton, language, madeAt: new Date(carton.opened_at) };
    return pdfAnswer(await labelPdf(labels, about), name);
  }
  return new Response(zplOf(labels, 203), { headers: { 'content-type': `${type}; charset=utf-8`, vary: 'Accept' } });
}
