import { childForm } from '#modules/casework'
import { correctReport } from '../commands/changeMissing.ts'
import type { MissingReport } from '../commands/recordMissing.ts'
import { missingEpisode } from '../queries/missingOf.ts'
import type { Episode } from '../rules/episode.ts'
import { type EpisodeParams, episodeParams, episodePath } from './episodeParams.ts'
import { parseReport } from './parseReport.ts'
import { reportFields, reportLabels, reportOrder, reportTargets, reportValues } from './reportFields.ts'

type Parsed = { readonly report: Omit<MissingReport, 'returned' | 'submission'>; readonly version: number }

/** `/people/:personId/missing/:episodeId/change`. */
export const changeRoutes = childForm<EpisodeParams, Episode, Parsed>({
  url: '/people/:personId/missing/:episodeId/change',
  params: episodeParams,
  name: 'missing-change',
  title: 'Correct what was reported - Record',
  heading: () => 'Correct what was reported',
  summary: {
    show: 'The form that corrects what was reported of a missing child',
    send: 'Corrects what was reported of a missing child',
  },
  submit: 'Save',
  path: params => episodePath(params, '/change'),
  cancel: params => episodePath(params),
  async read({ work, params }) {
    const episode = await missingEpisode(work, params.personId, params.episodeId)
    return episode?.withdrawnReason === null ? episode : null
  },
  fresh: episode => reportValues(episode),
  fields: (_, values, errors) => reportFields(values, errors),
  parse(fields, episode, { work, params }) {
    const report = parseReport(fields, params.personId, work.now)
    if (report && episode.returned && Temporal.Instant.compare(report.startedAt, episode.returned.at) >= 0)
      fields.problem('started', 'Missing from must be before the child was back')
    return report === null ? null : { report, version: Number(fields.typed('version')) || 0 }
  },
  async save({ report, version }, episode, { work, params }) {
    const changed = await correctReport(work, episode, version, report)
    if (changed === 'stale') return { outcome: 'stale' }
    if (changed === 'overlaps')
      return {
        outcome: 'refused',
        issues: [
          {
            path: ['started'],
            message:
              'Another absence is on record for part of this time. Change the time, or withdraw one of the two',
          },
        ],
      }
    return { outcome: 'saved', location: episodePath(params), success: 'Saved' }
  },
  order: reportOrder,
  targets: reportTargets,
  labels: reportLabels,
})
