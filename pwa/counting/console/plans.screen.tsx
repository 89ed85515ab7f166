import { useState } from 'preact/hooks';
import type { CountPlanDocument, CountPlanList } from '#shared/ledger/count-plan.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Chip, Head, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import type { Speak } from '../../ui/console/words.ts';
import { countsHref, planHref, planPath, plansHref, plansPath } from './paths.ts';

/** What has places counted again and again, and when picks leave little. */
export const countPlansScreen: ConsoleScreen = {
  path: plansHref.replace('/console', ''),
  permit: 'counting.review',
  under: '/stock',
  Screen: Plans,
};

function Plans() {
  const { say, warehouse, may, format } = useDesk();
  const list = useAnswer<CountPlanList>(plansPath(warehouse), 30_000);
  const [isMaking, setMaking] = useState(false);
  const columns: readonly Column<CountPlanDocument>[] = [
    {
      head: say('plans.isOn'),
      cell: ({ isActive }) => (
        <Chip tone={isActive ? 'good' : 'quiet'}>{say(isActive ? 'setup.yes' : 'setup.no')}</Chip>
      ),
    },
    { head: say('plans.what'), cell: (plan) => whatOf(plan, say) },
    { head: say('plans.when'), cell: (plan) => whenOf(plan, say) },
    { head: say('counts.second'), cell: ({ secondCounter }) => say(secondCounter ? 'setup.yes' : 'setup.no') },
    { head: say('plans.atMost'), cell: ({ atMost }) => format.number(atMost), isNumber: true },
  ];
  return (
    <>
      <Head back={{ href: countsHref, name: say('counts') }} title={say('counts.plans')}>
        {may('counting.set_plan') && (
          <button type="button" class="is-main" onClick={() => setMaking(true)}>
            {say('plans.make')}
          </button>
        )}
      </Head>
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('plans.none')}>
        {({ items }) => (
          <Table
            label={say('counts.plans')}
            rows={items}
            columns={columns}
            rowKey={({ code }) => code}
            href={({ code }) => planHref(code)}
            nameHead={say('setup.name')}
            name={({ code, name }) => (
              <>
                {name} <code>{code}</code>
              </>
            )}
          />
        )}
      </Reading>
      {isMaking && <MakePlan onClose={() => setMaking(false)} />}
    </>
  );
}

/** What a plan has counted, in a line. */
function whatOf({ by, when: { abcClasses, zones, types } }: CountPlanDocument, say: Speak): string {
  const parts = [
    ...(abcClasses.length > 0 ? [`${say('plans.classes')} ${abcClasses.join(', ')}`] : []),
    ...(zones.length > 0 ? [`${say('plans.zones')} ${zones.join(', ')}`] : []),
    ...types.map((type) => say(`plans.type.${type}`)),
  ];
  return [say(`plans.by.${by}`), ...parts].join(' · ');
}

/** When, in a line. */
function whenOf({ everyDays, whenLeft }: CountPlanDocument, say: Speak): string {
  const parts = [
    ...(everyDays === null ? [] : [say('plans.everyShort', { days: everyDays })]),
    ...(whenLeft === null ? [] : [say('plans.leftShort', { quantity: whenLeft })]),
  ];
  return parts.length === 0 ? say('plans.byHand') : parts.join(' · ');
}

function MakePlan({ onClose }: { readonly onClose: () => void }) {
  const { say, client, warehouse } = useDesk();
  return (
    <MakeNew
      title={say('plans.make')}
      confirm={say('setup.make')}
      start={{ code: '', name: '', isActive: false, everyDays: 30 }}
      fields={[
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 64 },
        { pointer: '/code', label: say('setup.code'), kind: 'text', longest: 32 },
      ]}
      carryOut={async (draft) => {
        const { code, name, ...rest } = draft as { code: string; name: string };
        const plan = { ...rest, code: code.trim(), name: name.trim() };
        const outcome = await client.put(planPath(warehouse, plan.code || ' '), plan, null);
        if ('data' in outcome) goTo(planHref(plan.code));
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
