import { expect, test } from 'vitest'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { healthModule } from '../module.ts'
import { openHospital } from '../testing/hospital.ts'

const record = await testRecord()
const { send, visitor, visitorsLead, schoolNurse } = await openHospital(record)
const ask = askPage(record.as, healthModule.routes)
const one = '/attendances/:attendanceId'
const open = async (actor: typeof visitor, attendanceId: Uuid) =>
  contentOf(await ask(actor, 'GET', one, { params: { attendanceId } }))
const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

test('a nurse finds the visit unread, says what she did, and it is unread no more', async () => {
  const { attendance } = await send({ visitKey: 'journey', person: { family: 'Quillfeather' } })
  expect(contentOf(await ask(visitor, 'GET', '/attendances'))).toContain('Quillfeather')
  const page = await open(visitor, attendance.id)
  expect(page).toContain('I have read it')
  const sent = {
    notice: hidden(page, 'notice'),
    version: hidden(page, 'version'),
    done: 'visit_planned',
    note: 'On Thursday',
  }
  expect(
    await ask(visitor, 'POST', `${one}/answer`, { params: { attendanceId: attendance.id }, sent }),
  ).toMatchObject({ kind: 'redirect' })
  expect(contentOf(await ask(visitor, 'GET', '/attendances'))).not.toContain('Quillfeather')
  expect(await open(visitorsLead, attendance.id)).toContain('On Thursday')
})

test('two who answer at once: the second is shown what the first said, and nothing is lost', async () => {
  const { attendance } = await send({ visitKey: 'both' })
  const page = await open(visitor, attendance.id)
  const sent = { notice: hidden(page, 'notice'), version: hidden(page, 'version') }
  const params = { attendanceId: attendance.id }
  await ask(visitorsLead, 'POST', `${one}/answer`, {
    params,
    sent: { ...sent, done: 'seen', note: 'Seen at home' },
  })
  const stale = await ask(visitor, 'POST', `${one}/answer`, {
    params,
    sent: { ...sent, done: 'telephoned', note: 'Rang them' },
  })
  expect(stale).toMatchObject({ kind: 'page', status: 409 })
  expect(contentOf(stale)).toContain('Seen at home')
  expect(contentOf(stale)).toContain('Rang them')
})

test('an answer without a choice is refused and keeps the note', async () => {
  const { attendance } = await send({ visitKey: 'empty' })
  const page = await open(visitor, attendance.id)
  const sent = { notice: hidden(page, 'notice'), version: hidden(page, 'version'), note: 'Half a thought' }
  const reply = await ask(visitor, 'POST', `${one}/answer`, { params: { attendanceId: attendance.id }, sent })
  expect(reply).toMatchObject({ kind: 'page', status: 422 })
  expect(contentOf(reply)).toContain('Half a thought')
})

test('a notice of another team is answered as one that is nobody’s', async () => {
  const { attendance } = await send({ visitKey: 'others' })
  const notice = hidden(await open(visitor, attendance.id), 'notice')
  const reply = await ask(schoolNurse, 'POST', `${one}/read`, {
    params: { attendanceId: attendance.id },
    sent: { notice },
  })
  expect(reply.kind).toBe('not_found')
})

test('a cancelled visit is a correction until it is seen', async () => {
  const { attendance } = await send({
    visitKey: 'correct',
    sentAt: Temporal.Now.instant().subtract({ minutes: 9 }),
  })
  await send({ visitKey: 'correct', kind: 'cancelled' })
  const page = await open(visitor, attendance.id)
  expect(page).toContain('The hospital cancelled this visit')
  await ask(visitor, 'POST', `${one}/correction`, {
    params: { attendanceId: attendance.id },
    sent: { notice: hidden(page, 'notice') },
  })
  expect(await open(visitor, attendance.id)).not.toContain('I have seen the correction')
})

test('the visits of a child are drawn with those told of the same number and day of birth, and of no other', async () => {
  const arrivedAt = Temporal.Now.instant().subtract({ hours: 24 * 40 })
  const wren = { family: 'Otterly', nhsNumber: '9434765919', nhsPassed: true }
  const earlier = await send({ visitKey: 'w1', arrivedAt, complaint: 'Scald', person: wren })
  await send({
    visitKey: 'w2',
    complaint: 'Not hers',
    person: { ...wren, birth: Temporal.PlainDate.from('2021-01-01') },
  })
  await send({
    visitKey: 'w3',
    complaint: 'Nobody told',
    person: { ...wren, nhsNumber: null, nhsPassed: null },
  })
  const { attendance } = await send({ visitKey: 'w4', person: wren })
  const page = await open(visitor, attendance.id)
  expect(page).toContain('Scald')
  expect(page).not.toMatch(/Not hers|Nobody told/)
  expect(page).toContain(`href="/attendances/${earlier.attendance.id}"`)
  expect(page.match(/<circle class="kith-visit[^"]*--white/g)).toHaveLength(2)
  await ask(visitor, 'POST', `${one}/read`, {
    params: { attendanceId: attendance.id },
    sent: { notice: hidden(page, 'notice') },
  })
  expect((await open(visitor, attendance.id)).match(/<circle class="kith-visit[^"]*--white/g)).toHaveLength(1)
})

test('what the hospital fears for a child is on the list and on the visit in red, and what was done is told', async () => {
  const { attendance } = await send({
    ...{ visitKey: 'feared', concerns: ['700255001', 'OWN1'], cameFrom: 'Ambulance', procedures: 'X-ray' },
    ...{
      outcome: 'Ward',
      dischargeStatus: 'Treatment completed',
      narrative: 'Story does not fit <b>bruise</b>',
    },
  })
  const page = await open(visitor, attendance.id)
  for (const words of ['Suspected non-accidental injury; Concern, code OWN1', 'Ambulance', 'X-ray'])
    expect(page).toContain(words)
  expect(page).toContain('Ward; Treatment completed')
  expect(page).toContain('Story does not fit &lt;b&gt;bruise&lt;/b&gt;')
  const list = contentOf(await ask(visitor, 'GET', '/attendances', { query: { show: 'unread' } }))
  expect(list).toMatch(/govuk-tag--red[^<]*>\s*Concern\s*<\/strong> Suspected non-accidental injury/)
})

test('the list downloads as a spreadsheet of what it shows', async () => {
  const reply = await ask(visitor, 'GET', '/attendances', { query: { show: 'all', format: 'csv' } })
  expect(reply).toMatchObject({ kind: 'csv', fileName: 'attendances.csv' })
})
