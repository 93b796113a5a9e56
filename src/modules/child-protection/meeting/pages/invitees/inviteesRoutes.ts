import { organisations, workers } from '#modules/agencies'
import { type FormValues, lineField, oneOfMany } from '#modules/casework'
import { formVersion } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { type Html, html, nothing } from '#ui'
import { answerInvitation, invite, keepNeeds, withdrawInvitation } from '../../commands/invitations.ts'
import type { InviteeWanted } from '../../commands/inviteeRow.ts'
import { type Suggested, suggestedInvitees } from '../../queries/suggestedInvitees.ts'
import { agencyOfOrganisation } from '../../rules/agencyOf.ts'
import { type Invitee, type InviteeResponse, isAsked } from '../../rules/invitee.ts'
import { isComing } from '../../rules/meeting.ts'
import { type MeetingVisit, meetingForm } from '../form/meetingForm.ts'
import { meetingPath } from '../meetingPath.ts'
import { quorumHtml } from '../openedMeeting.ts'
import { inviteeWords, responseWords } from '../words.ts'
import { keyOfInvitee } from './keyOfInvitee.ts'
import { isSameNeeds, type NeedsKept, needsFields, needsTyped } from './needsFields.ts'
import { suggestedFields, tickedOf } from './suggestedFields.ts'

type Context = { readonly asked: readonly Invitee[]; readonly more: readonly Suggested[] }
type Answer = Exclude<InviteeResponse, 'none'>
type Parsed = {
  readonly answers: readonly {
    readonly of: Invitee
    readonly response: Answer
    readonly needs: string | null
  }[]
  readonly needed: readonly { readonly of: Invitee; readonly kept: NeedsKept }[]
  readonly withdrawn: readonly { readonly of: Invitee; readonly because: string }[]
  readonly added: readonly InviteeWanted[]
}

const codes: readonly Answer[] = ['coming', 'apologies', 'sends_somebody']

/** `/meetings/:meetingId/invitees`: the list of who is asked, for whoever prepares the meeting. */
export const inviteesRoutes = meetingForm<Context, Parsed>({
  part: '/invitees',
  tab: '',
  name: 'meeting-invitees',
  title: 'Who is asked',
  heading: () => 'Who is asked',
  summary: {
    show: 'Who is asked to a meeting, and what they answered',
    send: 'Asks people to a meeting, writes down answers, takes invitations back',
  },
  submit: () => 'Save the list',
  async read({ work, opened, query }) {
    if (!opened.mayKeep || !isComing(opened.meeting)) return null
    const asked = opened.invitees.filter(isAsked)
    const there = new Set(asked.map(keyOfInvitee))
    const offered = [
      ...(await foundByName(work, query['find'])),
      ...(await suggestedInvitees(work, opened.meeting.kind, opened.meeting.personIds)),
    ]
    // Whoever only prepares the list is not among those who might be asked.
    const others = offered.filter(({ key }) => !there.has(key) && key !== `w:${work.actor.id}`)
    return { asked, more: others }
  },
  fresh: ({ asked, more }, { query }) => ({
    ...Object.fromEntries(
      asked.flatMap(({ id, response, needs }) => [
        [`response-${id}`, response === 'none' ? '' : response],
        [`needs-${id}`, needs ?? ''],
        [`withdraw-${id}`, ''],
      ]),
    ),
    ...Object.fromEntries(
      asked.flatMap(({ id, reportExpected, language, advocate }) => [
        [`report-${id}`, reportExpected ? ['yes'] : []],
        [`language-${id}`, language ?? ''],
        [`advocate-${id}`, advocate ?? ''],
      ]),
    ),
    ask: query['find']
      ? more
          .filter(({ why }) => why === FOUND)
          .map(({ key }) => key)
          .slice(0, 1)
      : [],
    asked: asked.map(inviteeWords).join('\n'),
  }),
  version: ({ asked }) => formVersion(asked.map(({ id, version }) => [id, version])),
  above: (_, { opened }) => quorumHtml(opened),
  fields: ({ asked, more }, values, errors) => html`${asked.map(one => askedFields(one, values, errors))}
<input type="hidden" name="asked" value="${asked.map(inviteeWords).join('\n')}">
${more.length > 0 ? suggestedFields(more, values, errors) : nothing}`,
  below: (_, { opened }) => html`<h2 class="govuk-heading-s">Somebody else who signs in</h2>
<form method="get" action="${meetingPath(opened.meeting.id, '/invitees')}">
<div class="govuk-form-group"><label class="govuk-label" for="find">Part of their name</label><input class="govuk-input govuk-input--width-20" id="find" name="find" maxlength="60"></div>
<button type="submit" class="govuk-button govuk-button--secondary">Find</button></form>`,
  parse(fields, { asked, more }, { sent }) {
    const withdrawn = asked.flatMap(of => {
      const because = fields.text(`withdraw-${of.id}`, 500)
      return because === null ? [] : [{ of, because }]
    })
    const answers = asked.flatMap(of => {
      const response = codes.find(code => code === fields.typed(`response-${of.id}`))
      const needs = fields.text(`needs-${of.id}`, 1_000)
      const isSame = response === undefined || (response === of.response && needs === of.needs)
      return isSame ? [] : [{ of, response, needs }]
    })
    const needed = asked.flatMap(of => {
      const kept = needsTyped(fields, of)
      return isSameNeeds(kept, of) ? [] : [{ of, kept }]
    })
    return { answers, needed, withdrawn, added: tickedOf(more, sent) }
  },
  async save({ answers, needed, withdrawn, added }, _, { work, opened: { meeting } }) {
    const writes = new Map<string, number>()
    /** The version of an invitation after what was written of it just now. */
    const now = ({ id, version }: Invitee) => {
      const before = writes.get(id) ?? 0
      writes.set(id, before + 1)
      return { inviteeId: id, version: version + before }
    }
    for (const { of, response, needs } of answers) await answerInvitation(work, now(of), { response, needs })
    for (const { of, kept } of needed) {
      const said = answers.find(one => one.of.id === of.id)
      await keepNeeds(work, now(of), { needs: said === undefined ? of.needs : said.needs, ...kept })
    }
    for (const { of, because } of withdrawn) await withdrawInvitation(work, now(of), because)
    if (added.length > 0) await invite(work, meeting.id, added)
    return { outcome: 'saved', location: meetingPath(meeting.id), success: 'Saved. Whoever signs in is told' }
  },
  rebased: (sent, now, { asked }) => ({
    ...sent,
    ...Object.fromEntries(
      asked
        .flatMap(({ id }) => kept.map(name => `${name}-${id}`))
        .filter(name => told(sent, name) === told(sent, `was-${name}`))
        .map(name => [name, now[name]]),
    ),
  }),
  order: ({ asked }) => [
    ...asked.flatMap(({ id }) => [`response-${id}`, `needs-${id}`, `withdraw-${id}`]),
    'ask',
  ],
  labels: ({ asked }) => ({
    asked: 'Who is asked',
    ...Object.fromEntries(asked.map(one => [`response-${one.id}`, inviteeWords(one)])),
  }),
})

