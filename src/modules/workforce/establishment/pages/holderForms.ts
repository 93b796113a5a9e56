import { roleWords } from '#modules/agencies'
import { html } from '#ui'
import type { RowForm, Values } from '../../row-form/index.ts'
import { readPlaces } from '../queries/readPlaces.ts'
import { employmentWords } from '../rules/disciplines.ts'
import {
  aboveWhole,
  againstFte,
  common,
  employmentField,
  knowsField,
  options,
  placeOf,
  withoutPlace,
} from './filling.ts'

/** `/workforce/posts/:place/holders/:post/link`: who is in the team already fills the place. */
export const linkForm: RowForm = {
  ...common,
  url: '/workforce/posts/:place/holders/:post/link',
  summary: 'Say that somebody of the team fills a post',
  saved: 'They fill the post',
  fields: [employmentField, knowsField],
  async open(work, params) {
    const place = await placeOf(work, params)
    const held = place && (await withoutPlace(work, place)).find(({ postId }) => postId === params['post'])
    if (!place || !held) return null
    return {
      id: held.postId,
      title: 'Say who fills a post',
      lead: html`<p class="govuk-body">${held.workerName}, ${roleWords[held.role].toLowerCase()}, ${held.fte} FTE, fills ${place.title} of ${place.teamName}.</p>`,
      values: { employment: held.employment, knows: '' },
      fixed: { established_post_id: place.id },
      options: { employment: options(employmentWords) },
      back: `/workforce/posts/${place.id}`,
    }
  },
  async check(work, values, { id, fixed }) {
    const place = (await readPlaces(work)).find(one => one.id === fixed?.['established_post_id'])
    const held = place && (await withoutPlace(work, place)).find(({ postId }) => postId === id)
    if (!place || !held) return []
    if (
      place.closedOn &&
      (held.endedOn === null || Temporal.PlainDate.compare(held.endedOn, place.closedOn) > 0)
    )
      return [
        { field: 'employment', message: 'The post closes before they leave. Take out its last day first' },
      ]
    const added = { workerId: held.workerId, fte: held.fte, on: work.today, isNew: false }
    return againstFte(await aboveWhole(work, place, added), values['knows'])
  },
  columnsOf: ({ employment = '' }: Values) => ({ employment }),
}

/** `/workforce/posts/:place/holders/:post`: the last day of whoever is in it. */
export const endForm: RowForm = {
  ...common,
  url: '/workforce/posts/:place/holders/:post',
  summary: 'End somebody’s time in a post',
  saved: 'Their last day in the post is saved',
  fields: [{ name: 'ended_on', label: 'Last day', kind: 'date', isRequired: true }],
  async open(work, params) {
    const place = await placeOf(work, params)
    const held = place?.holders.find(({ postId }) => postId === params['post'])
    if (!place || !held) return null
    return {
      id: held.postId,
      title: 'End somebody’s time in a post',
      lead: html`<p class="govuk-body">${held.workerName} in ${place.title}, ${place.teamName}. Access to the team’s children ends with that day; the children they hold stay theirs until a manager gives them to another.</p>`,
      values: { ended_on: held.endedOn?.toString() ?? '' },
      back: `/workforce/posts/${place.id}`,
    }
  },
  async check(work, values, { id }) {
    const place = (await readPlaces(work)).find(({ holders }) => holders.some(one => one.postId === id))
    const held = place?.holders.find(({ postId }) => postId === id)
    const { ended_on: to = '' } = values
    if (held && to < held.startedOn.toString())
      return [{ field: 'ended_on', message: 'Last day must be on or after the first day' }]
    return place?.closedOn && to > place.closedOn.toString()
      ? [{ field: 'ended_on', message: 'Last day must not be after the last day of the post' }]
      : []
  },
}
