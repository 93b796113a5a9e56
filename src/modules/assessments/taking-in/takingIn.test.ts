import { beforeAll, describe, expect, test } from 'vitest'
import { approval, registries } from '#modules/casework'
import { chapterWritingSource, familySafeguardingModule } from '#modules/family-safeguarding'
import { episodesOf } from '#modules/front-door'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { lendRegistries } from '../../casework/testing/lendRegistries.ts'
import { noteNeed, type TeamFamily, teamFamily } from '../../family-safeguarding/testing/teamFamily.ts'
import { assessmentPaperSource } from '../document/paperSource.ts'
import { assessmentsModule } from '../module.ts'
import { readJoint } from '../queries/readJoint.ts'
import { askRoute, contentOf, tellRow } from '../testing/assessedFamily.ts'
import { sourcesOf } from './sourcesOf.ts'

const record = await testRecord()
const ask = askRoute(record.as, [...assessmentsModule.routes, ...familySafeguardingModule.routes])
lendRegistries()
beforeAll(() => {
  registries.episodeSource = episodesOf
  registries.writingSources.splice(0, Infinity, chapterWritingSource) // another file may have registered it
})

const url = '/assessments/:jointId/take-in'
const today = Temporal.Now.plainDateISO('Europe/London')
const thisMonth = today.with({ day: 1 }).toString()
let family: TeamFamily

/** A summary of this month, as its author shared it. */
const summed = (more: Record<string, unknown>): Promise<Uuid> =>
  tellRow(record, 'chapter_summary', {
    family_id: family.familyId,
    discipline: 'substance_misuse',
    month: thisMonth,
    person_ids: [family.mother],
    author_id: family.recovery.id,
    words: 'She has not drunk before school for three weeks.',
    shared_on: today.toString(),
    ...more,
  })

/** As if somebody had written it meanwhile. */
const change = (table: string, id: Uuid, values: Record<string, unknown>): Promise<unknown> =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .updateTable(table)
      .set(values)
      .where('id', '=', id)
      .execute(),
  )

/** An open assessment of these children of the family. */
async function assessed(children: readonly Uuid[] = [family.child, family.sibling]): Promise<Uuid> {
  const jointId = await tellRow(record, 'joint_assessment', {
    family_id: family.familyId,
    person_ids: [...children],
    status: 'open',
  })
  for (const person_id of children) {
    const referral_id = await tellRow(record, 'referral', { person_id, received_on: today.toString() })
    await tellRow(record, 'assessment', {
      person_id,
      referral_id,
      joint_id: jointId,
      started_on: today.toString(),
    })
  }
  return jointId
}

const shown = async (actor: Actor, jointId: Uuid) =>
  contentOf(await ask(actor, 'GET', url, { params: { jointId } }))
const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

/** The form's hidden versions as it shows them now. */
async function versions(actor: Actor, jointId: Uuid): Promise<Record<string, string>> {
  const page = await shown(actor, jointId)
  return Object.fromEntries(
    [...page.matchAll(/name="(version-[^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name ?? '',
      value ?? '',
    ]),
  )
}

const send = async (actor: Actor, jointId: Uuid, sent: Record<string, unknown>) =>
  ask(actor, 'POST', url, { params: { jointId }, sent: { ...(await versions(actor, jointId)), ...sent } })
const textOfPart = (jointId: Uuid, column: 'parenting' | 'worries' | 'analysis') =>
  record.as(family.lead, async work => (await readJoint(work, jointId))?.texts[column] ?? null)
const taken = (jointId: Uuid) => record.as(family.lead, work => sourcesOf(work, jointId))

let summary: Uuid
beforeAll(async () => {
  family = await teamFamily(record)
  await noteNeed(record, family, { adultId: family.mother, kind: 'substance_misuse' })
  summary = await summed({})
})

