import { z } from 'zod'
import type { Work } from '#platform/db'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { dateFieldsFrom, type FormIssue, fieldErrors, parseDateInput } from '#ui'
import { arrangeCover, type CoverWanted, endCover, longestCover } from '../../commands/arrangeCover.ts'
import { coverablePosts, mayCover } from '../../queries/coverable.ts'
import { type Cover, covers } from '../../queries/covers.ts'
import type { Post } from '../../queries/posts.ts'
import { coverPage } from './page.ts'

type CoverVisit = Pick<Visit<unknown, unknown, unknown>, 'work' | 'sent' | 'form'>
const common = { admits: ['practitioner', 'duty'], purpose: 'casework' } as const

const show = route({
  ...common,
  method: 'GET',
  url: '/cover',
  summary: 'Present and coming cover, and the form that arranges it',
  handle: visit => pageOf(visit, []),
})

const arrange = route({
  ...common,
  method: 'POST',
  url: '/cover',
  summary: 'Arranges cover for somebody who is away',
  async handle(visit): Promise<Reply> {
    const own = await coverablePosts(visit.work)
    const parsed = parseCover(visit, own, await mayCover(visit.work, own))
    if (!('wanted' in parsed)) return pageOf(visit, parsed.issues)
    const { outcome } = await arrangeCover(visit.work, parsed.wanted)
    if (outcome === 'arranged') return { kind: 'redirect', location: '/cover', success: 'Cover is arranged' }
    const [field, message] =
      outcome === 'covered_already'
        ? ['first', 'Somebody covers on some of these days already. End that first']
        : ['worker', 'Select somebody who may cover this post and is in post on all of these days']
    return pageOf(visit, [{ path: [field], message }])
  },
})

const end = route({
  ...common,
  method: 'POST',
  url: '/cover/:coverId/end',
  summary: 'Ends cover, for those whom it concerns',
  params: z.object({ coverId: z.string().transform(text => parseUuid(text)) }),
  async handle({ work, params: { coverId } }): Promise<Reply> {
    if (coverId === null || !(await endCover(work, coverId))) return notFound
    return { kind: 'redirect', location: '/cover', success: 'The cover has ended' }
  },
})

type Parsed = { readonly wanted: CoverWanted } | { readonly issues: readonly FormIssue[] }

function parseCover({ work, sent }: CoverVisit, own: readonly Post[], standIns: readonly Post[]): Parsed {
  const issues: FormIssue[] = []
  const problem = (name: string, message: string): null => {
    issues.push({ path: [name], message })
    return null
  }
  const post = own.find(({ id }) => id === sent['post']) ?? problem('post', 'Select whose post is covered')
  const standIn =
    standIns.find(({ workerId }) => workerId === sent['worker']) ?? problem('worker', 'Select who covers')
  const day = (name: string, label: string): Temporal.PlainDate | null => {
    const answer = parseDateInput(dateFieldsFrom(sent, name), label)
    if (answer.outcome === 'date') return answer.date
    return problem(name, answer.outcome === 'wrong' ? answer.message : `Enter the ${label.toLowerCase()}`)
  }
  const firstDay = day('first', 'First day')
  const lastDay = day('last', 'Last day')
  if (firstDay && Temporal.PlainDate.compare(firstDay, work.today) < 0)
    problem('first', 'First day must be today or later')
  if (firstDay && lastDay) {
    const { days } = firstDay.until(lastDay)
    if (days < 0) problem('last', 'Last day must be the first day or later')
    if (days > longestCover) problem('last', `Last day must be within ${longestCover} days of the first`)
  }
  if (post && standIn?.workerId === post.workerId)
    problem('worker', 'Select somebody other than the holder of the post')
  if (issues.length > 0 || !post || !standIn || !firstDay || !lastDay) return { issues }
  return { wanted: { postId: post.id, workerId: standIn.workerId, firstDay, lastDay } }
}

/** Cover that the reader gives or gets, or of a post that is theirs to have covered. */
async function concerning(work: Work, own: readonly Post[]): Promise<readonly Cover[]> {
  const postIds = new Set<Uuid>(own.map(({ id }) => id))
  return (await covers(work)).filter(
    cover =>
      cover.workerId === work.actor.id || cover.holderId === work.actor.id || postIds.has(cover.postId),
  )
}

async function pageOf({ work, sent, form }: CoverVisit, issues: readonly FormIssue[]): Promise<Reply> {
  const own = await coverablePosts(work)
  const errors = fieldErrors(issues, ['post', 'worker', 'first', 'last'], {
    first: 'first-day',
    last: 'last-day',
  })
  const content = coverPage({
    covers: await concerning(work, own),
    posts: own,
    mayCover: await mayCover(work, own),
    mayEnd: new Set(own.map(({ id }) => id)),
    me: work.actor.id,
    sent,
    errors,
    keys: form,
    isPast: work.knownAt !== null,
    today: work.today,
  })
  const hasErrors = issues.length > 0
  return {
    kind: 'page',
    status: hasErrors ? 422 : 200,
    title: 'Cover',
    current: '/teams',
    hasErrors,
    content,
    isWide: true,
    shown: 'nothing',
  }
}

/** `/cover`. */
export const coverRoutes = [show, arrange, end]
