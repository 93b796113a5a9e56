import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serviceClasses, userClasses } from '#platform/db'
import { testRecord } from '#test/record.ts'

const record = await testRecord()
const { suffix } = record.door
const [superuser, portal, server] = [
  new pg.Client(record.superuserUrl),
  new pg.Client(record.portalUrl),
  new pg.Client(record.serveUrl),
]
beforeAll(async () => {
  for (const client of [superuser, portal, server]) await client.connect()
})
afterAll(async () => {
  for (const client of [superuser, portal, server]) await client.end()
})

const ask = async (question: string, values: unknown[]): Promise<string[]> => {
  const { rows } = await superuser.query<string[]>({ text: question, values, rowMode: 'array' })
  return rows.map(row => row[0] ?? '')
}

/** Every right of a role on tables, columns and functions: one line each. */
const rightsOf = (className: string): Promise<string[]> =>
  ask(
    `with role as (select oid from pg_roles where rolname = $1)
     select line from (
       select n.nspname || '.' || c.relname || ' ' || lower(string_agg(a.privilege_type, ' ' order by a.privilege_type)) as line
         from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
         where a.grantee = (select oid from role) group by n.nspname, c.relname
       union all
       select n.nspname || '.' || c.relname || ' ' || lower(x.privilege_type) || ' (' || string_agg(t.attname, ' ' order by t.attname) || ')'
         from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) x
         where x.grantee = (select oid from role) group by n.nspname, c.relname, x.privilege_type
       union all
       select p.oid::regprocedure || ' execute' from pg_proc p, aclexplode(p.proacl) a where a.grantee = (select oid from role)
     ) rights order by line`,
    [`${className}@${suffix}`],
  )

test('whoever is at the portal has exactly these rights', async () => {
  expect(await rightsOf('family')).toEqual([
    'access.answer_meeting(uuid,integer,text,text,text,boolean) execute',
    'access.answer_question(uuid,integer,text,boolean) execute',
    'access.family_person() execute',
    'access.is_hidden_from_me(uuid) execute',
    'access.may_receive(uuid,uuid[]) execute',
    'access.my_corrections() execute',
    'access.my_meetings() execute',
    'access.my_questions() execute',
    'app.draft delete insert select update',
    'app.submission insert select',
    'audit.entry insert',
    'audit.stamp() execute',
    'platform.actor() execute',
    'platform.actor_as(text) execute',
    'platform.context_part(integer) execute',
    'platform.known_at() execute',
    'platform.made_by_demo() execute',
    'platform.role_name(text) execute',
    'platform.suffix() execute',
    'platform.today() execute',
    'record.copy_answer insert select',
    'record.copy_event insert select',
    'record.family_account select (id is_careful reads_as)',
    'record.family_word insert (feeling id person_id wants_a_call words)',
    'record.family_word select (feeling heard_at id person_id said_at wants_a_call words)',
    'record.paper_copy select (content id in_portal lang meeting_id recipient_id released_at status)',
    'record.portal_alarm insert (account_id copy_id id words)',
  ])
})

test('whoever lets families in reads nothing of anybody', async () => {
  const tables = (await rightsOf('doorkeeper')).filter(line => !line.endsWith(' execute'))
  expect(tables).toEqual([
    'app.family_key delete insert select update',
    'app.family_session delete insert select update',
    'app.family_try delete insert select',
    'audit.entry insert',
    'record.family_account select (closed_at id is_careful reads_as)',
  ])
})

test('the portal’s login may become those two and nobody else, and nobody else’s may become them', async () => {
  const members = `select r.rolname || ' by ' || m.member::regrole from pg_auth_members m join pg_roles r on r.oid = m.roleid
    where r.rolname like '%@' || $1 and (m.member = 'kith_portal'::regrole or r.rolname in ('family@' || $1, 'doorkeeper@' || $1))
      and m.member <> 'kith_owner'::regrole order by 1`
  expect(await ask(members, [suffix])).toEqual([
    `doorkeeper@${suffix} by kith_portal`,
    `family@${suffix} by kith_portal`,
  ])
})

test('SQL said through the portal’s login becomes no worker and no other service, and reads nothing without being signed in', async () => {
  const others = [...userClasses, ...serviceClasses.filter(name => name !== 'doorkeeper')]
  for (const other of others)
    await expect(portal.query(`set role "${other}@${suffix}"`), other).rejects.toThrow(/permission denied/)
  await expect(portal.query('select from record.paper_copy')).rejects.toThrow(/permission denied/)
  await portal.query('begin')
  await portal.query(`set local role "family@${suffix}"`)
  for (const table of ['record.paper_copy', 'record.copy_answer', 'record.family_word', 'app.draft']) {
    const { rows } = await portal.query(`select count(*)::int as count from ${table}`)
    expect(rows).toEqual([{ count: 0 }])
  }
  await expect(portal.query('select from record.person')).rejects.toThrow(/permission denied/)
  await portal.query('rollback')
})

test('the login that serves staff becomes nobody of the portal', async () => {
  for (const name of ['family', 'doorkeeper'])
    await expect(server.query(`set role "${name}@${suffix}"`)).rejects.toThrow(/permission denied/)
})