describe('taking in', () => {
  test('puts the words into the part that was chosen, under one line that says where they come from', async () => {
    const jointId = await assessed()
    const reply = await send(family.lead, jointId, {
      take: [`summary-${summary}`],
      [`to-summary-${summary}`]: 'parenting',
    })
    expect(reply).toMatchObject({ kind: 'redirect', location: `/assessments/${jointId}/parts/family` })
    const text = await textOfPart(jointId, 'parenting')
    expect(text).toMatch(
      /^From the team’s workbook: Substance misuse; summary of .+; substance misuse practitioner; about .+\nShe has not drunk/,
    )
    expect(await taken(jointId)).toMatchObject([
      {
        origin: `summary-${summary}`,
        part: 'parenting',
        assessmentId: null,
        isGuarded: false,
        because: null,
      },
    ])
    expect(plain(await shown(family.lead, jointId))).toMatch(/Taken in on .+ into “Parenting” ?\./)
  })

  test('puts the words after what stands in a child’s part', async () => {
    const jointId = await assessed()
    const joint = await record.as(family.lead, work => readJoint(work, jointId))
    const [child] = joint?.children ?? []
    const reply = await send(family.lead, jointId, {
      take: [`summary-${summary}`],
      [`to-summary-${summary}`]: `${child?.assessmentId}.worries`,
    })
    expect(reply).toMatchObject({ location: `/assessments/${jointId}/children/${child?.personId}` })
    const after = await record.as(family.lead, work => readJoint(work, jointId))
    expect(after?.children[0]?.texts.worries).toContain('She has not drunk before school')
    expect(after?.children[1]?.texts.worries).toBeNull()
  })

  test('is offered from the workspace, and only where something is written', async () => {
    const jointId = await assessed()
    const workspace = (actor: Actor, id: Uuid) =>
      ask(actor, 'GET', '/assessments/:jointId', { params: { jointId: id } })
    expect(contentOf(await workspace(family.lead, jointId))).toContain('/take-in')
    const other = await teamFamily(record)
    const empty = await tellRow(record, 'joint_assessment', {
      family_id: other.familyId,
      person_ids: [other.child],
      status: 'open',
    })
    const referral_id = await tellRow(record, 'referral', {
      person_id: other.child,
      received_on: today.toString(),
    })
    await tellRow(record, 'assessment', {
      person_id: other.child,
      referral_id,
      joint_id: empty,
      started_on: today.toString(),
    })
    expect(contentOf(await workspace(other.lead, empty))).not.toContain('/take-in')
    expect(await shown(other.lead, empty)).toContain('Nothing is written yet that you may take in')
  })

  test('says plainly who reads it', async () => {
    expect(plain(await shown(family.lead, await assessed()))).toContain('Everybody who reads this assessment')
  })

  test('asks what is taken in when nothing is ticked', async () => {
    const jointId = await assessed()
    expect(await send(family.lead, jointId, {})).toMatchObject({ status: 422 })
    expect(await textOfPart(jointId, 'parenting')).toBeNull()
  })

  test('refuses what stands in the part already', async () => {
    const jointId = await assessed()
    const sent = { take: [`summary-${summary}`], [`to-summary-${summary}`]: 'parenting' }
    await send(family.lead, jointId, sent)
    const reply = await send(family.lead, jointId, sent)
    expect(reply).toMatchObject({ status: 422 })
    expect(contentOf(reply)).toContain('stands in “Parenting” already')
    expect(await taken(jointId)).toHaveLength(1)
  })

  test('refuses a form when somebody wrote in that part since, with both texts', async () => {
    const jointId = await assessed()
    const before = await versions(family.lead, jointId)
    await change('joint_assessment', jointId, { parenting: 'Written by a colleague meanwhile', version: 2 })
    const sent = { ...before, take: [`summary-${summary}`], [`to-summary-${summary}`]: 'parenting' }
    const reply = await ask(family.lead, 'POST', url, { params: { jointId }, sent })
    expect(reply).toMatchObject({ status: 409 })
    expect(contentOf(reply)).toContain('Written by a colleague meanwhile')
    expect(contentOf(reply)).toContain('She has not drunk before school')
    expect(await taken(jointId)).toEqual([])
    // Another part, in which nobody wrote, takes it in with the same form.
    const elsewhere = { ...sent, [`to-summary-${summary}`]: 'analysis' }
    expect(await ask(family.lead, 'POST', url, { params: { jointId }, sent: elsewhere })).toMatchObject({
      kind: 'redirect',
    })
  })

  test('of two people who take in at once the second is shown what the first did', async () => {
    const jointId = await assessed()
    const seen = await versions(family.lead, jointId)
    const sent = { ...seen, take: [`summary-${summary}`], [`to-summary-${summary}`]: 'parenting' }
    const replies = await Promise.all(
      [family.lead, family.manager].map(actor => ask(actor, 'POST', url, { params: { jointId }, sent })),
    )
    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['page', 'redirect'])
    expect(await taken(jointId)).toHaveLength(1)
    expect((await textOfPart(jointId, 'parenting'))?.match(/From the team’s workbook/g)).toHaveLength(1)
  })

  test.each(['authorised', 'abandoned'])('changes nothing of an assessment that is %s', async status => {
    const jointId = await assessed()
    const before = await versions(family.lead, jointId)
    await change('joint_assessment', jointId, { status })
    const sent = { ...before, take: [`summary-${summary}`], [`to-summary-${summary}`]: 'parenting' }
    expect(await ask(family.lead, 'POST', url, { params: { jointId }, sent })).toMatchObject({ status: 409 })
    expect(await textOfPart(jointId, 'parenting')).toBeNull()
    expect(await taken(jointId)).toEqual([])
  })

  test('counts as a change where a manager is deciding', async () => {
    const jointId = await assessed()
    const approvalId = await tellRow(record, 'approval', {
      kind: 'assessment',
      subject_id: jointId,
      person_ids: [family.child, family.sibling],
      team_id: family.teamId,
      submitted_by: family.lead.id,
      submitted_at: new Date().toISOString(),
      version: 1,
    })
    await change('joint_assessment', jointId, { status: 'submitted' })
    const sent = { take: [`summary-${summary}`], [`to-summary-${summary}`]: 'worries' }
    expect(await send(family.lead, jointId, sent)).toMatchObject({ kind: 'redirect' })
    const row = await record.as(family.manager, work => approval(work, approvalId))
    expect(row?.version).toBe(2)
  })

  test('says what changed in its source since', async () => {
    const jointId = await assessed()
    const own = await summed({ discipline: 'family_support', words: 'The mornings are on time.' })
    await send(family.lead, jointId, { take: `summary-${own}`, [`to-summary-${own}`]: 'parenting' })
    expect(await shown(family.lead, jointId)).not.toContain('changed since')
    await change('chapter_summary', own, { words: 'The mornings are on time, but for one.', version: 2 })
    expect(await shown(family.lead, jointId)).toContain('changed since')
    // Taken in again, it stands beside what its author edited.
    const again = { take: `summary-${own}`, [`to-summary-${own}`]: 'parenting' }
    expect(await send(family.lead, jointId, again)).toMatchObject({ kind: 'redirect' })
    expect(await taken(jointId)).toHaveLength(2)
  })
})

