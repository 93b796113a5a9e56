import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { formatDate } from '#ui'
import { childrenOf, contributionsOf, type Meeting } from '../../meeting/index.ts'
import { addParts, beginPaper, type PartWanted } from '../../sharing/commands/writePaper.ts'
import type { ConferenceLine } from '../queries/conferenceOf.ts'
import type { ChildDecided } from '../rules/conference.ts'

const decided: Readonly<Record<ChildDecided['decision'], string>> = {
  plan: 'There is a child protection plan',
  no_plan: 'There is no child protection plan',
  plan_continues: 'The child protection plan goes on',
  plan_ends: 'The child protection plan ends',
}

/**
 * The outline plan and the record of a conference, as drafts in parts: whoever writes the record looks at them, finishes them and
 * decides to whom each part is shown. Nothing is sent by itself.
 */
export async function writePapers(
  work: Work,
  meeting: Meeting,
  children: readonly ChildDecided[],
  lines: readonly ConferenceLine[],
): Promise<void> {
  const people = await personSummaries(work, meeting.personIds)
  const nameOf = (id: Uuid): string => people.find(one => one.id === id)?.displayName ?? 'The child'
  const decisions = children.map(one => decisionPart(one, nameOf(one.personId)))
  await write(work, meeting, 'outline_plan', [...decisions, ...lines.map(line => planPart(line))])
  await write(work, meeting, 'conference_record', [
    ...(await wordsOfChildren(work, meeting, nameOf)),
    ...(await saidParts(work, meeting)),
    ...decisions,
  ])
}

async function write(
  work: Work,
  { id: meetingId, personIds }: Meeting,
  kind: 'outline_plan' | 'conference_record',
  parts: readonly PartWanted[],
): Promise<void> {
  const id = makeUuid()
  await beginPaper(work, { id, kind, meetingId, personIds, inviteeId: null })
  await addParts(work, id, parts)
}

const part = (heading: string, words: string, more: Partial<PartWanted> = {}): PartWanted => ({
  heading,
  words,
  personIds: [],
  source: 'own_work',
  sourceWords: null,
  isThirdParty: false,
  offeredTo: [],
  dataClass: 'B3',
  line: null,
  origin: null,
  pairs: [],
  ...more,
})

const decisionPart = (one: ChildDecided, name: string): PartWanted =>
  part(
    `What was decided for ${name}`,
    [
      `${decided[one.decision]}.`,
      one.category === null ? '' : `The worry: ${codeWords('abuseCategory', one.category).toLowerCase()}.`,
      one.thresholdReason ?? '',
      one.reasons,
    ]
      .filter(words => words !== '')
      .join('\n'),
    { personIds: [one.personId] },
  )

const planPart = ({ personId, outcome, baseline, whatWillChange, action }: ConferenceLine): PartWanted =>
  part(
    outcome,
    [
      `Now: ${baseline}`,
      `What will change: ${whatWillChange}`,
      action === null ? '' : `${action.ownerName}: ${action.what}, by ${formatDate(action.dueOn)}`,
    ]
      .filter(words => words !== '')
      .join('\n'),
    {
      personIds: personId === null ? [] : [personId],
      line:
        action === null
          ? null
          : {
              who: action.ownerName,
              personId: action.owner.kind === 'person' ? action.owner.id : null,
              byWhen: action.dueOn,
            },
    },
  )

async function wordsOfChildren(
  work: Work,
  meeting: Meeting,
  nameOf: (id: Uuid) => string,
): Promise<readonly PartWanted[]> {
  return (await childrenOf(work, meeting)).flatMap(({ personId, childWords }) =>
    childWords === null
      ? []
      : [part(`What ${nameOf(personId)} says`, childWords, { personIds: [personId], source: 'child' })],
  )
}

/** What was brought to it; nothing that is kept from most readers of the meeting. */
async function saidParts(work: Work, meeting: Meeting): Promise<readonly PartWanted[]> {
  const said = (await contributionsOf(work, meeting.id)).filter(({ dataClass }) => dataClass === 'B3')
  const corrected = new Set(said.flatMap(({ correctsId }) => correctsId ?? []))
  const headings = {
    strength: 'What goes well',
    worry: 'What we worry about',
    what_needs_to_happen: 'What needs to happen',
  } as const
  return said.flatMap(({ id, kind, said: words, personId, inviteeId }) =>
    corrected.has(id) || !(kind === 'strength' || kind === 'worry' || kind === 'what_needs_to_happen')
      ? []
      : [
          part(headings[kind], words, {
            personIds: personId === null ? [] : [personId],
            source: inviteeId === null ? 'own_work' : 'agency',
          }),
        ],
  )
}
