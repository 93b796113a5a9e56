import type { Band, TimelineEntry, TimelineSource } from '#modules/casework'
import { codeWords, londonDate } from '#reference'
import { type ContactAbout, contactsAbout } from '../queries/contactsAbout.ts'
import { channelWords, outcomeWords } from '../rules/contactWords.ts'

/** Contacts, decisions and answers in a chronology; a referral that follows tells of itself. */
export const contactTimeline: TimelineSource = {
  name: 'contacts',
  async entries(work, personIds) {
    return (await contactsAbout(work, personIds)).flatMap(linesOf)
  },
  async bands(work, personIds) {
    return (await contactsAbout(work, personIds)).map(bandOf)
  },
}

/** From the day that somebody told the front door until the day it decided. */
const bandOf = (contact: ContactAbout): Band => ({
  personId: contact.personId,
  row: 'contact',
  startedOn: londonDate(contact.receivedAt),
  endedOn: contact.decidedAt && londonDate(contact.decidedAt),
  label: contact.outcome
    ? (outcomeWords[contact.outcome].split(/[:,]/)[0] ?? '')
    : contact.decidedAt === null
      ? 'Waits for a decision'
      : 'Decided',
})

function linesOf(contact: ContactAbout): readonly TimelineEntry[] {
  const line = {
    personId: contact.personId,
    source: 'Front door',
    href: `/front-door/contacts/${contact.id}`,
  }
  const from = contact.source ? `From: ${codeWords('referralSource', contact.source)}. ` : ''
  return [
    {
      ...line,
      on: londonDate(contact.receivedAt),
      at: contact.receivedAt,
      title: contact.isDanger ? 'Contact at the front door: danger' : 'Contact at the front door',
      text: `${from}${channelWords[contact.channel]}.`,
      isSignificant: contact.isDanger,
    },
    ...(contact.decidedAt && contact.outcome
      ? [
          {
            ...line,
            on: londonDate(contact.decidedAt),
            at: contact.decidedAt,
            title: `Front door decided: ${outcomeWords[contact.outcome]}`,
            text: contact.isReReferral ? 'Referred again within twelve months.' : '',
            isSignificant: contact.outcome !== 'advice',
          },
        ]
      : []),
    ...(contact.toldOn
      ? [{ ...line, on: contact.toldOn, title: 'The referrer was told', isSignificant: false }]
      : []),
  ]
}
