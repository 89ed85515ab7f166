import { useState } from 'preact/hooks';
import { Banner } from './banner.tsx';
import { Header } from './header.tsx';
import { Icon } from './icons.tsx';
import { Keypad } from './keypad.tsx';
import { isLanguage, say, speak, text } from './language.ts';
import { LanguageChoice } from './language-choice.tsx';
import type { Model } from './model.ts';
import { problemWords, type Words, words } from './words.ts';

/** Who is working? Scan the badge, enter the PIN. Works without a network for whoever was here within a day. */
export function SignInScreen({ model }: { readonly model: Model }) {
  const [refusal, setRefusal] = useState<Words | null>(null);
  const badge = model.badge.value;
  const status = model.status.value;
  const isUsed = status.lastSyncAt !== null || status.waiting > 0;

  const signIn = async (pin: string) => {
    if (badge === null) return;
    setRefusal(null);
    const result = await model.device.signIn(badge, pin);
    if ('code' in result) {
      setRefusal(problemWords(result));
      return;
    }
    const { language, name } = result.session.operator;
    if (isLanguage(language)) await speak(language);
    model.badge.value = null;
    const said = result.isOffline ? words('signIn.offline') : words('signIn.hello', { name });
    const tone = result.isOffline ? 'ask' : 'good';
    model.banner.value = { tone, said, text: '', heard: null, command: null };
    await model.refresh();
    model.go(model.view.value ? 'flow' : 'menu');
  };
  const chooseBadge = (next: string | null) => {
    model.badge.value = next;
    setRefusal(null);
  };

  return (
    <main class="sign-in">
      <Header title={text('app.name')} {...(isUsed && { status })} />
      {refusal !== null && (
        <div class="banner bad" role="alert">
          <Icon name="bad" />
          <p>{say(refusal)}</p>
        </div>
      )}
      <Banner told={refusal === null ? model.banner.value : null} />
      {badge === null ? (
        <BadgeForm onBadge={chooseBadge} onSetUp={() => model.go('scanner')} />
      ) : (
        <PinForm key={badge} badge={badge} onPin={signIn} onOther={() => chooseBadge(null)} />
      )}
    </main>
  );
}

/** A badge is scanned wherever the focus is; this is for those who have to type it. */
function BadgeForm({ onBadge, onSetUp }: { readonly onBadge: (badge: string) => void; readonly onSetUp: () => void }) {
  const [typed, setTyped] = useState('');
  const badge = typed.trim().toUpperCase();
  return (
    <form
      class="middle centre"
      onSubmit={(event) => {
        event.preventDefault();
        if (badge !== '') onBadge(badge);
      }}
    >
      <h2>{text('signIn.scanBadge')}</h2>
      <label>
        {text('signIn.typeBadge')}
        <input
          value={typed}
          autocomplete="username"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={64}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary" disabled={badge === ''}>
        {text('signIn.next')}
      </button>
      <button type="button" onClick={onSetUp}>
        {text('signIn.setUpScanner')}
      </button>
      <LanguageChoice onChoose={(language) => void speak(language)} />
    </form>
  );
}

interface PinFormProps {
  readonly badge: string;
  readonly onPin: (pin: string) => Promise<void>;
  readonly onOther: () => void;
}

function PinForm({ badge, onPin, onOther }: PinFormProps) {
  const [pin, setPin] = useState('');
  const [isChecking, setChecking] = useState(false);
  const check = async () => {
    if (pin === '' || isChecking) return;
    setChecking(true);
    await onPin(pin);
    setChecking(false);
    setPin('');
  };
  return (
    <form
      class="middle centre pin"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <h2>{text('signIn.enterPin')}</h2>
      <p class="about">{badge}</p>
      <output class="dots" aria-label={text('signIn.pin')}>
        {'●'.repeat(pin.length) || '–'}
      </output>
      <Keypad
        onChange={setPin}
        maxLength={12}
        enter={text(isChecking ? 'signIn.checking' : 'signIn.go')}
        canEnter={pin !== '' && !isChecking}
      />
      <button type="button" onClick={onOther}>
        {text('signIn.otherBadge')}
      </button>
    </form>
  );
}
