import { z } from 'zod'
import { listQuery, pageSize, readSetting } from '#modules/agencies'
import { Fields, uuidParam } from '#modules/casework'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FieldErrors, fieldErrors } from '#ui'
import { checkWellbeing, shareWellbeing } from '../../commands/checkWellbeing.ts'
import { countWellbeing, wellbeingOf } from '../../queries/wellbeing.ts'
import { common } from '../common.ts'
import { wellbeingPage } from './wellbeingPage.ts'

const query = z.object({ page: listQuery.page })
type WellbeingVisit = Visit<unknown, z.infer<typeof query>, unknown>

const statementsOf = async ({ work }: Pick<WellbeingVisit, 'work'>): Promise<readonly string[]> =>
  (await readSetting(work, 'supervision.wellbeing')).statements.split('\n').flatMap(line => line.trim() || [])

async function show(visit: WellbeingVisit, errors: FieldErrors = fieldErrors([])): Promise<Reply> {
  const { work, query: asked, sent, form: keys, path } = visit
  const me = work.actor.id
  const checks = await wellbeingOf(work, me, (asked.page - 1) * pageSize, pageSize)
  const [last] = await wellbeingOf(work, me, 0, 1)
  const isPast = work.knownAt !== null
  const hasErrors = errors.list.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Your wellbeing',
    current: '/supervision',
    back: '/supervision',
    hasErrors,
    content: wellbeingPage({
      checks,
      count: await countWellbeing(work, me),
      statements: await statementsOf(visit),
      mayCheck: !isPast && last?.checkedOn.equals(work.today) !== true,
      isPast,
      sent,
      errors,
      keys,
      page: asked.page,
      path,
    }),
    shown: 'nothing',
  }
}

async function check(visit: WellbeingVisit): Promise<Reply> {
  const { work, sent } = visit
  const statements = await statementsOf(visit)
  const fields = new Fields(sent)
  const levels = ['1', '2', '3', '4', '5'] as const
  const scores = statements.map((_, at) => fields.choice(`score_${at}`, levels, 'Select how far this is so'))
  const words = fields.text('words', 5_000)
  if (fields.issues.length > 0) return await show(visit, fieldErrors(fields.issues))
  const isShared = fields.isTicked('share', 'yes')
  const kept = await checkWellbeing(work, { statements, scores: scores.map(Number), words, isShared })
  const success = kept ? 'Saved' : 'You said how you are today already: that stands'
  return { kind: 'redirect', location: '/supervision/wellbeing', success }
}

const here = { ...common, url: '/supervision/wellbeing', query } as const
export const wellbeingRoutes = [
  route({
    ...here,
    method: 'GET',
    summary: 'Own wellbeing checks, and the form',
    handle: visit => show(visit),
  }),
  route({ ...here, method: 'POST', summary: 'Keeps how one is at work', handle: check }),
  route({
    ...common,
    method: 'POST',
    url: '/supervision/wellbeing/:checkId/share',
    summary: 'Shares a wellbeing check with one’s manager, or no longer',
    params: z.object({ checkId: uuidParam }),
    async handle({ work, params, sent }): Promise<Reply> {
      const isShared = sent['share'] === 'yes'
      if (!(await shareWellbeing(work, params.checkId, isShared))) return notFound
      const success = isShared ? 'Your manager may read it' : 'Your manager may no longer read it'
      return { kind: 'redirect', location: '/supervision/wellbeing', success }
    },
  }),
]
