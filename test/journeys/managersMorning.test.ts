import { describe, expect, test } from 'vitest'
import { openWithReason } from '#modules/access'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { serviceModules } from '../../src/main/modules.ts'
import { tellRow } from '../../src/modules/assessments/testing/assessedFamily.ts'
import { askPage } from '../../src/modules/casework/testing/askPage.ts'
import { askForTransfer } from '../../src/modules/casework/transfers/index.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const { makers } = team.record
const today = londonDate(Temporal.Now.instant())
const ask = askPage(
  team.record.as,
  serviceModules.flatMap(({ routes }) => routes),
)

const teamId = await makers.team()
const manager = await makers.worker()
const senior = await makers.worker()
const worker = await makers.worker()
const opener = await makers.worker()
const asker = await makers.worker()
await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
await makers.post({ workerId: senior.id, teamId, role: 'senior_social_worker' })
await makers.post({ workerId: worker.id, teamId })
const ash = await planned('Ash', 'Cloverfield')
const bea = await planned('Bea', 'Larkwood')
const [moving] = [await makers.person({ given: 'Corin', family: 'Movewell' })]

/** A child of the team whose plan has run for a while. */
async function planned(given: string, family: string): Promise<Uuid> {
  const personId = await makers.person({ given, family })
  await makers.allocation({ personId, teamId, workerId: worker.id })
  const startedOn = today.subtract({ days: 90 }).toString()
  const of = { person_id: personId }
  const referral_id = await tellRow(team.record, 'referral', { ...of, received_on: startedOn })
  await tellRow(team.record, 'cin_plan', { ...of, referral_id, started_on: startedOn })
  return personId
}

async function asksToClose(personId: Uuid, achieved: string): Promise<void> {
  const on = { 'ends-day': `${today.day}`, 'ends-month': `${today.month}`, 'ends-year': `${today.year}` }
  const said = { achieved, next: 'School helps', turnsTo: 'Mr Madeup', case: 'open', why: 'outcomes_met' }
  const sent = { child: personId, ...on, ...said }
  const reply = await ask(worker, 'POST', '/people/:personId/plan/close', { params: { personId }, sent })
  if (reply.kind !== 'redirect') throw new Error(JSON.stringify(reply))
}

await asksToClose(ash, 'Calm evenings')
await asksToClose(bea, 'Back at school')
await transferAsked()
await team.record.as(opener, work =>
  openWithReason(work, { personId: bea, code: 'contact_received', reason: 'Her grandmother rang the desk' }),
)

async function transferAsked(): Promise<void> {
  const fromId = await makers.team()
  await makers.post({ workerId: asker.id, teamId: fromId, role: 'team_manager' })
  await makers.allocation({ personId: moving, teamId: fromId, workerId: (await makers.worker()).id })
  await team.record.as(asker, work =>
    askForTransfer(work, {
      personIds: [moving],
      to: { kind: 'team', teamId },
      handover: 'The dog bites',
      movesOn: today.add({ days: 3 }),
    }),
  )
}

const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())
const decision = (someone: Visitor) => someone.page.getByRole('heading', { name: 'Your decision' }).waitFor()

