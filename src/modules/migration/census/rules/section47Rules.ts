import type { CensusSection47 } from '../child/censusChild.ts'
import { valueIn } from '../reading/reading.ts'
import { has, isAfter, isBefore, isOutsideYear, isSameDay, isWeekend } from './dates.ts'
import { type ChildRule, onEpisodes, onSection47s } from './rule.ts'

const isWaiting = ({ icpcOn, icpcNotRequired }: CensusSection47) =>
  !has(icpcOn) && valueIn(icpcNotRequired) !== true

/** Whether the enquiry begins on a day on which the other runs; both its first and its last day count. */
function beginsWithin(one: CensusSection47, other: CensusSection47): boolean {
  if (!has(one.startedOn) || !has(other.startedOn) || isBefore(one.startedOn, other.startedOn)) return false
  return has(other.icpcOn) ? !isAfter(one.startedOn, other.icpcOn) : isWaiting(other)
}

/** Rules about section 47 enquiries and the conferences that follow them. */
export const section47Rules: readonly ChildRule[] = [
  {
    code: '1104',
    severity: 'error',
    module: 'Section47',
    sentence: 'The initial child protection conference is before the referral.',
    check: onEpisodes(({ section47s, referral }) =>
      [referral.icpcOn, ...section47s.map(one => one.icpcOn)].filter(icpcOn =>
        isBefore(icpcOn, referral.referredOn),
      ),
    ),
  },
  {
    code: '2884',
    severity: 'error',
    module: 'Section47',
    sentence: 'The conference is recorded both on the enquiry and on the episode.',
    check: onSection47s(({ icpcOn }, { episode }) => has(icpcOn) && has(episode.referral.icpcOn) && icpcOn),
  },
  {
    code: '2889',
    severity: 'error',
    module: 'Section47',
    sentence: 'The section 47 enquiry starts before the referral.',
    check: onSection47s(
      ({ startedOn }, { episode }) => isBefore(startedOn, episode.referral.referredOn) && startedOn,
    ),
  },
  {
    code: '2991Q',
    severity: 'query',
    module: 'CINdetails',
    sentence: 'The episode has a section 47 enquiry and no assessment.',
    check: onEpisodes(({ section47s, assessments }) => assessments.length === 0 && section47s[0]?.startedOn),
  },
  {
    code: '8615',
    severity: 'error',
    module: 'Section47',
    sentence: 'The enquiry that led to the conference has no start date, or one after the conference.',
    check: onSection47s(
      ({ startedOn, icpcOn }) => has(icpcOn) && (!has(startedOn) || isAfter(startedOn, icpcOn)) && startedOn,
    ),
  },
  {
    code: '8675Q',
    severity: 'query',
    module: 'Section47',
    sentence: 'The enquiry has waited for a conference for more than 15 working days at the reference date.',
    check: onSection47s(
      (enquiry, { asAt, workingDaysBefore }) =>
        isWaiting(enquiry) && isBefore(enquiry.startedOn, workingDaysBefore(asAt, 15)) && enquiry.startedOn,
    ),
  },
  {
    code: '8715',
    severity: 'error',
    module: 'Section47',
    sentence: 'The conference is not in the census year.',
    check: onSection47s(({ icpcOn }, around) => isOutsideYear(icpcOn, around) && icpcOn),
  },
  {
    code: '8740',
    severity: 'error',
    module: 'Section47',
    sentence: 'The enquiry still waits for a conference and did not start in the census year.',
    check: onSection47s(
      (enquiry, around) =>
        isWaiting(enquiry) && isOutsideYear(enquiry.startedOn, around) && enquiry.startedOn,
    ),
  },
  {
    code: '8839',
    severity: 'error',
    module: 'Section47',
    sentence: 'More than one enquiry of the episode waits for a conference.',
    check: onEpisodes(({ section47s }) => {
      const waiting = section47s.filter(isWaiting).map(({ icpcOn }) => icpcOn)
      return waiting.length > 1 && waiting
    }),
  },
  {
    code: '8870Q',
    severity: 'query',
    module: 'Section47',
    sentence: 'The target date for the conference is on a weekend.',
    check: onSection47s(({ icpcTargetOn }) => isWeekend(icpcTargetOn) && icpcTargetOn),
  },
  {
    code: '8875',
    severity: 'error',
    module: 'Section47',
    sentence: 'The conference is on a weekend.',
    check: onEpisodes(({ section47s, referral }) =>
      [referral.icpcOn, ...section47s.map(one => one.icpcOn)].filter(isWeekend),
    ),
  },
  {
    code: '8890',
    severity: 'error',
    module: 'CINdetails',
    sentence: 'The enquiry starts while another of the same episode runs.',
    check: onEpisodes(({ section47s }) =>
      section47s
        .filter((one, index) =>
          section47s.some((other, at) => {
            if (at === index || !beginsWithin(one, other)) return false
            return at < index || !isSameDay(one.startedOn, other.startedOn)
          }),
        )
        .map(({ startedOn }) => startedOn),
    ),
  },
]
