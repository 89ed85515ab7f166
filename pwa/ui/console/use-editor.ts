import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { changesBetween, rebased, withValue } from './changes.ts';
import type { Outcome } from './client.ts';
import { useDesk } from './context.ts';

/** A thing that is being changed: as it was read, as it is meant to be, and what stands against it. */
export interface Editor<T extends object> {
  readonly base: T | null;
  readonly draft: T | null;
  readonly problem: Problem | null;
  /** What somebody else has made of it meanwhile; null while nobody has. */
  readonly theirs: T | null;
  readonly isBusy: boolean;
  /** Saved a moment ago, and not changed since. */
  readonly isSaved: boolean;
  /** How many members were changed. */
  readonly changed: number;
  set(pointer: string, value: unknown): void;
  save(): Promise<void>;
  revert(): void;
  /** Goes on from what somebody else has made of it, with one's own changes on top or without. */
  settle(how: 'mine on top' | 'theirs'): void;
}

interface State<T> {
  readonly base: T | null;
  readonly etag: string | null;
  readonly draft: T | null;
  readonly problem: Problem | null;
  readonly theirs: { readonly thing: T; readonly etag: string | null } | null;
  readonly isBusy: boolean;
  readonly isSaved: boolean;
}

const unread = { base: null, etag: null, draft: null, problem: null, theirs: null, isBusy: false, isSaved: false };

/**
 * Reads a thing once and changes it as it was read: whoever saves second is shown what the first one made of it, and
 * nothing of either is lost unseen.
 */
export function useEditor<T extends object>(path: string): Editor<T> {
  const { client } = useDesk();
  const [state, setState] = useState<State<T>>(unread);
  const { base, draft, etag, theirs, problem, isBusy, isSaved } = state;

  useEffect(() => {
    let isWanted = true;
    setState(unread);
    void client.get<T>(path).then((outcome) => {
      if (isWanted) setState(read(outcome));
    });
    return () => {
      isWanted = false;
    };
  }, [client, path]);

  const save = useCallback(async () => {
    if (draft === null) return;
    setState((before) => ({ ...before, isBusy: true, problem: null }));
    const outcome = await client.put<T>(path, draft, etag);
    if (!('problem' in outcome)) {
      setState({ ...read(outcome), isSaved: true });
      return;
    }
    const isStale = outcome.problem.code === 'request.changed_meanwhile';
    const newer = isStale ? await client.get<T>(path) : null;
    const found = newer && 'data' in newer ? { thing: newer.data, etag: newer.etag ?? null } : null;
    setState((before) => ({ ...before, isBusy: false, problem: found ? null : outcome.problem, theirs: found }));
  }, [client, path, draft, etag]);

  const settle = (how: 'mine on top' | 'theirs') => {
    if (!theirs || base === null || draft === null) return;
    const next = how === 'theirs' ? theirs.thing : rebased(base, draft, theirs.thing);
    setState({ ...unread, base: theirs.thing, etag: theirs.etag, draft: next });
  };

  return {
    ...{ base, draft, problem, isBusy, isSaved },
    theirs: theirs?.thing ?? null,
    changed: base === null || draft === null ? 0 : changesBetween(base, draft).length,
    set: (pointer, value) =>
      setState((before) => ({ ...before, draft: withValue(before.draft, pointer, value), isSaved: false })),
    save,
    revert: () => setState((before) => ({ ...before, draft: before.base, problem: null })),
    settle,
  };
}

function read<T>(outcome: Outcome<T>): State<T> {
  if ('problem' in outcome) return { ...unread, problem: outcome.problem };
  return { ...unread, base: outcome.data, draft: outcome.data, etag: outcome.etag ?? null };
}
