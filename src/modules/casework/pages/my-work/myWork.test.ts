import { describe, expect, test } from 'vitest'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../agencies/testing/askRoute.ts'
import { makeClock } from '../../queries/testing/makeClock.ts'
import type { WorkItem } from '../../queries/workList.ts'
import { workingDaysUntil } from '../../rules/workingDaysUntil.ts'
import { chosenWork, dueByDay } from './chosenWork.ts'
import { dueWords } from './dueBadge.ts'
import { itemTitle, roleWords, rowAction } from './itemWords.ts'
import { myWorkRoutes } from './route.ts'
import { nowAndLater, workRows } from './workRows.ts'

const record = await testRecord()
const { makers } = record
const day = (text: string) => Temporal.PlainDate.from(text)
const noon = Temporal.Instant.from('2026-05-01T11:00:00Z') // a Friday, before the early May bank holiday
const today = day('2026-05-01')

describe('workingDaysUntil', () => {
  test.each([
    ['2026-05-01', 0],
    ['2026-05-04', 0],
    ['2026-05-05', 1],
    ['2026-04-30', -1],
    ['2026-04-24', -5],
    ['2027-05-01', 252],
  ])('counts to %s', (due, days) => {
    expect(workingDaysUntil(day(due), today)).toBe(days)
  })
})

describe('dueWords', () => {
  test.each([
    ['2026-04-29', '2 working days, since 29 April 2026'],
    ['2026-05-01', 'today'],
    ['2026-05-06', 'in 2 working days, 6 May 2026'],
  ])('says how %s stands', (due, words) => {
    expect(dueWords({ dueOn: day(due) }, today, noon)).toBe(words)
  })

  test('goes by the moment where hours count', () => {
    const dueAt = Temporal.Instant.from('2026-05-01T10:00:00Z')
    expect(dueWords({ dueOn: today, dueAt, isTimed: true }, today, noon)).toBe('since 1 May 2026 by 11am')
  })
})

const item = (dueOn: string | null, changes: Partial<WorkItem> = {}): WorkItem => ({
  kind: 'clock',
  id: makeUuid(),
  personId: makeUuid(),
  definitionId: 'CP_VISIT',
  triggerId: null,
  title: null,
  dueOn: dueOn === null ? null : day(dueOn),
  dueAt: null,
  isTimed: false,
  role: 'lead_social_worker',
  ...changes,
})

test('chooses by when, child and kind, and counts by day', () => {
  const items = [
    item('2026-04-30'),
    item('2026-05-01'),
    item('2026-05-07'),
    item('2026-05-08', { kind: 'task', definitionId: null }),
  ]
  const moment = { today, now: noon }
  const chosen = (choice: Parameters<typeof chosenWork>[1]) =>
    chosenWork(items, choice, moment).map(one => items.indexOf(one))
  expect(chosen({ due: 'overdue' })).toEqual([0])
  expect(chosen({ due: 'today' })).toEqual([1])
  expect(chosen({ due: 'week' })).toEqual([1, 2])
  expect(chosen({ kind: 'task' })).toEqual([3])
  expect(chosen({ child: items[2]?.personId as Uuid })).toEqual([2])
  const { overdue, days } = dueByDay(items, moment)
  expect([overdue, days.map(one => one.count)]).toEqual([1, [1, 0, 0, 0, 0, 0, 1]])
})

describe('rows', () => {
  const [eldest, middle, cousin] = [makeUuid(), makeUuid(), makeUuid()]
  const families = new Map([
    [eldest, 'one'],
    [middle, 'one'],
    [cousin, 'another'],
  ])
  const visit = (personId: Uuid, dueOn = '2026-05-06') => item(dueOn, { personId })

  test('are one for siblings who have the same kind of work due on the same day, and no others', () => {
    const [first, second] = [visit(eldest), visit(middle)]
    const rest = [
      visit(cousin),
      visit(middle, '2026-05-07'),
      item('2026-05-06', { personId: middle, definitionId: 'CORE_GROUP' }),
      item('2026-05-06', { personId: middle, isTimed: true, dueAt: noon }),
      item('2026-05-06', { personId: makeUuid() }),
    ]
    expect(workRows([first, second, ...rest], families)).toEqual([[first, second], ...rest.map(one => [one])])
  })

  test('are two where a child has the same thing to do twice', () => {
    const task = (personId: Uuid, title: string) =>
      item('2026-05-06', { personId, kind: 'task', definitionId: null, title })
    const tasks = [
      task(eldest, 'Ring'),
      task(eldest, 'Ring'),
      task(middle, 'Ring'),
      task(middle, 'Write'),
    ] as const
    expect(workRows(tasks, families)).toEqual([[tasks[0], tasks[2]], [tasks[1]], [tasks[3]]])
  })

  test('of actions lead whoever writes the plan to the action, and anybody else to the plan', () => {
    const action = (role: WorkItem['role']) =>
      item('2026-05-06', { personId: eldest, kind: 'action', definitionId: null, title: 'Find a bed', role })
    const held = action('lead_practitioner')
    expect(rowAction([held]).href).toBe(`/people/${eldest}/plan/actions/${held.id}`)
    for (const role of [null, 'conference_chair'] as const)
      expect(rowAction([action(role)]).href).toBe(`/people/${eldest}/plan`)
    expect(chosenWork([held, visit(eldest)], { kind: 'action' }, { today, now: noon })).toEqual([held])
    expect([itemTitle(held), roleWords(action(null))]).toEqual(['Find a bed', 'Action in a plan'])
  })

  test('due more than six weeks ahead come later; those without a date do not', () => {
    const rows = [[item('2026-06-12')], [item('2026-06-13')], [item(null)]] as const
    expect(nowAndLater(rows, today)).toEqual({ near: [rows[0], rows[2]], later: [rows[1]] })
  })
})

