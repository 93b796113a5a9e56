import { describe, expect, test } from 'vitest'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { serviceModules } from '../../src/main/modules.ts'
import {
  type AssessedFamily,
  assessedFamily,
  hiddenField,
  tellRow,
} from '../../src/modules/assessments/testing/assessedFamily.ts'
import { askPage, contentOf } from '../../src/modules/casework/testing/askPage.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const { record } = team
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const ask = askPage(
  record.as,
  serviceModules.flatMap(({ routes }) => routes),
)
const day = (name: string, on = today) => ({
  [`${name}-day`]: `${on.day}`,
  [`${name}-month`]: `${on.month}`,
  [`${name}-year`]: `${on.year}`,
})

const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const follow = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('link', { name }).first())

describe('tried in a browser', () => {
  test('a referral for a child already open elsewhere is passed to the team that works with them', async () => {
    const [child, holder, duty] = [
      await makers.person({ given: 'Tobit', family: 'Underhythe', born: '2016-03-04' }),
      await makers.worker(),
      await makers.worker(),
    ]
    await makers.allocation({ personId: child, teamId: await makers.team(), workerId: holder.id })
    await tellRow(record, 'referral', {
      person_id: child,
      received_on: today.subtract({ days: 30 }).toString(),
      decided_on: today.subtract({ days: 29 }).toString(),
      is_no_further_action: false,
    })
    const door = await makers.team({ kind: 'front_door' })
    await makers.post({ workerId: duty.id, teamId: door, role: 'duty_manager' })
    const sent = {
      _key: makeUuid(),
      channel: 'telephone',
      worries: 'Seen alone at the station.',
      source: '6',
      'person-0-role': 'child',
      'person-0-given': 'Tobit',
      'person-0-family': 'Underhythe',
      ...day('person-0-born', Temporal.PlainDate.from('2016-03-04')),
    }
    const received = await ask(duty, 'POST', '/front-door/contacts/new', { sent })
    if (received.kind !== 'redirect') throw new Error(contentOf(received))
    const priya = await team.visitAs(duty)
    await priya.open('/front-door')
    await priya.press(
      priya.page.getByRole('row').filter({ hasText: 'Tobit Underhythe' }).getByRole('link').first(),
    )
    await press(priya, /^Same person as/)
    await priya.page.getByText('Open now').waitFor()
    await press(priya, 'Decide')
    await isFine(priya, 'the decision')
    const decision = priya.page.getByLabel('Decision for Tobit Underhythe')
    expect(await decision.inputValue()).toBe('passed_to_open_work')
    await priya.write(priya.page.getByLabel('Reasons', { exact: true }), 'His worker must know today.')
    await press(priya, 'Decide')
    await priya.page.getByText('His worker must know today.').first().waitFor()
    const rowan = await team.visitAs(holder)
    await rowan.open('/notices')
    await follow(rowan, 'A contact about a child you work with was passed to you')
    expect(await rowan.text()).toContain('Tobit')
  })

  test('an assessment authorised while its author edits: the manager reads the edit first, the author’s late words are kept', async () => {
    const family = await assessedFamily(record, { children: 1 })
    const jointId = await handedIn(family)
    const [author, gwen] = [await team.visitAs(family.worker), await team.visitAs(family.manager)]
    const analysis = author.page.locator('[name="analysis"]')
    await gwen.open('/approvals')
    await follow(gwen, /^Child and family assessment/)
    await gwen.page.getByRole('heading', { name: 'Your decision' }).waitFor()
    await author.open(`/assessments/${jointId}/parts/analysis`)
    await author.write(analysis, 'Safer, and the school feeds them.')
    await press(author, 'Save')
    await author.page.getByText(/saved/i).first().waitFor()
    const authorise = async () => {
      await gwen.tick(gwen.page.getByLabel('Authorise', { exact: true }))
      await press(gwen, 'Decide')
    }
    await authorise()
    await gwen.page.getByText('This was edited after you opened it').waitFor()
    expect(gwen.complaints()).toEqual([expect.stringContaining('409')])
    expect(await gwen.text()).toContain('the school feeds them')
    await isFine(gwen, 'an approval edited meanwhile')
    await author.open(`/assessments/${jointId}/parts/analysis`)
    await author.write(analysis, 'A thought that came too late.')
    await authorise()
    await gwen.page.getByText('Authorised, and the author told').waitFor()
    await press(author, 'Save')
    await author.page.getByText('A thought that came too late.').first().waitFor()
    author.complaints() // the browser says that it was refused
    await isFine(author, 'words too late')
    await author.open(`/assessments/${jointId}`)
    expect(await author.text()).toContain('It does not change any more')
    expect(await author.text()).not.toContain('A thought that came too late.')
  })

  test('a closure with an open enquiry is refused with what to do, and keeps what was typed', async () => {
    const { children, worker } = await assessedFamily(record, { children: 1 })
    const [personId] = children as [Uuid]
    const referral_id = await tellRow(record, 'referral', { person_id: personId, received_on: '2026-01-02' })
    await tellRow(record, 'cin_plan', { person_id: personId, referral_id, started_on: '2026-02-02' })
    const started_on = today.subtract({ days: 2 }).toString()
    await tellRow(record, 's47_enquiry', { person_id: personId, referral_id, started_on })
    const rowan = await team.visitAs(worker)
    await rowan.open(`/people/${personId}/plan/close`)
    await rowan.write(rowan.page.locator('[name="achieved"]'), 'Calm evenings')
    await rowan.write(rowan.page.locator('[name="next"]'), 'School goes on')
    await rowan.write(rowan.page.locator('[name="turnsTo"]'), 'Mr Madeup')
    await rowan.tick(rowan.page.getByRole('radio', { name: 'What we wanted has been achieved' }))
    await rowan.tick(rowan.page.getByRole('radio', { name: 'No, it stays open' }))
    for (const part of ['day', 'month', 'year'] as const)
      await rowan.write(rowan.page.locator(`[name="ends-${part}"]`), `${today[part]}`)
    await press(rowan, /Hand in|Ask the manager|Send/)
    await rowan.page.getByRole('alert').waitFor()
    expect(await rowan.text()).toMatch(/enquiry/i)
    expect(await rowan.page.locator('[name="achieved"]').inputValue()).toBe('Calm evenings')
    rowan.complaints() // the browser says that it was refused
    await isFine(rowan, 'a closing refused')
  })

  test('a merge of twins is not asked for by mistake, and that they are two people sticks', async () => {
    const [teamId, worker] = [await makers.team(), await makers.worker()]
    await makers.post({ workerId: worker.id, teamId })
    const twin = async (given: string) => {
      const personId = await makers.person({ given, family: 'Twinsley', born: '2019-05-05' })
      await makers.allocation({ personId, teamId, workerId: worker.id })
      return personId
    }
    const [ash, beech] = [await twin('Ash'), await twin('Beech')]
    const rowan = await team.visitAs(worker)
    await rowan.open(`/people/${ash}/merge/${beech}`)
    expect(await rowan.text()).toContain('Twins are two people')
    await isFine(rowan, 'two records side by side')
    await rowan.tick(rowan.page.getByRole('checkbox').first())
    await rowan.write(rowan.page.getByLabel('What have you seen, and where?'), 'One birthday')
    await press(rowan, 'Ask a manager to merge')
    await rowan.page.getByRole('alert').first().waitFor()
    rowan.complaints() // the browser says that it was refused
    expect(await rowan.page.getByLabel('What have you seen, and where?').inputValue()).toBe('One birthday')
    await follow(rowan, 'They are not the same person')
    await rowan.write(rowan.page.getByRole('textbox').first(), 'Twins: both were at the visit')
    await isFine(rowan, 'not the same person')
    await press(rowan, /not the same|Save|Keep/i)
    await rowan.page.getByText('Kept: they are not the same person').waitFor()
    expect(await rowan.text()).toContain('Twins: both were at the visit')
    await isFine(rowan, 'what is kept')
  })

  test('a file named as a picture that is a program is refused at its field, and what was typed stays', async () => {
    const { children, worker } = await assessedFamily(record, { children: 1 })
    const rowan = await team.visitAs(worker)
    await rowan.open(`/people/${children[0]}/documents/new`)
    const buffer = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 7)])
    const file = { name: 'beach.jpg', mimeType: 'image/jpeg', buffer }
    await rowan.page.getByLabel('File', { exact: true }).setInputFiles(file)
    await rowan.page.getByLabel('What is it?').selectOption('picture')
    await rowan.page.getByLabel('Where does it come from?').selectOption('family')
    await press(rowan, 'Add the file')
    await rowan.page.getByText('named as a picture, but it is a program').first().waitFor()
    rowan.complaints() // the browser says that it was refused
    expect(await rowan.page.getByLabel('What is it?').inputValue()).toBe('picture')
    await isFine(rowan, 'a file refused')
    await rowan.open(`/people/${children[0]}/documents`)
    expect(await rowan.text()).toContain('No document is recorded that matches.')
  })
})

