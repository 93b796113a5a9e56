import { z } from 'zod'
import { type Reply, type Route, route, type Visit } from '#platform/http'
import { type FormIssue, fieldErrors, plural } from '#ui'
import { renewAccess } from '../../../commands/renewAccess.ts'
import {
  endingWithin,
  type RenewableAccess,
  renewableAccess,
  SOON,
} from '../../../queries/renewableAccess.ts'
import { accessEndingPage } from './page.ts'
import { parseLastDay, typed } from './parseLastDay.ts'

const url = '/administration/access-ending'
/** Letters that a reason takes at least, as the database keeps it. */
const LEAST_REASON = 10
const query = z.object({ all: z.string().optional(), of: z.string().max(40).optional() })
const common = { admits: ['administrator'], purpose: 'administration' } as const

type OfList = Visit<unknown, z.infer<typeof query>, unknown>
type Shown = { readonly access: readonly RenewableAccess[]; readonly isAll: boolean }

async function list({ work, query: { all, of }, form, sent }: OfList): Promise<Reply> {
  const every = await renewableAccess(work)
  const isAll = all !== undefined || of !== undefined
  const one = every.filter(({ id }) => id === of)
  const access = of !== undefined ? one : isAll ? every : endingWithin(SOON, every, work.now)
  return pageOf({ work, form, sent }, { access, isAll }, { chosen: one.map(({ id }) => id), issues: [] })
}

type Filled = { readonly chosen: readonly string[]; readonly issues: readonly FormIssue[] }

function pageOf(
  { work, form, sent }: Pick<OfList, 'work' | 'form' | 'sent'>,
  { access, isAll }: Shown,
  { chosen, issues }: Filled,
): Reply {
  const errors = fieldErrors(issues, ['which', 'last', 'reason'], { last: 'last-day' })
  const view = { access, isAll, chosen: new Set(chosen), sent, errors, keys: form, now: work.now }
  return {
    kind: 'page',
    title: isAll ? 'Access that can be renewed' : 'Access that ends soon',
    current: '/administration',
    back: '/administration',
    status: issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    content: accessEndingPage(view),
    shown: 'nothing',
  }
}

async function renew(visit: Visit<unknown, unknown, unknown>): Promise<Reply> {
  const { work, sent } = visit
  const every = await renewableAccess(work)
  const asked = [sent['which'] ?? []].flat()
  const chosen = every.filter(({ id }) => asked.includes(id))
  const lastDay = parseLastDay(sent, 'last', work.today)
  const reason = typed(sent, 'reason')
  const issues = [
    ...(chosen.length === 0 ? [{ path: ['which'], message: 'Choose what goes on' }] : []),
    ...('path' in lastDay ? [lastDay] : []),
    ...(reason.length < LEAST_REASON
      ? [{ path: ['reason'], message: `Say why in ${LEAST_REASON} letters or more` }]
      : []),
  ]
  if (issues.length > 0 || 'path' in lastDay)
    return pageOf(visit, { access: every, isAll: true }, { chosen: chosen.map(({ id }) => id), issues })
  const renewed = await renewAccess(work, chosen, { lastDay, reason })
  return { kind: 'redirect', location: url, success: `${plural(renewed, 'access', 'accesses')} renewed` }
}

/** `/administration/access-ending`. */
export const accessEndingRoutes: readonly Route[] = [
  route({
    ...common,
    method: 'GET',
    url,
    query,
    summary: 'Access of other organisations that ends soon',
    handle: list,
  }),
  route({ ...common, method: 'POST', url, summary: 'Renews access of other organisations', handle: renew }),
]
