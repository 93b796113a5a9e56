import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { familySafeguardingModule } from '../module.ts'
import { noteNeed, type TeamFamily, teamFamily, tellRow } from '../testing/teamFamily.ts'
import { strandsOf } from '../workbook/queries/strandsOf.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, familySafeguardingModule.routes)
const base = '/families/:familyId/safeguarding/strands/:strandId/clinical-notes'
const service = '/safeguarding/clinical-notes'
const services = { recovery: makeUuid(), other: makeUuid() }
let family: TeamFamily
let colleague: Actor
let strandId: Uuid
let noteId: string

const at = () => ({ familyId: family.familyId, strandId })
const moment = () => {
  const local = Temporal.Now.instant().subtract({ hours: 2 }).toZonedDateTimeISO('Europe/London')
  return {
    'at-day': `${local.day}`,
    'at-month': `${local.month}`,
    'at-year': `${local.year}`,
    'at-time': local.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const own = (actor: Actor) => ask(actor, 'GET', `${service}/:strandId`, { params: { strandId } })
const list = async (actor: Actor) => text(contentOf(await ask(actor, 'GET', service)))
const correct = (actor: Actor, sent: Record<string, unknown>) =>
  ask(actor, 'POST', `${service}/:strandId/:noteId/correct`, {
    params: { strandId, noteId },
    sent: { ...moment(), ...sent },
  })

const employ = (worker: Actor, organisationId: Uuid): Promise<unknown> =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .updateTable('worker')
      .set({ organisation_id: organisationId })
      .where('id', '=', worker.id)
      .execute(),
  )

beforeAll(async () => {
  for (const [name, id] of Object.entries(services))
    await tellRow(record, 'organisation', { id, name: `Service ${name}`, kind: 'nhs' })
  family = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.mother, kind: 'substance_misuse' })
  await noteNeed(record, family, { adultId: family.father, kind: 'mental_health' })
  colleague = await record.makers.worker()
  await record.makers.post({
    workerId: colleague.id,
    teamId: family.teamId,
    role: 'substance_misuse_practitioner',
  })
  await noteNeed(record, family, { adultId: family.father, kind: 'substance_misuse' })
  await employ(family.recovery, services.recovery)
  await employ(colleague, services.recovery)
  await employ(family.mentalHealth, services.other)
  const strands = await record.as(family.lead, work => strandsOf(work, family.familyId))
  strandId = strands.find(one => one.personId === family.mother)?.id ?? makeUuid()
  const sent = { ...moment(), body: 'Dose is reviewed next week' }
  await ask(family.recovery, 'POST', base, { params: at(), sent })
  const form = contentOf(await ask(family.recovery, 'GET', base, { params: at() }))
  noteId = /clinical-notes\/[0-9a-f-]{36}\/([0-9a-f-]{36})\/correct/.exec(form)?.[1] ?? ''
})

