import type { FaceRow } from '#shared/replenishment/console.ts';
import type { LimitsAnswer } from '#shared/replenishment/limits-document.ts';
import type { Client, Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import type { Field } from '../../ui/console/fields.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';

interface Draft {
  readonly location: string;
  readonly row: { readonly item: string; readonly minimum: number | null; readonly maximum: number | null };
}

/** How much a face is to hold. Without a minimum and a maximum nobody fills it by itself any more. */
export function SetLimits({
  face,
  onDone,
  onClose,
}: {
  /** Null: one that is named in the dialog. */
  readonly face: FaceRow | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const named: readonly Field[] = face
    ? []
    : [
        { pointer: '/location', label: say('found.location'), kind: 'text', longest: 32 },
        { pointer: '/items/0/item', label: say('item'), kind: 'text', longest: 64 },
      ];
  const { location = '', item = '', minimum = null, maximum = null, unit = '', sourceSystem } = face ?? {};
  const inUnit = unit === '' ? '' : ` (${unit})`;
  return (
    <MakeNew
      title={face ? say('faces.limits.of', { location }) : say('faces.set')}
      text={say(face?.planVersion ? 'faces.limits.planned' : 'faces.limits.text')}
      confirm={say('work.set')}
      start={{ location, items: { 0: { item, minimum, maximum } } }}
      fields={[
        ...named,
        {
          ...{ pointer: '/items/0/minimum', label: `${say('faces.minimum')}${inUnit}`, kind: 'number', minimum: 0 },
          step: 'any',
        },
        {
          ...{ pointer: '/items/0/maximum', label: `${say('faces.maximum')}${inUnit}`, kind: 'number', minimum: 0 },
          step: 'any',
        },
      ]}
      carryOut={(draft) => {
        const { location: at, items } = draft as { location: string; items: { readonly 0: Draft['row'] } };
        const row = { ...items[0], item: items[0].item.trim() };
        return save(client, { warehouse, location: at.trim(), row, sourceSystem: sourceSystem ?? null });
      }}
      onMade={onDone}
      onClose={onClose}
    />
  );
}

/** Changes one item of the place; what else it is to hold stays. */
async function save(
  client: Client,
  meant: Draft & { readonly warehouse: string; readonly sourceSystem: string | null },
): Promise<Outcome<unknown>> {
  const { warehouse, location, row, sourceSystem } = meant;
  const path = `/api/admin/pick-faces/${encodeURIComponent(warehouse)}/${encodeURIComponent(location || ' ')}`;
  const known = await client.get<LimitsAnswer>(path);
  if ('problem' in known) return known;
  const isSame = (one: { item: string; sourceSystem: string }) =>
    one.item === row.item && (sourceSystem ?? one.sourceSystem) === one.sourceSystem;
  const others = known.data.items.filter((one) => !isSame(one));
  const own = { ...row, ...(sourceSystem !== null && { sourceSystem }) };
  const isUnset = row.minimum === null && row.maximum === null;
  // What is said of the item that is changed is told beside its fields, which are those of the first.
  return client.put(path, { items: [...(isUnset ? [] : [own]), ...others] }, known.etag ?? '');
}
