import { roleWords, workers } from '#modules/agencies'
import { html } from '#ui'
import type { RowForm, Values } from '../../row-form/index.ts'
import { readPlaces } from '../queries/readPlaces.ts'
import { type Discipline, employmentWords } from '../rules/disciplines.ts'
import { filledOn } from '../rules/vacancy.ts'
import { aboveWhole, againstFte, common, employmentField, knowsField, options, placeOf } from './filling.ts'

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
