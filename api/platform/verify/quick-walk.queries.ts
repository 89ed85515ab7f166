import { type RawBuilder, sql } from 'kysely';
import type { Dialect } from '../db/connection.ts';
import { type Statement, statement } from '../db/statement.ts';

/** Positions behind `after`, up to `upTo`. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

/** A link of the chain, with what it is made of and what its entry did. Few columns: each costs with every entry. */
export interface LedgerLink {
  readonly hash: string;
  /** What the link is made of besides the one before it; null where the row it stands for is gone. */
  readonly text: string | null;
  /** Null for a link that is no entry. */
  readonly quantity_base: number | null;
  /** What balances are kept by, of each end in the building; null for an end outside. */
  readonly from_key: string | null;
  readonly to_key: string | null;
}

/** The same with what the deltas of the entry say. */
export interface QuickLink extends LedgerLink {
  /** What stands there after it, in its warehouse, and how much it is, as its delta says; null where else it is wrong. */
  readonly from_after: string | null;
  readonly to_after: string | null;
  readonly flags: number;
}

/** What `flags` add up to. */
export const linkFlags = { isInternal: 1, isUnreported: 2, isRegistered: 4 } as const;

/** Between the parts of a key; no code holds it. */
export const keyMark = '\u001f';

type Text = RawBuilder<unknown>;

/** What the two databases have different words for. */
interface Words {
  /** A JSON list of columns, without spaces. */
  list(columns: string): Text;
  /** A column as a JSON value. */
  quoted(column: string): Text;
  /** Members of a JSON object as text, with a brace before them and none behind. */
  object(members: readonly (readonly [name: string, value: Text])[]): Text;
  instant(ms: Text): Text;
  /** Where a part begins, counted from 1. */
  find(text: Text, part: string): Text;
  /** Also where both are null. */
  same(one: Text, other: Text): Text;
}

const entryColumns =
  'e.id,e.command_id,e.warehouse,e.item_key,e.owner,e.lot,e.serial,e.quantity_base,e.from_location,e.from_plate,' +
  'e.from_status,e.to_location,e.to_plate,e.to_status,e.reason,e.reason_code,e.corrects,e.coverage,e.operator,' +
  'e.device,e.occurred_at,e.recorded_at';
const auditColumns = 'a.id,a.at,a.actor,a.action,a.subject,a.before_json,a.after_json,a.command_id';

interface End {
  readonly location: Text;
  readonly plate: Text;
  readonly status: Text;
  readonly isInside: Text;
  readonly isNegative: boolean;
  readonly delta: string;
}

/** Places outside begin with `@`. Compared, as this is asked several times of each entry and a function costs more. */
function isInside(column: string): Text {
  return sql.raw(`(e.${column} < '@' or e.${column} >= 'A')`);
}

const fromEnd: End = {
  location: sql`e.from_location`,
  plate: sql`e.from_plate`,
  status: sql`e.from_status`,
  isInside: isInside('from_location'),
  isNegative: true,
  delta: 'f',
};
const toEnd: End = {
  location: sql`e.to_location`,
  plate: sql`e.to_plate`,
  status: sql`e.to_status`,
  isInside: isInside('to_location'),
  isNegative: false,
  delta: 't',
};