describe('a clinical note', () => {
  test('is read by a colleague of the service who works with the family, and by nobody else', async () => {
    expect(contentOf(await own(family.recovery))).toContain('Dose is reviewed next week')
    expect(contentOf(await own(colleague))).toContain('Dose is reviewed next week')
    expect(await list(colleague)).toContain('Your service')
    for (const actor of [family.lead, family.manager, family.mentalHealth, await record.makers.worker()]) {
      expect(await own(actor)).toEqual({ kind: 'not_found' })
      expect(await list(actor)).toContain('None.')
    }
  })

  test('is written and corrected by who works on the strand, not by a colleague', async () => {
    const sent = { version: 'none', body: 'Dose is reviewed in two weeks', reason: 'The day had moved' }
    expect(await correct(colleague, sent)).toEqual({ kind: 'not_found' })
    expect(contentOf(await own(colleague))).not.toContain('Correct this note')
  })

  test('is corrected by another beside it, with the reason; nothing typed is lost to another window', async () => {
    expect(contentOf(await correct(family.recovery, { version: 'none', body: 'Other' }))).toContain(
      'Enter why it is corrected',
    )
    const sent = { version: 'none', body: 'Dose is reviewed in two weeks', reason: 'The day had moved' }
    expect(await correct(family.recovery, sent)).toMatchObject({ kind: 'redirect' })
    const shown = text(contentOf(await own(family.recovery)))
    expect(shown).toMatch(
      /Dose is reviewed in two weeks Corrected: The day had moved What stood before.*next week/,
    )
    const stale = await correct(family.recovery, { ...sent, body: 'Dose is stopped' })
    expect(stale).toMatchObject({ status: 409 })
    expect(contentOf(stale)).toContain('Dose is stopped')
    expect(contentOf(stale)).toContain('Dose is reviewed in two weeks')
    await expect(
      record.as(family.recovery, work => sql`update clinical_note set body = 'Other'`.execute(work.db())),
    ).rejects.toThrow(/permission denied/)
  })

  const change = (table: string, of: Record<string, string>, set: Record<string, unknown>) =>
    record.as(serviceActor('storyteller'), work => {
      const query = work.db<Record<string, Record<string, unknown>>>().updateTable(table).set(set)
      return Object.entries(of)
        .reduce((so, [column, value]) => so.where(column, '=', value), query)
        .execute()
    })
  const yesterday = () => Temporal.Now.plainDateISO('Europe/London').subtract({ days: 1 }).toString()

  test('is corrected by its author also when the strand has ended, and no new note is written there', async () => {
    const ended = {
      offered_on: yesterday(),
      need_noted_on: yesterday(),
      ended_on: yesterday(),
      end_reason: 'aim_met',
    }
    await change('strand', { id: strandId }, ended)
    const before = contentOf(await own(family.recovery))
    expect(before).toContain('Correct this note')
    expect(before).not.toContain('Write a note')
    const form = /href="([^"]*)\/correct"/.exec(before)?.[1] ?? ''
    noteId = form.split('/').at(-1) ?? ''
    const sent = { version: 'none', body: 'Dose was reviewed', reason: 'The meeting was held' }
    expect(await correct(colleague, sent)).toEqual({ kind: 'not_found' })
    expect(await correct(family.recovery, sent)).toMatchObject({ kind: 'redirect' })
    expect(text(contentOf(await own(family.recovery)))).toMatch(
      /Dose was reviewed.*What stood before.*in two weeks/,
    )
    expect(
      await ask(family.recovery, 'POST', base, { params: at(), sent: { ...moment(), body: 'New' } }),
    ).toEqual({
      kind: 'not_found',
    })
    const insert = (corrects: string | null, author = family.recovery) =>
      record.as(author, work =>
        sql`insert into clinical_note (person_id, strand_id, discipline, organisation_id, author_id, happened_at, body, corrects_id, correction_reason)
          select person_id, strand_id, discipline, organisation_id, ${author.id}, now(), 'Other', ${corrects}::uuid,
            case when ${corrects}::uuid is null then null else 'Why' end from record.clinical_note limit 1`.execute(
          work.db(),
        ),
      )
    await expect(insert(null)).rejects.toThrow(/row-level security/)
    await expect(insert(noteId, family.lead)).resolves.toMatchObject({ numAffectedRows: 0n })
  })

  test('stays readable to its author when they have left the team, and stands then', async () => {
    await change('post', { worker_id: family.recovery.id }, { ended_on: yesterday() })
    expect(await ask(family.recovery, 'GET', '/families/:familyId/safeguarding', { params: at() })).toEqual({
      kind: 'not_found',
    })
    const shown = contentOf(await own(family.recovery))
    expect(shown).toContain('Dose is reviewed in two weeks')
    expect(shown).not.toContain('Correct this note')
    expect(shown).toContain('Somebody whom you worked with')
    expect(contentOf(await ask(family.recovery, 'GET', '/safeguarding'))).toContain(service)
    expect(await correct(family.recovery, { version: 'none', body: 'Late', reason: 'Late' })).toEqual({
      kind: 'not_found',
    })
  })
})
