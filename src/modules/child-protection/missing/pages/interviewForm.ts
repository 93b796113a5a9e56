import { childForm, ticksOf } from '#modules/casework'
import { changeInterview, offerInterview, type WrittenInterview } from '../commands/saveInterview.ts'
import { missingOf } from '../queries/missingOf.ts'
import { type EpisodeParams, episodeParams, episodePath } from './episodeParams.ts'
import { type InterviewOf, interviewFields, interviewValues } from './interviewFields.ts'
import { parseInterview } from './parseInterview.ts'

type Parsed = { readonly written: WrittenInterview; readonly version: number }

/** `/people/:personId/missing/:episodeId/interview`. */
export const interviewRoutes = childForm<EpisodeParams, InterviewOf, Parsed>({
  url: '/people/:personId/missing/:episodeId/interview',
  params: episodeParams,
  name: 'return-interview',
  title: 'Return interview - Record',
  heading: ({ interview }) => (interview === null ? 'Offer a return interview' : 'Return interview'),
  summary: {
    show: 'The form of the interview after a missing child came back',
    send: 'Records that an interview was offered, answered or held after a missing child came back',
  },
  submit: 'Save',
  path: (params, query) =>
    episodePath(params, query['again'] === 'yes' ? '/interview?again=yes' : '/interview'),
  cancel: params => episodePath(params),
  async read({ work, params, query }) {
    const { episodes, interviews } = await missingOf(work, [params.personId])
    const episode = episodes.find(({ id }) => id === params.episodeId)
    if (episode?.returned == null) return null
    const own = interviews.filter(({ episodeIds }) => episodeIds.includes(episode.id))
    const latest = own.at(-1) ?? null
    const held = new Set(interviews.flatMap(({ doneAt, episodeIds }) => (doneAt === null ? [] : episodeIds)))
    const others = episodes.filter(one => one.id !== episode.id && one.returned !== null && !held.has(one.id))
    return {
      episode,
      interview: query['again'] === 'yes' && latest?.answer === 'refused' ? null : latest,
      others,
    }
  },
  fresh: ({ interview }) => (interview === null ? {} : interviewValues(interview)),
  fields: interviewFields,
  parse: (fields, context, { work, params, sent }) => {
    const written = parseInterview(fields, context, ticksOf(sent, 'also'), params, work.now)
    return written === null ? null : { written, version: Number(fields.typed('version')) || 0 }
  },
  async save({ written, version }, { interview }, { work, params, submission }) {
    if (interview === null) await offerInterview(work, written, submission)
    else if ((await changeInterview(work, interview.id, version, written)) === 'stale')
      return { outcome: 'stale' }
    return { outcome: 'saved', location: episodePath(params), success: 'Saved' }
  },
  order: [
    'offered',
    'offered-time',
    'offeredBy',
    'independent',
    'answer',
    'answered',
    'answered-time',
    'answerWords',
    'done',
    'done-time',
    'doneBy',
    'words',
    'push',
    'pull',
    'harm',
    'followUp',
    'also',
  ],
  targets: { offered: 'offered-day', answered: 'answered-day', done: 'done-day' },
  labels: {
    offeredBy: 'Offered by',
    answer: 'Answer',
    answerWords: 'The child’s answer',
    doneBy: 'Held by',
    words: 'The child’s words',
    harm: 'Harm',
    followUp: 'What follows',
  },
})