const words: Readonly<Record<Dialect, Words>> = {
  sqlite: {
    list: (columns) => sql`json_array(${sql.raw(columns)})`,
    quoted: (column) => sql`json_quote(${sql.raw(column)})`,
    object: (members) =>
      sql`rtrim(json_object(${sql.join(members.flatMap(([name, value]) => [sql.lit(name), value]))}), '}')`,
    instant: (ms) => sql`strftime('%Y-%m-%dT%H:%M:%fZ', ${ms} / 1000.0, 'unixepoch')`,
    find: (text, part) => sql`instr(${text}, ${sql.lit(part)})`,
    same: (one, other) => sql`${one} is ${other}`,
  },
  postgres: {
    list: (columns) => {
      const each = columns.split(',').map((column) => sql`coalesce(to_json(${sql.raw(column)})::text, 'null')`);
      return sql`'[' || concat_ws(',', ${sql.join(each)}) || ']'`;
    },
    quoted: (column) => sql`coalesce(to_json(${sql.raw(column)})::text, 'null')`,
    object: (members) => {
      const each = members.map(
        ([name, value]) => sql`${sql.lit(`"${name}":`)} || coalesce(to_json(${value})::text, 'null')`,
      );
      return sql`'{' || concat_ws(',', ${sql.join(each)})`;
    },
    instant: (ms) => sql`to_char(to_timestamp(${ms} / 1000.0) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    find: (text, part) => sql`position(${sql.lit(part)} in ${text})`,
    same: (one, other) => sql`${one} is not distinct from ${other}`,
  },
};

const isInternal = sql`(${fromEnd.isInside} and ${toEnd.isInside} and e.from_status = e.to_status)`;

/** Columns of links, and the tables that they come from, besides those of the ledger. */
interface Beside {
  readonly columns: Text;
  readonly joins: Text;
}

/**
 * The links of a stretch, without what the deltas say: all that the ledger itself is proved by. The texts that links are
 * made of are made by the database, as `entryText` and `auditText` make them, so that little has to be carried here.
 */
export const ledgerLinks: Readonly<Record<Dialect, Statement<Stretch, LedgerLink>>> = {
  sqlite: linksOn<LedgerLink>(words.sqlite),
  postgres: linksOn<LedgerLink>(words.postgres),
};

/** The same with the deltas, whose members the database makes as `deltaRow` does. */
export const quickLinks: Readonly<Record<Dialect, Statement<Stretch, QuickLink>>> = {
  sqlite: linksOn<QuickLink>(words.sqlite, deltasBeside(words.sqlite)),
  postgres: linksOn<QuickLink>(words.postgres, deltasBeside(words.postgres)),
};

function linksOn<Link extends LedgerLink>(words: Words, beside?: Beside): Statement<Stretch, Link> {
  return statement<Stretch>()((k, p) => ({
    compile: () =>
      sql<Link>`
        select h.hash,
          case when h.kind = 'audit' then (select ${words.list(auditColumns)} from audit a where a.id = h.subject)
            when e.id is null then null
            when e.channel is null then ${words.list(entryColumns)}
            else ${words.list(`${entryColumns},e.channel,e.unit`)} end as text,
          e.quantity_base, ${keyOf(fromEnd)} as from_key, ${keyOf(toEnd)} as to_key ${beside?.columns ?? sql``}
        from chain h
        left join ledger_entry e on h.kind = 'ledger' and e.id = h.subject
        ${beside?.joins ?? sql``}
        where h.position > ${p('after')} and h.position <= ${p('upTo')}
        order by h.position`.compile(k),
  }));
}

function keyOf({ location, status, plate, isInside }: End): Text {
  return sql`case when ${isInside} then concat_ws(${sql.lit(keyMark)}, ${location}, e.warehouse, e.item_key, e.owner,
    coalesce(e.lot, ''), ${status}, coalesce(e.serial, ''), coalesce(${plate}, '')) end`;
}

function deltasBeside(words: Words): Beside {
  return {
    columns: sql`, ${afterOf(words, fromEnd)} as from_after, ${afterOf(words, toEnd)} as to_after,
      case when ${isInternal} then ${sql.lit(linkFlags.isInternal)} else 0 end
        + case when e.coverage is null or e.channel = 'update-log' then 0 else ${sql.lit(linkFlags.isUnreported)} end
        + case when e.coverage is not null and e.reason in ('receive', 'return')
          then ${sql.lit(linkFlags.isRegistered)} else 0 end as flags`,
    joins: sql`left join inventory_delta f on ${fromEnd.isInside}
        and f.position = h.position - case when ${toEnd.isInside} then 2 else 1 end
      left join inventory_delta t on ${toEnd.isInside} and t.position = h.position - 1`,
  };
}

/** What stands at an end after an entry, as its delta says; null where anything else of the delta is wrong. */
function afterOf(words: Words, end: End): Text {
  const mark = sql.lit(keyMark);
  const column = (name: string) => sql.raw(`${end.delta}.${name}`);
  const said = sql`${column('location_on_hand_after')} || ${mark} || coalesce(${column('on_hand_after')}, '') || ${mark}`;
  const isBody = (quantity: Text) => sql`'{' || ${column('body')} = ${bodyOf(words, end, quantity)}`;
  const whole = sql`cast(${column('quantity_base')} as text)`;
  const other = quantityIn(words, column('body'));
  return sql`case when ${column('location')} = ${end.location}
    and ${column('quantity_base')} = ${end.isNegative ? sql`-e.quantity_base` : sql`e.quantity_base`}
    and ${column('warehouse')} = e.warehouse and ${column('item_key')} = e.item_key and ${column('owner')} = e.owner
    and ${column('lot')} = coalesce(e.lot, '') and ${column('inventory_status')} = ${end.status}
    and ${column('source_system')} || ':' = substr(e.item_key, 1, ${words.find(sql`e.item_key`, ':')})
    and ${column('warehouse_level')} = case when ${isInternal} then 0 else 1 end
    and ${words.same(column('coverage'), sql`e.coverage`)}
    and ${column('log')} = ${logOf(words)}
    then case when ${isBody(whole)} then ${said} || ${whole} when ${isBody(other)} then ${said} || ${other} end end`;
}

/** As `logMembers` makes it. */
function logOf({ quoted }: Words): Text {
  return sql`case when e.channel is null then '' else '"unit":' || ${quoted('e.unit')} || ',"reasonCode":'
    || ${quoted('e.reason_code')} || case when e.channel = 'update-log'
    then ',"quantityChannel":true' else ',"quantityChannel":false' end end`;
}

/** The quantity in a body, as text: no value holds a quote that is not escaped, so that its member is found by its name. */
function quantityIn({ find }: Words, body: Text): Text {
  const begins = sql`${find(body, ',"quantity":')} + 12`;
  return sql`substr(${body}, ${begins}, ${find(body, ',"reason":')} - (${begins}))`;
}

/** As `deltaBody` makes it of a quantity, with a brace before it. */
function bodyOf(words: Words, { location, plate, status, delta }: End, quantity: Text): Text {
  const { object, instant, find } = words;
  const first = object([
    ['at', instant(sql.raw(`${delta}.at`))],
    ['item', sql`substr(e.item_key, ${find(sql`e.item_key`, ':')} + 1)`],
    ['warehouse', sql`e.warehouse`],
    ['inventoryStatus', status],
    ['owner', sql`e.owner`],
    ['lot', sql`e.lot`],
    ['serial', sql`e.serial`],
    ['location', location],
    ['licensePlate', plate],
  ]);
  const last = object([
    ['reason', sql`e.reason`],
    ['commandId', sql`e.command_id`],
    ['transactionId', sql`e.id`],
  ]);
  return sql`${first} || ',"quantity":' || ${quantity} || ',' || substr(${last}, 2)`;
}

/** How many deltas a stretch has: no more than its entries made. */
export const deltasIn = statement<Stretch>()((k, p) =>
  k
    .selectFrom('inventory_delta')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('position', '>', p('after'))
    .where('position', '<=', p('upTo')),
);

/** The link that a stretch follows. */
export const linkUpTo = statement<{ position: number }>()((k, p) =>
  k.selectFrom('chain').select('hash').where('position', '<=', p('position')).orderBy('position', 'desc').limit(1),
);

export const keptRowsOf = statement<{ position: number }>()((k, p) => ({
  compile: () => {
    const mark = sql.lit(keyMark);
    return sql<{ sum: string; quantity_base: number }>`
      select location || ${mark} || warehouse || ${mark} || item_key || ${mark} || owner || ${mark} || lot || ${mark}
        || inventory_status as sum, quantity_base
      from stock_snapshot_row where position = ${p('position')}`.compile(k);
  },
}));
