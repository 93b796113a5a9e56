import { z } from 'zod'
import { readSetting } from '#modules/agencies'
import {
  childForm,
  codesOf,
  Fields,
  oneOfMany,
  personParams,
  recordFrame,
  recordReaders,
  recordWriters,
  textField,
  uuidParam,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { draftConflict } from '#platform/drafts'
import { notFound, type Reply, route, type Visit } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { type FormIssue, fieldErrors, html } from '#ui'
import { meetingForm } from '../meeting/pages/form/meetingForm.ts'
import { childName } from '../meeting/pages/openedMeeting.ts'
import {
  answerStage,
  askable,
  climb,
  type Dispute,
  disputesOf,
  raiseDispute,
  STAGES,
  settleDispute,
} from './dispute.ts'
import { disputePage, outcomes, typedIn } from './disputePage.ts'

const params = z.object({ personId: uuidParam, disputeId: uuidParam })
type Params = z.infer<typeof params>
const url = '/people/:personId/disagreements/:disputeId'
const LONGEST = 5_000

const stageNames = async (work: Work): Promise<readonly string[]> => {
  const { first, second, third } = await readSetting(work, 'dispute.stages')
  return [first, second, third]
}

async function found(work: Work, { personId, disputeId }: Params) {
  const frame = await recordFrame(work, personId, null)
  const dispute = (await disputesOf(work, [personId])).find(({ id }) => id === disputeId)
  return frame && dispute ? { frame, dispute } : null
}

async function answer(
  visit: Visit<Params, unknown, unknown>,
  issues: readonly FormIssue[] = [],
  isStale = false,
): Promise<Reply> {
  const { work, sent, form } = visit
  const one = await found(work, visit.params)
  if (one === null) return notFound
  const hasErrors = issues.length > 0
  const differences = [
    {
      label: 'This disagreement',
      yours: typedIn(sent),
      other: 'Somebody has answered or moved it: read it below',
    },
  ]
  return {
    kind: 'page',
    status: isStale ? 409 : hasErrors ? 422 : 200,
    hasErrors,
    title: 'A disagreement - Record',
    before: one.frame.before,
    content: disputePage({
      dispute: one.dispute,
      stageNames: await stageNames(work),
      askable: await askable(work),
      actor: work.actor.id,
      isPast: work.knownAt !== null,
      today: work.today,
      sent,
      errors: fieldErrors(issues, ['answer', 'goesTo', 'outcome', 'words']),
      conflict: isStale ? draftConflict({ between: 'record', differences }) : null,
      keys: form,
    }),
    shown: { resource: 'cp_dispute', subjectIds: [visit.params.personId] },
  }
}

const show = route({
  method: 'GET',
  url,
  admits: recordReaders,
  summary: 'A disagreement about a child protection plan, stage by stage',
  purpose: 'casework',
  params,
  handle: visit => answer(visit),
})

const send = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Answers a disagreement, puts it to the next stage, or settles it',
  purpose: 'casework',
  params,
  async handle(visit): Promise<Reply> {
    const { work, sent } = visit
    const one = await found(work, visit.params)
    if (one === null) return notFound
    const fields = new Fields(sent)
    const changed = await act(work, one.dispute, fields)
    if (changed === null) return fields.issues.length > 0 ? answer(visit, fields.issues) : notFound
    if (changed === 'stale') return answer(visit, [], true)
    return {
      kind: 'redirect',
      location: `/people/${one.dispute.personId}/disagreements/${one.dispute.id}`,
      success: 'Saved',
    }
  },
})

/** Does what the form asks; null with the problems noted, or without any where it is not the actor's to do. */
async function act(work: Work, dispute: Dispute, fields: Fields): Promise<'changed' | 'stale' | null> {
  const version = Number(fields.typed('version')) || 0
  const last = dispute.stages.at(-1)
  const isRaiser = dispute.raisedBy === work.actor.id
  switch (fields.typed('act')) {
    case 'answer': {
      if (last?.goesTo !== work.actor.id) return null
      const said = fields.text('answer', LONGEST, 'Enter your answer')
      return said === null ? null : await answerStage(work, dispute, last, { version, answer: said })
    }
    case 'climb': {
      if (!isRaiser || dispute.stages.length >= STAGES) return null
      const to = parseUuid(
        fields.choice('goesTo', Object.keys(await askable(work)), 'Select who is asked') ?? '',
      )
      return to && (await climb(work, dispute, version, to))
    }
    case 'settle': {
      if (!isRaiser) return null
      const outcome = fields.choice('outcome', codesOf(outcomes), 'Select what came of it')
      const words = fields.text('words', LONGEST, 'Enter what came of it in words')
      return outcome && words ? await settleDispute(work, dispute, { version, outcome, words }) : null
    }
    default:
      return null
  }
}

