import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { Fields, SendRoute, Stage, Told } from './shapes.ts'
import { tell } from './tell.ts'

/** An assessment of these children, each within a referral of its own. @returns its id */
export async function tellAssessment(
  record: TestRecord,
  personIds: readonly Uuid[],
  worries = 'None',
): Promise<Uuid> {
  const jointId = await tell(record, 'joint_assessment', {
    person_ids: [...personIds],
    purpose: 'Why',
    status: 'open',
  })
  for (const person_id of personIds) {
    const referral_id = await tell(record, 'referral', {
      person_id,
      received_on: '2026-06-01',
      decided_on: '2026-06-01',
      is_no_further_action: false,
    })
    await tell(record, 'assessment', {
      person_id,
      referral_id,
      joint_id: jointId,
      started_on: '2026-06-02',
      worries,
    })
  }
  return jointId
}

const dated = (name: string): Fields => {
  const { day, month, year } = Temporal.Now.plainDateISO('Europe/London')
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) }
}

type Held = { readonly stage: Stage; readonly personId: Uuid; readonly jointId: Uuid }

/** A form of an assessment of one's own child. */
const onAssessment =
  (
    path: (held: Held) => string,
    fields: (held: Held) => Fields | Promise<Fields>,
    by: 'holder' | 'manager' = 'holder',
  ): SendRoute['fill'] =>
  async stage => {
    const personId = await stage.child()
    const jointId = await tellAssessment(stage.record, [personId])
    const held = { stage, personId, jointId }
    return { by, url: `/assessments/${jointId}${path(held)}`, fields: await fields(held) }
  }

const at =
  (rest: (one: Told) => string) =>
  (one: Told): string =>
    `/assessments/${one.rowIds['assessment'] ?? one.personId}${rest(one)}`
const of = (rest: string) => ({ address: at(() => rest), gate: assessed })
const ofPerson = (rest: (personId: Uuid) => string) => ({
  address: at(one => rest(one.personId)),
  gate: assessed,
})
const assessed: NonNullable<SendRoute['gate']> = one => [{ table: 'assessment', personIds: [one.personId] }]

/** Adds another child of the family to an assessment: who, and of what family. */
const twoChildren = async ({ record, county }: Stage): Promise<readonly [Uuid, Uuid]> => {
  const { children } = await record.makers.family({ children: 2, adults: 0 })
  const [first, second] = children
  if (first === undefined || second === undefined) throw new Error('Two children were made')
  for (const personId of [first, second])
    await record.makers.allocation({
      personId,
      teamId: county.staff.teams.north,
      workerId: county.staff.workers.holder,
    })
  return [first, second]
}

const adding: SendRoute['fill'] = async stage => {
  const [first, second] = await twoChildren(stage)
  const jointId = await tellAssessment(stage.record, [first])
  await tell(stage.record, 'referral', {
    person_id: second,
    received_on: '2026-06-01',
    is_no_further_action: false,
  })
  return { by: 'holder', url: `/assessments/${jointId}/children`, fields: { child: second } }
}

const takingOut: SendRoute['fill'] = async stage => {
  const [first, second] = await twoChildren(stage)
  const jointId = await tellAssessment(stage.record, [first, second])
  const url = `/assessments/${jointId}/children/${second}/take-out`
  return { by: 'holder', url, fields: { reason: 'Added in error' } }
}

/** A form about the mother of an assessed child, who may be heard and given a copy. */
const withParent =
  (path: string, fields: Fields): SendRoute['fill'] =>
  async ({ record, county: { staff } }) => {
    const family = await record.makers.family({ children: 1, adults: 1 })
    const [[personId], [adult]] = [family.children, family.adults]
    if (personId === undefined || adult === undefined) throw new Error('A child and an adult were made')
    await record.makers.allocation({ personId, teamId: staff.teams.north, workerId: staff.workers.holder })
    await tell(record, 'relationship', { person_id: adult, other_id: personId, kind: 'mother' })
    const jointId = await tellAssessment(record, [personId])
    return { by: 'holder', url: `/assessments/${jointId}${path}${adult}`, fields }
  }

