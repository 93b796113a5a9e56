import { describe, expect, test } from 'vitest'
import { assessedFamily } from '../../src/modules/assessments/testing/assessedFamily.ts'
import { faults } from './stage/faults.ts'
import { openTeam } from './stage/openTeam.ts'
import type { Visitor } from './stage/visitor.ts'

const team = await openTeam()
const family = await assessedFamily(team.record, { children: 3 })
const [first, second] = family.children
const reason = 'Say what the school sees.'

const isFine = async (someone: Visitor, where: string) => expect(await faults(someone, where)).toEqual([])
const heading = (someone: Visitor, name: string) =>
  someone.page.getByRole('heading', { level: 1, name }).waitFor()
const press = (someone: Visitor, name: string | RegExp) =>
  someone.press(someone.page.getByRole('button', { name }).first())
const field = (someone: Visitor, name: string) => someone.page.locator(`[name="${name}"]`)

/** Opens a part from the list of parts, checks its page, fills it and saves it. */
async function writes(
  worker: Visitor,
  part: string | RegExp,
  fill: () => Promise<void>,
  saved: string | RegExp,
): Promise<void> {
  await worker.press(worker.page.getByRole('link', { name: part }).first())
  await worker.page.getByRole('button', { name: 'Save draft' }).waitFor()
  await isFine(worker, String(part))
  await fill()
  await press(worker, 'Save')
  await worker.page.getByText(saved).waitFor()
}

/** Everything that three siblings need, in the order of the list. */
async function writesTheWhole(worker: Visitor): Promise<void> {
  await writes(
    worker,
    'Purpose and history',
    () => worker.write(field(worker, 'purpose'), 'Why do the children miss school?'),
    /saved/i,
  )
  await writes(
    worker,
    'Family and parenting',
    () => worker.write(field(worker, 'parenting'), 'Warm and patient; mornings are hard.'),
    /saved/i,
  )
  await writes(
    worker,
    /: what we found/,
    async () => {
      await worker.write(field(worker, 'health_and_development'), 'Well, and tired in the mornings.')
      await worker.write(field(worker, 'child_view'), 'I want breakfast.')
      for (const box of await worker.page.locator('[name="copy"]').all()) await worker.tick(box)
    },
    'and copied to 2 other children',
  )
  const others = worker.page.getByRole('link', { name: /: what we found/ })
  for (const place of [1, 2]) {
    await worker.press(others.nth(place))
    expect(await field(worker, 'health_and_development').inputValue()).toContain('tired in the mornings')
    expect(await field(worker, 'child_view').inputValue()).toBe('')
    await worker.write(field(worker, 'child_view'), 'I like school.')
    await press(worker, 'Save')
    await worker.page.getByText('Findings saved').waitFor()
  }
  await writes(
    worker,
    /: what they say/,
    () => worker.write(field(worker, 'words'), 'I would like someone here before school.'),
    'Views saved',
  )
  await writes(
    worker,
    'Factors found',
    () => worker.tick(worker.page.locator('[name="all"]').first()),
    'Factors saved',
  )
  await writes(
    worker,
    /^Analysis/,
    () => worker.write(field(worker, 'analysis'), 'Low mood explains the missed mornings.'),
    /saved/i,
  )
  await writes(
    worker,
    'Outcome for each child',
    async () => {
      await field(worker, 'all').selectOption('no_further_action')
      await worker.write(field(worker, 'all-reason'), 'They manage with what there is.')
      await worker.press(worker.page.getByText('Another outcome for').first())
      await worker.page
        .getByLabel(/^Outcome for/)
        .nth(1)
        .selectOption('child_in_need')
      await worker.write(worker.page.getByLabel(/^Why, for/).nth(1), 'Mornings do not mend without help.')
    },
    'Outcomes saved',
  )
}

async function handsIn(worker: Visitor): Promise<void> {
  await press(worker, 'Check and hand in')
  await heading(worker, 'Check and hand in')
  await isFine(worker, 'check')
  expect(await worker.text()).toContain('Nothing more: it may be handed in.')
  await press(worker, 'Hand in to the manager')
  await worker.page.getByText('Handed in. The managers of the team have been told').waitFor()
}

