/**
 * Classes of domain.md 4.1 that are decided person by person. B1 is the plan of a child in need; B2S the summary part of B2 ("S" in 4.2);
 * B1S the plan as those see it who have any of these.
 */
export type DataClass = 'A2' | 'B1' | 'B1S' | 'B2' | 'B2S' | 'C1' | 'C3'

/** Why somebody has to do with a person: the source of a tie, whatever it gives. */
export type Tie =
  | 'holder'
  | 'team'
  | 'area'
  | 'duty queue'
  | 'involvement'
  | 'opening'
  | 'creator'
  | 'named list'
  | 'contact'
  | 'transfer'
  | 'meeting'
  | 'strand'

/** What is wanted of one person: to read a class, or to write it. */
export type Need = {
  readonly dataClass: DataClass
  readonly toWrite: boolean
  /** Whether ties through meetings are left out. */
  readonly notByMeeting?: boolean
  /** The ties that count; all of them when left out. */
  readonly ties?: readonly Tie[]
}

/** How somebody stands to the person whom a tie is about: that person, another child of the family, or an adult of it. */
export type Standing = 'own' | 'sibling' | 'adult'

/** What a tie gives over one person. */
export type Gift = {
  readonly classes: readonly DataClass[]
  readonly canWrite: boolean
  /** Where it writes fewer classes than it reads. */
  readonly writes?: readonly DataClass[]
}

/** What one kind of tie gives over the person it is about and over that person's family. */
export type Reach = { readonly name: string; readonly tie: Tie } & Readonly<Record<Standing, Gift>>

const nothing: Gift = { classes: [], canWrite: false }
const everything: Gift = { classes: ['A2', 'B1', 'B2', 'C1', 'C3'], canWrite: true }
const adultOfTheFamily: Gift = { classes: ['A2', 'C1', 'C3'], canWrite: true }
/** Of those who do not hold the case: the team's work (C1) is not theirs. */
const untilHeld: Gift = { classes: ['A2', 'B1', 'B2', 'C3'], canWrite: true }
const adultUntilHeld: Gift = { classes: ['A2', 'C3'], canWrite: true }
/** A chair reads what the team has written, and writes none of it. */
const chaired: Gift = { ...everything, writes: ['A2', 'B1', 'B2', 'C3'] }
const adultOfChaired: Gift = { classes: ['A2', 'C1', 'C3'], canWrite: false }
const teamsWork: Gift = { classes: ['A2', 'B2S', 'C1'], canWrite: true, writes: ['C1'] }
const summary: Gift = { classes: ['A2', 'B2S'], canWrite: false }
const identity: Gift = { classes: ['A2'], canWrite: false }
const opened: Gift = { classes: ['A2', 'B1', 'B2'], canWrite: true }