/** A month of a chapter that stands in the workbook of the child's family. */
const takingIn: SendRoute['fill'] = async ({ record, visitors, county: { staff } }) => {
  const family = await record.makers.family({ children: 1, adults: 1 })
  const [personId] = family.children
  if (personId === undefined) throw new Error('A child was made')
  await record.makers.allocation({ personId, teamId: staff.teams.north, workerId: staff.workers.holder })
  const jointId = await tellAssessment(record, [personId])
  const summary = await tell(record, 'chapter_summary', {
    family_id: family.familyId,
    discipline: 'social_work',
    month: '2026-06-01',
    person_ids: [personId],
    author_id: staff.workers.holder,
    words: 'The evenings are calm',
    shared_on: '2026-06-30',
  })
  const url = `/assessments/${jointId}/take-in`
  const { body } = await visitors.holder.get(url)
  const [, version = ''] = /name="version-parenting" value="([^"]*)"/.exec(body) ?? []
  const key = `summary-${summary}`
  return {
    by: 'holder',
    url,
    fields: { take: key, [`to-${key}`]: 'parenting', 'version-parenting': version },
  }
}

/** Everything that handing in needs. */
const complete: SendRoute['fill'] = async stage => {
  const personId = await stage.child()
  const { record } = stage
  const joint_id = await tell(record, 'joint_assessment', {
    person_ids: [personId],
    analysis: 'Safe enough',
    late_reason: 'Slow',
    status: 'open',
  })
  const referral_id = await tell(record, 'referral', { person_id: personId, received_on: '2026-06-01' })
  const assessment_id = await tell(record, 'assessment', {
    person_id: personId,
    referral_id,
    joint_id,
    started_on: '2026-06-02',
    child_view: 'I am well',
    outcome: 'no_further_action',
    outcome_reason: 'All is well',
  })
  await tell(record, 'assessment_factor', { person_id: personId, assessment_id, code: '21' })
  return { by: 'holder', url: `/assessments/${joint_id}/check`, fields: { remark: 'Ready' } }
}

/** The forms of an assessment, each filled in rightly. */
export const assessmentSends: Readonly<Record<string, SendRoute>> = {
  '/people/:personId/assessments/new': {
    fill: async stage => {
      const personId = await stage.child()
      await tell(stage.record, 'referral', { person_id: personId, received_on: '2026-06-01' })
      const url = `/people/${personId}/assessments/new`
      return { by: 'holder', url, fields: { child: personId, ...dated('started') } }
    },
    address: one => `/people/${one.personId}/assessments/new`,
  },
  '/assessments/:jointId/parts/:part': {
    fill: onAssessment(
      () => '/parts/family',
      () => ({ version: '1', parenting: 'Warm' }),
    ),
    ...of('/parts/family'),
  },
  '/assessments/:jointId/take-in': { fill: takingIn, ...of('/take-in') },
  '/assessments/:jointId/children': { fill: adding, ...of('/children') },
  '/assessments/:jointId/children/:personId': {
    fill: onAssessment(
      ({ personId }) => `/children/${personId}`,
      () => ({ version: '1', strengths: 'Kind' }),
    ),
    ...ofPerson(personId => `/children/${personId}`),
  },
  '/assessments/:jointId/children/:personId/take-out': {
    fill: takingOut,
    ...ofPerson(personId => `/children/${personId}/take-out`),
  },
  '/assessments/:jointId/views/:personId': {
    fill: withParent('/views/', { version: '0', words: 'I agree' }),
    ...ofPerson(personId => `/views/${personId}`),
  },
  '/assessments/:jointId/copies/:personId': {
    fill: withParent('/copies/', { how: 'by_hand', ...dated('shared') }),
    ...ofPerson(personId => `/copies/${personId}`),
  },
  '/assessments/:jointId/needs': {
    fill: onAssessment(
      () => '/needs',
      ({ personId }) => ({ about: personId, kind: 'school', discipline: 'school', ...dated('noted') }),
    ),
    ...of('/needs'),
  },
  '/assessments/:jointId/factors': {
    fill: onAssessment(
      () => '/factors',
      () => ({ all: '16A' }),
    ),
    ...of('/factors'),
  },
  '/assessments/:jointId/outcomes': {
    fill: onAssessment(
      () => '/outcomes',
      () => ({ all: 'early_help', 'all-reason': 'Help is wanted' }),
    ),
    ...of('/outcomes'),
  },
  '/assessments/:jointId/checkpoints': {
    fill: onAssessment(
      () => '/checkpoints',
      () => ({ day: '10', decision: 'continue', remark: 'On course' }),
      'manager',
    ),
    ...of('/checkpoints'),
  },
  '/assessments/:jointId/check': { fill: complete, ...of('/check') },
  '/assessments/:jointId/late': {
    fill: onAssessment(
      () => '/late',
      () => ({ version: '1', late_reason: 'The family was away' }),
    ),
    ...of('/late'),
  },
  '/assessments/:jointId/stop': {
    fill: onAssessment(
      () => '/stop',
      () => ({ reason: 'They moved away' }),
    ),
    ...of('/stop'),
  },
}
