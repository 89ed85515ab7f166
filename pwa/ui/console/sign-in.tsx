import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { Client } from './client.ts';
import type { ConsoleSession } from './session.ts';
import type { Speak } from './words.ts';
import type { ConsoleWorld } from './world.ts';

/** The door of the console: user and password. */
export function SignIn({
  world,
  say,
  wasSignedOut,
  onSignedIn,
}: {
  readonly world: ConsoleWorld;
  readonly say: Speak;
  /** The session ended while somebody worked: say so. */
  readonly wasSignedOut: boolean;
  readonly onSignedIn: (session: ConsoleSession) => void;
}) {
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const signIn = async () => {
    setBusy(true);
    const answer = await new Client(world, null).post<ConsoleSession>('/api/session', { user: user.trim(), password });
    setBusy(false);
    if ('problem' in answer) setProblem(answer.problem);
    else onSignedIn(answer.data);
  };
  return (
    <main class="desk-door">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void signIn();
        }}
      >
        <Mark />
        <h1>Tallyman {say('title')}</h1>
        {wasSignedOut && !problem && <p class="desk-quiet">{say('signedOut')}</p>}
        <label class="desk-field">
          {say('user')}
          <input
            ref={field}
            name="user"
            autocomplete="username"
            autocapitalize="characters"
            spellcheck={false}
            required
            value={user}
            onInput={(event) => setUser(event.currentTarget.value)}
          />
        </label>
        <label class="desk-field">
          {say('password')}
          <input
            name="password"
            type="password"
            autocomplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </label>
        {problem && (
          <p class="desk-problem" role="alert">
            <span aria-hidden="true">!</span> {say.problem(problem)}
          </p>
        )}
        <button type="submit" class="is-main" disabled={isBusy}>
          {say('signIn')}
        </button>
        <a class="desk-door-other" href="/">
          {say('toHandheld')}
        </a>
      </form>
    </main>
  );
}

/** Four strokes and one across: a tally. */
export function Mark() {
  return (
    <svg class="desk-mark" viewBox="0 0 52 40" aria-hidden="true" focusable="false">
      <g stroke="currentColor" stroke-width="4" stroke-linecap="round">
        <path d="M10 8v24M20 8v24M30 8v24M40 8v24" />
      </g>
      <path d="M3 28 47 12" class="desk-mark-stroke" stroke-width="4.5" stroke-linecap="round" />
    </svg>
  );
}
