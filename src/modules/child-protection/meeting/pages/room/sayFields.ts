import { codesOf, type Fields, type FormValues, oneOf, textField, ticksOf, typedOf } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import { checkboxes, type FieldErrors, type Html, html, insetText, nothing, radios, select } from '#ui'
import type { ContributionWanted } from '../../commands/contribute.ts'
import { type Invitee, isAsked } from '../../rules/invitee.ts'
import type { Contribution, ContributionClass } from '../../rules/said.ts'
import { childName, type OpenedMeeting } from '../openedMeeting.ts'
import { contributionWords, inviteeWords } from '../words.ts'

/** What the form that adds to the room is about. */
export type SayContext = {
  readonly opened: OpenedMeeting
  readonly said: readonly Contribution[]
  /** What is corrected, where it corrects. */
  readonly corrects: Contribution | null
  /** The writer's own force, which alone may hold intelligence back. */
  readonly force: { readonly id: Uuid; readonly name: string } | null
}

const { view: _, summary: __, ...kinds } = contributionWords

/** Who says it, of whom, what, and who will read it: said before it is kept. */
export function sayFields(context: SayContext, values: FormValues, errors: FieldErrors): Html {
  const of = { values, errors }
  const { corrects, opened } = context
  if (corrects !== null)
    return html`${insetText({ html: html`You correct: <span class="kith-typed">${corrects.said}</span>` })}
<input type="hidden" name="corrects" value="${corrects.id}">
${textField('said', 'What is right?', of, 'It stands beside what was said, and the same people read it')}`
  return html`${opened.mayKeep ? whoField(opened, values, errors) : nothing}
${opened.children.length > 1 ? aboutField(opened, values, errors) : nothing}
${oneOf('kind', 'What is it?', kinds, of)}
${textField('said', 'What is known, in plain words', of, undefined, 4)}
${classField(context, values, errors)}`
}

const whoField = ({ invitees }: OpenedMeeting, values: FormValues, errors: FieldErrors): Html =>
  select({
    name: 'who',
    label: { text: 'Who says it?', classes: 'govuk-label--s' },
    hint: { text: 'For somebody on the telephone it stands in their name, written down by you' },
    items: [
      { value: '', text: 'Children’s social care: you' },
      ...invitees.filter(isAsked).map(one => ({ value: one.id, text: inviteeWords(one) })),
    ],
    value: typedOf(values, 'who'),
    errorMessage: errors.of('who'),
  })

const aboutField = (opened: OpenedMeeting, values: FormValues, errors: FieldErrors): Html =>
  select({
    name: 'about',
    label: { text: 'About whom?', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'All of the children' },
      ...opened.children.map(({ id }) => ({ value: id, text: childName(opened, id) })),
    ],
    value: typedOf(values, 'about'),
    errorMessage: errors.of('about'),
  })

/** Each choice says who will read it. */
function classField({ opened, force }: SayContext, values: FormValues, errors: FieldErrors): Html {
  const asked = opened.invitees.filter(isAsked)
  const others = asked.filter(({ workerId, id }) => workerId !== null && id !== opened.own?.id)
  const everybody = asked.filter(({ workerId }) => workerId !== null).map(({ name }) => name)
  const choice = radios({
    name: 'class',
    idPrefix: 'class',
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Who may read it?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      {
        value: 'B3',
        text: 'Everybody in this meeting',
        hint: { text: `Read by ${listOf(everybody)} and by whoever works in the children’s record` },
      },
      {
        value: 'C3',
        text: 'Safety: it would put somebody in danger if the family learnt it',
        hint: {
          text: 'Read by you, and by the workers and managers who hold the children. Not by the other agencies, and in no copy for the family',
        },
      },
      ...(force === null
        ? []
        : [
            {
              value: 'C4',
              text: 'Police intelligence',
              hint: {
                text: `Read by ${force.name}, and by those you tick. By nobody else, the chair included`,
              },
            },
          ]),
    ],
    value: typedOf(values, 'class'),
    errorMessage: errors.of('class'),
  })
  return html`${choice}${force === null ? nothing : readersField(others, values)}`
}

/** Shown always: a control that opens from a radio button tells screen readers a state that the button cannot have. */
function readersField(others: SayContext['opened']['invitees'], values: FormValues): Html {
  if (others.length === 0)
    return html`<p class="govuk-body">Nobody else here signs in to read police intelligence.</p>`
  return checkboxes({
    name: 'readers',
    idPrefix: 'readers',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Of police intelligence: who else may read it?' } },
    items: others.map(one => ({ value: `${one.workerId}`, text: inviteeWords(one) })),
    values: ticksOf(values, 'readers'),
  })
}

const listOf = (names: readonly string[]): string =>
  names.length === 0 ? 'nobody yet' : new Intl.ListFormat('en-GB').format(names)

/** Reads it; null with the problems noted. */
export function parseSaid(fields: Fields, context: SayContext, sent: FormValues): ContributionWanted | null {
  const { opened, corrects, force } = context
  const said = fields.text('said', 20_000, 'Enter what is known')
  const meetingId = opened.meeting.id
  if (corrects !== null) return said === null ? null : { ...corrects, said, correctsId: corrects.id }
  const kind = fields.choice('kind', codesOf(kinds), 'Select what it is')
  const classes: readonly ContributionClass[] = force === null ? ['B3', 'C3'] : ['B3', 'C3', 'C4']
  const dataClass = fields.choice('class', classes, 'Select who may read it')
  const inviteeId = opened.mayKeep ? namedBy(fields, opened.invitees) : (opened.own?.id ?? null)
  const about = opened.children.find(({ id }) => id === sent['about'])?.id ?? null
  if (dataClass === 'C4' && inviteeId !== opened.own?.id)
    fields.problem('class', 'Intelligence is added by the police themselves')
  if (fields.issues.length > 0 || said === null || kind === null || dataClass === null) return null
  const isSecret = dataClass === 'C4'
  const named = new Set(ticksOf(sent, 'readers'))
  const readers = opened.invitees.flatMap(({ workerId }) =>
    workerId !== null && named.has(workerId) ? [workerId] : [],
  )
  return {
    meetingId,
    inviteeId,
    personId: about,
    kind,
    said,
    dataClass,
    originatorId: isSecret ? (force?.id ?? null) : null,
    readers: isSecret ? readers : [],
  }
}

/** Somebody asked, as the form named them; the service itself otherwise. */
function namedBy(fields: Fields, invitees: readonly Invitee[]): Uuid | null {
  const typed = fields.typed('who')
  return invitees.find(one => isAsked(one) && one.id === typed)?.id ?? null
}