const askedFields = (one: Invitee, values: FormValues, errors: Parameters<typeof suggestedFields>[2]) => {
  const of = { values, errors }
  const { none: _, ...answers } = responseWords
  return html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${inviteeWords(one)}</legend>
${oneOfMany(`response-${one.id}`, 'Answer', answers, of)}
${lineField(`needs-${one.id}`, 'What they need, or who comes', of)}
${needsFields(one, values, errors)}
${wasFields(one)}
${lineField(`withdraw-${one.id}`, 'To take the invitation back, enter why', of)}</fieldset>`
}

/** What is kept of each invitation, and told apart from what the second of two changed. */
const kept = ['response', 'needs', 'report', 'language', 'advocate'] as const
const told = (values: FormValues, name: string): string => {
  const value = values[name]
  return Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : ''
}

/** How an invitation stood when the form was opened. */
function wasFields({ id, response, needs, reportExpected, language, advocate }: Invitee): Html {
  const was = [response === 'none' ? '' : response, needs, reportExpected ? 'yes' : '', language, advocate]
  return html`${kept.map((name, at) => html`<input type="hidden" name="was-${name}-${id}" value="${was[at] ?? ''}">`)}`
}

const FOUND = 'Found by name'
const MOST = 10

/** Workers in post whose name contains what was typed; their agency is their organisation's. */
async function foundByName(
  work: MeetingVisit['work'],
  typed: string | undefined,
): Promise<readonly Suggested[]> {
  const name = typed?.trim() ?? ''
  if (name.length < 2) return []
  const kinds = new Map((await organisations(work)).map(({ id, kind }) => [id, kind]))
  return (await workers(work, { name, hasLeft: false, class: 'practitioner' }, 0, MOST)).map(one => {
    const kind = one.organisationId === null ? undefined : kinds.get(one.organisationId)
    const agency = (kind === undefined ? 'social_care' : agencyOfOrganisation(kind)) ?? 'other'
    return {
      key: `w:${one.id as Uuid}`,
      wanted: { side: 'professional', agency, workerId: one.id },
      name: [one.displayName, one.organisationName].filter(Boolean).join(', '),
      why: FOUND,
      isUsual: false,
    }
  })
}