async function opensTheRequest(manager: Visitor): Promise<void> {
  await manager.open('/approvals')
  await isFine(manager, '/approvals')
  await manager.press(manager.page.getByRole('link', { name: /Child and family assessment/ }).first())
  await manager.page.getByRole('heading', { name: 'Your decision' }).waitFor()
  await isFine(manager, '/approvals/:approvalId')
}

describe('an assessment of three siblings', () => {
  let path = ''

  test('is started once, written with what is the same said once, and handed in', async () => {
    const worker = await team.visitAs(family.worker)
    await worker.open(`/people/${first}`)
    worker.startCounting()
    await press(worker, 'Start an assessment') // in plain sight, not behind what is folded
    await heading(worker, 'Start an assessment')
    await isFine(worker, 'start')
    expect(await worker.page.locator('[name="child"]:checked').count()).toBe(3)
    await press(worker, 'Start the assessment')
    await worker.page.getByText('Assessment of 3 children started').waitFor()
    expect(worker.interactions()).toBe(2)
    await isFine(worker, 'the parts')
    path = new URL(worker.page.url()).pathname
    await press(worker, 'Check and hand in')
    await press(worker, 'Hand in to the manager')
    await worker.page.getByRole('alert').waitFor()
    await isFine(worker, 'check, refused')
    expect(worker.complaints()).toEqual([expect.stringContaining('422')])
    await worker.open(path)
    await writesTheWhole(worker)
    await handsIn(worker)
    expect(worker.interactions()).toBeLessThanOrEqual(39)
  })

  test('comes back with reasons, which its author reads', async () => {
    const manager = await team.visitAs(family.manager)
    manager.startCounting()
    await opensTheRequest(manager)
    await manager.tick(manager.page.getByLabel('Return it with reasons'))
    await manager.write(manager.page.getByLabel('Your reasons'), reason)
    await press(manager, 'Decide')
    await manager.page.getByText('Returned, and the author told').waitFor()
    expect(manager.interactions()).toBeLessThanOrEqual(4)
    const worker = await team.visitAs(family.worker)
    await worker.open('/notices')
    await isFine(worker, '/notices')
    await worker.open(path)
    expect(await worker.text()).toContain(reason)
    await writes(
      worker,
      /^Analysis/,
      () =>
        worker.write(
          field(worker, 'analysis'),
          'Low mood explains the missed mornings. The school sees hunger.',
        ),
      /saved/i,
    )
    await handsIn(worker)
  })

  test('is authorised from what changed, and opens the plan of the child in need alone', async () => {
    const manager = await team.visitAs(family.manager)
    await opensTheRequest(manager)
    const text = await manager.text()
    expect(text).toContain('What changed since')
    expect(text).toContain(reason)
    expect(text).not.toContain('I want breakfast.')
    expect(await manager.page.locator('ins').allInnerTexts()).toEqual([
      expect.stringContaining('The school sees hunger'),
    ])
    await manager.tick(manager.page.getByLabel('Authorise', { exact: true }))
    await press(manager, 'Decide')
    await manager.page.getByText('Authorised, and the author told').waitFor()
    const worker = await team.visitAs(family.worker)
    await worker.open(path)
    await worker.page.getByText('It does not change any more').waitFor()
    await isFine(worker, 'authorised')
    for (const end of ['/versions', '/copies', '/seen']) {
      await worker.open(`${path}${end}`)
      await isFine(worker, end)
    }
    await worker.open(`/people/${first}/plan`)
    await isFine(worker, 'the plan')
    expect(await worker.text()).toContain('plan')
    expect((await worker.page.goto(`${team.origin}/people/${second}`))?.ok()).toBe(true)
    expect(await worker.text()).not.toContain('Child in need plan since')
    await worker.open(`/people/${first}`)
    expect(await worker.text()).toContain('Child in need plan since')
  })
})
