import type { Episode, TimelineEntry, TimelineSource } from '#modules/casework'
import { codeWords } from '#reference'
import { episodesOf } from '../queries/episodesOf.ts'

/** Referrals and closures in a chronology. */
export const referralTimeline: TimelineSource = {
  name: 'front-door',
  async entries(work, personIds) {
    return (await episodesOf(work, personIds)).flatMap(linesOf)
  },
  async bands(work, personIds) {
    return (await episodesOf(work, personIds)).map(({ personId, receivedOn, closedOn, ...referral }) => ({
      personId,
      row: 'episode',
      startedOn: receivedOn,
      endedOn: closedOn ?? (referral.isNoFurtherAction ? (referral.decidedOn ?? receivedOn) : null),
      label: referral.isNoFurtherAction ? 'No further action' : 'Referral',
    }))
  },
}

function linesOf(referral: Episode): readonly TimelineEntry[] {
  const received: TimelineEntry = {
    personId: referral.personId,
    on: referral.receivedOn,
    title: 'Referral received',
    text: [
      referral.source && `From: ${codeWords('referralSource', referral.source)}.`,
      referral.primaryNeed && `Need: ${codeWords('primaryNeed', referral.primaryNeed)}.`,
      referral.isNoFurtherAction && 'No further action.',
    ]
      .filter(Boolean)
      .join(' '),
    source: 'Front door',
    isSignificant: true,
  }
  if (referral.closedOn === null) return [received]
  const closed: TimelineEntry = {
    personId: referral.personId,
    on: referral.closedOn,
    title: 'Closed to children’s social care',
    text: referral.closureReason ? codeWords('closureReason', referral.closureReason) : '',
    source: 'Front door',
    isSignificant: true,
  }
  return [received, closed]
}
