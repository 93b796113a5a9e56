import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import { tellApprovals, tellOpenings, tellTransfers } from './decisionRoutes.ts'
import { tellContacts } from './frontDoorRoutes.ts'
import { marking } from './marks.ts'
import type { County, Told, Whose } from './shapes.ts'
import { tellSharing } from './sharingRoutes.ts'
import { makeStaff } from './staff.ts'
import { tell } from './tell.ts'
import { tellEnquiries } from './tellEnquiries.ts'
import { tellPregnancies } from './tellPregnancies.ts'
import { tellWall } from './tellWall.ts'
import { tellPerson } from './told.ts'

/** Makes the county in an empty record. */
export async function makeCounty(record: TestRecord): Promise<County> {
  const { makers } = record
  const marked = marking()
  const staff = await makeStaff(record)
  const { teams, workers } = staff
  const person = async (born: string) => {
    const id = await makers.person({ born })
    await rename(record, id, marked.mark({ table: 'person_name', personIds: [id] }))
    return id
  }
  const child = () => person('2018-05-05')
  const families = {
    first: await makers.family({
      children: [await child(), await child()],
      adults: [await person('1990-02-02')],
    }),
    second: await makers.family({ children: [await child()], adults: [await person('1988-02-02')] }),
    third: await makers.family({
      children: [await child(), await child()],
      adults: [await person('1991-02-02')],
    }),
    fourth: await makers.family({ children: [await child()], adults: [] }),
    fifth: await makers.family({
      children: [await child()],
      adults: [await person('1992-02-02'), await person('1989-02-02')],
    }),
  }
  const at = (list: readonly Uuid[], index: number): Uuid => {
    const id = list[index]
    if (id === undefined) throw new Error('A family has too few people')
    return id
  }
  const [own, sibling] = [at(families.first.children, 0), at(families.first.children, 1)]
  const other = at(families.second.children, 0)
  const [sealed, besideSealed] = [at(families.third.children, 0), at(families.third.children, 1)]
  const ended = at(families.fourth.children, 0)
  const guarded = at(families.fifth.children, 0)
  const { holder } = workers
  const north = teams.north
  const lead = (personId: Uuid, teamId: Uuid, workerId: Uuid) =>
    makers.allocation({ personId, teamId, workerId })
  const told = async (personId: Uuid, familyId: Uuid, authorId: Uuid, allocationId: Uuid, alsoAbout?: Uuid) =>
    tellPerson(record, marked, {
      personId,
      familyId,
      authorId,
      allocationId,
      ...(alsoAbout ? { alsoAbout: [alsoAbout] } : {}),
    })
  const known = {
    own: await told(own, families.first.familyId, holder, await lead(own, north, holder), sibling),
    sibling: await told(sibling, families.first.familyId, holder, await lead(sibling, north, holder)),
    other: await told(
      other,
      families.second.familyId,
      workers.otherHolder,
      await lead(other, teams.south, workers.otherHolder),
    ),
    sealed: await told(sealed, families.third.familyId, holder, await lead(sealed, north, holder)),
    besideSealed: await told(
      besideSealed,
      families.third.familyId,
      holder,
      await lead(besideSealed, north, holder),
      sealed,
    ),
    ended: await told(
      ended,
      families.fourth.familyId,
      workers.formerHolder,
      await makers.allocation({
        personId: ended,
        teamId: north,
        workerId: workers.formerHolder,
        startedOn: '2024-01-01',
        endedOn: '2025-01-01',
      }),
    ),
    guarded: await told(
      guarded,
      families.fifth.familyId,
      workers.eastHolder,
      await lead(guarded, teams.east, workers.eastHolder),
    ),
  }
  const mothers = { own: families.first.adults, other: families.second.adults, sealed: families.third.adults }
  const pregnancies = await tellPregnancies(record, marked.mark, known, mothers)
  const contacts = await tellContacts(record, marked.mark, staff, known)
  const shared = Object.fromEntries(
    await Promise.all(
      Object.entries(known).map(
        async ([whose, { personId }]) => [whose, await tellSharing(record, personId)] as const,
      ),
    ),
  )
  const enquiries = await tellEnquiries(record, marked.mark, known)
  const approvals = await tellApprovals(record, staff, known)
  const transfers = await tellTransfers(record, staff, known)
  const people = Object.fromEntries(
    Object.entries(known).map(([whose, one]): [string, Told] => [
      whose,
      {
        ...one,
        rowIds: {
          ...one.rowIds,
          ...pregnancies[whose as Whose],
          front_door: contacts[whose as Whose],
          approval: approvals[whose as Whose],
          ...enquiries[whose as Whose],
          transfer: transfers[whose as Whose],
          ...shared[whose],
        },
      },
    ]),
  ) as County['people'] // the same keys
  await tell(record, 'relationship', { person_id: besideSealed, other_id: sealed, kind: 'sibling' })
  await tell(record, 'relationship', { person_id: own, other_id: sibling, kind: 'sibling' })
  await makers.allocation({
    personId: own,
    teamId: teams.conference,
    workerId: workers.chair,
    role: 'conference_chair',
  })
  await makers.allocation({ personId: sibling, teamId: north, workerId: workers.coWorker, role: 'co_worker' })
  await makers.involvement({ personId: own, workerId: workers.partner })
  await makers.involvement({ personId: sealed, workerId: workers.partner })
  for (const [name, subjectId, kind] of [
    ['opener', other, 'break_glass'],
    ['dutyOpened', other, 'duty'],
    ['directorOpened', other, 'director'],
  ] as const)
    await makers.opening({ actorId: workers[name], subjectId, kind })
  const household = await tell(record, 'household', {
    family_id: families.third.familyId,
    label: 'Their home',
  })
  for (const personId of [sealed, besideSealed])
    await tell(record, 'household_member', { household_id: household, person_id: personId })
  const runId = await tellImport(record, marked, Object.values(people))
  await tellNotices(record, workers.holder, Object.values(people))
  await makers.restriction({ subjectId: sealed, members: [workers.named] })
  const openings = await tellOpenings(record, staff, people)
  const wall = await tellWall(record, marked, staff, {
    child: people.guarded,
    mother: at(families.fifth.adults, 0),
    father: at(families.fifth.adults, 1),
  })
  const personIds = Object.values(families).flatMap(({ children, adults }) => [...children, ...adults])
  return { staff, people, runId, openings, wall, marks: marked.marks, personIds }
}

