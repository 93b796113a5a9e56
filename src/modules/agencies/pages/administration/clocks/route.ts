import { z } from 'zod'
import { draftConflict } from '#platform/drafts'
import { formVersion, notFound, openedVersion, type Reply, route, type Visit } from '#platform/http'
import { type ClockId, clocksById } from '#reference'
import { dateFieldsFrom, type FormIssue, fieldErrors, nothing, parseDateInput } from '#ui'
import { setClockValue } from '../../../commands/setClockValue.ts'
import { setCommencement } from '../../../commands/setCommencement.ts'
import { listQuery, onPage } from '../../../listing/listQuery.ts'
import { clockRow, clockRows, isSetMeanwhile, standing } from './clockRows.ts'
import { clockFormPage, clocksPage, isEnacted, isUnit, lawWords, settingWords } from './page.ts'

const query = z.object({ ...listQuery, q: z.string().trim().max(100).default('') })
const params = z.object({ clock: z.string().max(60) })
const current = '/administration'
type ClockVisit = Visit<{ clock: string }, unknown, unknown>

async function list({
  work,
  query: asked,
  path,
}: Visit<unknown, z.infer<typeof query>, unknown>): Promise<Reply> {
  const words = asked.q.toLowerCase()
  const all = (await clockRows(work)).filter(({ definition }) =>
    definition.name.toLowerCase().includes(words),
  )
  if (asked.format === 'csv')
    return {
      kind: 'csv',
      fileName: 'clocks.csv',
      header: ['Clock', 'Limit', 'Set by', 'Our own'],
      rows: all.map(row => [
        row.definition.name,
        lawWords(row.definition),
        row.definition.force,
        settingWords(row),
      ]),
      shown: 'nothing',
    }
  const content = clocksPage({
    rows: onPage(all, asked.page),
    count: all.length,
    words: asked.q,
    page: asked.page,
    path,
  })
  return {
    kind: 'page',
    title: 'Clocks',
    current,
    content,
    isWide: true,
    back: '/administration',
    shown: 'nothing',
  }
}

async function show(
  { work, params: asked, sent, form }: ClockVisit,
  issues: readonly FormIssue[] = [],
  yours: string | null = null,
): Promise<Reply> {
  const row = await clockRow(work, asked.clock)
  if (row === undefined) return notFound
  const version = yours === null ? openedVersion(sent, standing(row)) : formVersion(standing(row))
  const conflict =
    yours === null
      ? nothing
      : draftConflict({
          between: 'record',
          differences: [{ label: 'Our own', yours, other: settingWords(row) }],
        })
  const errors = fieldErrors(issues, ['limit', 'unit', 'effectiveFrom', 'on'], {
    effectiveFrom: 'effectiveFrom-day',
    on: 'on-day',
  })
  return {
    kind: 'page',
    title: 'Change a clock',
    current,
    content: clockFormPage({ row, sent, errors, today: work.today, form, version, conflict }),
    back: '/administration/clocks',
    hasErrors: issues.length > 0,
    ...(issues.length > 0 ? { status: 422 } : yours === null ? {} : { status: 409 }),
    shown: 'nothing',
  }
}

async function save(visit: ClockVisit): Promise<Reply> {
  const { work, params: asked, sent } = visit
  const clock = asked.clock as ClockId // looked up on the next line
  const definition = clocksById.get(clock)
  if (definition === undefined || isEnacted(definition)) return notFound
  const { limit, unit } = sent
  const answer = parseDateInput(dateFieldsFrom(sent, 'effectiveFrom'), 'From')
  const issues: FormIssue[] = []
  const value = typeof limit === 'string' && /^\d{1,4}$/.test(limit.trim()) ? Number(limit) : null
  if (value === null) issues.push({ path: ['limit'], message: 'Our own limit must be a whole number' })
  if (!isUnit(unit)) issues.push({ path: ['unit'], message: 'Select the unit' })
  if (answer.outcome !== 'date')
    issues.push({
      path: ['effectiveFrom'],
      message: answer.outcome === 'empty' ? 'Enter the day from which it holds' : answer.message,
    })
  if (value === null || !isUnit(unit) || answer.outcome !== 'date') return await show(visit, issues)
  if (await isSetMeanwhile(visit, clock))
    return await show(visit, [], `${value} ${unit.replaceAll('_', ' ')} from ${answer.date}`)
  const done = await setClockValue(work, { clock, effectiveFrom: answer.date, limit: { value, unit } })
  if (done.outcome === 'refused') return await show(visit, [{ path: [done.field], message: done.message }])
  return { kind: 'redirect', location: '/administration/clocks', success: 'The limit is saved' }
}

async function commence(visit: ClockVisit): Promise<Reply> {
  const { work, params: asked, sent } = visit
  const clock = asked.clock as ClockId // looked up on the next line
  const definition = clocksById.get(clock)
  if (definition === undefined || !isEnacted(definition)) return notFound
  const answer = parseDateInput(dateFieldsFrom(sent, 'on'), 'In force from')
  if (answer.outcome !== 'date' && answer.outcome !== 'empty')
    return await show(visit, [{ path: ['on'], message: answer.message }])
  const on = answer.outcome === 'date' ? answer.date : null
  if (await isSetMeanwhile(visit, clock)) return await show(visit, [], on === null ? 'No day' : `${on}`)
  const done = await setCommencement(work, { clock, on })
  if (done.outcome === 'refused') return await show(visit, [{ path: ['on'], message: done.message }])
  const success = on === null ? 'The day is taken back' : 'The day is saved'
  return { kind: 'redirect', location: '/administration/clocks', success }
}

const common = { admits: ['administrator'], purpose: 'administration' } as const

/** `/administration/clocks`. */
export const clockSettingRoutes = [
  route({
    ...common,
    method: 'GET',
    url: '/administration/clocks',
    query,
    summary: 'Clocks and the authority’s own limits',
    handle: list,
  }),
  route({
    ...common,
    method: 'GET',
    url: '/administration/clocks/:clock',
    params,
    summary: 'The form of one clock’s limit',
    handle: visit => show(visit),
  }),
  route({
    ...common,
    method: 'POST',
    url: '/administration/clocks/:clock',
    params,
    summary: 'Set the authority’s own limit of a clock',
    handle: save,
  }),
  route({
    ...common,
    method: 'POST',
    url: '/administration/clocks/:clock/commencement',
    params,
    summary: 'Set the day from which enacted law is in force',
    handle: commence,
  }),
]
