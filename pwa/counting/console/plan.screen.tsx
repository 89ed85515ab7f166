import { useState } from 'preact/hooks';
import { type CountPlanDocument, plannedTypes } from '#shared/ledger/count-plan.ts';
import { goTo } from '../../ui/console/address.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Editing, type Section } from '../../ui/console/editing.tsx';
import { Head } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useEditor } from '../../ui/console/use-editor.ts';
import type { Speak } from '../../ui/console/words.ts';
import { countsHref, planPath, plansHref } from './paths.ts';

/** One plan as a form; what it says is due can be sent for at once. */
export const countPlanScreen: ConsoleScreen = {
  path: `${plansHref.replace('/console', '')}/:plan`,
  permit: 'counting.review',
  under: '/stock',
  Screen: Plan,
};

function Plan({ params: { plan: code = '' } }: ScreenProps) {
  const { say, warehouse, client, may } = useDesk();
  const editor = useEditor<CountPlanDocument>(planPath(warehouse, code));
  const [question, setQuestion] = useState<Question | null>(null);
  const mayChange = may('counting.set_plan');
  const name = editor.draft?.name ?? code;
  const removal: Question = {
    title: say('plans.remove.title', { name }),
    text: say('plans.remove.text'),
    confirm: say('plans.remove'),
    isGrave: true,
    carryOut: () => client.revoke(planPath(warehouse, code)),
    onDone: () => goTo(plansHref),
  };
  const sending: Question = {
    title: say('plans.send'),
    text: say('plans.send.text'),
    confirm: say('plans.send'),
    carryOut: () => client.command('counting.request', warehouse, { plan: code }),
    onDone: () => goTo(`${countsHref}?status=asked`),
  };
  return (
    <>
      <Head back={{ href: plansHref, name: say('counts.plans') }} title={<code>{code}</code>}>
        {mayChange && (
          <button type="button" onClick={() => setQuestion(removal)}>
            {say('plans.remove')}…
          </button>
        )}
        {may('counting.request') && editor.changed === 0 && (
          <button type="button" onClick={() => setQuestion(sending)}>
            {say('plans.send')}…
          </button>
        )}
      </Head>
      <fieldset class="desk-plain" disabled={!mayChange}>
        <Editing editor={editor} sections={sectionsOf(say)} />
      </fieldset>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}

function sectionsOf(say: Speak): Section[] {
  const [any, never] = [say('plans.any'), say('plans.never')];
  return [
    {
      title: say('plans.about'),
      fields: [
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 64 },
        { pointer: '/isActive', label: say('plans.isOn'), kind: 'flag' },
      ],
    },
    {
      title: say('plans.what'),
      fields: [
        {
          ...{ pointer: '/by', label: say('plans.by'), kind: 'choice' },
          options: (['item', 'place'] as const).map((by) => ({ value: by, name: say(`plans.by.${by}`) })),
        },
        { pointer: '/when/abcClasses', label: say('plans.classes'), kind: 'list', empty: any },
        { pointer: '/when/zones', label: say('plans.zones'), kind: 'list', empty: any },
        {
          ...{ pointer: '/when/types', label: say('plans.types'), help: say('plans.types.help'), kind: 'many' },
          options: plannedTypes.map((type) => ({ value: type, name: say(`plans.type.${type}`) })),
        },
      ],
    },
    {
      title: say('plans.when'),
      fields: [
        {
          ...{ pointer: '/everyDays', label: say('plans.everyDays'), kind: 'number', minimum: 1, isOptional: true },
          empty: never,
          help: say('plans.everyDays.help'),
        },
        {
          ...{ pointer: '/whenLeft', label: say('plans.whenLeft'), kind: 'number', minimum: 0, isOptional: true },
          ...{ empty: never, step: 'any', help: say('plans.whenLeft.help') },
        },
        { pointer: '/atMost', label: say('plans.atMost'), help: say('plans.atMost.help'), kind: 'number', minimum: 1 },
        { pointer: '/secondCounter', label: say('counts.second'), help: say('counts.second.help'), kind: 'flag' },
      ],
    },
  ];
}
