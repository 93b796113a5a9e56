import { expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../../casework/testing/askPage.ts'
import { openHospital } from '../../testing/hospital.ts'
import { readAttendance } from '../queries/readAttendance.ts'
import { questionRoutes } from './questionRoute.ts'

const record = await testRecord()
const { send, liaisonNurse, visitor } = await openHospital(record)
const ask = askPage(record.as, questionRoutes)

/** What is asked of a visit of somebody nobody knows, as its form is opened and sent. */
async function asked(visitKey: string) {
  const { attendance } = await send({ visitKey })
  const read = await record.as(liaisonNurse, work => readAttendance(work, attendance.id))
  const questionId = read?.questions[0]?.id
  if (questionId === undefined) throw new Error('Liaison is asked')
  const url = '/attendances/:attendanceId/questions/:questionId'
  const params = { attendanceId: attendance.id, questionId }
  return {
    open: (actor: Actor) => ask(actor, 'GET', url, { params }),
    post: (sent: Readonly<Record<string, string>>) => ask(liaisonNurse, 'POST', url, { params, sent }),
  }
}

test('a question is nothing to whoever was told of the visit and not asked', async () => {
  const { open } = await asked('not asked')
  expect(contentOf(await open(liaisonNurse))).toContain('What is your answer?')
  expect(await open(visitor)).toEqual({ kind: 'not_found' })
})

test('what is missing is said, and what was typed stays', async () => {
  const { post } = await asked('missing')
  const empty = await post({ step: 'answer', note: 'Rang the ward' })
  expect(empty).toMatchObject({ status: 422 })
  expect(contentOf(empty)).toContain('Rang the ward')
  for (const answer of ['matched', 'team_found', 'sent_on'])
    expect(await post({ step: 'answer', answer })).toMatchObject({ status: 422 })
})

test('a second answer is refused with the first one and what was typed', async () => {
  const { post } = await asked('twice')
  expect(await post({ step: 'answer', answer: 'seen', note: 'First' })).toMatchObject({ kind: 'redirect' })
  const second = await post({ step: 'answer', answer: 'not_known_here', note: 'Second' })
  expect(second).toMatchObject({ status: 409 })
  expect(contentOf(second)).toContain('First')
  expect(contentOf(second)).toContain('Second')
})
