import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '#shared/kernel/problem.ts';
import { inventoryStatuses } from '#shared/ledger/stock-row.ts';
import type { PutawayTest } from '#shared/putaway/console.ts';
import type { RuleDocument } from '#shared/putaway/rule-document.ts';
import { type Address, goTo, withQuery } from '../../ui/console/address.ts';
import { useDesk } from '../../ui/console/context.ts';
import { Panel, ProblemBox } from '../../ui/console/parts.tsx';
import { Tested } from './tested.tsx';

/** What is asked about, as it stands in the address: a plate or an item, and how much of it. */
interface Asked {
  readonly goods: string;
  readonly quantity: string;
  readonly status: string;
  readonly search: string;
}

/**
 * Where goods would go, and why not elsewhere. `rules`: those that are tried out, changed and not kept yet; without them
 * the rules in force are asked.
 */
export function Tester({ address, rules }: { readonly address: Address; readonly rules?: readonly RuleDocument[] }) {
  const { say } = useDesk();
  const asked = askedIn(address);
  const { test, problem, more } = useTest(asked, rules);
  return (
    <Panel title={say('putaway.tester')}>
      <p class="desk-quiet">{say(rules ? 'putaway.tester.changed' : 'putaway.tester.text')}</p>
      <AskForm asked={asked} address={address} />
      {problem && <ProblemBox problem={problem} />}
      {test && (
        <Tested
          test={test}
          search={asked.search}
          onSearch={(search) => goTo(withQuery(address, { place: search }), 'replace')}
          onMore={more}
        />
      )}
    </Panel>
  );
}

function askedIn({ query }: Address): Asked {
  const read = (name: string) => query.get(name) ?? '';
  return { goods: read('goods'), quantity: read('quantity'), status: read('status'), search: read('place') };
}

function AskForm({ asked, address }: { readonly asked: Asked; readonly address: Address }) {
  const { say } = useDesk();
  const form = useRef<HTMLFormElement>(null);
  const ask = () => {
    const data = new FormData(form.current ?? undefined);
    const text = (name: string) => String(data.get(name) ?? '').trim();
    const next = { goods: text('goods'), quantity: text('quantity'), status: text('status'), place: '' };
    goTo(withQuery(address, next), 'replace');
  };
  return (
    <form
      ref={form}
      class="putaway-ask"
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <label>
        {say('putaway.plateOrItem')}
        <input
          name="goods"
          type="search"
          defaultValue={asked.goods}
          maxLength={64}
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <label>
        {say('putaway.quantity')}
        <input name="quantity" type="number" min="0" step="any" defaultValue={asked.quantity} />
      </label>
      <label>
        {say('status')}
        <select name="status" value={asked.status || 'available'} onChange={ask}>
          {inventoryStatuses.map((status) => (
            <option key={status} value={status}>
              {say.label('inventoryStatus', status)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" class="is-main">
        {say('putaway.try')}
      </button>
    </form>
  );
}

const pauseMs = 250;
const pageSize = 25;

/** Asks again when the goods, the search or the rules change; `more` adds the next part of the places. */
function useTest(asked: Asked, rules: readonly RuleDocument[] | undefined) {
  const { client, warehouse } = useDesk();
  const [state, setState] = useState<{ test: PutawayTest | null; problem: Problem | null }>({
    test: null,
    problem: null,
  });
  const newest = useRef(0);
  const body = JSON.stringify({ ...asked, rules, warehouse });

  const ask = useCallback(
    async (after: number) => {
      const { goods, quantity, status, search } = asked;
      return client.post<PutawayTest>('/api/console/putaway/test', {
        ...{ warehouse, goods, after, limit: pageSize },
        ...(quantity !== '' && { quantity: Number(quantity) }),
        ...(status !== '' && { inventoryStatus: status }),
        ...(search !== '' && { search }),
        ...(rules && { rules }),
      });
    },
    // What is asked is compared by its text: the objects are new each time the screen is drawn.
    [client, body],
  );

  useEffect(() => {
    newest.current += 1;
    const mine = newest.current;
    if (asked.goods === '') {
      setState({ test: null, problem: null });
      return;
    }
    const timer = setTimeout(async () => {
      const outcome = await ask(0);
      if (mine !== newest.current) return;
      setState('data' in outcome ? { test: outcome.data, problem: null } : { test: null, problem: outcome.problem });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [ask]);

  const more = async () => {
    const { test } = state;
    if (!test || test.places.next === null) return;
    const outcome = await ask(test.places.next);
    if (!('data' in outcome)) return;
    const { places } = outcome.data;
    setState({
      test: { ...test, places: { ...places, items: [...test.places.items, ...places.items] } },
      problem: null,
    });
  };
  return { ...state, more };
}
