import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { dated, today } from './fills.ts'
import { groupOf } from './gates.ts'
import type { Fields, SendRoute, Stage } from './shapes.ts'
import { tell } from './tell.ts'

const nobody = makeUuid()
const base = '/families/:familyId/safeguarding'
const strand = '/strands/:strandId'

type Booked = {
  readonly familyId: Uuid
  readonly adult: Uuid
  readonly child: Uuid
  readonly strandId: Uuid
  readonly path: string
}

/** A family of the holder's with an open workbook and a strand on which the holder works. */
async function booked({ record, county }: Stage, more: Fields = {}): Promise<Booked> {
  const { staff } = county
  const { familyId, children, adults } = await record.makers.family({ children: 1, adults: 1 })
  const [child] = children
  const [adult] = adults
  if (child === undefined || adult === undefined) throw new Error('The family has two')
  const common = { family_id: familyId, team_id: staff.teams.north }
  await record.makers.allocation({
    personId: child,
    teamId: staff.teams.north,
    workerId: staff.workers.holder,
  })
  const workbook = await tell(record, 'workbook', { ...common, opened_on: today().toString() })
  const strandId = await tell(record, 'strand', {
    ...common,
    workbook_id: workbook,
    person_id: adult,
    need_kind: 'mental_health',
    need_noted_on: today().toString(),
    discipline: 'mental_health',
    worker_id: staff.workers.holder,
    offered_on: today().toString(),
    ...more,
  })
  return { familyId, adult, child, strandId, path: `/families/${familyId}/safeguarding` }
}

/** A form of a workbook of the holder's, filled in for it. */
const inBook = (
  path: (book: Booked) => string,
  fields: (book: Booked) => Fields,
  before: (stage: Stage, book: Booked) => Promise<unknown> = async () => undefined,
): SendRoute => ({
  fill: async stage => {
    const book = await booked(stage)
    await before(stage, book)
    return { by: 'holder', url: `${book.path}${path(book)}`, fields: fields(book) }
  },
  address: one => `/families/${one.familyId}/safeguarding${path({ strandId: nobody } as Booked)}`,
  gate: groupOf,
})

const moment = () => ({ ...dated('at', today().subtract({ days: 1 })), 'at-time': '10:30' })
const session = () => ({ ...moment(), kind: 'session', words: 'We met at the centre' })

/** The holder in a post of the discipline, employed by a service: who keeps clinical notes. */
async function employ({ record, county }: Stage): Promise<void> {
  const { holder } = county.staff.workers
  const id = await tell(record, 'organisation', { name: `Service ${makeUuid()}`, kind: 'nhs' })
  await record.makers.post({
    workerId: holder,
    teamId: county.staff.teams.north,
    role: 'mental_health_practitioner',
  })
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<{ worker: { id: Uuid; organisation_id: Uuid } }>()
      .updateTable('worker')
      .set({ organisation_id: id })
      .where('id', '=', holder)
      .execute(),
  )
}

/** What the holder noted of the work for their own service. */
async function noted({ record, county }: Stage, { adult, strandId }: Booked): Promise<Uuid> {
  const { holder } = county.staff.workers
  const { organisation_id: organisationId } = await record.as(serviceActor('verifier'), work =>
    work
      .db<{ worker: { id: Uuid; organisation_id: Uuid } }>()
      .selectFrom('worker')
      .select('organisation_id')
      .where('id', '=', holder)
      .executeTakeFirstOrThrow(),
  )
  return await tell(record, 'clinical_note', {
    ...{ person_id: adult, strand_id: strandId, discipline: 'mental_health' },
    ...{ organisation_id: organisationId, author_id: holder, body: 'The dose is higher' },
    happened_at: Temporal.Now.instant().subtract({ hours: 30 }).toString(),
  })
}

