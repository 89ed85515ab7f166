import type { FieldError } from '#shared/kernel/problem.ts';
import { ownCodeKinds, type ShownScanRules } from '#shared/sites/scan-rules.ts';
import { useDesk } from '../../ui/console/context.ts';

type OwnCode = ShownScanRules['codes'][number];

/** The warehouse's own codes as a list that is written in: what people call them, what they are, and how they look. */
export function OwnCodes({
  codes,
  errors,
  onChange,
}: {
  readonly codes: readonly OwnCode[];
  readonly errors: readonly FieldError[];
  readonly onChange: (codes: readonly OwnCode[]) => void;
}) {
  const { say } = useDesk();
  const set = (index: number, members: Partial<OwnCode>) =>
    onChange(codes.map((code, at) => (at === index ? { ...code, ...members } : code)));
  return (
    <>
      <ul class="own-codes">
        {codes.map((code, index) => {
          const told = errors.filter(({ pointer }) => pointer.startsWith(`/codes/${index}/`));
          const isWrong = (member: string) =>
            told.some(({ pointer }) => pointer === `/codes/${index}/${member}`) || undefined;
          return (
            // A row has nothing of its own that stays: what is typed into it changes its name.
            <li key={index} class={code.isActive ? '' : 'is-off'}>
              <label>
                {say('scanRules.name')}
                <input
                  type="text"
                  maxLength={60}
                  value={code.name}
                  aria-invalid={isWrong('name')}
                  onInput={({ currentTarget: { value: name } }) => set(index, { name })}
                />
              </label>
              <label>
                {say('scanRules.kind')}
                <select
                  value={code.kind}
                  onChange={({ currentTarget: { value } }) => {
                    const kind = ownCodeKinds.find((known) => known === value);
                    if (kind) set(index, { kind });
                  }}
                >
                  {ownCodeKinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {say(`scanRules.kind.${kind}`)}
                    </option>
                  ))}
                </select>
              </label>
              <label class="own-code-pattern">
                {say('scanRules.pattern')}
                <input
                  type="text"
                  maxLength={100}
                  spellcheck={false}
                  autocomplete="off"
                  value={code.pattern}
                  aria-invalid={isWrong('pattern')}
                  onInput={({ currentTarget: { value: pattern } }) => set(index, { pattern })}
                />
              </label>
              <label class="desk-switch">
                <input
                  type="checkbox"
                  checked={code.isActive}
                  onChange={({ currentTarget: { checked: isActive } }) => set(index, { isActive })}
                />
                {say('scanRules.isActive')}
              </label>
              <button type="button" onClick={() => onChange(codes.filter((_, at) => at !== index))}>
                {say('scanRules.remove')}
              </button>
              {told.length > 0 && (
                <p class="desk-field-fault" role="alert">
                  {told.map((error) => say.problem(error)).join(' ')}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        onClick={() => onChange([...codes, { name: '', kind: 'location', pattern: '', isActive: true }])}
      >
        {say('scanRules.add')}
      </button>
    </>
  );
}
