import { type Fields, type FormValues, oneOf, oneOfMany, severalOf, textField } from '#modules/casework'
import { formVersion } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { codesOf as censusCodes } from '#reference'
import { type FieldErrors, type Html, html } from '#ui'
import { giveView, isComing, type View, viewsOf } from '../../../meeting/index.ts'
import { meetingForm } from '../../../meeting/pages/form/meetingForm.ts'
import { meetingPath } from '../../../meeting/pages/meetingPath.ts'
import { childName } from '../../../meeting/pages/openedMeeting.ts'
import { inviteeWords, viewWords } from '../../../meeting/pages/words.ts'
import { categoryWords } from '../../../plan/pages/planForms.ts'
import { type ConferenceKind, decisionsOf, isConference } from '../../rules/conference.ts'

type Child = { readonly id: Uuid; readonly name: string; readonly given: View | null }
type Context = {
  readonly inviteeId: Uuid
  readonly who: string
  readonly kind: ConferenceKind
  readonly children: readonly Child[]
}
type Given = Pick<
  View,
  'personId' | 'view' | 'category' | 'reasons' | 'safety' | 'safetyWhy' | 'dissents'
> & {
  readonly version: number | null
}

const scale = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`${at}`, `${at}`]))
const namesOf = (id: Uuid) => ({
  view: `view-${id}`,
  category: `category-${id}`,
  safety: `safety-${id}`,
  why: `why-${id}`,
  reasons: `reasons-${id}`,
  dissents: `dissents-${id}`,
})
const LONGEST = 10_000

/** `/meetings/:meetingId/yours/views`: what somebody asked thinks of each child, in their own name, before the conference or in it. */
export const viewsForm = meetingForm<Context, readonly Given[]>({
  part: '/yours/views',
  tab: '/yours',
  name: 'conference-own-views',
  title: 'Your view',
  heading: () => 'Your view of each child',
  summary: {
    show: 'The form for what somebody asked to a conference thinks of each child',
    send: 'Keeps what somebody asked to a conference thinks of each child, in their own name',
  },
  submit: () => 'Save your view',
  async read({ work, opened }) {
    const { meeting, own, parts } = opened
    if (own === null || !parts.includes('invited') || !isConference(meeting) || !isComing(meeting))
      return null
    const views = (await viewsOf(work, meeting.id)).filter(({ inviteeId }) => inviteeId === own.id)
    return {
      inviteeId: own.id,
      who: inviteeWords(own),
      kind: meeting.kind,
      children: meeting.personIds.map(id => ({
        id,
        name: childName(opened, id),
        given: views.find(({ personId }) => personId === id) ?? null,
      })),
    }
  },
  fresh: ({ children }) => Object.fromEntries(children.flatMap(({ id, given }) => valuesOf(id, given))),
  version: ({ children }) => formVersion(children.map(({ id, given }) => [id, given?.version ?? 0])),
  above: ({ who }) =>
    html`<p class="govuk-body">In the name of ${who}. Everybody in this meeting reads it. What would put somebody in danger, and police intelligence, is not written here: bring it in the room, where you say who may read it.</p>`,
  fields: ({ children, kind }, values, errors) =>
    html`${children.map(one => childFields(one, kind, values, errors))}`,
  parse: (fields, { children, kind }) => parseViews(fields, children, kind),
  async save(given, { inviteeId }, { work, opened: { meeting } }) {
    for (const one of given)
      if ((await giveView(work, { ...one, meetingId: meeting.id, inviteeId })) === 'stale')
        throw new Error('A view that was read under the meeting’s lock changed')
    return { outcome: 'saved', location: meetingPath(meeting.id, '/yours'), success: 'Your view is saved' }
  },
  order: ({ children }) => children.flatMap(({ id }) => Object.values(namesOf(id))),
  labels: ({ children }) =>
    Object.fromEntries(
      children.flatMap(({ id, name }) => [
        [namesOf(id).view, `View for ${name}`],
        [namesOf(id).safety, `0 to 10 for ${name}`],
        [namesOf(id).reasons, `Reasons for ${name}`],
      ]),
    ),
})

function valuesOf(id: Uuid, given: View | null): readonly (readonly [string, string | readonly string[]])[] {
  const name = namesOf(id)
  return [
    [name.view, given?.view ?? ''],
    [name.category, given?.category ?? ''],
    [name.safety, given === null || given.safety === null ? '' : `${given.safety}`],
    [name.why, given?.safetyWhy ?? ''],
    [name.reasons, given?.reasons ?? ''],
    [name.dissents, given?.dissents ? ['yes'] : []],
  ]
}

function childFields(
  { id, name: child }: Child,
  kind: ConferenceKind,
  values: FormValues,
  errors: FieldErrors,
): Html {
  const of = { values, errors }
  const name = namesOf(id)
  const views = Object.fromEntries(
    [...decisionsOf(kind), 'no_view' as const].map(code => [code, viewWords[code]]),
  )
  return html`<h3 class="govuk-heading-m">${child}</h3>
${oneOf(name.view, `What should happen for ${child}?`, views, of)}
${oneOfMany(name.category, `With a plan: under which category for ${child}?`, categoryWords(2026), of)}
${oneOfMany(name.safety, `How safe is ${child}, from 0 (certainly not) to 10 (safe enough)?`, scale, of)}
${textField(name.why, `Why that number for ${child}?`, of, undefined, 2)}
${textField(name.reasons, `Your reasons for ${child}`, of)}
${severalOf(name.dissents, `Do you disagree with what is decided for ${child}?`, { yes: 'I do not agree, and want that kept with my reasons' }, of)}`
}

function parseViews(
  fields: Fields,
  children: readonly Child[],
  kind: ConferenceKind,
): readonly Given[] | null {
  const given = children.flatMap(({ id, given: before }) => {
    const name = namesOf(id)
    const isTyped = Object.values(name).some(field => fields.typed(field).trim() !== '')
    if (!isTyped && !fields.isTicked(name.dissents, 'yes') && before === null) return []
    return parseView(fields, id, kind, before) ?? []
  })
  const first = children[0]
  if (given.length === 0 && fields.issues.length === 0 && first !== undefined)
    fields.problem(namesOf(first.id).view, 'Give your view of at least one child')
  return fields.issues.length > 0 ? null : given
}

function parseView(fields: Fields, id: Uuid, kind: ConferenceKind, before: View | null): Given | null {
  const name = namesOf(id)
  const view = fields.choice(
    name.view,
    [...decisionsOf(kind), 'no_view'] as const,
    'Select what should happen',
  )
  const dissents = fields.isTicked(name.dissents, 'yes')
  const reasons = fields.text(name.reasons, LONGEST, dissents ? 'Enter why you do not agree' : undefined)
  const safetyWhy = fields.text(name.why, 2_000)
  const safety = fields.typed(name.safety)
  if (safety !== '' && !Object.hasOwn(scale, safety))
    fields.problem(name.safety, 'Select a number from 0 to 10')
  const category = fields.typed(name.category)
  const isCategory = (censusCodes('abuseCategory', 2026) as readonly string[]).includes(category)
  if (view === null || (dissents && reasons === null)) return null
  return {
    personId: id,
    view,
    category: isCategory ? category : null,
    reasons,
    safety: safety === '' ? null : Number(safety),
    safetyWhy,
    dissents,
    version: before?.version ?? null,
  }
}