const kept = ({ record, county }: Stage, { familyId, adult, strandId }: Booked, id: Uuid) =>
  tell(
    record,
    'practice_session',
    {
      family_id: familyId,
      strand_id: strandId,
      person_ids: [adult],
      author_id: county.staff.workers.holder,
      discipline: 'mental_health',
      happened_at: Temporal.Now.instant().subtract({ hours: 30 }).toString(),
      kind: 'session',
      words: 'We met',
    },
    id,
  )

/** Group supervision that the holder led yesterday, with one thing said. */
async function held({ record, county }: Stage, { familyId, adult }: Booked) {
  const { holder } = county.staff.workers
  const of = { family_id: familyId }
  const on = today().subtract({ days: 1 }).toString()
  const supervisionId = await tell(record, 'group_supervision', {
    ...of,
    held_on: on,
    facilitator_id: holder,
  })
  const partId = await tell(record, 'supervision_part', {
    ...{ ...of, supervision_id: supervisionId, person_ids: [adult], author_id: holder },
    ...{ kind: 'contribution', discipline: 'social_work', words: 'All is calm' },
  })
  return { supervisionId, partId }
}

/** A running plan of the child with something to reach. @returns the plan's id */
async function planned({ record }: Stage, { child }: Booked): Promise<Uuid> {
  const of = { person_id: child }
  const startedOn = today().subtract({ days: 20 }).toString()
  const referral = await tell(record, 'referral', { ...of, received_on: startedOn })
  const planId = await tell(record, 'cin_plan', { ...of, referral_id: referral, started_on: startedOn })
  const plan = { plan_kind: 'cin_plan', plan_id: planId }
  await tell(record, 'plan_outcome', { ...of, ...plan, outcome: 'Wakes rested' })
  return planId
}

/** The adult left the family some days ago: the work goes on. */
const leaves = ({ record }: Stage, { adult }: Booked) =>
  record.as(serviceActor('storyteller'), work =>
    work
      .db<{ family_member: { person_id: Uuid; ended_on: string } }>()
      .updateTable('family_member')
      .set({ ended_on: today().subtract({ days: 3 }).toString() })
      .where('person_id', '=', adult)
      .execute(),
  )

