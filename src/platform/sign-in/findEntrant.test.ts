import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { systemClock } from '#platform/time'
import { testRecord } from '#test/record.ts'
import { type EntryRules, findEntrant } from './findEntrant.ts'

interface Told {
  worker: { id: Uuid; sign_in_subject: string; email: string }
  class_mapping: { id: Uuid; claim: string; value: string; class: string }
}

const record = await testRecord()
const tell = <R>(fn: Parameters<typeof record.as<R>>[1]) => record.as(serviceActor('storyteller'), fn)
const find = (claims: Record<string, unknown>, rules: EntryRules = {}) =>
  findEntrant(record.database, systemClock, rules, claims)

async function worker(set: Partial<Omit<Told['worker'], 'id'>>): Promise<Uuid> {
  const { id } = await record.makers.worker()
  await tell(work => work.db<Told>().updateTable('worker').set(set).where('id', '=', id).execute())
  return id
}

describe('findEntrant', () => {
  it('knows a worker by their subject, in the class of the directory', async () => {
    const id = await worker({ sign_in_subject: 'sub-1' })
    expect(await find({ sub: 'sub-1' })).toEqual({ workerId: id, class: 'practitioner' })
    expect(await find({ sub: 'sub-2' })).toBeNull()
    expect(await find({})).toBeNull()
  })

  it('knows a worker by e-mail where an authority has it so, unless the address is not proved or not theirs alone', async () => {
    const rules = { subjectClaim: 'email' } as const
    const id = await worker({ email: 'Kim@exampleshire.example' })
    expect(await find({ email: 'kim@exampleshire.example' }, rules)).toMatchObject({ workerId: id })
    expect(await find({ email: 'kim@exampleshire.example', email_verified: false }, rules)).toBeNull()
    await worker({ email: 'kim@Exampleshire.example' })
    expect(await find({ email: 'kim@exampleshire.example' }, rules)).toBeNull()
    expect(await find({ email: '' }, rules)).toBeNull()
  })

  it('knows nobody by e-mail for whom their own organisation’s provider speaks', async () => {
    const [id, organisationId] = [await worker({ email: 'sam@trust.example' }), makeUuid()]
    await tell(work =>
      sql`insert into organisation (id, name, kind) values (${organisationId}, 'Trust', 'nhs')`.execute(
        work.db(),
      ),
    )
    await tell(work =>
      sql`update worker set organisation_id = ${organisationId} where id = ${id}`.execute(work.db()),
    )
    const rules = { subjectClaim: 'email' } as const
    expect(await find({ email: 'sam@trust.example' }, rules)).toMatchObject({ workerId: id })
    const named = makeUuid()
    const asAdministrator = async (call: ReturnType<typeof sql>) =>
      record.as(await record.makers.worker({ class: 'administrator' }), work => call.execute(work.db()))
    await asAdministrator(sql`select access.name_provider(${named}, ${organisationId}, 'https://id.trust.example', 'kith',
      'sealed'::bytea, now() + interval '5 days')`)
    expect(await find({ email: 'sam@trust.example' }, rules)).toBeNull()
    await asAdministrator(sql`select access.withdraw_provider(${named})`)
    expect(await find({ email: 'sam@trust.example' }, rules)).toMatchObject({ workerId: id })
  })

  it('takes the class from a mapped claim, and of several the least far-reaching', async () => {
    await worker({ sign_in_subject: 'sub-3' })
    const map = (value: string, given: string) =>
      tell(work =>
        work
          .db<Told>()
          .insertInto('class_mapping')
          .values({ id: makeUuid(), claim: 'groups', value, class: given })
          .execute(),
      )
    await map('kith-directors', 'director')
    await map('kith-duty', 'duty')
    expect(await find({ sub: 'sub-3', groups: ['kith-directors', 'x'] })).toMatchObject({ class: 'director' })
    expect(await find({ sub: 'sub-3', groups: ['kith-directors', 'kith-duty'] })).toMatchObject({
      class: 'duty',
    })
    expect(await find({ sub: 'sub-3', groups: 'x' })).toMatchObject({ class: 'practitioner' })
  })

  it('asks for a second factor where it is required', async () => {
    await worker({ sign_in_subject: 'sub-4' })
    const rules = { requiredMethods: ['mfa', 'otp'] }
    expect(await find({ sub: 'sub-4', amr: ['pwd', 'otp'] }, rules)).not.toBeNull()
    expect(await find({ sub: 'sub-4', amr: ['pwd'] }, rules)).toBeNull()
    expect(await find({ sub: 'sub-4', amr: 'mfa' }, rules)).toBeNull()
    expect(await find({ sub: 'sub-4' }, rules)).toBeNull()
  })
})
