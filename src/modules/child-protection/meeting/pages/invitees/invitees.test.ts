import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Reply } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../../../main/modules.ts'
import { hiddenField } from '../../../../assessments/testing/assessedFamily.ts'
import { askPage, contentOf } from '../../../../casework/testing/askPage.ts'
import { inviteesOf } from '../../queries/inviteesOf.ts'
import { type MeetingStage, meetingStage } from '../../testing/meetingStage.ts'
import { inviteesRoutes } from './inviteesRoutes.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, inviteesRoutes)
const url = '/meetings/:meetingId/invitees'
let stage: MeetingStage
let second: Actor
beforeAll(async () => {
  stage = await meetingStage(record)
  second = await record.makers.worker()
})

/** A discussion of which a second worker is the administrator, and the version that both opened the list in. */
async function opened() {
  const [child] = (await stage.siblings(1)) as [Uuid]
  const meetingId = await stage.planned([child], { administratorId: second.id })
  const show = () => ask(stage.manager, 'GET', url, { params: { meetingId } })
  const version = hiddenField(await show(), 'version')
  const police = await stage.inviteeOf(meetingId, stage.police)
  const health = await stage.inviteeOf(meetingId, stage.health)
  /** What a page sends: each answer with what it was when the page was opened. */
  const send = (actor: Actor, sent: Record<string, unknown>, at = version): Promise<Reply> =>
    ask(actor, 'POST', url, { params: { meetingId }, sent: { version: at, ...sent } })
  const asked = async () => {
    const all = await record.as(stage.manager, work => inviteesOf(work, meetingId))
    return all.filter(({ withdrawnAt }) => withdrawnAt === null)
  }
  return { meetingId, send, asked, police, health }
}
const organisationsOf = (all: Awaited<ReturnType<Awaited<ReturnType<typeof opened>>['asked']>>) =>
  all.flatMap(({ organisationId }) => organisationId ?? [])

test('of two who ask people at once the second is refused with both lists, and no invitation is lost', async () => {
  const { send, asked } = await opened()
  const wanted = [
    { actor: stage.manager, ask: [`o:${stage.force}`] },
    { actor: second, ask: [`o:${stage.trust}`] },
  ]
  const replies = await Promise.all(wanted.map(one => send(one.actor, { ask: one.ask, asked: 'As it was' })))
  expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['page', 'redirect'])
  const late = replies.findIndex(({ kind }) => kind === 'page')
  const refused = replies[late] as Reply
  expect(refused).toMatchObject({ status: 409 })
  expect(contentOf(refused)).toContain('As it was')
  expect(contentOf(refused)).toContain('Nothing of yours is lost')
  expect(organisationsOf(await asked())).toHaveLength(1)
  const again = wanted[late] as (typeof wanted)[number]
  expect(await send(again.actor, { ask: again.ask }, hiddenField(refused, 'version'))).toMatchObject({
    kind: 'redirect',
  })
  expect(organisationsOf(await asked()).toSorted()).toEqual([stage.force, stage.trust].toSorted())
})

test('whoever is second does not take back an answer that they did not change', async () => {
  const { send, asked, police, health } = await opened()
  const first = { [`response-${police.id}`]: 'coming', [`needs-${police.id}`]: 'A lift' }
  expect(await send(stage.manager, first)).toMatchObject({ kind: 'redirect' })
  const untouched = { [`response-${police.id}`]: '', [`was-response-${police.id}`]: '' }
  const own = { ...untouched, [`withdraw-${health.id}`]: 'Somebody else comes for them' }
  const refused = await send(second, own)
  expect(refused).toMatchObject({ status: 409 })
  const page = contentOf(refused)
  expect(page).toContain('Somebody else comes for them')
  expect(page).toMatch(new RegExp(`name="needs-${police.id}"[^>]*value="A lift"`))
  const sent = { ...own, [`response-${police.id}`]: 'coming', [`needs-${police.id}`]: 'A lift' }
  expect(await send(second, sent, hiddenField(refused, 'version'))).toMatchObject({ kind: 'redirect' })
  const now = await asked()
  expect(now.map(({ id }) => id)).not.toContain(health.id)
  expect(now.find(({ id }) => id === police.id)).toMatchObject({ response: 'coming', needs: 'A lift' })
})

test('somebody found by part of their name is asked by sending the page that found them', async () => {
  const { meetingId } = await opened()
  const somebody = await record.makers.worker()
  await stage.tell(work =>
    work
      .db<Record<string, Record<string, unknown>>>()
      .updateTable('worker')
      .set({ display_name: 'Sky Findable' })
      .where('id', '=', somebody.id)
      .execute(),
  )
  const query = { find: 'Findable' }
  const page = await ask(stage.manager, 'GET', url, { params: { meetingId }, query })
  expect(contentOf(page)).toContain(`action="/meetings/${meetingId}/invitees?find=Findable"`)
  const sent = { version: hiddenField(page, 'version'), ask: [`w:${somebody.id}`] }
  expect(await ask(stage.manager, 'POST', url, { params: { meetingId }, query, sent })).toMatchObject({
    kind: 'redirect',
  })
  expect(await stage.inviteeOf(meetingId, somebody)).toMatchObject({ name: 'Sky Findable' })
})
