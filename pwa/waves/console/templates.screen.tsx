import { useState } from 'preact/hooks';
import type { TemplateDocument, TemplateList } from '#shared/waves/template-document.ts';
import { goTo } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Chip, Head, Reading } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { type Column, Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';
import type { Speak } from '../../ui/console/words.ts';
import { templateHref, templatePath, templatesHref, templatesPath, wavesHref } from './paths.ts';

/** What gathers orders: by hand, or by itself. */
export const templatesScreen: ConsoleScreen = {
  path: templatesHref.replace('/console', ''),
  permit: 'waves.release',
  Screen: Templates,
};

function Templates() {
  const { say, warehouse, may, format } = useDesk();
  const list = useAnswer<TemplateList>(templatesPath(warehouse), 30_000);
  const [isMaking, setMaking] = useState(false);
  const columns: readonly Column<TemplateDocument>[] = [
    {
      head: say('templates.isOn'),
      cell: ({ isActive }) => (
        <Chip tone={isActive ? 'good' : 'quiet'}>{say(isActive ? 'setup.yes' : 'setup.no')}</Chip>
      ),
    },
    { head: say('templates.position'), cell: ({ position }) => position, isNumber: true },
    { head: say('templates.gathers'), cell: (template) => criteriaOf(template, say) },
    { head: say('templates.itself'), cell: (template) => clockOf(template, say) },
    { head: say('templates.ordersAtMost'), cell: ({ ordersAtMost }) => format.number(ordersAtMost), isNumber: true },
  ];
  return (
    <>
      <Head back={{ href: wavesHref, name: say('waves') }} title={say('templates')}>
        {may('waves.set_template') && (
          <button type="button" class="is-main" onClick={() => setMaking(true)}>
            {say('templates.make')}
          </button>
        )}
      </Head>
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('templates.none')}>
        {({ items }) => (
          <Table
            label={say('templates')}
            rows={items}
            columns={columns}
            rowKey={({ code }) => code}
            href={({ code }) => templateHref(code)}
            nameHead={say('setup.name')}
            name={({ code, name }) => (
              <>
                {name} <code>{code}</code>
              </>
            )}
          />
        )}
      </Reading>
      {isMaking && <MakeTemplate onClose={() => setMaking(false)} />}
    </>
  );
}

/** Which orders a template gathers, in a line. */
function criteriaOf({ when }: TemplateDocument, say: Speak): string {
  const parts = [
    ...(when.carriers?.length ? [`${say('templates.carriers')}: ${when.carriers.join(', ')}`] : []),
    ...(when.orderTypes?.length ? [`${say('templates.orderTypes')}: ${when.orderTypes.join(', ')}`] : []),
    ...(when.sourceSystems?.length ? [`${say('templates.sourceSystems')}: ${when.sourceSystems.join(', ')}`] : []),
    ...within(say('work.priority'), when.priorityAtMost, ''),
    ...within(say('work.due'), when.dueWithinHours, ' h'),
  ];
  return parts.length === 0 ? say('templates.any') : parts.join(' · ');
}

function within(name: string, limit: number | null | undefined, unit: string): string[] {
  return (limit ?? null) === null ? [] : [`${name} ≤ ${limit}${unit}`];
}

/** When it makes waves, in a line. */
function clockOf({ automatic }: TemplateDocument, say: Speak): string {
  if (!automatic) return say('templates.byHand');
  const { everyMinutes, ordersAtLeast, linesAtLeast, cutoff } = automatic;
  const parts = [
    ...(typeof everyMinutes !== 'number' ? [] : [say('templates.everyShort', { minutes: everyMinutes })]),
    ...(typeof ordersAtLeast !== 'number' ? [] : [say('templates.atLeastShort', { count: ordersAtLeast })]),
    ...(typeof linesAtLeast !== 'number' ? [] : [say('templates.linesShort', { count: linesAtLeast })]),
    ...(typeof cutoff !== 'string' ? [] : [say('templates.cutoffShort', { time: cutoff })]),
  ];
  return parts.length === 0 ? say('templates.atOnce') : parts.join(' · ');
}

function MakeTemplate({ onClose }: { readonly onClose: () => void }) {
  const { say, client, warehouse } = useDesk();
  return (
    <MakeNew
      title={say('templates.make')}
      confirm={say('setup.make')}
      start={{ code: '', name: '' }}
      fields={[
        { pointer: '/name', label: say('setup.name'), kind: 'text', longest: 64 },
        { pointer: '/code', label: say('setup.code'), kind: 'text', longest: 32 },
      ]}
      carryOut={async (draft) => {
        const { code, name } = draft as { code: string; name: string };
        const template = { code: code.trim(), name: name.trim() };
        const outcome = await client.put(templatePath(warehouse, template.code || ' '), template, null);
        if ('data' in outcome) goTo(templateHref(template.code));
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
