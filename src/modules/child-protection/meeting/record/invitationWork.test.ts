import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { invitationWork } from './invitationWork.ts'

const record = await testRecord()
const { makers } = record
const tell = (text: ReturnType<typeof sql>) =>
  record.as(serviceActor('storyteller'), work => text.execute(work.db()))
const [doctor, chair, stranger] = [await makers.worker(), await makers.worker(), await makers.worker()]

/** A discussion tomorrow to which the doctor is asked. @returns the id of the child */
async function asked({
  response = 'none',
  isReportExpected = false,
  status = 'planned',
  kind = 'strategy',
} = {}): Promise<Uuid> {
  const [child, meeting] = [await makers.person(), makeUuid()]
  await makers.involvement({ personId: child, workerId: doctor.id, role: 'gp' })
  await tell(sql`insert into meeting (id, kind, person_ids, reason, identified_at, planned_at, minutes, how, chair_id, agenda, status, invited_ids, papers_until, created_by, created_at, stopped_because)
    values (${meeting}, ${kind}, ${[child]}::uuid[], 'A reason', now(), now() + interval '1 day', 60, 'online', ${chair.id}, '[]', ${status}, '{}', current_date + 30, ${chair.id}, now(), ${status === 'cancelled' ? 'It snowed' : null})`)
  await tell(sql`insert into meeting_child (meeting_id, person_id) values (${meeting}, ${child})`)
  await tell(sql`insert into meeting_invitee (meeting_id, side, agency, worker_id, invited_at, response, report_expected, responded_at)
    values (${meeting}, 'professional', 'health', ${doctor.id}, now(), ${response}, ${isReportExpected}, ${response === 'none' ? null : sql`now()`})`)
  return child
}
const items = async (child: Uuid, actor = doctor) =>
  (await record.as(actor, work => invitationWork.items(work, actor.id))).filter(
    ({ personId }) => personId === child,
  )
const titles = async (child: Uuid, actor = doctor) => (await items(child, actor)).map(({ title }) => title)

test('an invitation stands on one’s work until it is answered', async () => {
  expect(await titles(await asked())).toEqual(['Strategy discussion: are you coming?'])
  expect(await titles(await asked({ response: 'coming' }))).toEqual([])
})

test('so does a report that is awaited, whether one comes or not, and leads to where it is brought', async () => {
  const kind = 'review'
  const child = await asked({ kind, response: 'coming', isReportExpected: true })
  expect(await items(child)).toMatchObject([
    {
      title: 'Review child protection conference: your report is awaited',
      way: { href: expect.stringMatching(/\/yours$/) },
    },
  ])
  expect(await titles(await asked({ kind, isReportExpected: true }))).toHaveLength(2)
})

test('a strategy discussion awaits what one knows, said in its room, and takes no report', async () => {
  const child = await asked({ response: 'coming', isReportExpected: true })
  expect(await items(child)).toMatchObject([
    {
      title: 'Strategy discussion: say what you know before it',
      way: { href: expect.stringMatching(/\/room$/) },
    },
  ])
  await tell(sql`insert into meeting_contribution (meeting_id, invitee_id, kind, said, made_by)
    select i.meeting_id, i.id, 'information', 'She came to each appointment', ${doctor.id} from meeting_invitee i
    join meeting_child c on c.meeting_id = i.meeting_id where c.person_id = ${child}`)
  expect(await titles(child)).toEqual([])
})

test('what is called off is nobody’s work, and one’s own invitation nobody else’s', async () => {
  expect(await titles(await asked({ status: 'cancelled' }))).toEqual([])
  expect(await titles(await asked(), stranger)).toEqual([])
})