describe('a manager’s morning', () => {
  test('begins with what waits, and reviews an opening from its alert in at most 7 interactions', async () => {
    const gwen = await team.visitAs(manager)
    await gwen.open('/my-work')
    await isFine(gwen, '/my-work')
    expect(await gwen.text()).toContain('3 things wait for your decision')
    gwen.startCounting()
    await follow(gwen, /notices? not read/)
    await isFine(gwen, '/notices')
    await follow(gwen, 'Somebody opened a record with a reason')
    await isFine(gwen, '/openings')
    await follow(gwen, /by Worker/)
    await gwen.page.getByText('Her grandmother rang the desk').waitFor()
    await isFine(gwen, '/openings/:openingId')
    await gwen.tick(gwen.page.getByLabel('Justified', { exact: true }))
    await gwen.write(gwen.page.getByLabel('Why', { exact: true }), 'The call is in the log.')
    await press(gwen, 'Keep the review')
    await gwen.page.getByText('The review is kept, and the worker told').waitFor()
    expect(gwen.interactions()).toBeLessThanOrEqual(7)
    expect(await gwen.text()).toContain('Waiting for review (0)')
  })

  test('returns one closing with reasons in at most 5 interactions, and its author reads them', async () => {
    const gwen = await team.visitAs(manager)
    await gwen.open('/my-work')
    gwen.startCounting()
    await follow(gwen, '3 things wait for your decision')
    await isFine(gwen, '/approvals')
    await follow(gwen, /^Closing a child in need plan for Ash/)
    await decision(gwen)
    expect(await gwen.text()).toContain('Calm evenings')
    await isFine(gwen, '/approvals/:approvalId')
    await gwen.tick(gwen.page.getByLabel('Return it with reasons'))
    await gwen.write(gwen.page.getByLabel('Your reasons'), 'Say whom his mother turns to.')
    await press(gwen, 'Decide')
    await gwen.page.getByText('Returned, and the author told').waitFor()
    expect(gwen.interactions()).toBeLessThanOrEqual(5)
    const author = await team.visitAs(worker)
    await author.open('/notices')
    await follow(author, 'Work was returned to you')
    await author.page.getByText('Say whom his mother turns to.').first().waitFor()
    await isFine(author, 'the returned approval')
  })

  test('authorises another in at most 3 interactions: the plan has ended then', async () => {
    const gwen = await team.visitAs(manager)
    await gwen.open('/approvals')
    gwen.startCounting()
    await follow(gwen, /^Closing a child in need plan for Bea/)
    await decision(gwen)
    await gwen.tick(gwen.page.getByLabel('Authorise', { exact: true }))
    await press(gwen, 'Decide')
    await gwen.page.getByText('Authorised, and the author told').waitFor()
    expect(gwen.interactions()).toBeLessThanOrEqual(3)
    await gwen.open(`/people/${bea}/plans`)
    expect(await gwen.text()).not.toContain('Child in need plan since')
  })

  test('refuses a transfer, then takes it over when it is asked again, each in at most 4 interactions', async () => {
    const gwen = await team.visitAs(manager)
    await gwen.open('/approvals')
    gwen.startCounting()
    await follow(gwen, /^Transfer for Corin/)
    await gwen.page.getByText('The dog bites').waitFor()
    await isFine(gwen, '/transfers/:transferId')
    await gwen.write(gwen.page.getByLabel(/^Why, and what would have to be different/), 'Nobody has room.')
    await press(gwen, 'Refuse')
    await gwen.page.getByText('Refused. Those who asked have been told').waitFor()
    expect(gwen.interactions()).toBeLessThanOrEqual(4)
    await gwen.open('/approvals?show=decided')
    expect(await gwen.text()).toContain('Refused')
    await isFine(gwen, 'what was decided')
    await team.record.as(asker, async work => {
      const held = await work
        .db<{ allocation: { person_id: Uuid; team_id: Uuid; ended_on: unknown } }>()
        .selectFrom('allocation')
        .select('team_id')
        .where('person_id', '=', moving)
        .where('ended_on', 'is', null)
        .execute()
      expect(held).toHaveLength(1) // where it was
      await askForTransfer(work, {
        personIds: [moving],
        to: { kind: 'team', teamId },
        handover: 'The dog has gone',
        movesOn: today,
      })
    })
    await gwen.open('/approvals')
    gwen.startCounting()
    await follow(gwen, /^Transfer for Corin/)
    await gwen.tick(gwen.page.getByLabel('Nobody yet: the team’s queue'))
    await press(gwen, 'Accept')
    await gwen.page.getByText('Your team is responsible now').waitFor()
    expect(gwen.interactions()).toBeLessThanOrEqual(4)
  })

  test('arranges cover before leave: whoever covers finds the inbox, and says for whom', async () => {
    await asksToClose(ash, 'Calm evenings, and his aunt near by')
    const gwen = await team.visitAs(manager)
    await gwen.open('/approvals')
    gwen.startCounting()
    await follow(gwen, 'Arrange cover while you are away')
    await isFine(gwen, '/cover')
    await gwen.page.getByLabel('Who covers?').selectOption(senior.id)
    for (const part of ['day', 'month', 'year'] as const)
      for (const name of ['first', 'last'])
        await gwen.write(gwen.page.locator(`[name="${name}-${part}"]`), String(today[part]))
    await press(gwen, 'Arrange cover')
    await gwen.page.getByRole('cell', { name: 'Team manager' }).first().waitFor()
    expect(gwen.interactions() + 1).toBeLessThanOrEqual(9) // one choice beside them
    const covering = await team.visitAs(senior)
    await covering.open('/approvals')
    expect(await covering.text()).toContain('You are covering for')
    expect(await covering.text()).toContain('For you to decide (1)')
    await isFine(covering, 'the inbox of whoever covers')
    await follow(covering, /^Closing a child in need plan for Ash/)
    expect(await covering.text()).toContain('Say whom his mother turns to.') // what was said before
    expect(await covering.text()).toContain('What changed since')
    expect(await covering.page.locator('ins').allInnerTexts()).toEqual([
      expect.stringContaining('and his aunt near by'),
    ])
  })
})
