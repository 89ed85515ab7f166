import { useState } from 'preact/hooks';
import type { TemplateList } from '#shared/waves/template-document.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Panel } from '../../ui/console/parts.tsx';
import type { Meant } from './outlook.tsx';

/** Makes a wave of all orders that a template gathers at this moment. */
export function FromTemplate({
  templates,
  onPreview,
  onMake,
}: {
  readonly templates: TemplateList['items'];
  readonly onPreview: (meant: Meant) => void;
  readonly onMake: (what: object) => Promise<Outcome<unknown>>;
}) {
  const { say } = useDesk();
  const [code, setCode] = useState('');
  const [question, setQuestion] = useState<Question | null>(null);
  const named = templates.find((template) => template.code === code);
  return (
    <Panel title={say('waves.fromTemplate')}>
      <div class="desk-buttons waves-template">
        <select
          aria-label={say('waves.template')}
          value={code}
          onChange={({ currentTarget: { value } }) => setCode(value)}
        >
          <option value="">{say('waves.chooseTemplate')}</option>
          {templates.map((template) => (
            <option key={template.code} value={template.code}>
              {template.name}
            </option>
          ))}
        </select>
        <button type="button" disabled={!named} onClick={() => onPreview({ template: code })}>
          {say('waves.preview')}
        </button>
        <button
          type="button"
          disabled={!named}
          onClick={() =>
            setQuestion({
              title: `${say('waves.create')}: ${named?.name ?? ''}`,
              text: say('waves.fromTemplate.text'),
              confirm: say('waves.create'),
              carryOut: () => onMake({ template: code }),
              onDone: () => undefined,
            })
          }
        >
          {say('waves.create')}…
        </button>
      </div>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </Panel>
  );
}