async function rename(record: TestRecord, personId: Uuid, family: string): Promise<void> {
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<{ person_name: { person_id: Uuid; family: string } }>()
      .updateTable('person_name')
      .set({ family })
      .where('person_id', '=', personId)
      .execute(),
  )
}

async function tellImport(
  record: TestRecord,
  { mark }: ReturnType<typeof marking>,
  people: readonly Told[],
): Promise<Uuid> {
  const runId = await tell(record, 'import_run', { kind: 'cin_census', file_sha256: 'f'.repeat(64) })
  for (const { personId } of people)
    await tell(record, 'import_finding', {
      import_run_id: runId,
      person_id: personId,
      element: 'Invented',
      raw: mark({ table: 'import_finding', personIds: [personId] }, false),
      severity: 'doubted',
      problem: 'Not a date',
    })
  return runId
}

/** What somebody was told of before a restriction, among other things. */
export async function tellNotices(
  record: TestRecord,
  workerId: Uuid,
  people: readonly Told[],
): Promise<void> {
  for (const { personId } of people)
    await record.as(serviceActor('courier'), async work => {
      await work
        .db<{ 'app.notice': Record<string, unknown> }>()
        .insertInto('app.notice')
        .values({
          id: makeUuid(),
          worker_id: workerId,
          kind: 'work_given',
          path: `/people/${personId}`,
          subject_id: personId,
        })
        .execute()
    })
}