describe('what is not offered', () => {
  test('an id of another family’s chapter is passed over', async () => {
    const other = await teamFamily(record)
    const theirs = await tellRow(record, 'chapter_summary', {
      family_id: other.familyId,
      discipline: 'mental_health',
      month: thisMonth,
      person_ids: [other.mother],
      author_id: other.mentalHealth.id,
      words: 'Words of another family',
      shared_on: today.toString(),
    })
    const jointId = await assessed()
    const sent = { take: [`summary-${theirs}`], [`to-summary-${theirs}`]: 'parenting' }
    expect(await send(family.lead, jointId, sent)).toMatchObject({ status: 422 })
    expect(await textOfPart(jointId, 'parenting')).toBeNull()
  })

  test('a chapter about somebody whom the reader may not read is neither shown nor taken in', async () => {
    const author = await record.makers.worker()
    const hidden = await record.makers.person({ born: '1980-01-01' })
    const both = await summed({
      discipline: 'mental_health',
      person_ids: [family.mother, hidden],
      author_id: author.id,
      words: 'About the mother and somebody else',
    })
    const jointId = await assessed()
    expect(await shown(family.lead, jointId)).not.toContain('About the mother and somebody else')
    const sent = { take: [`summary-${both}`], [`to-summary-${both}`]: 'parenting' }
    expect(await send(family.lead, jointId, sent)).toMatchObject({ status: 422 })
  })

  test('what is also about a child outside the assessment is counted and not offered', async () => {
    const whole = await summed({
      discipline: 'social_work',
      person_ids: [family.child, family.sibling],
      author_id: family.lead.id,
      words: 'Both children were asleep by eight',
    })
    const alone = plain(await shown(family.lead, await assessed([family.child])))
    expect(alone).not.toContain('Both children were asleep')
    expect(alone).toContain('1 piece is not offered')
    expect(await shown(family.lead, await assessed())).toContain(`take-summary-${whole}`)
  })

  test('whoever does not write the record of the children is refused, and a stranger finds nothing', async () => {
    const jointId = await assessed()
    const stranger = await record.makers.worker()
    for (const actor of [family.recovery, stranger])
      expect(await ask(actor, 'GET', url, { params: { jointId } })).toEqual({ kind: 'not_found' })
  })
})