/** A worker with three siblings, each with a visit due on the same day. */
async function heldSiblings(inDays: number) {
  const worker = await makers.worker()
  const { children } = await makers.family({ children: 3, adults: 1 })
  const teamId = await makers.team()
  const dueOn = londonDate(Temporal.Now.instant()).add({ days: inDays })
  for (const personId of children) {
    await makers.allocation({ personId, teamId, workerId: worker.id })
    await makeClock(record, { personId, dueOn })
  }
  return {
    worker,
    children,
    dueOn,
    ask: (path: string) => record.as(worker, work => askRoute(myWorkRoutes, work, 'GET', path)),
  }
}

describe('the page', () => {
  test('has one row for a visit to three siblings, and one action for all of them; the CSV a line a child', async () => {
    const { children, ask } = await heldSiblings(3)
    const reply = await ask('/my-work')
    if (reply.kind !== 'page') throw new Error(reply.kind)
    const text = String(reply.content)
    expect(text.split('<tr ').filter(row => row.includes('/visits/new'))).toHaveLength(1)
    for (const child of children) expect(text).toContain(`href="/people/${child}"`)
    expect(text.match(/href="\/clocks\//g)).toHaveLength(3)
    const actions = [...text.matchAll(/href="\/people\/([^/]+)\/visits\/new\?also=([^"]+)"/g)]
    expect(actions.flatMap(([, first = '', also = '']) => [first, ...also.split(',')]).toSorted()).toEqual(
      [...children].toSorted(),
    )
    expect(text).not.toContain('Later:')
    const csv = await ask('/my-work?format=csv')
    expect(csv.kind === 'csv' && [...csv.rows]).toHaveLength(3)
  })

  test('folds what is due after six weeks behind one disclosure, in the page all the same', async () => {
    const { worker, children, ask } = await heldSiblings(60)
    const near = await makers.person({ given: 'Tilly', family: 'Madeup' })
    await makers.allocation({ personId: near, teamId: await makers.team(), workerId: worker.id })
    await makeClock(record, { personId: near, dueOn: londonDate(Temporal.Now.instant()).add({ days: 42 }) })
    const reply = await ask('/')
    const [before = '', later = ''] = String(reply.kind === 'page' && reply.content).split(
      'Later: 3 due after ',
    )
    expect(before).toContain(`href="/people/${near}"`)
    for (const child of children) {
      expect(before).not.toContain(`href="/people/${child}"`)
      expect(later).toContain(`href="/people/${child}"`)
    }
    expect(before).not.toContain(' open') // a list with something in it needs no open disclosure
    const only = await ask(`/my-work?child=${children[0]}`)
    expect(String(only.kind === 'page' && only.content)).toMatch(
      /<details class="govuk-details" open>\s*<summary[^>]*>\s*<span[^>]*>Later: 1 due/,
    )
  })

  test('names the child, explains the clock and leads to the visit; its filters and download agree', async () => {
    const worker = await makers.worker()
    const personId = await makers.person({ given: 'Tilly', family: 'Madeup' })
    await makers.allocation({ personId, teamId: await makers.team(), workerId: worker.id })
    const now = londonDate(Temporal.Now.instant())
    const late = await makeClock(record, { personId, dueOn: now.subtract({ days: 40 }) })
    await makeClock(record, { personId, definitionId: 'CORE_GROUP', dueOn: now.add({ days: 20 }) })
    const ask = (path: string) => record.as(worker, work => askRoute(myWorkRoutes, work, 'GET', path))
    const home = await ask('/')
    if (home.kind !== 'page') throw new Error(home.kind)
    const text = String(home.content)
    expect(text).toContain('Tilly Madeup')
    expect(text).toContain(`href="/clocks/${late}"`)
    expect(text).toContain(`href="/people/${personId}/visits/new"`)
    expect(text).toContain('1 overdue')
    expect(home.shown).toEqual({ resource: 'work_list', subjectIds: [personId], action: 'list' })
    const overdue = await ask('/my-work?due=overdue&format=csv')
    if (overdue.kind !== 'csv') throw new Error(overdue.kind)
    expect([...overdue.rows].map(row => [row[0], row[6]])).toEqual([['Tilly Madeup', 'yes']])
  })

  test('says so when there is nothing to do', async () => {
    const worker = await makers.worker()
    const reply = await record.as(worker, work => askRoute(myWorkRoutes, work, 'GET', '/my-work'))
    expect(reply.kind === 'page' && String(reply.content)).toContain('No child is allocated to you')
  })

  test.each([
    ['administrator', '/administration'],
    ['data_quality', '/data-quality'],
    ['director', '/people'],
  ] as const)('sends the class %s home to %s', async (userClass, location) => {
    const worker = await makers.worker({ class: userClass })
    expect(await record.as(worker, work => askRoute(myWorkRoutes, work, 'GET', '/'))).toEqual({
      kind: 'redirect',
      location,
    })
  })
})
