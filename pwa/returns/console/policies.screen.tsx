import { useState } from 'preact/hooks';
import type { OwnPolicy, ReturnPolicies } from '#shared/returns/policy.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import type { Outcome } from '../../ui/console/client.ts';
import { useDesk } from '../../ui/console/context.ts';
import type { Field } from '../../ui/console/fields.tsx';
import { History } from '../../ui/console/history.tsx';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Head, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** What a source system takes back of single items and of categories: more specific than its settings. */
export const returnPoliciesScreen: ConsoleScreen = {
  path: '/setup/source-systems/:code/returns',
  permit: 'integration.administer',
  Screen: Policies,
};

const kinds = ['always', 'never', 'within-days'] as const;

function Policies({ params: { code = '' } }: ScreenProps) {
  const { say, client } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const [question, setQuestion] = useState<Question | null>(null);
  const path = `/api/admin/return-policies/${encodeURIComponent(code)}`;
  const list = useAnswer<ReturnPolicies>(path);

  /** Changes the list as it is now: whoever else changed it meanwhile is not overwritten. */
  const change = async (
    changed: (policies: readonly OwnPolicy[]) => readonly OwnPolicy[],
  ): Promise<Outcome<unknown>> => {
    const now = await client.get<ReturnPolicies>(path);
    return 'problem' in now ? now : client.put(path, { policies: changed(now.data.policies) }, now.etag ?? null);
  };
  const remove = (policy: OwnPolicy): Question => ({
    title: `${say('returnPolicies.remove')}: ${subjectOf(policy)}`,
    text: say('returnPolicies.remove.text'),
    confirm: say('returnPolicies.remove'),
    carryOut: () => change((policies) => policies.filter((each) => subjectOf(each) !== subjectOf(policy))),
    onDone: list.reload,
  });
  return (
    <>
      <Head back={{ href: `/console/setup/source-systems/${code}`, name: code }} title={say('returnPolicies')}>
        <button type="button" class="is-main" onClick={() => setMaking(true)}>
          {say('returnPolicies.make')}
        </button>
      </Head>
      <p class="desk-quiet">{say('returnPolicies.text')}</p>
      <Reading of={list} isEmpty={({ policies }) => policies.length === 0} empty={say('returnPolicies.none')}>
        {({ policies }) => <Rows policies={policies} onRemove={(policy) => setQuestion(remove(policy))} />}
      </Reading>
      <History subject={`return-policies/${code}`} />
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {isMaking && (
        <Make
          onMake={(policy) => change((policies) => [...policies, policy])}
          onMade={list.reload}
          onClose={() => setMaking(false)}
        />
      )}
    </>
  );
}

function subjectOf({ item, category }: OwnPolicy): string {
  return item ?? category ?? '';
}

function Rows({
  policies,
  onRemove,
}: {
  readonly policies: readonly OwnPolicy[];
  readonly onRemove: (policy: OwnPolicy) => void;
}) {
  const { say } = useDesk();
  const heads = { subject: say('returnPolicies.subject'), rule: say('returnPolicies.rule') };
  return (
    <div class="desk-table-frame">
      <table class="desk-table" aria-label={say('returnPolicies')}>
        <thead>
          <tr>
            <th scope="col">{heads.subject}</th>
            <th scope="col">{heads.rule}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {policies.map((policy) => (
            <tr key={subjectOf(policy)}>
              <td data-head={heads.subject}>
                {say(policy.item === undefined ? 'returnPolicies.category' : 'returnPolicies.item')}:{' '}
                <code>{subjectOf(policy)}</code>
              </td>
              <td data-head={heads.rule}>{say(`returnPolicies.${policy.policy}`, { days: policy.withinDays ?? 0 })}</td>
              <td>
                <button type="button" onClick={() => onRemove(policy)}>
                  {say('returnPolicies.remove')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Draft {
  readonly about: 'item' | 'category';
  readonly subject: string;
  readonly policy: OwnPolicy['policy'];
  readonly withinDays: number;
}

function Make({
  onMake,
  onMade,
  onClose,
}: {
  readonly onMake: (policy: OwnPolicy) => Promise<Outcome<unknown>>;
  readonly onMade: () => void;
  readonly onClose: () => void;
}) {
  const { say } = useDesk();
  const fields: readonly Field[] = [
    {
      ...{ pointer: '/about', label: say('returnPolicies.about'), kind: 'choice' },
      options: (['item', 'category'] as const).map((value) => ({ value, name: say(`returnPolicies.${value}`) })),
    },
    { pointer: '/subject', label: say('returnPolicies.subject'), kind: 'text', longest: 64 },
    {
      ...{ pointer: '/policy', label: say('returnPolicies.rule'), kind: 'choice' },
      options: kinds.map((value) => ({ value, name: say(`returnPolicies.${value}.name`) })),
    },
    { pointer: '/withinDays', label: say('returnPolicies.days'), kind: 'number', minimum: 0 },
  ];
  return (
    <MakeNew
      title={say('returnPolicies.make')}
      confirm={say('returnPolicies.make')}
      start={{ about: 'item', subject: '', policy: 'never', withinDays: 30 } satisfies Draft}
      fields={fields}
      carryOut={(draft) => {
        const { about, subject, policy, withinDays } = draft as Draft;
        const days = policy === 'within-days' ? { withinDays } : {};
        return onMake({ [about]: subject.trim(), policy, ...days });
      }}
      onMade={onMade}
      onClose={onClose}
    />
  );
}
