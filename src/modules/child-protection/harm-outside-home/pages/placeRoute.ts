import { z } from 'zod'
import {
  dayValues,
  Fields,
  type FormValues,
  recordReaders,
  recordWriters,
  uuidParam,
  writableSubjects,
} from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import { type FormKeys, formFields, notFound, type Reply, route, type Visit } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  dateFields,
  dateFieldsFrom,
  details,
  errorsAbove,
  type FieldErrors,
  type FormIssue,
  fieldErrors,
  figure,
  formatDate,
  type Html,
  html,
  nothing,
  summaryList,
} from '#ui'
import { line, oneOf, text } from '../../child-form/choices.ts'
import { typedText } from '../../child-form/typedText.ts'
import { changePlace } from '../commands/shared.ts'
import { linksOfPlace } from '../queries/harmOf.ts'
import { type LinkNames, linkNames } from '../queries/linkNames.ts'
import { place } from '../queries/shared.ts'
import type { Link, Place } from '../rules/harm.ts'
import { placeKinds, placeRisks } from '../rules/words.ts'
import { parsePlaceFacts } from './targetFields.ts'
import { tieFigure, tieTable } from './tieTable.ts'

const params = z.object({ placeId: uuidParam })
type PlaceVisit = Visit<{ placeId: Uuid }, unknown, unknown>
const common = { url: '/harm/places/:placeId', purpose: 'casework', params } as const

async function answer(
  { work, params: { placeId }, sent, form }: PlaceVisit,
  issues: readonly FormIssue[] = [],
  isStale = false,
): Promise<Reply> {
  const found = await place(work, placeId)
  if (found === null) return notFound
  const links = await linksOfPlace(work, placeId)
  const names = await linkNames(work, links)
  const writable = await writableSubjects(work, [...new Set(links.map(({ personId }) => personId))])
  const errors = fieldErrors(issues, ['placeName', 'placeKind', 'located', 'known', 'placeRisk', 'ended'], {
    ended: 'ended-day',
  })
  const typed = typeof sent['known'] === 'string' ? sent['known'] : ''
  const conflict = isStale
    ? draftConflict({
        between: 'record',
        differences: [{ label: 'What makes it a risk', yours: typed, other: found.known }],
      })
    : nothing
  return {
    kind: 'page',
    status: isStale ? 409 : issues.length > 0 ? 422 : 200,
    hasErrors: issues.length > 0,
    title: 'A place - Harm outside the home',
    current: '/missing',
    isWide: true,
    content: html`${errorsAbove(errors)}${conflict}${placeFacts(found)}${tiesAt(found, links, names)}
${work.knownAt === null && writable.size > 0 ? changeForm(found, sent, errors, form) : nothing}`,
    shown: { resource: 'harm_place', subjectIds: [...names.people.keys()] },
  }
}

const placeFacts = (found: Place): Html => html`<h1 class="govuk-heading-l">${found.name}</h1>
${summaryList({
  rows: (
    [
      ['What', placeKinds[found.kind]],
      ['Where', found.located ?? 'Not recorded'],
      ['What makes it a risk', found.known],
      ['Risk there', placeRisks[found.risk]],
      ['Known since', formatDate(found.notedOn)],
      ['Ended', found.endedOn === null ? 'No' : formatDate(found.endedOn)],
    ] as const
  ).map(([key, value]) => ({
    key: { text: key },
    value: { html: typedText(value) },
  })),
})}
<p class="govuk-body">You see the ties of children whose records you read.</p>`

function tiesAt(found: Place, links: readonly Link[], names: LinkNames): Html {
  if (links.length === 0) return nothing
  const name = (link: Link) => names.people.get(link.personId) ?? 'A child'
  const present = links.filter(({ endedOn }) => endedOn === null)
  return html`${
    present.length === 0
      ? nothing
      : figure(
          tieFigure(
            'The place',
            found.name,
            present.map(link => ({ label: name(link), link })),
          ),
        )
  }
${tieTable(
  'Ties',
  links.map(link => ({
    label: html`<a class="govuk-link" href="/people/${link.personId}/harm">${name(link)}</a>`,
    link,
  })),
)}`
}

function changeForm(found: Place, sent: FormValues, errors: FieldErrors, form: FormKeys): Html {
  const isSent = sent['placeName'] !== undefined
  const standing = {
    placeName: found.name,
    placeKind: found.kind,
    located: found.located ?? '',
    known: found.known,
    placeRisk: found.risk,
    ...dayValues('ended', found.endedOn),
  }
  const values = isSent ? sent : standing
  const of = { values, errors }
  return details({
    summaryText: 'Change what is known of this place',
    open: isSent,
    html: html`<form method="post" action="/harm/places/${found.id}" novalidate data-keep-on-failure>${formFields(form)}
<input type="hidden" name="version" value="${found.version}">
<p class="govuk-hint">Facts of the place alone: they are shared, so they name nobody.</p>
${line('placeName', 'Name of the place', of)}
${oneOf('placeKind', 'What kind of place is it?', placeKinds, of)}
${line('located', 'Where is it? (optional)', of)}
${text('known', 'What makes it a risk?', of)}
${oneOf('placeRisk', 'How great is the risk there?', placeRisks, of)}
${dateFields({ name: 'ended', legend: 'No longer a place of harm since (optional)', value: dateFieldsFrom(values, 'ended'), error: errors.of('ended') })}
${button({ text: 'Save', preventDoubleClick: true })}</form>`,
  })
}

const show = route({
  ...common,
  method: 'GET',
  admits: recordReaders,
  summary: 'A place where children are harmed, with the ties of children whom the reader reads',
  handle: visit => answer(visit),
})

const change = route({
  ...common,
  method: 'POST',
  admits: recordWriters,
  summary: 'Changes what is known of a place where children are harmed',
  async handle(visit): Promise<Reply> {
    const {
      work,
      params: { placeId },
      sent,
    } = visit
    const found = await place(work, placeId)
    if (found === null) return notFound
    const links = await linksOfPlace(work, placeId)
    if ((await writableSubjects(work, [...new Set(links.map(({ personId }) => personId))])).size === 0)
      return notFound
    const fields = new Fields(sent)
    const name = fields.text('placeName', 200, 'Enter the name of the place')
    const facts = parsePlaceFacts(fields, name ?? '')
    const endedOn = fields.date('ended', 'Ended')
    if (
      endedOn &&
      (Temporal.PlainDate.compare(endedOn, work.today) > 0 ||
        Temporal.PlainDate.compare(endedOn, found.notedOn) < 0)
    )
      fields.problem('ended', 'Ended must be in the past, and after the place was first recorded')
    if (fields.issues.length > 0 || name === null || facts === null) return answer(visit, fields.issues)
    const version = Number(fields.typed('version')) || 0
    const changed = await changePlace(work, placeId, version, { ...facts, notedOn: found.notedOn, endedOn })
    if (changed === 'stale') return answer(visit, [], true)
    return { kind: 'redirect', location: `/harm/places/${placeId}`, success: 'Saved' }
  },
})

/** `/harm/places/:placeId`. */
export const placeRoutes = [show, change]
