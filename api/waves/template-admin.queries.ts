import { type TemplateDocument, templateDocument } from '#shared/waves/template-document.ts';
import type { Runner } from '../platform/db/connection.ts';
import { statement } from '../platform/db/statement.ts';
import type { AppTrx } from '../platform/store.ts';

const ofWarehouse = statement<{ warehouse: string }>()((k, p) =>
  k
    .selectFrom('wave_template')
    .select(['code', 'position', 'template'])
    .where('warehouse', '=', p('warehouse'))
    .orderBy('position')
    .orderBy('code'),
);

/** The templates of a warehouse in the order in which they are tried. */
export async function templatesOf(read: Runner, warehouse: string): Promise<TemplateDocument[]> {
  const rows = await read.all(ofWarehouse, { warehouse });
  return rows.map(({ code, position, template }) =>
    templateDocument.parse({ ...(JSON.parse(template) as object), code, position }),
  );
}

export async function keepTemplate(trx: AppTrx, warehouse: string, document: TemplateDocument): Promise<void> {
  const { code, position, ...template } = document;
  const text = JSON.stringify(template);
  await trx.k
    .insertInto('wave_template')
    .values({ warehouse, code, position, template: text, version: 1 })
    .onConflict((conflict) =>
      conflict.columns(['warehouse', 'code']).doUpdateSet((eb) => ({
        position,
        template: text,
        version: eb('wave_template.version', '+', 1),
      })),
    )
    .execute();
}

export async function removeTemplate(trx: AppTrx, warehouse: string, code: string): Promise<void> {
  await trx.k.deleteFrom('wave_template').where('warehouse', '=', warehouse).where('code', '=', code).execute();
}
