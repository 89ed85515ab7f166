import { statement } from './db/statement.ts';

export const findKey = statement<{ hash: string }>()((k, p) =>
  k
    .selectFrom('api_key')
    .select(['id', 'scopes', 'source_system', 'expires_at', 'revoked_at'])
    .where('hash', '=', p('hash')),
);

export const findSessionByToken = statement<{ hash: string }>()((k, p) =>
  k
    .selectFrom('session')
    .innerJoin('person', 'person.badge', 'session.badge')
    .select([
      'session.id as id',
      'session.badge as badge',
      'session.device as device',
      'session.expires_at as expires_at',
      'session.ended_at as ended_at',
      'session.revoked_at as revoked_at',
      'person.roles as roles',
    ])
    .where('session.token_hash', '=', p('hash')),
);

export const findSessionById = statement<{ id: string }>()((k, p) =>
  k
    .selectFrom('session')
    .innerJoin('person', 'person.badge', 'session.badge')
    .select([
      'session.id as id',
      'session.badge as badge',
      'session.device as device',
      'session.expires_at as expires_at',
      'session.ended_at as ended_at',
      'session.revoked_at as revoked_at',
      'person.roles as roles',
    ])
    .where('session.id', '=', p('id')),
);
