import type { ComponentChildren } from 'preact';
import type { Problem } from '#shared/kernel/problem.ts';
import { useDesk } from './context.ts';
import type { Fresh } from './use-answer.ts';

/** How bad something is. Every tone has a sign of its own besides its colour. */
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'quiet';

const signs: Readonly<Record<Tone, string>> = { good: '✓', warn: '◔', bad: '!', info: '→', quiet: '–' };

const tones: Readonly<Record<string, Tone>> = {
  accepted: 'good',
  received: 'info',
  parked: 'warn',
  failed: 'bad',
  superseded: 'quiet',
  cancelled: 'quiet',
  draft: 'quiet',
  open: 'info',
  partially_received: 'warn',
  posted: 'good',
  rejected: 'bad',
  resolved: 'good',
  closed: 'quiet',
  closed_empty: 'quiet',
};

export function toneOf(status: string): Tone {
  return tones[status] ?? 'quiet';
}

/** A state as a small label. `tone` where the same word is good news in one place and a wait in another. */
export function Status({ code, tone = toneOf(code) }: { readonly code: string; readonly tone?: Tone }) {
  const { say } = useDesk();
  return <Chip tone={tone}>{say.label('status', code)}</Chip>;
}

export function Chip({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) {
  return (
    <span class={`desk-chip tone-${tone}`}>
      <span class="desk-chip-sign" aria-hidden="true">
        {signs[tone]}
      </span>
      {children}
    </span>
  );
}

/** How long ago; the moment itself on pointing at it. */
export function When({ at }: { readonly at: string | null }) {
  const { format } = useDesk();
  if (at === null) return <span class="desk-none">–</span>;
  return (
    <time dateTime={at} title={format.instant(at)}>
      {format.ago(at)}
    </time>
  );
}

export function Moment({ at }: { readonly at: string | null }) {
  const { format } = useDesk();
  if (at === null) return <span class="desk-none">–</span>;
  return (
    <time dateTime={at} title={format.ago(at)}>
      {format.instant(at)}
    </time>
  );
}

/** The title of a screen with what stands beside it. */
export function Head({
  title,
  back,
  children,
}: {
  readonly title: ComponentChildren;
  /** The screen above this one; the Escape key goes there. */
  readonly back?: { readonly href: string; readonly name: string };
  readonly children?: ComponentChildren;
}) {
  return (
    <header class="desk-head">
      {back && (
        <a class="desk-back" href={back.href} data-back>
          ← {back.name}
        </a>
      )}
      <h1>{title}</h1>
      <div class="desk-head-side">{children}</div>
    </header>
  );
}

export function Panel({
  title,
  id,
  children,
}: {
  readonly title: ComponentChildren;
  /** What a link to this panel names. */
  readonly id?: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="desk-panel" id={id}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Names and what they are; what is null, false or empty is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [name: string, value: ComponentChildren])[] }) {
  return (
    <dl class="desk-facts">
      {rows
        .filter(([, value]) => value !== null && value !== undefined && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** How much of something, with its unit. */
export function Quantity({ of, unit }: { readonly of: number; readonly unit: string }) {
  const { format } = useDesk();
  return (
    <span class="desk-quantity">
      {format.number(of)} <span class="desk-unit">{unit}</span>
    </span>
  );
}

export function Json({ value }: { readonly value: unknown }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <pre class="desk-json" tabIndex={0}>
      {JSON.stringify(value, null, 2)}
    </pre>
  );
}

export function ProblemBox({ problem }: { readonly problem: Problem }) {
  const { say } = useDesk();
  return (
    <div class="desk-problem" role="alert">
      <span aria-hidden="true">!</span>
      <div>
        <p>{say.problem(problem)}</p>
        {problem.errors && problem.errors.length > 0 && (
          <ul>
            {problem.errors.map((error) => (
              <li key={`${error.pointer} ${error.code}`}>
                <code>{error.pointer}</code> {say.problem(error)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/**
 * What a screen shows of something that is read: the problem above what was read last, a word while there is nothing
 * yet, and `empty` where there is nothing at all.
 */
export function Reading<T>({
  of,
  isEmpty,
  empty,
  children,
}: {
  readonly of: Fresh<T>;
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: string;
  readonly children: (data: T) => ComponentChildren;
}) {
  const { say } = useDesk();
  const { data, problem } = of;
  return (
    <>
      {problem && <ProblemBox problem={problem} />}
      {data === null && !problem && <p class="desk-quiet">{say('loading')}</p>}
      {data !== null && (isEmpty?.(data) ? <p class="desk-empty">{empty}</p> : children(data))}
    </>
  );
}
