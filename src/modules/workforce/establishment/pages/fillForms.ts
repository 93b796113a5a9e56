import { roleWords, workers } from '#modules/agencies'
import type { Work } from '#platform/db'
import { html } from '#ui'
import type { Field, Option, Problem, RowForm, Values } from '../../row-form/index.ts'
import { type Place, readPlaces } from '../queries/readPlaces.ts'
import { type InPost, readStaff } from '../queries/readStaff.ts'
import { type Discipline, employmentWords } from '../rules/disciplines.ts'
import { filledOn, isDuring } from '../rules/vacancy.ts'

const everyone = 100_000

const usualRole: Partial<Record<Discipline, string>> = {
  social_work: 'social_worker',
  mental_health: 'mental_health_practitioner',
  substance_misuse: 'substance_misuse_practitioner',
  domestic_abuse: 'domestic_abuse_practitioner',
  management: 'team_manager',
  family_support: 'family_help_practitioner',
  business_support: 'business_support',
}

const employmentField: Field = { name: 'employment', label: 'Employment', kind: 'select', isRequired: true }
const knowsField: Field = {
  name: 'knows',
  label: 'More than one whole post is meant: two share it, or somebody works in two teams',
  kind: 'yes_no',
}
const options = (words: Readonly<Record<string, string>>): readonly Option[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** Common to the forms that put people into posts: for administrators, since a post gives access to children. */
const common = {
  table: 'post',
  admits: ['administrator'],
  purpose: 'administration',
  current: '/workforce',
} as const

async function placeOf(work: Work, { place }: Readonly<Record<string, string>>): Promise<Place | null> {
  if (work.knownAt !== null || work.actor.class !== 'administrator') return null
  return (await readPlaces(work)).find(({ id }) => id === place) ?? null
}

/** FTE that would be more than a whole: of the post, or of the worker. A warning to be answered, never a bar. */
async function aboveWhole(
  work: Work,
  place: Place,
  added: {
    readonly workerId: string
    readonly fte: number
    readonly on: Temporal.PlainDate
    readonly isNew: boolean
  },
): Promise<string | null> {
  const inPost = filledOn(place, added.on) + added.fte
  if (inPost > place.fte)
    return `Together they would be ${inPost} FTE in a post of ${place.fte}. Tick this if two share it, or put in less`
  const held = (await readStaff(work)).filter(
    one => one.workerId === added.workerId && isDuring(one, added.on),
  )
  const whole = held.reduce((sum, { fte }) => sum + fte, added.isNew ? added.fte : 0)
  return whole > 1
    ? `This worker would be ${Math.round(whole * 100) / 100} FTE in all their posts. Tick this if that is meant, or put in less`
    : null
}

const againstFte = (message: string | null, knows: string | undefined): readonly Problem[] =>
  message === null || knows === 'yes' ? [] : [{ field: 'knows', message }]

/** `/workforce/posts/:place/fill`. */
export const fillForm: RowForm = {
  ...common,
  url: '/workforce/posts/:place/fill',
  summary: 'Put somebody into a post',
  saved: 'They are in the post',
  fields: [
    { name: 'worker_id', label: 'Worker', kind: 'select', isRequired: true },
    {
      name: 'role',
      label: 'Role',
      hint: 'Gives what the role gives, in this team',
      kind: 'select',
      isRequired: true,
    },
    employmentField,
    {
      name: 'fte',
      label: 'Full-time equivalent',
      hint: '1 is full time, 0.5 half',
      kind: 'number',
      isRequired: true,
    },
    { name: 'holds_cases', label: 'Holds cases: counts for children per FTE', kind: 'yes_no' },
    { name: 'started_on', label: 'First day', kind: 'date', isRequired: true },
    knowsField,
  ],
  async open(work, params) {
    const place = await placeOf(work, params)
    if (place === null) return null
    const people = await workers(work, {}, 0, everyone)
    return {
      id: null,
      title: 'Put somebody into a post',
      lead: html`<p class="govuk-body">${place.title}, ${place.teamName}: ${place.fte} FTE. Whoever is in it is a member of the team from their first day, with what that gives of its children.</p>`,
      values: {
        role: usualRole[place.discipline] ?? '',
        employment: 'permanent',
        fte: String(Math.max(0.01, Math.round((place.fte - filledOn(place, work.today)) * 100) / 100)),
        holds_cases: place.discipline === 'social_work' ? 'yes' : '',
      },
      fixed: {
        established_post_id: place.id,
        team_id: place.teamId,
        ended_on: place.closedOn?.toString() ?? null,
      },
      options: {
        worker_id: people
          .filter(({ leftAt }) => leftAt === null)
          .map(({ id, displayName }) => ({ value: id, text: displayName })),
        role: options(roleWords),
        employment: options(employmentWords),
      },
      back: `/workforce/posts/${place.id}`,
    }
  },
  async check(work, values, { fixed }) {
    const place = (await readPlaces(work)).find(({ id }) => id === fixed?.['established_post_id'])
    if (place === undefined) return []
    const fte = Number(values['fte'])
    if (!(fte > 0 && fte <= 1))
      return [{ field: 'fte', message: 'Full-time equivalent must be above 0 and at most 1' }]
    const on = Temporal.PlainDate.from(values['started_on'] ?? '')
    const isBefore = Temporal.PlainDate.compare(on, place.openedOn) < 0
    if (isBefore || (place.closedOn && Temporal.PlainDate.compare(on, place.closedOn) > 0))
      return [{ field: 'started_on', message: 'First day must be a day on which the post is open' }]
    const added = { workerId: values['worker_id'] ?? '', fte, on, isNew: true }
    return againstFte(await aboveWhole(work, place, added), values['knows'])
  },
  columnsOf: ({ worker_id = '', role = '', employment = '', fte, holds_cases, started_on = '' }: Values) => ({
    worker_id,
    role,
    employment,
    fte: Number(fte),
    holds_cases: holds_cases === 'yes',
    started_on,
  }),
}

/** Whoever is in the place's team today and fills none. */
export async function withoutPlace(work: Work, place: Place): Promise<readonly InPost[]> {
  return (await readStaff(work)).filter(
    one => one.teamId === place.teamId && one.placeId === null && isDuring(one, work.today),
  )
}

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
