import type { UnknownCodeRow } from '#shared/unknown-codes/console.ts';
import { useDesk } from '../../ui/console/context.ts';
import type { Field } from '../../ui/console/fields.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';

interface Bound {
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  readonly sourceSystem: string;
  readonly acceptCheckDigit: boolean;
}

/** What a code stands for: asked once, known to everyone afterwards. */
export function BindCode({
  row,
  onMade,
  onClose,
}: {
  readonly row: UnknownCodeRow;
  readonly onMade: () => void;
  readonly onClose: () => void;
}) {
  const { say, client, warehouse } = useDesk();
  const { code, suspicion } = row;
  const fields: readonly Field[] = [
    { pointer: '/item', label: say('unknownCodes.item'), kind: 'text', longest: 64 },
    { pointer: '/quantity', label: say('unknownCodes.quantity'), kind: 'number', minimum: 0, step: 'any' },
    { pointer: '/unit', label: say('unknownCodes.unit'), kind: 'text', longest: 32 },
    {
      ...{ pointer: '/sourceSystem', label: say('unknownCodes.sourceSystem'), kind: 'text', longest: 64 },
      ...{ isOptional: true, help: say('unknownCodes.sourceSystem.help') },
    },
  ];
  const compared: Field = {
    pointer: '/acceptCheckDigit',
    label: say('unknownCodes.compared'),
    help: suspicion ? say.problem(suspicion) : undefined,
    kind: 'flag',
  };
  return (
    <MakeNew
      title={`${say('unknownCodes.bind')}: ${code}`}
      text={say('unknownCodes.bind.text')}
      confirm={say('unknownCodes.bind')}
      start={{ item: '', quantity: 1, unit: 'pcs', sourceSystem: '', acceptCheckDigit: false }}
      fields={suspicion ? [...fields, compared] : fields}
      carryOut={(draft) => {
        const { item, unit, quantity, sourceSystem, acceptCheckDigit } = draft as Bound;
        return client.command('unknown_codes.bind', warehouse, {
          ...{ code, item: item.trim(), unit: unit.trim(), quantity },
          ...(sourceSystem && { sourceSystem: sourceSystem.trim() }),
          ...(acceptCheckDigit && { acceptCheckDigit }),
        });
      }}
      onMade={onMade}
      onClose={onClose}
    />
  );
}
