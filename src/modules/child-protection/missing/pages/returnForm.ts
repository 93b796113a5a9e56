import { childForm, momentValues } from '#modules/casework'
import { recordReturn } from '../commands/changeMissing.ts'
import { missingEpisode } from '../queries/missingOf.ts'
import type { Episode, Return } from '../rules/episode.ts'
import { type EpisodeParams, episodeParams, episodePath } from './episodeParams.ts'
import {
  parseReturn,
  returnFields,
  returnLabels,
  returnOrder,
  returnTargets,
  returnValues,
} from './returnFields.ts'

type Parsed = { readonly returned: Return; readonly version: number }

/** `/people/:personId/missing/:episodeId/return`. */
export const returnRoutes = childForm<EpisodeParams, Episode, Parsed>({
  url: '/people/:personId/missing/:episodeId/return',
  params: episodeParams,
  name: 'missing-return',
  title: 'Record that a child is back - Record',
  heading: ({ returned }) =>
    returned === null ? 'Record that the child is back' : 'Correct how the child came back',
  summary: {
    show: 'The form that says a missing child is back',
    send: 'Says when and how a missing child came back',
  },
  submit: 'Save',
  path: params => episodePath(params, '/return'),
  cancel: params => episodePath(params),
  async read({ work, params }) {
    const episode = await missingEpisode(work, params.personId, params.episodeId)
    return episode?.withdrawnReason === null ? episode : null
  },
  fresh: (episode, work) => ({
    ...momentValues(
      'found',
      work.now.round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'floor' }),
    ),
    ...returnValues(episode.returned),
    version: `${episode.version}`,
  }),
  fields: (_, values, errors) => returnFields(values, errors),
  parse(fields, episode, { work }) {
    const returned = parseReturn(fields, episode.startedAt, work.now)
    return returned === null ? null : { returned, version: Number(fields.typed('version')) || 0 }
  },
  async save({ returned, version }, episode, { work, params }) {
    const changed = await recordReturn(work, episode, version, returned)
    if (changed === 'stale') return { outcome: 'stale' }
    if (changed === 'overlaps')
      return {
        outcome: 'refused',
        issues: [
          {
            path: ['found'],
            message: 'Back or found must be before the next absence began. Correct that one first',
          },
        ],
      }
    return {
      outcome: 'saved',
      location: episodePath(params),
      success: 'Saved. Offer the child an independent interview',
    }
  },
  order: returnOrder,
  targets: returnTargets,
  labels: returnLabels,
})