/** An assessment with all that is asked for, handed in. */
async function handedIn({ worker, children, adult }: AssessedFamily): Promise<string> {
  const [first] = children as [Uuid]
  const form = (url: string, params: Record<string, string>, sent: Record<string, unknown>) =>
    ask(worker, 'POST', url, { params, sent })
  const begun = await form(
    '/people/:personId/assessments/new',
    { personId: first },
    {
      child: [...children],
      purpose: 'Are they safe at home?',
      ...day('started'),
    },
  )
  if (begun.kind !== 'redirect') throw new Error(contentOf(begun))
  const jointId = begun.location.split('/').at(-1) ?? ''
  const saved = async (url: string, params: Record<string, string>, sent: Record<string, unknown>) => {
    const version = hiddenField(await ask(worker, 'GET', url, { params }), 'version')
    await form(url, params, { version, ...sent })
  }
  const analysis = { analysis: 'Safer than in May.', safety_now: '6' }
  await saved('/assessments/:jointId/parts/:part', { jointId, part: 'analysis' }, analysis)
  const view = { child_view: 'I like it when it is quiet.' }
  await saved('/assessments/:jointId/children/:personId', { jointId, personId: first }, view)
  const words = { version: '0', words: 'I want help with the mornings.' }
  await form('/assessments/:jointId/views/:personId', { jointId, personId: adult }, words)
  await form('/assessments/:jointId/factors', { jointId }, { all: ['3B', '16A'] })
  const page = contentOf(await ask(worker, 'GET', '/assessments/:jointId/outcomes', { params: { jointId } }))
  const versions = [...page.matchAll(/name="(version-[^"]+)" value="(\d+)"/g)]
  await form(
    '/assessments/:jointId/outcomes',
    { jointId },
    {
      ...Object.fromEntries(versions.map(([, name, value]) => [name, value])),
      all: 'no_further_action',
      'all-reason': 'They manage with what there is.',
    },
  )
  const sent = await form('/assessments/:jointId/check', { jointId }, { remark: 'Ready' })
  if (sent.kind !== 'redirect') throw new Error(contentOf(sent))
  return jointId
}
