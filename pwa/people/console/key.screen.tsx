import { useState } from 'preact/hooks';
import type { ShownKey } from '#shared/people/key.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { History } from '../../ui/console/history.tsx';
import { Facts, Head, Moment, Panel, Reading, When } from '../../ui/console/parts.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { KeyState } from './keys.screen.tsx';

/** One key of a machine: what it may do, and taking that from it. */
export const keyScreen: ConsoleScreen = { path: '/setup/keys/:id', permit: 'integration.administer', Screen: Key };

function Key({ params: { id = '' } }: ScreenProps) {
  const { say, client } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const path = `/api/admin/keys/${encodeURIComponent(id)}`;
  const key = useAnswer<ShownKey>(path);
  const revoke = (name: string): Question => ({
    title: say('keyList.revoke.title'),
    text: say('keyList.revoke.text', { name }),
    confirm: say('keyList.revoke'),
    isGrave: true,
    carryOut: () => client.revoke(path),
    onDone: key.reload,
  });
  return (
    <>
      <Reading of={key}>
        {(data) => (
          <>
            <Head
              back={{ href: '/console/setup/keys', name: say('setup.keys') }}
              title={
                <>
                  {data.name} <KeyState {...data} />
                </>
              }
            >
              {data.revokedAt === null && (
                <button type="button" class="is-grave" onClick={() => setQuestion(revoke(data.name))}>
                  {say('keyList.revoke')}
                </button>
              )}
            </Head>
            <Panel title={say('keyList.about')}>
              <Facts
                rows={[
                  [say('keyList.scopes'), data.scopes.map((scope) => say.label('scope', scope)).join(', ')],
                  [say('sourceSystem'), data.sourceSystem ?? say('keyList.every')],
                  [say('keyList.created'), <Moment key="at" at={data.createdAt} />],
                  [say('keyList.expires'), <Moment key="at" at={data.expiresAt} />],
                  [say('keyList.used'), <When key="at" at={data.lastUsedAt} />],
                  [say('keyList.revokedAt'), data.revokedAt && <Moment at={data.revokedAt} />],
                  ['id', <code key="id">{data.id}</code>],
                ]}
              />
            </Panel>
          </>
        )}
      </Reading>
      <History subject={`key/${id}`} />
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
    </>
  );
}