type Raised = {
  readonly about: string
  readonly wants: string
  readonly goesTo: Uuid
  readonly personId: Uuid
}
const order = ['child', 'about', 'wants', 'goesTo']

function raised(
  fields: Fields,
  people: Readonly<Record<string, string>>,
  personId: Uuid | null,
): Raised | null {
  const about = fields.text('about', LONGEST, 'Enter what the disagreement is about')
  const wants = fields.text('wants', LONGEST, 'Enter what is wanted')
  const goesTo = parseUuid(fields.choice('goesTo', Object.keys(people), 'Select who is asked first') ?? '')
  return about && wants && goesTo && personId ? { about, wants, goesTo, personId } : null
}

/** `/people/:personId/disagreements/new`: a chair's, with how a plan is worked. */
export const raiseForm = childForm<
  { readonly personId: Uuid },
  { readonly people: Readonly<Record<string, string>>; readonly first: string },
  Raised
>({
  url: '/people/:personId/disagreements/new',
  params: personParams,
  name: 'disagreement',
  resource: 'cp_dispute',
  title: 'Raise a disagreement - Record',
  heading: () => 'Raise a disagreement about the plan',
  summary: {
    show: 'The form with which a chair raises a disagreement about a plan',
    send: 'Raises a disagreement about a plan',
  },
  submit: 'Raise it',
  path: ({ personId }) => `/people/${personId}/disagreements/new`,
  cancel: ({ personId }) => `/people/${personId}/protection-plan`,
  async read({ work }) {
    const [first = ''] = await stageNames(work)
    return { people: await askable(work), first }
  },
  fresh: () => ({}),
  fields: ({ people, first }, values, errors) =>
    html`${textField('about', 'What is it about?', { values, errors })}${textField('wants', 'What is wanted?', { values, errors })}
${oneOfMany('goesTo', `Who is asked first? ${first}`, people, { values, errors })}`,
  parse: (fields, { people }, { params: { personId } }) => raised(fields, people, personId),
  async save(wanted, _, { work, submission }) {
    const id = await raiseDispute(work, { ...wanted, kind: 'chair', meetingId: null, submission })
    return {
      outcome: 'saved',
      location: `/people/${wanted.personId}/disagreements/${id}`,
      success: 'Raised. They are told',
    }
  },
  order,
})

type AtConference = {
  readonly people: Readonly<Record<string, string>>
  readonly children: Readonly<Record<string, string>>
}

/** `/meetings/:meetingId/conference/disagree`: a professional's, with what was decided. */
export const disagreeForm = meetingForm<AtConference, Raised>({
  part: '/conference/disagree',
  tab: '/conference',
  name: 'conference-disagree',
  title: 'Disagree with a decision',
  heading: () => 'Disagree with what was decided',
  summary: {
    show: 'The form with which a professional disagrees with what a conference decided',
    send: 'Raises a disagreement with what a conference decided',
  },
  submit: () => 'Raise it',
  async read({ work, opened }) {
    const { meeting, parts } = opened
    if (meeting.kind === 'strategy' || meeting.kind === 'core_group' || meeting.status !== 'held') return null
    if (!parts.some(part => part !== 'administrator')) return null
    return {
      people: await askable(work),
      children: Object.fromEntries(meeting.personIds.map(id => [id, childName(opened, id)])),
    }
  },
  fresh: ({ children }) => ({ child: Object.keys(children).length === 1 ? Object.keys(children)[0] : '' }),
  fields: ({ people, children }, values, errors) =>
    html`${oneOfMany('child', 'About which child?', children, { values, errors })}
${textField('about', 'What do you disagree with?', { values, errors })}${textField('wants', 'What do you want to happen?', { values, errors })}
${oneOfMany('goesTo', 'Who is asked first?', people, { values, errors })}`,
  parse: (fields, { people, children }) =>
    raised(
      fields,
      people,
      parseUuid(fields.choice('child', Object.keys(children), 'Select which child') ?? ''),
    ),
  async save(wanted, _, { work, opened }) {
    const id = await raiseDispute(work, {
      ...wanted,
      kind: 'decision',
      meetingId: opened.meeting.id,
      submission: null,
    })
    return {
      outcome: 'saved',
      location: `/people/${wanted.personId}/disagreements/${id}`,
      success: 'Raised. They are told',
    }
  },
  order: () => order,
})

export const disputeRoutes = [...raiseForm, ...disagreeForm, show, send]