/** Forms of a family's workbook. */
export const safeguardingSends: Readonly<Record<string, SendRoute>> = {
  [`${base}/open`]: {
    ...inBook(
      () => '/open',
      () => ({}),
    ),
    fill: async ({ record, county }) => {
      const { familyId, children } = await record.makers.family({ children: 1, adults: 1 })
      const { teams, workers } = county.staff
      for (const personId of children)
        await record.makers.allocation({ personId, teamId: teams.north, workerId: workers.holder })
      return { by: 'holder', url: `/families/${familyId}/safeguarding/open`, fields: {} }
    },
  },
  [`${base}/close`]: inBook(
    () => '/close',
    () => ({ version: '1' }),
  ),
  [`${base}/strands/new`]: inBook(
    () => '/strands/new',
    ({ adult }) => ({
      person: adult,
      need: 'parenting',
      discipline: 'family_support',
      whyNobody: 'Nobody is free',
    }),
  ),
  [`${base}${strand}/change`]: inBook(
    ({ strandId }) => `/strands/${strandId}/change`,
    () => ({ version: '1', whyNobody: 'The post is vacant', aim: 'Calm evenings' }),
  ),
  [`${base}/leavers/:strandId`]: inBook(
    ({ strandId }) => `/leavers/${strandId}`,
    ({ strandId }) => ({ version: '1', [`reason-${strandId}`]: 'person_left_household' }),
    leaves,
  ),
  [`${base}${strand}/sessions/new`]: inBook(({ strandId }) => `/strands/${strandId}/sessions/new`, session),
  [`${base}${strand}/sessions/:sessionId/correct`]: {
    ...inBook(({ strandId }) => `/strands/${strandId}/sessions/${nobody}/correct`, session),
    fill: async stage => {
      const book = await booked(stage)
      const id = makeUuid()
      await kept(stage, book, id)
      const url = `${book.path}/strands/${book.strandId}/sessions/${id}/correct`
      return { by: 'holder', url, fields: { ...session(), reason: 'It was at home' } }
    },
  },
  [`${base}${strand}/clinical-notes`]: inBook(
    ({ strandId }) => `/strands/${strandId}/clinical-notes`,
    () => ({ ...moment(), body: 'For the service alone' }),
    employ,
  ),
  '/safeguarding/clinical-notes/:strandId/:noteId/correct': {
    fill: async stage => {
      const book = await booked(stage)
      await employ(stage)
      const noteId = await noted(stage, book)
      const url = `/safeguarding/clinical-notes/${book.strandId}/${noteId}/correct`
      const fields = { version: 'none', ...moment(), body: 'For the service', reason: 'The dose was wrong' }
      return { by: 'holder', url, fields }
    },
  },
  [`${base}/chapters/:chapter/summary`]: inBook(
    () => '/chapters/mental_health/summary',
    ({ adult }) => ({ version: '0', words: 'She sleeps again', about: [adult] }),
  ),
  [`${base}/modules/new`]: inBook(
    () => '/modules/new',
    ({ adult }) => ({ person: adult, module: '2', state: 'begun', ...dated('on') }),
  ),
  [`${base}/supervision/new`]: inBook(
    () => '/supervision/new',
    () => ({ version: 'none', ...dated('held'), 'said-social_work': 'All is calmer' }),
  ),
  [`${base}/supervision/:supervisionId/change`]: {
    ...inBook(
      () => `/supervision/${nobody}/change`,
      () => ({ version: '1.1' }),
    ),
    fill: async stage => {
      const book = await booked(stage)
      const { supervisionId, partId } = await held(stage, book)
      const url = `${book.path}/supervision/${supervisionId}/change`
      return { by: 'holder', url, fields: { version: '1.1', [`words-${partId}`]: 'All is calmer now' } }
    },
  },
  [`${base}/family/new`]: inBook(
    () => '/family/new',
    ({ adult }) => ({ person: adult, occasion: 'review', outcome: 'not_given', ...dated('on') }),
  ),
  [`${base}/family/ask`]: inBook(
    () => '/family/ask',
    ({ adult }) => ({ person: adult, occasion: 'review' }),
    ({ record }, { adult, child }) =>
      tell(record, 'family_account', { account_of: adult, person_ids: [child], opened_by: nobody }),
  ),
  [`${base}/family/plan/shares`]: {
    ...inBook(
      () => '/family/plan/shares',
      () => ({ ...dated('shared'), how: 'by_hand' }),
    ),
    fill: async stage => {
      const book = await booked(stage)
      await planned(stage, book)
      const fields = { ...dated('shared'), how: 'by_hand', lang: 'en' }
      return { by: 'holder', url: `${book.path}/family/plan/shares?for=${book.adult}`, fields }
    },
  },
  [`${base}/family/plan/heard`]: {
    ...inBook(
      () => '/family/plan/heard',
      () => ({ understood: 'yes', agrees: 'no' }),
    ),
    fill: async stage => {
      const book = await booked(stage)
      const planId = await planned(stage, book)
      const shareId = await tell(stage.record, 'plan_share', {
        ...{ person_id: book.child, plan_kind: 'cin_plan', plan_id: planId, recipient_id: book.adult },
        ...{ shared_on: today().toString(), how: 'by_hand' },
      })
      const fields = { understood: 'yes', agrees: 'no', words: 'Not on Tuesdays', [`seen-${shareId}`]: '1' }
      return { by: 'holder', url: `${book.path}/family/plan/heard?for=${book.adult}`, fields }
    },
  },
  [`${base}/outcomes/new`]: inBook(
    () => '/outcomes/new',
    ({ adult }) => ({ person: adult, measure: 'drinking', value: '12', ...dated('on') }),
  ),
}
