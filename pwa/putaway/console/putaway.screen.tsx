import { useState } from 'preact/hooks';
import type { PutawayRules, RuleDocument } from '#shared/putaway/rule-document.ts';
import { goTo } from '../../ui/console/address.ts';
import { Ask } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Editing } from '../../ui/console/editing.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Head, Panel } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { type Editor, useEditor } from '../../ui/console/use-editor.ts';
import { ruleHref, rulePath, rulesPath } from './paths.ts';
import { RuleList } from './rule-list.tsx';
import { Tester } from './tester.tsx';

/** The rules of put-away in the order in which they are tried, and beside them what they do with goods. */
export const putawayScreen: ConsoleScreen = {
  path: '/putaway',
  permit: 'putaway.read',
  tab: { name: 'putaway' },
  Screen: Putaway,
};

function Putaway({ address }: ScreenProps) {
  const { say, warehouse, may } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const editor = useEditor<PutawayRules>(rulesPath(warehouse));
  const mayChange = may('sites.administer');
  return (
    <>
      <Head title={say('putaway')}>
        {mayChange && (
          <button type="button" class="is-main" onClick={() => setMaking(true)}>
            {say('putaway.makeRule')}
          </button>
        )}
      </Head>
      <div class="desk-columns putaway-columns">
        <Panel title={say('putaway.rules')}>
          {editor.base?.isDefault && <p class="desk-note">{say('putaway.defaults')}</p>}
          {mayChange ? <Ordering editor={editor} /> : <RuleList rules={editor.base?.rules ?? []} />}
        </Panel>
        <Tester address={address} {...(editor.changed > 0 && editor.draft && { rules: editor.draft.rules })} />
      </div>
      {isMaking && <MakeRule onClose={() => setMaking(false)} />}
    </>
  );
}

/** The list with its order in hand: what was moved is tried out beside it, and saved together. */
function Ordering({ editor }: { readonly editor: Editor<PutawayRules> }) {
  const { say } = useDesk();
  const [removing, setRemoving] = useState<RuleDocument | null>(null);
  const rules = editor.draft?.rules ?? [];
  const set = (next: readonly RuleDocument[]) => editor.set('/rules', next);
  return (
    <>
      <Editing editor={editor} sections={[]}>
        <RuleList
          rules={rules}
          onMove={(index, to) => set(moved(rules, index, to))}
          onSwitch={(index) =>
            set(rules.map((rule, at) => (at === index ? { ...rule, isActive: !rule.isActive } : rule)))
          }
          onRemove={setRemoving}
        />
      </Editing>
      {removing && (
        <Ask
          question={{
            title: say('putaway.removeRule', { name: removing.name }),
            text: say(rules.length === 1 ? 'putaway.removeLast.text' : 'putaway.removeRule.text'),
            confirm: say('putaway.remove'),
            isGrave: true,
            carryOut: async () => ({ data: set(rules.filter(({ code }) => code !== removing.code)) }),
            onDone: () => setRemoving(null),
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}

function moved(rules: readonly RuleDocument[], index: number, to: number): readonly RuleDocument[] {
  const [rule] = rules.slice(index, index + 1);
  return rule && to >= 0 && to < rules.length ? rules.toSpliced(index, 1).toSpliced(to, 0, rule) : rules;
}

function MakeRule({ onClose }: { readonly onClose: () => void }) {
  const { say, client, warehouse } = useDesk();
  return (
    <MakeNew
      title={say('putaway.makeRule')}
      text={say('putaway.makeRule.text')}
      confirm={say('setup.make')}
      start={{ code: '', name: '' }}
      fields={[
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 80 },
        { pointer: '/code', label: say('setup.code'), kind: 'text', longest: 32, help: say('putaway.code.help') },
      ]}
      carryOut={async (draft) => {
        const { code, name } = draft as { code: string; name: string };
        const rule = { code: code.trim(), name: name.trim(), isActive: false, strategies: ['same-item', 'empty'] };
        const outcome = await client.put(rulePath(warehouse, rule.code || ' '), rule, null);
        if ('data' in outcome) goTo(ruleHref(rule.code));
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
