import { codesOf, Fields, parseMoment, recordFrame, recordReaders, recordWriters } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { type FormIssue, fieldErrors } from '#ui'
import { addEntry, withdrawMissing } from '../commands/changeMissing.ts'
import { entriesOf, missingEpisode, missingOf } from '../queries/missingOf.ts'
import { entryKinds } from '../rules/words.ts'
import { episodePage } from './episodePage.ts'
import { type EpisodeParams, episodeParams, episodePath } from './episodeParams.ts'

const base = '/people/:personId/missing/:episodeId'
const common = { purpose: 'casework', params: episodeParams } as const
type EpisodeVisit = Visit<EpisodeParams, unknown, unknown>

async function answer(
  { work, params, sent, form }: EpisodeVisit,
  issues: readonly FormIssue[] = [],
  isStale = false,
): Promise<Reply> {
  const frame = await recordFrame(work, params.personId, null)
  if (!frame?.readsRecord) return notFound
  const episode = await missingEpisode(work, params.personId, params.episodeId)
  if (episode === null) return notFound
  const { interviews } = await missingOf(work, [params.personId])
  const errors = fieldErrors(issues, ['entry', 'at', 'at-time', 'words', 'reason'], { at: 'at-day' })
  const hasErrors = issues.length > 0
  const differences = [
    {
      label: 'This absence',
      yours: 'Withdraw it',
      other: 'Somebody has changed it: read it again before you do',
    },
  ]
  const content = episodePage({
    episode,
    entries: await entriesOf(work, episode.id),
    interviews: interviews.filter(({ episodeIds }) => episodeIds.includes(episode.id)),
    mayWrite: frame.mayWrite && work.knownAt === null && episode.withdrawnReason === null,
    now: work.now,
    sent,
    errors,
    form,
    conflict: isStale ? draftConflict({ between: 'record', differences }) : null,
  })
  return {
    kind: 'page',
    status: isStale ? 409 : hasErrors ? 422 : 200,
    hasErrors,
    title: 'An absence - Record',
    before: frame.before,
    content,
    shown: { resource: 'missing_episode', subjectIds: [params.personId] },
  }
}

const show = route({
  ...common,
  method: 'GET',
  url: base,
  admits: recordReaders,
  summary: 'One time when a child was missing: what was reported, done and learnt',
  handle: visit => answer(visit),
})

/** The absence, for those who may write of it. */
async function writable({ work, params }: Pick<EpisodeVisit, 'work' | 'params'>) {
  const frame = await recordFrame(work, params.personId, null)
  if (!frame?.mayWrite) return null
  const episode = await missingEpisode(work, params.personId, params.episodeId)
  return episode?.withdrawnReason === null ? episode : null
}

const add = route({
  ...common,
  method: 'POST',
  url: `${base}/entries`,
  admits: recordWriters,
  summary: 'Adds what was done or learnt while a child is missing',
  async handle(visit): Promise<Reply> {
    const { work, params, sent, form } = visit
    if ((await writable(visit)) === null) return notFound
    const fields = new Fields(sent)
    const kind = fields.choice('entry', codesOf(entryKinds), 'Select what it is')
    const at = parseMoment(fields, 'at', { label: 'When', needed: 'Enter the day' }, work.now)
    const words = fields.text('words', 10_000, 'Enter what was done or learnt, and by whom')
    if (fields.issues.length > 0 || !kind || !at || !words) return answer(visit, fields.issues)
    await addEntry(work, { ...params, kind, at, words, submission: form.submission })
    return { kind: 'redirect', location: episodePath(params), success: 'Added' }
  },
})

const withdraw = route({
  ...common,
  method: 'POST',
  url: `${base}/withdraw`,
  admits: recordWriters,
  summary: 'Withdraws an absence that was recorded in error',
  async handle(visit): Promise<Reply> {
    const { work, params, sent } = visit
    const episode = await writable(visit)
    if (episode === null) return notFound
    const fields = new Fields(sent)
    const reason = fields.text('reason', 1_000, 'Enter why it was recorded in error')
    if (reason === null) return answer(visit, fields.issues)
    const version = Number(fields.typed('version')) || 0
    if ((await withdrawMissing(work, { ...episode, version }, reason)) === 'stale')
      return answer(visit, [], true)
    return { kind: 'redirect', location: `/people/${params.personId}/missing`, success: 'Withdrawn' }
  },
})

/** `/people/:personId/missing/:episodeId`. */
export const episodeRoutes = [show, add, withdraw]