/** Each row is a line of domain.md 4.2 in this county's reading. */
export const reaches = {
  /** "Social worker: allocated children + linked siblings". */
  socialWorker: {
    name: 'social worker',
    tie: 'holder',
    own: everything,
    sibling: everything,
    adult: adultOfTheFamily,
  },
  /** "Team manager: authorises, reallocates", for every child of the team; a duty manager likewise. */
  manager: {
    name: 'team manager',
    tie: 'team',
    own: everything,
    sibling: everything,
    adult: adultOfTheFamily,
  },
  /** "Service leader": every team of the area. */
  serviceLeader: {
    name: 'service leader',
    tie: 'area',
    own: everything,
    sibling: everything,
    adult: adultOfTheFamily,
  },
  /** Social workers of a duty team or the front door must be able to act for a child who waits there. */
  queue: {
    name: 'duty queue',
    tie: 'duty queue',
    own: untilHeld,
    sibling: untilHeld,
    adult: adultUntilHeld,
  },
  /** "IRO / CP chair: independent line": the child in full, the family as far as the conference must know who they are. */
  chair: {
    name: 'conference chair',
    tie: 'holder',
    own: chaired,
    sibling: identity,
    adult: adultOfChaired,
  },
  /**
   * "Family Help lead practitioner (non-SW)": B1 Y, B2 S. Keeps identity up to date and carries the plan of the child itself, never the
   * statutory record.
   */
  leadPractitioner: {
    name: 'lead practitioner',
    tie: 'holder',
    own: { classes: ['A2', 'B1', 'B2S'], canWrite: true },
    sibling: { classes: ['A2', 'B2S'], canWrite: true },
    adult: { classes: ['A2'], canWrite: true },
  },
  /** "Business support": A2 Y of the team, B2 S; prepares and sends, never decides. */
  businessSupport: { name: 'business support', tie: 'team', own: summary, sibling: summary, adult: identity },
  /** Partners and other professionals: A2 Y, B2 S on the one person they work with. */
  involvement: { name: 'involvement', tie: 'involvement', own: summary, sibling: nothing, adult: nothing },
  /** AC1: break-glass and out-of-hours duty with a reason. C3 stays closed. */
  opening: {
    name: 'opening',
    tie: 'opening',
    own: opened,
    sibling: { classes: ['A2'], canWrite: true },
    adult: { classes: ['A2'], canWrite: true },
  },
  /** "DCS: by query, logged, reason required": looks, never writes. */
  directorOpening: {
    name: 'opening by the director',
    tie: 'opening',
    own: { classes: ['A2', 'B1', 'B2'], canWrite: false },
    sibling: identity,
    adult: identity,
  },
  /** Whoever makes a record of a person finishes it within the week. */
  creator: { name: 'creator', tie: 'creator', own: opened, sibling: nothing, adult: nothing },
  /** D2, named list: "whatever else they are". */
  named: { name: 'named on the list', tie: 'named list', own: everything, sibling: nothing, adult: nothing },
  /** D2: "break-glass only by a reference given by that list or the duty manager". */
  reference: { name: 'reference', tie: 'opening', own: opened, sibling: nothing, adult: nothing },
  /** "Y for contacts in the queue": whoever is to decide must know the people whom the contact is about as a holder does. */
  contact: {
    name: 'contact',
    tie: 'contact',
    own: untilHeld,
    sibling: untilHeld,
    adult: adultUntilHeld,
  },
  /** "Chair of a conference, while its papers are open". */
  meetingChair: {
    name: 'chair of a meeting',
    tie: 'meeting',
    own: chaired,
    sibling: identity,
    adult: adultOfChaired,
  },
  /** "Invited to a meeting or its administrator, while its papers are open": who the children and their family are. */
  invited: { name: 'invited', tie: 'meeting', own: identity, sibling: identity, adult: identity },
  /** Managers asked to take a child over know what they are asked. */
  transfer: { name: 'transfer', tie: 'transfer', own: summary, sibling: nothing, adult: nothing },
  /** "Works on a strand of the family": each child of it is its own, as each adult is; nobody further. */
  strand: {
    name: 'strand',
    tie: 'strand',
    own: teamsWork,
    sibling: nothing,
    adult: { classes: ['A2', 'C1'], canWrite: true, writes: ['C1'] },
  },
  /** "Works on a strand with a victim of domestic abuse": C3 of that person, to read. */
  victimsStrand: {
    name: "victim's strand",
    tie: 'strand',
    own: { classes: ['C3'], canWrite: false },
    sibling: nothing,
    adult: nothing,
  },
} as const satisfies Record<string, Reach>

/** Needs that any table asks for, but for reading B1 alone, which only what is handed in of a plan asks for, and writing C3: only a channel. */
export const needs: readonly Need[] = [
  { dataClass: 'A2', toWrite: false },
  { dataClass: 'B1S', toWrite: false },
  { dataClass: 'B2', toWrite: false },
  { dataClass: 'B2S', toWrite: false },
  { dataClass: 'C1', toWrite: false },
  { dataClass: 'C3', toWrite: false },
  { dataClass: 'C1', toWrite: true },
  { dataClass: 'A2', toWrite: true },
  { dataClass: 'B1', toWrite: true },
  { dataClass: 'B2', toWrite: true },
]

/** @returns whether a gift answers a need; whoever has B2 has its summary, and whoever has any of these sees the plan. */
export function answers(gift: Gift, need: Need): boolean {
  if (need.toWrite && !(gift.canWrite && (gift.writes ?? [need.dataClass]).includes(need.dataClass)))
    return false
  for (const dataClass of gift.classes) {
    if (dataClass === need.dataClass) return true
    if (dataClass === 'B2' && need.dataClass === 'B2S') return true
    if (need.dataClass === 'B1S' && ['B1', 'B2', 'B2S'].includes(dataClass)) return true
  }
  return false
}
