import type { Work } from '#platform/db'
import { parseUuid } from '#platform/ids'
import { choicesOf } from '../../frame/index.ts'
import { keeping, mayKeep, type Opened, type RowForm, type Values } from '../../row-form/index.ts'
import { type CasePeriod, type InvestCase, readCases, readPeriods } from '../queries/readCases.ts'
import { isCorrected, readRegister } from '../queries/readDecisions.ts'

const list = '/workforce/invest-to-save'
export const kindWords = { forecast: 'Forecast', actual: 'Actual' } as const

const caseFields: RowForm['fields'] = [
  { name: 'title', label: 'Title', kind: 'text', isRequired: true },
  { name: 'recommendation_id', label: 'Recommendation', kind: 'select' },
  { name: 'starts_on', label: 'Begins on', kind: 'date', isRequired: true },
  { name: 'investment', label: 'Investment in pounds', kind: 'number', isRequired: true },
  {
    name: 'avoids',
    label: 'Places that would not be needed',
    hint: 'For example external residential care.',
    kind: 'text',
    isRequired: true,
  },
  { name: 'week_cost', label: 'Cost of one place a week, in pounds', kind: 'number', isRequired: true },
  { name: 'cost_source', label: 'Where that cost comes from', kind: 'text', isRequired: true },
]

const periodFields: RowForm['fields'] = [
  { name: 'kind', label: 'What it is', kind: 'select', isRequired: true },
  { name: 'from_day', label: 'First day', kind: 'date', isRequired: true },
  { name: 'until_day', label: 'Last day', kind: 'date', isRequired: true },
  { name: 'spent', label: 'Spent in pounds', kind: 'number', isRequired: true },
  { name: 'weeks_avoided', label: 'Weeks of places avoided', kind: 'number', isRequired: true },
  {
    name: 'how',
    label: 'How these weeks were counted',
    hint: 'Children are not named. Say what would have been expected, and why.',
    kind: 'long',
    isRequired: true,
  },
]

async function openCase(work: Work, one: InvestCase | null): Promise<Opened | null> {
  if (!(await mayKeep(work))) return null
  return {
    id: one?.id ?? null,
    title: one === null ? 'Add an invest-to-save case' : 'Change an invest-to-save case',
    back: one === null ? list : `${list}/${one.id}`,
    options: {
      recommendation_id: (await readRegister(work)).map(({ recommendation: { first, now } }) => ({
        value: first.id,
        text: now.subject,
      })),
    },
    values: {
      title: one?.title ?? '',
      recommendation_id: one?.recommendationId ?? '',
      starts_on: one?.startsOn.toString() ?? '',
      investment: one === null ? '' : String(one.investment),
      avoids: one?.avoids ?? '',
      week_cost: one === null ? '' : String(one.weekCost),
      cost_source: one?.costSource ?? '',
    },
  }
}

const checkCase = (_: Work, values: Values) =>
  (['investment', 'week_cost'] as const).flatMap(name =>
    Number(values[name]) > 0 ? [] : [{ field: name, message: 'Enter an amount above 0' }],
  )

const openPeriod = (one: InvestCase, period: CasePeriod | null): Opened => ({
  id: null,
  title: period === null ? 'Add a period' : 'Correct a period',
  back: `${list}/${one.id}`,
  fixed: { case_id: one.id, ...(period === null ? {} : { corrects_id: period.id }) },
  options: { kind: choicesOf(kindWords) },
  values: {
    kind: period?.kind ?? '',
    from_day: period?.from.toString() ?? '',
    until_day: period?.until.toString() ?? '',
    spent: period === null ? '' : String(period.spent),
    weeks_avoided: period === null ? '' : String(period.weeksAvoided),
    how: period?.how ?? '',
  },
})

async function checkPeriod(work: Work, values: Values, { fixed = {} }: Opened) {
  const { kind = '', from_day: from = '', until_day: until = '' } = values
  const problems: { field: string; message: string }[] = []
  if (until < from)
    problems.push({ field: 'until_day', message: 'Last day must be on or after the first day' })
  if (kind === 'actual' && until > work.today.toString())
    problems.push({ field: 'until_day', message: 'Last day of what was found must be today or in the past' })
  for (const name of ['spent', 'weeks_avoided'] as const)
    if (Number(values[name]) < 0) problems.push({ field: name, message: 'Enter 0 or more' })
  const { case_id: caseId, corrects_id: corrects } = fixed
  const id = typeof caseId === 'string' ? parseUuid(caseId) : null
  const others = id === null ? [] : (await readPeriods(work, id)).filter(one => one.id !== corrects)
  if (others.some(one => one.kind === kind && one.from.toString() <= until && one.until.toString() >= from))
    problems.push({
      field: 'from_day',
      message: 'Another period of this kind covers some of these days. Correct that one',
    })
  if (typeof corrects === 'string' && (await isCorrected(work, 'invest_period', corrects)))
    problems.push({
      field: 'how',
      message: 'Somebody else corrected this meanwhile. Open it again and correct what stands now',
    })
  return problems
}

const caseOf = async (work: Work, id = ''): Promise<InvestCase | null> => {
  const parsed = parseUuid(id)
  return parsed === null ? null : ((await readCases(work, parsed))[0] ?? null)
}

const common = { admits: keeping, purpose: 'administration', current: '/workforce' } as const

/** Forms of a case and of its periods. A period is never changed: a correction takes its place beside it. */
export const investForms: readonly RowForm[] = [
  {
    ...common,
    table: 'invest_case',
    url: `${list}/new`,
    summary: 'Add an invest-to-save case',
    fields: caseFields,
    saved: 'The case is saved',
    check: checkCase,
    open: work => openCase(work, null),
  },
  {
    ...common,
    table: 'invest_case',
    url: `${list}/:caseId/change`,
    summary: 'Change an invest-to-save case',
    fields: caseFields,
    saved: 'The case is saved',
    check: checkCase,
    async open(work, { caseId }) {
      const one = await caseOf(work, caseId)
      return one === null ? null : await openCase(work, one)
    },
  },
  {
    ...common,
    table: 'invest_period',
    url: `${list}/:caseId/periods/new`,
    summary: 'Add what was forecast or found for a period',
    fields: periodFields,
    saved: 'The period is saved',
    check: checkPeriod,
    async open(work, { caseId }) {
      const one = await caseOf(work, caseId)
      return one === null || !(await mayKeep(work)) ? null : openPeriod(one, null)
    },
  },
  {
    ...common,
    table: 'invest_period',
    url: `${list}/:caseId/periods/:periodId`,
    summary: 'Correct a period by a row beside it',
    fields: periodFields,
    saved: 'The correction is saved',
    check: checkPeriod,
    async open(work, { caseId, periodId = '' }) {
      const one = await caseOf(work, caseId)
      if (one === null || !(await mayKeep(work))) return null
      const period = (await readPeriods(work, one.id)).find(({ id }) => id === parseUuid(periodId))
      return period === undefined ? null : openPeriod(one, period)
    },
  },
]
