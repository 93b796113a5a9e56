import type { TimelineEntry, TimelineSource } from '#modules/casework'
import { preProceedingsOf } from '../queries/readPreProceedings.ts'
import type { PreProceedings } from '../rules/preProceedings.ts'
import { answerWords, meetingWords } from '../rules/words.ts'

/** Pre-proceedings in a chronology. What lawyers advised is in none. */
export const preProceedingsTimeline: TimelineSource = {
  name: 'pre-proceedings',
  entries: async (work, personIds) => (await preProceedingsOf(work, personIds)).flatMap(linesOf),
}

function linesOf(of: PreProceedings): readonly TimelineEntry[] {
  const line = (on: Temporal.PlainDate, title: string, text = '', isSignificant = true): TimelineEntry => ({
    personId: of.personId,
    on,
    title,
    ...(text === '' ? {} : { text }),
    source: 'Pre-proceedings',
    isSignificant,
    href: `/people/${of.personId}/pre-proceedings`,
  })
  const dated = (on: Temporal.PlainDate | null, title: string) => (on === null ? [] : [line(on, title)])
  return [
    line(of.startedOn, 'Pre-proceedings started'),
    ...dated(of.letterSentOn, 'Letter before proceedings sent'),
    ...of.offers.map(({ offeredOn }) =>
      line(offeredOn, 'Family group decision making meeting offered', '', false),
    ),
    ...of.offers.flatMap(({ answer, answeredOn }) =>
      answer === null || answeredOn === null
        ? []
        : [line(answeredOn, 'Offer of a family group meeting answered', `${answerWords[answer]}.`, false)],
    ),
    ...dated(of.exemptOn, 'Decided not to offer a family group meeting'),
    ...of.familyMeetings.map(({ heldOn }) => line(heldOn, 'Family group decision making meeting held')),
    ...meetingLines(of, line),
    ...of.extensions.map(({ decidedOn, weeks }) =>
      line(decidedOn, 'Pre-proceedings extended', `By ${weeks} weeks.`),
    ),
    ...dated(of.stepOn, of.step === 'issue' ? 'Decided to apply to the court' : 'Pre-proceedings ended'),
    ...dated(of.intentLetterOn, 'Letter of intent to go to court sent'),
    ...dated(of.appliedOn, 'Application to the court'),
  ]
}

/** Where an import told of the first meeting alone, its day. */
function meetingLines(
  of: PreProceedings,
  line: (on: Temporal.PlainDate, title: string) => TimelineEntry,
): readonly TimelineEntry[] {
  const held = of.meetings.map(({ kind, heldOn }) => line(heldOn, `${meetingWords[kind]} before proceedings`))
  if (of.initialMeetingOn === null || of.meetings.some(({ kind }) => kind === 'initial')) return held
  return [line(of.initialMeetingOn, `${meetingWords.initial} before proceedings`), ...held]
}
