import { useLayoutEffect, useState } from 'preact/hooks';
import { Header } from './header.tsx';
import { Icon } from './icons.tsx';
import { Keypad } from './keypad.tsx';
import { isLanguage, say, speak, text } from './language.ts';
import { LanguageChoice } from './language-choice.tsx';
import type { Model } from './model.ts';
import { problemWords, type Words, words } from './words.ts';

/** Who is working? Scan the badge, enter the PIN. Works without a network for whoever was here within a day. */
export function SignInScreen({ model }: { readonly model: Model }) {
  const [typedBadge, setTypedBadge] = useState('');
  const [pin, setPin] = useState('');
  const [isChecking, setChecking] = useState(false);
  const [refusal, setRefusal] = useState<Words | null>(null);
  const badge = model.badge.value;
  const status = model.status.value;
  const isUsed = status.lastSyncAt !== null || status.waiting > 0;
  // Before the next key can arrive: digits that follow a badge at once are the new person's.
  useLayoutEffect(() => setPin(''), [badge]);

  const check = async () => {
    if (badge === null || pin === '' || isChecking) return;
    setChecking(true);
    setRefusal(null);
    const result = await model.device.signIn(badge, pin);
    setChecking(false);
    setPin('');
    if ('code' in result) {
      setRefusal(problemWords(result));
      return;
    }
    const { language } = result.session.operator;
    if (isLanguage(language)) await speak(language);
    model.badge.value = null;
    const said = result.isOffline
      ? words('signIn.offline')
      : words('signIn.hello', { name: result.session.operator.name });
    const tone = result.isOffline ? 'ask' : 'good';
    model.banner.value = { tone, said, text: '', heard: null, command: null };
    await model.refresh();
    model.go(model.view.value ? 'flow' : 'menu');
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
      {badge === null ? (
        <form
          class="middle centre"
          onSubmit={(event) => {
            event.preventDefault();
            if (typedBadge.trim() !== '') model.badge.value = typedBadge.trim().toUpperCase();
          }}
        >
          <h2>{text('signIn.scanBadge')}</h2>
          <label>
            {text('signIn.typeBadge')}
            <input
              value={typedBadge}
              autocomplete="username"
              autocapitalize="characters"
              spellcheck={false}
              maxLength={64}
              onInput={(event) => setTypedBadge(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="primary" disabled={typedBadge.trim() === ''}>
            {text('signIn.next')}
          </button>
          <LanguageChoice onChoose={(language) => void speak(language)} />
        </form>
      ) : (
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
          <button
            type="button"
            onClick={() => {
              model.badge.value = null;
              setRefusal(null);
            }}
          >
            {text('signIn.otherBadge')}
          </button>
        </form>
      )}
    </main>
  );
}
