import { useState } from 'preact/hooks';
import type { Sighting, UnknownCodeList, UnknownCodeRow } from '#shared/unknown-codes/console.ts';
import { Ask, type Question } from '../../ui/console/ask.tsx';
import { useDesk } from '../../ui/console/context.ts';
import { Choices } from '../../ui/console/filters.tsx';
import { Chip, Head, Quantity, Reading, When } from '../../ui/console/parts.tsx';
import { Photos } from '../../ui/console/photos.tsx';
import type { ConsoleScreen, ScreenProps } from '../../ui/console/screen.ts';
import { useAnswer } from '../../ui/console/use-answer.ts';
import { BindCode } from './bind-code.tsx';

/** Codes that nothing had when they were scanned: somebody says once, for everyone, what they stand for. */
export const unknownCodesScreen: ConsoleScreen = {
  path: '/unknown-codes',
  permit: 'unknown_codes.bind',
  under: '/stock',
  Screen: UnknownCodes,
};

const states = ['open', 'bound', 'dismissed'] as const;

function UnknownCodes({ address }: ScreenProps) {
  const { say, warehouse } = useDesk();
  const [question, setQuestion] = useState<Question | null>(null);
  const [toBind, setToBind] = useState<UnknownCodeRow | null>(null);
  const status = states.find((state) => state === address.query.get('status')) ?? 'open';
  const list = useAnswer<UnknownCodeList>(`/api/console/unknown-codes?warehouse=${warehouse}&status=${status}`);
  const choices = states.map((state) => ({ value: state === 'open' ? '' : state, name: say(`unknownCodes.${state}`) }));
  return (
    <>
      <Head title={say('unknownCodes')} back={{ href: '/console/stock', name: say('stock') }} />
      <Choices address={address} member="status" label={say('status')} choices={choices} />
      <Reading of={list} isEmpty={({ items }) => items.length === 0} empty={say(`unknownCodes.none.${status}`)}>
        {({ items }) => (
          <ul class="desk-cards">
            {items.map((row) => (
              <li key={row.code}>
                <Card row={row} onBind={() => setToBind(row)} onAsk={setQuestion} onDone={list.reload} />
              </li>
            ))}
          </ul>
        )}
      </Reading>
      {question && <Ask question={question} onClose={() => setQuestion(null)} />}
      {toBind && <BindCode row={toBind} onMade={list.reload} onClose={() => setToBind(null)} />}
    </>
  );
}

interface CardProps {
  readonly row: UnknownCodeRow;
  readonly onBind: () => void;
  readonly onAsk: (question: Question) => void;
  readonly onDone: () => void;
}

function Card({ row, onBind, onAsk, onDone }: CardProps) {
  const { say } = useDesk();
  return (
    <article class={`desk-card ${row.status === 'open' ? 'is-open' : ''}`}>
      <header>
        <Chip tone={row.status === 'open' ? 'warn' : 'quiet'}>{say('unknownCodes.times', { count: row.times })}</Chip>
        <strong>
          <code>{row.code}</code>
        </strong>
        <span class="desk-quiet">
          <When at={row.lastSeenAt} />
        </span>
      </header>
      {row.suspicion && (
        <p class="desk-warning" role="note">
          {say.problem(row.suspicion)}
        </p>
      )}
      {row.item !== null && (
        <p>
          {row.item} · {row.description} · <Quantity of={row.quantity ?? 1} unit={row.unit ?? ''} />
        </p>
      )}
      {row.decidedBy !== null && (
        <p class="desk-quiet">
          {row.decidedBy} · <When at={row.decidedAt} />
          {row.reason && `: ${row.reason}`}
        </p>
      )}
      {row.sightings.map((sighting) => (
        <Seen key={sighting.sighting} sighting={sighting} code={row.code} />
      ))}
      <Buttons row={row} onBind={onBind} onAsk={onAsk} onDone={onDone} />
    </article>
  );
}

/** Where it was scanned, between which other scans. */
function Seen({ sighting, code }: { readonly sighting: Sighting; readonly code: string }) {
  const { say } = useDesk();
  const { by, at, location, order, licensePlate, note, before, after, photos, flow } = sighting;
  const where = [location, order, licensePlate, flow, note].filter(Boolean).join(' · ');
  return (
    <section class="desk-seen">
      <p class="desk-quiet">
        {by} · <When at={at} />
        {where !== '' && ` · ${where}`}
      </p>
      <ol class="desk-scans" aria-label={say('unknownCodes.scans')}>
        {before.map((text, index) => (
          <li key={`${index} ${text}`}>
            <code>{text}</code>
          </li>
        ))}
        <li aria-current="true">
          <code>{code}</code>
        </li>
        {after.map((text, index) => (
          <li key={`${index} ${text}`}>
            <code>{text}</code>
          </li>
        ))}
      </ol>
      <Photos of={photos} />
    </section>
  );
}

function Buttons({ row, onBind, onAsk, onDone }: CardProps) {
  const { say, client, warehouse } = useDesk();
  const { code, status } = row;
  const decide = (what: 'dismiss' | 'unbind'): Question => ({
    title: `${say(`unknownCodes.${what}`)}: ${code}`,
    text: say(`unknownCodes.${what}.text`),
    confirm: say(`unknownCodes.${what}`),
    isGrave: what === 'unbind',
    needsReason: true,
    carryOut: (reason) => client.command(`unknown_codes.${what}`, warehouse, { code, reason }),
    onDone,
  });
  if (status === 'dismissed') return null;
  return (
    <div class="desk-buttons">
      {status === 'open' && (
        <button type="button" class="is-main" onClick={onBind}>
          {say('unknownCodes.bind')}
        </button>
      )}
      <button type="button" onClick={() => onAsk(decide(status === 'open' ? 'dismiss' : 'unbind'))}>
        {say(status === 'open' ? 'unknownCodes.dismiss' : 'unknownCodes.unbind')}
      </button>
    </div>
  );
}