describe('words from the work with one who was harmed, or who harms', () => {
  let guarded: Uuid
  beforeAll(async () => {
    guarded = await summed({
      discipline: 'domestic_abuse',
      works_with: 'victim',
      author_id: family.withVictim.id,
      words: 'She keeps a bag with a neighbour.',
    })
  })

  test('are not ticked, and are taken in only with a reason, which is kept', async () => {
    const jointId = await assessed()
    const page = await shown(family.lead, jointId)
    expect(page).not.toMatch(/name="take"[^>]*checked/)
    expect(page).toContain('somebody who was harmed')
    const sent = { take: `summary-${guarded}`, [`to-summary-${guarded}`]: 'parenting' }
    const refused = await send(family.lead, jointId, sent)
    expect(refused).toMatchObject({ status: 422 })
    expect(contentOf(refused)).toContain('Enter why it must stand in the assessment')
    expect(await textOfPart(jointId, 'parenting')).toBeNull()
    const because = 'It shows how she keeps the children safe; no copy goes to him'
    expect(
      await send(family.lead, jointId, { ...sent, 'why-domestic-abuse-with-the-person-harmed': because }),
    ).toMatchObject({
      kind: 'redirect',
    })
    expect(await taken(jointId)).toMatchObject([{ isGuarded: true, because }])
    expect(await shown(family.lead, jointId)).toContain(because)
  })

  test('are named before a copy goes to somebody else, with a reason, and not to whom they are about', async () => {
    const jointId = await assessed()
    for (const adult of [family.mother, family.father])
      await tellRow(record, 'relationship', { person_id: adult, other_id: family.child, kind: 'parent' })
    await send(family.lead, jointId, {
      take: `summary-${guarded}`,
      [`to-summary-${guarded}`]: 'parenting',
      'why-domestic-abuse-with-the-person-harmed': 'The conference must know',
    })
    const copy = async (personId: Uuid) =>
      contentOf(
        await ask(family.lead, 'GET', '/assessments/:jointId/copies/:personId', {
          params: { jointId, personId },
        }),
      )
    expect(await copy(family.father)).toContain('somebody who was harmed or who harms')
    expect(await copy(family.mother)).not.toContain('somebody who was harmed or who harms')
    const given = (sent: Record<string, unknown>) =>
      ask(family.lead, 'POST', '/assessments/:jointId/copies/:personId', {
        params: { jointId, personId: family.father },
        sent: {
          how: 'by_hand',
          'shared-day': `${today.day}`,
          'shared-month': `${today.month}`,
          'shared-year': `${today.year}`,
          ...sent,
        },
      })
    expect(contentOf(await given({}))).toContain('Enter why this person may read what was taken in')
    expect(await given({ copied_reason: 'I took it out of his copy' })).toMatchObject({ kind: 'redirect' })
  })
})

test('a part with such words is decided apart in a report to a conference', async () => {
  const own = await summed({
    discipline: 'domestic_abuse',
    works_with: 'perpetrator',
    person_ids: [family.father],
    author_id: family.withPerpetrator.id,
    words: 'He has left the house when asked, twice.',
  })
  const jointId = await assessed()
  await send(family.lead, jointId, {
    take: [`summary-${own}`, `summary-${summary}`],
    [`to-summary-${own}`]: 'worries',
    [`to-summary-${summary}`]: 'parenting',
    'why-domestic-abuse-with-the-person-who-harms': 'The conference must know',
  })
  const parts = await record.as(family.lead, work => assessmentPaperSource.parts(work, [family.child]))
  expect(parts.map(({ heading, isThirdParty }) => [heading, isThirdParty])).toEqual([
    ['Parenting', false],
    ['What we are worried about', true],
  ])
})

test('the database takes in nothing of somebody whose work with the team the writer may not read', async () => {
  const jointId = await assessed()
  const stranger = await record.makers.person({ born: '1980-01-01' })
  const insert = (personId: Uuid) =>
    record.as(family.lead, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('assessment_source')
        .values({
          joint_id: jointId,
          part: 'parenting',
          origin: 'summary-1',
          heading: 'A heading',
          person_ids: [personId],
          fingerprint: 'x',
          taken_on: today.toString(),
          taken_by: family.lead.id,
        })
        .execute(),
    )
  await expect(insert(stranger)).rejects.toThrow(/row-level security/)
  await insert(family.mother)
})
