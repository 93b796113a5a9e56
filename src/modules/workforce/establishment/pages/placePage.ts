import { roleWords } from '#modules/agencies'
import {
  button,
  formatDate,
  type Html,
  html,
  insetText,
  nothing,
  plural,
  summaryList,
  warningText,
} from '#ui'
import { cellsTable } from '../../frame/index.ts'
import { recruitmentTable } from '../../recruitment/pages/recruitmentTable.ts'
import type { Recruitment } from '../../recruitment/queries/readRecruitment.ts'
import type { Place } from '../queries/readPlaces.ts'
import type { InPost } from '../queries/readStaff.ts'
import { disciplineWords, employmentWords } from '../rules/disciplines.ts'
import { isDuring, isOpen, standingOn } from '../rules/vacancy.ts'

export type PlaceView = {
  readonly place: Place
  readonly effect: string | null
  readonly recruitment: readonly Recruitment[]
  readonly on: Temporal.PlainDate
  /** Whether the reader keeps the establishment. */
  readonly keeps: boolean
  /** Whether the reader puts people into posts: a post gives access to children. */
  readonly fills: boolean
  /** Whoever is in the team and fills no post of the establishment. */
  readonly others: readonly InPost[]
}

/** One place of the establishment: how it stands, who has filled it, and how it is recruited to. */
export function placePage(view: PlaceView): Html {
  const { place, recruitment, keeps, fills } = view
  const at = `/workforce/posts/${place.id}`
  return html`${standingWords(view)}
${facts(place)}
${keeps ? button({ text: 'Change or close this post', href: `${at}/change`, classes: 'govuk-button--secondary' }) : nothing}
<h2 class="govuk-heading-m">Who has filled it</h2>
${holders(view)}
${
  fills
    ? filling(view)
    : keeps
      ? html`<p class="govuk-body">An administrator puts people into posts: a post gives access to children’s records.</p>`
      : nothing
}
<h2 class="govuk-heading-m">Recruitment</h2>
${recruitment.length === 0 ? html`<p class="govuk-body">It has not been advertised.</p>` : recruitmentTable(recruitment, view.on, keeps)}
${keeps ? button({ text: 'Add an advert', href: `${at}/recruitment/new`, classes: 'govuk-button--secondary' }) : nothing}`
}

function standingWords({ place, effect, on }: PlaceView): Html {
  if (!isOpen(place, on)) return insetText({ text: `This post is not open on ${formatDate(on)}.` })
  const { vacant, vacantSince, daysVacant, above, filled } = standingOn(place, on)
  if (vacantSince)
    return warningText({
      text: `${vacant} of ${place.fte} FTE is vacant for ${plural(daysVacant, 'day')}, since ${formatDate(vacantSince)}. ${effect ?? ''}.`,
      iconFallbackText: 'Warning',
    })
  if (above > 0)
    return insetText({ text: `It is shared: ${filled} FTE of people in a post of ${place.fte} FTE.` })
  return insetText({ text: 'It is filled.' })
}

const facts = (place: Place): Html =>
  summaryList({
    rows: (
      [
        ['Team', place.teamName],
        ['Service area', place.areaName ?? 'None'],
        ['Discipline', disciplineWords[place.discipline]],
        ['Profession', place.professionType ?? 'Not said'],
        ['Full-time equivalent', String(place.fte)],
        ['Paid from', place.streamName ?? 'The authority’s own budget'],
        ['Open', `${formatDate(place.openedOn)}${place.closedOn ? ` to ${formatDate(place.closedOn)}` : ''}`],
      ] as const
    ).map(([key, value]) => ({ key: { text: key }, value: { text: value } })),
  })

function holders({ place, on, fills }: PlaceView): Html {
  if (place.holders.length === 0) return html`<p class="govuk-body">Nobody has filled it yet.</p>`
  const ending = (postId: string, isNow: boolean, name: string) =>
    fills && isNow
      ? html`<a class="govuk-link" href="/workforce/posts/${place.id}/holders/${postId}">End<span class="govuk-visually-hidden">: ${name}</span></a>`
      : ''
  return cellsTable(
    'Who has filled it, the latest first',
    ['Worker', 'Role', 'Employer', 'Employment', 'FTE', 'From', 'To', ...(fills ? ['Change'] : [])],
    place.holders
      .toSorted((one, other) => Temporal.PlainDate.compare(other.startedOn, one.startedOn))
      .map(one => [
        one.workerName,
        roleWords[one.role],
        one.employer ?? '',
        employmentWords[one.employment],
        String(one.fte),
        formatDate(one.startedOn),
        one.endedOn ? formatDate(one.endedOn) : '',
        ...(fills ? [ending(one.postId, one.endedOn === null || isDuring(one, on), one.workerName)] : []),
      ]),
  )
}

/** The ways to put somebody into it. */
const filling = ({ place, others }: PlaceView): Html =>
  html`${button({ text: 'Put somebody new in it', href: `/workforce/posts/${place.id}/fill` })}${
    others.length === 0
      ? nothing
      : html`<p class="govuk-body">In the team, and in no post of the establishment yet:</p>
<ul class="govuk-list govuk-list--bullet">${others.map(
          one =>
            html`<li>${one.workerName}, ${roleWords[one.role].toLowerCase()}, ${one.fte} FTE: <a class="govuk-link" href="/workforce/posts/${place.id}/holders/${one.postId}/link">fills this post<span class="govuk-visually-hidden">: ${one.workerName}</span></a></li>`,
        )}</ul>`
  }`
