import { useState } from 'preact/hooks';
import type { KeyList, ShownKey } from '#shared/people/key.ts';
import { keyScopes } from '#shared/people/key-scopes.ts';
import { useDesk } from '../../ui/console/context.ts';
import { MakeNew } from '../../ui/console/make-new.tsx';
import { Chip, Moment, Reading, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen } from '../../ui/console/screen.ts';
import { SetupHead } from '../../ui/console/setup.tsx';
import { Shown } from '../../ui/console/shown.tsx';
import { Table } from '../../ui/console/table.tsx';
import { useAnswer } from '../../ui/console/use-answer.ts';

/** Keys of machines: which there are, what they may do, when they were used, and making one. */
export const keysScreen: ConsoleScreen = { path: '/setup/keys', permit: 'integration.administer', Screen: Keys };

const path = '/api/admin/keys';

function Keys() {
  const { say } = useDesk();
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const list = useAnswer<KeyList>(path, 30_000);
  return (
    <>
      <SetupHead part="keys" title={say('setup.keys')}>
        <button type="button" class="is-main" onClick={() => setMaking(true)}>
          {say('keyList.make')}
        </button>
      </SetupHead>
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say('keyList.none')}>
        {({ items }) => (
          <Table<ShownKey>
            label={say('setup.keys')}
            rows={items}
            rowKey={({ id }) => id}
            href={({ id }) => `/console/setup/keys/${encodeURIComponent(id)}`}
            nameHead={say('setup.name')}
            name={({ name }) => name}
            columns={[
              { head: say('status'), cell: KeyState },
              { head: say('sourceSystem'), cell: ({ sourceSystem }) => sourceSystem ?? say('keyList.every') },
              {
                head: say('keyList.scopes'),
                cell: ({ scopes }) => scopes.map((scope) => say.label('scope', scope)).join(', '),
              },
              { head: say('keyList.expires'), cell: ({ expiresAt }) => <Moment at={expiresAt} /> },
              { head: say('keyList.used'), cell: ({ lastUsedAt }) => <When at={lastUsedAt} /> },
            ]}
          />
        )}
      </Reading>
      {isMaking && (
        <MakeKey
          onMade={(key) => {
            setMaking(false);
            setMade(key);
            list.reload();
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {made !== null && (
        <Shown title={say('keyList.made')} text={say('keyList.made.text')} onClose={() => setMade(null)}>
          <code class="desk-secret">{made}</code>
        </Shown>
      )}
    </>
  );
}

/** Whether a key works: in a word and a sign. */
export function KeyState({ revokedAt, expiresAt }: ShownKey) {
  const { say, format } = useDesk();
  if (revokedAt !== null) return <Chip tone="quiet">{say('keyList.revoked')}</Chip>;
  if (expiresAt !== null && format.isPast(expiresAt)) return <Chip tone="warn">{say('keyList.expired')}</Chip>;
  return <Chip tone="good">{say('keyList.works')}</Chip>;
}

function MakeKey({ onMade, onClose }: { readonly onMade: (key: string) => void; readonly onClose: () => void }) {
  const { say, client } = useDesk();
  const systems = useAnswer<{ items: readonly { readonly code: string }[] }>('/api/admin/source-systems', 600_000);
  const codes = (systems.data?.items ?? []).map(({ code }) => ({ value: code, name: code }));
  return (
    <MakeNew
      title={say('keyList.make')}
      text={say('keyList.make.text')}
      confirm={say('keyList.make')}
      start={{ name: '', scopes: ['erp'], sourceSystem: '', expiresAt: null }}
      fields={[
        { pointer: '/name', label: say('setup.name'), help: say('keyList.name.help'), kind: 'text', longest: 250 },
        {
          pointer: '/scopes',
          label: say('keyList.scopes'),
          kind: 'many',
          options: keyScopes.map((value) => ({ value, name: say.label('scope', value) })),
        },
        {
          pointer: '/sourceSystem',
          label: say('sourceSystem'),
          help: say('keyList.sourceSystem.help'),
          kind: 'choice',
          options: [{ value: '', name: say('keyList.every') }, ...codes],
        },
        {
          pointer: '/expiresAt',
          label: say('keyList.expires'),
          help: say('keyList.expires.help'),
          kind: 'date',
        },
      ]}
      carryOut={async (draft) => {
        const { sourceSystem, expiresAt, ...asked } = draft as { sourceSystem: string; expiresAt: string | null };
        const outcome = await client.post<{ key: string }>(path, {
          ...asked,
          ...(sourceSystem !== '' && { sourceSystem }),
          ...(expiresAt !== null && { expiresAt: `${expiresAt}T23:59:59Z` }),
        });
        if ('data' in outcome) onMade(outcome.data.key);
        return outcome;
      }}
      onClose={onClose}
    />
  );
}
